/// The one style sheet of a page: paper and ink by day and by night, cards on a phone, A4 in black on white.
enum StyleSheet {
  /// The rules, with what stands in the margins of printed pages.
  static func rules(top: String, bottom: String, page: String) -> String {
    base + columns + paper(top: top, bottom: bottom, page: page)
  }

  /// Type, colour, figures, tables, charts.
  static let base = """
    :root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d1f22;--soft:#555b63;--faint:#666c74;--line:#e2dfd7;
    --tint:#f2f0ea;--accent:#1f5f8b;--good:#2a7250;--bad:#a83f2a;--hollow:#fbfaf7}
    @media (prefers-color-scheme:dark){:root{--paper:#15171a;--ink:#e9e7e2;--soft:#b0b6be;--faint:#979da6;
    --line:#31363c;--tint:#1d2024;--accent:#7fb8e0;--good:#74c7a2;--bad:#ec9480;--hollow:#15171a}}
    *{box-sizing:border-box}
    html{font-size:15px;-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font-family:"Source Sans 3","Source Sans Pro",Seravek,
    "Gill Sans Nova",Ubuntu,Calibri,"Open Sans","Noto Sans","DejaVu Sans",sans-serif;line-height:1.5;
    font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
    .mast,main,.foot{max-width:1200px;margin:0 auto;padding:0 24px}
    .mast{display:flex;gap:16px;justify-content:space-between;align-items:baseline;padding-top:24px}
    .mast p{margin:0;color:var(--soft)}.mast .company{font-weight:600;color:var(--ink)}
    h1{font-size:1.953rem;line-height:1.25;font-weight:600;margin:32px 0 8px;max-width:36em;text-wrap:balance}
    .sub{color:var(--soft);margin:0 0 24px;max-width:72ch}
    h2{font-size:1.25rem;line-height:1.3;font-weight:600;margin:0;max-width:44em;text-wrap:balance}
    h3{font-size:1rem;font-weight:600;margin:24px 0 4px}
    .how{color:var(--faint);font-size:.8rem;margin:4px 0 16px;max-width:96ch}
    .figures{display:grid;grid-template-columns:repeat(4,1fr);border-block:1px solid var(--line);margin-bottom:40px}
    .figures div{padding:16px 20px;border-left:1px solid var(--line)}
    .figures div:first-child{border-left:0;padding-left:0}.figures div:last-child{padding-right:0}
    .figures div>span{display:block;color:var(--soft)}
    .figures strong{display:block;font-size:1.953rem;font-weight:600;line-height:1.25;white-space:nowrap}
    .figures em{display:block;font-style:normal;font-size:.8rem;color:var(--soft);min-height:1.5em}
    .good{color:var(--good)}.bad{color:var(--bad)}.faint{color:var(--faint)}
    .contents{columns:4;column-gap:24px;margin:0 0 40px;padding:16px 0;border-block:1px solid var(--line);font-size:.8rem}
    .contents a{display:block;break-inside:avoid;padding:4px 0;color:var(--accent);text-decoration:none}
    .contents a:hover{text-decoration:underline}
    a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    section{margin:0 0 48px}
    .side{display:grid;grid-template-columns:minmax(0,560px) minmax(0,1fr);gap:16px 40px;align-items:start;margin-bottom:16px}
    .side>:only-child{grid-column:1/-1}
    dl{display:grid;grid-template-columns:1fr auto;margin:0 0 16px}
    dt,dd{margin:0;padding:4px 0;border-bottom:1px solid var(--line)}
    dt{color:var(--soft);padding-right:16px}dd{text-align:right}
    .notes{list-style:none;margin:4px 0 0;padding:0;color:var(--soft);font-size:.8rem;max-width:80ch}
    .notes li{margin:0 0 4px}
    table{border-collapse:collapse;width:100%}
    .report{table-layout:fixed}
    th{font-weight:500;text-align:left;vertical-align:bottom}
    thead th{position:sticky;top:0;background:var(--paper);color:var(--faint);font-size:.8rem;line-height:1.3;
    padding:4px 0 6px 12px;border-bottom:1px solid var(--soft);z-index:1}
    td,tbody th{padding:4px 0 4px 12px;height:32px;line-height:1.3;border-bottom:1px solid var(--line);vertical-align:middle}
    .report td,.report tbody th{font-size:.8rem}
    .report :is(td,th):first-child{padding-left:0}
    .n{text-align:right}td.n{white-space:nowrap}
    .first td,.first th{padding-block:8px;vertical-align:top}
    .first small{display:block;color:var(--soft);font-size:.8rem}
    .first{table-layout:fixed}.first :is(td,th):first-child{padding-left:0}.first tbody th{font-weight:600}
    .first thead th:first-child{width:28%}.first thead th.n{width:18%}
    details{margin-top:8px}summary{cursor:pointer;color:var(--accent);font-size:.8rem;padding:4px 0}
    .missing{border-left:3px solid var(--accent);background:var(--tint);padding:12px 16px;max-width:80ch;margin:8px 0 0}
    .missing p{margin:0 0 4px}
    .foot{color:var(--faint);font-size:.8rem;padding-block:16px 40px}
    .chart{margin:0}.chart svg{display:block;width:100%;height:auto}.chart .wide{max-width:620px}
    .narrow{display:none!important}
    .spark{display:block;width:100%;max-width:240px;height:36px;margin-top:8px}
    svg text{font-size:12px;fill:var(--soft)}svg .strong{fill:var(--ink);font-weight:600}
    svg .axis{stroke:var(--soft)}svg .grid{stroke:var(--line)}
    svg .level{stroke:var(--faint);stroke-dasharray:3 4}
    svg path{fill:none}svg .curve{stroke:var(--accent);stroke-width:2.2;stroke-linejoin:round}
    .spark .curve{stroke-width:1.6}.cell .curve{stroke-width:1.4}.cell{display:block;width:96px;height:22px}
    svg .bar,svg .base{fill:var(--accent)}svg .gain{fill:var(--good)}svg .loss{fill:url(#hatch);stroke:var(--bad)}
    svg .hollow{fill:var(--hollow);stroke:var(--accent);stroke-width:1.4}
    svg .dot,svg .peak{fill:var(--accent)}svg .end{fill:var(--bad)}
    #hatch path{stroke:var(--bad);stroke-width:2.4}
    .defs{position:absolute;width:0;height:0}
    .heat{margin-bottom:24px}.heat td{text-align:right}.heat .low{background:color-mix(in srgb,var(--bad) 16%,var(--paper))}
    .heat .high{background:color-mix(in srgb,var(--good) 14%,var(--paper))}
    @media screen and (max-width:900px){.side{grid-template-columns:minmax(0,1fr)}.contents{columns:2}
    .figures{grid-template-columns:1fr 1fr}.figures div:nth-child(3){border-left:0;padding-left:0}
    .figures div:nth-child(-n+2){border-bottom:1px solid var(--line)}}
    @media screen and (max-width:640px){.mast,main,.foot{padding-inline:16px}h1{font-size:1.5625rem;margin-top:24px}
    .mast{display:block}.narrow{display:block!important}.wide{display:none!important}
    .figures strong{font-size:1.5625rem}.figures div{padding:12px 12px}
    .scroll{overflow-x:auto}.report{table-layout:auto}
    .scroll tbody th,.scroll thead .row{position:sticky;left:0;background:var(--paper);z-index:2;padding:4px 8px;
    min-width:30vw;max-width:44vw}.contents{columns:1}
    .first,.first tbody,.first tr,.first th,.first td{display:block;width:auto!important;height:auto;padding:0;border:0}
    .first thead{display:none}.first tr{padding:12px 0;border-bottom:1px solid var(--line)}
    .first td.n{text-align:left;margin-top:4px}.first td[data-label]::before{content:attr(data-label)" ";color:var(--soft)}
    .first td{margin-top:4px}summary{padding:10px 0}.contents a{padding:8px 0}}

    """

  /// Widths of columns in percent.
  private static let columns = (1...90).map { "col.w\($0){width:\($0)%}" }.joined() + "\n"

  static func paper(top: String, bottom: String, page: String) -> String {
    """
    @page{size:A4;margin:18mm 16mm 18mm;@top-left{content:\(quoted(top));font:9pt sans-serif;color:#444}
    @bottom-left{content:\(quoted(bottom));font:9pt sans-serif;color:#444}
    @bottom-right{content:\(quoted(page)) " " counter(page) " / " counter(pages);font:9pt sans-serif;color:#444}}
    @media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#333;--faint:#444;--line:#bbb;--tint:#fff;
    --accent:#000;--good:#555;--bad:#000;--hollow:#fff}
    html{font-size:12.5px}.mast,main,.foot{max-width:none;padding:0}.mast{padding-top:0}
    .contents,details{display:none}thead th{position:static}.missing{border-color:#000}
    section{margin-bottom:28px}h2,h3,.how{break-after:avoid;break-inside:avoid}
    .lead,tr,figure,dl,.figures,.missing{break-inside:avoid}
    thead{display:table-header-group}.side{grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:8px 24px}
    td,tbody th{height:22px}.first td,.first th{padding-block:5px}
    svg .gain{fill:#999}svg .bar,svg .base{fill:#333}.heat .low,.heat .high{background:none}
    .report{table-layout:auto}.report :is(td,th){padding-left:8px;overflow-wrap:normal}.cell{width:64px;height:auto}
    .heat .low{font-weight:600;text-decoration:underline}}
    """
  }

  /// A text as a CSS string in which nothing can end the string or the style sheet.
  ///
  /// Source: CSS Syntax Level 3, "consume an escaped code point".
  static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      let isPlain = scalar.properties.isAlphabetic || (48...57).contains(scalar.value) || scalar == " "
      return isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return "\"" + escaped.joined() + "\""
  }
}
