// Draws the charts of a page from what stands in their data-chart, and minds the keyboard.
// Every word shown comes formatted from the page; only figures along axes are written here.
"use strict";

(() => {
  const color = (tone) => ({
    accent: "var(--accent)", soft: "var(--mute)", good: "var(--good)", bad: "var(--bad)", ink: "var(--ink)",
    step1: "var(--step1)", step2: "var(--step2)", step3: "var(--step3)", step4: "var(--step4)", step5: "var(--step5)",
    step6: "var(--step6)",
  })[tone] ?? "var(--accent)";
  // What is lost is hatched: it shows without colour too.
  const fill = (tone) => ({ bad: "url(#hatch)", accent: "var(--bar)", soft: "var(--pale)" })[tone] ?? color(tone);
  const font = 12;

  const ruler = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(document.body).fontFamily;
  const textWidth = (text, weight = 400) => {
    ruler.font = `${weight} ${font}px ${family}`;
    return ruler.measureText(text).width;
  };

  // A name no wider than its room: the library's own cut is a guess that wide letters overrun.
  const fitting = (name, room) => {
    if (textWidth(name) <= room) return name;
    const letters = [...name];
    const close = letters[0] === "\u2068" ? "\u2069" : "";
    let [fits, breaks] = [0, letters.length];
    while (breaks - fits > 1) {
      const middle = (fits + breaks) >> 1;
      if (textWidth(`${letters.slice(0, middle).join("")}…`) <= room) fits = middle;
      else breaks = middle;
    }
    return `${letters.slice(0, fits).join("").trimEnd()}…${close}`;
  };

  // Figures along axes, as the page's language writes them.
  const speaker = (chart) => {
    const decimal = new Intl.NumberFormat(chart.language, { maximumSignificantDigits: 3, useGrouping: true });
    const plain = (value) => decimal.format(value).replace("-", "−");
    return {
      euros: (euros) => {
        const size = Math.abs(euros);
        if (size >= 1e6) return `${plain(euros / 1e6)}\u00a0M${chart.symbol}`;
        if (size >= 1e3) return `${plain(euros / 1e3)}\u00a0k${chart.symbol}`;
        return `${plain(euros)}\u00a0${chart.symbol}`;
      },
      percent: (share) => `${plain(share * 100)}${chart.language === "fr" ? "\u202f" : ""}%`,
      hours: (hours) => `${plain(hours)}\u00a0h`,
      count: plain,
    };
  };

  const say = (chart, unit) => speaker(chart)[unit] ?? speaker(chart).count;

  // A hint is built as nodes, so that no name of the data is ever read as markup.
  const hint = (words) => {
    const box = document.createElement("span");
    box.className = "hint";
    box.textContent = words;
    return box;
  };

  const label = (extra) => ({ fontSize: font, fontFamily: family, color: "var(--soft)", ...extra });
  const axisLine = (isShown) => ({ show: isShown, lineStyle: { color: "var(--soft)" } });
  const grid = { lineStyle: { color: "var(--line)" } };

  const valueAxis = (chart, axis, extra = {}) => ({
    type: axis.log ? "log" : "value", name: axis.title, nameGap: 8, axisTick: { show: false },
    axisLine: axisLine(false), splitLine: grid, splitNumber: 4, nameTextStyle: label({ color: "var(--faint)" }),
    axisLabel: label({ formatter: (value) => say(chart, axis.unit)(value), hideOverlap: true }), ...extra,
  });

  const bottomNames = (chart, width) => {
    const names = chart.x.names;
    const longest = Math.max(...names.map((name) => textWidth(name)), 1);
    const every = Math.max(1, Math.ceil(names.length * (longest + 12) / Math.max(width - 80, 1)));
    return {
      type: "category", data: names, axisTick: { show: false }, axisLine: axisLine(true), name: "",
      // The last month is always named: it is the one looked at.
      axisLabel: label({ interval: (place) => (names.length - 1 - place) % every === 0, hideOverlap: true }),
    };
  };

  const item = (point, extra = {}) => ({
    value: point.y === null ? null : point.value ?? point.y, words: point.words, link: point.link, ...extra,
  });

  // Half the room of a name along the bottom: what stands in the middle of a column ends there.
  const halfStep = (chart, width, right) => (width - right - 64) / Math.max(chart.x.names.length, 1) / 2;
  const hasBars = (chart) => chart.series.some((series) => series.form === "bar" || series.form === "hollow");

  const marksOf = (chart, width, onCategories) => {
    if (!chart.marks.length) return [];
    const xs = chart.series.flatMap((series) => series.points.map((point) => point.x));
    const [low, high] = [Math.min(...xs), Math.max(...xs)];
    const heights = chart.series.flatMap((series) => series.points.map((point) => point.y ?? 0));
    return [{
      type: "scatter", symbolSize: 8, z: 5, cursor: "default", emphasis: { disabled: true },
      data: chart.marks.map((mark) => {
        const share = high === low ? 0.5 : (mark.x - low) / (high - low);
        const room = textWidth(mark.words) / Math.max(width - 80, 1);
        // On a curve the words stand over or under their dot, inside the plot: beside it they would cross the line.
        const isCurve = chart.kind === "upright";
        const isHigh = mark.y >= Math.max(...heights);
        const [least, most] = [Math.min(...heights, 0), Math.max(...heights, 0)];
        // Under a dot at the foot of the plot stand the figures of the axis.
        const isLow = mark.y - least < (most - least) * 0.15;
        const position = isCurve ? (isHigh || isLow || onCategories ? "top" : "bottom")
          : share + room < 0.98 ? "right" : share - room > 0.02 ? "left" : "top";
        const align = !isCurve ? undefined
          : position === "bottom" ? (share + room > 1 ? "right" : "left")
          : share - room / 2 < 0 ? "left" : share + room / 2 > 1 ? "right" : "center";
        return {
          value: onCategories ? [Math.round(mark.x), mark.y] : [mark.x, mark.y], words: mark.words,
          itemStyle: { color: color(mark.tone) },
          label: label({
            show: true, formatter: mark.words, position, align, distance: 8, fontWeight: 600,
            color: mark.tone === "bad" ? "var(--bad)" : "var(--ink)",
          }),
        };
      }),
      labelLayout: { moveOverlap: "shiftY" },
    }];
  };

  const levelsOf = (chart, axis, isTight = false) => {
    const levels = chart.levels ?? [];
    if (!levels.length) return undefined;
    return {
      symbol: "none", silent: true, animation: false,
      data: levels.map((level) => ({
        [axis]: level.value, lineStyle: { color: color(level.tone), type: [3, 4], width: 1.2 },
        label: label({
          formatter: level.words, position: axis === "yAxis" && isTight ? "insideEndTop" : "end",
          color: level.tone === "bad" ? "var(--bad)" : "var(--ink)",
        }),
      })),
    };
  };

  const upright = (chart, width) => {
    const onNames = chart.x.names.length > 0;
    const ends = [...chart.series.map((series) => series.label), ...(chart.levels ?? []).map((level) => level.words)]
      .filter(Boolean);
    // Direct labels need room at the right; where there is none they stand above their line's end.
    const room = ends.length ? Math.max(...ends.map((words) => textWidth(words, 600))) + 16 : 0;
    const fits = room < width * 0.34;
    const xs = chart.series.flatMap((series) => series.points.map((point) => point.x));
    const tops = chart.series.flatMap((series) => series.points.map((point) => point.y ?? 0));
    const isWhole = chart.y.unit === "percent" && Math.max(...tops) > 0.5 && Math.max(...tops) <= 1 && Math.min(...tops) >= 0;
    return {
      // Words over a curve stand between it and the name of its axis.
      grid: { left: 8, right: Math.max(fits ? room : 0, 24), top: chart.marks.length ? 46 : 28,
        bottom: chart.x.title && !onNames ? 26 : 8, containLabel: true },
      xAxis: onNames
        ? bottomNames(chart, width)
        : valueAxis(chart, chart.x, {
          min: chart.x.unit === "percent" ? 0 : Math.min(...xs), max: Math.max(...xs), splitLine: { show: false }, axisLine: axisLine(true),
          nameLocation: "middle", nameGap: 26, nameTextStyle: label({ color: "var(--faint)" }),
        }),
      yAxis: valueAxis(chart, chart.y, {
        nameTextStyle: label({ align: "left" }), nameGap: chart.marks.length ? 26 : 8,
        // A share of a whole ends at the whole.
        ...(isWhole ? { max: 1, interval: 0.25 } : {}),
        ...((chart.levels ?? []).some((level) => level.value > Math.max(...tops)) ? { max: farthest(chart, tops) } : {}),
        // Words over the highest bar need room under the axis's own.
        boundaryGap: chart.series.some((series) => series.points.some((point) => point.label)) ? [0, "12%"] : undefined,
      }),
      series: [
        ...chart.series.map((series, place) => {
          const isBar = series.form === "bar" || series.form === "hollow";
          const data = series.points.map((point) => item({ ...point, value: [onNames ? Math.round(point.x) : point.x, point.y] }, {
            itemStyle: point.tone || isBar
              ? { color: series.form === "hollow" ? "var(--hollow)" : fill(point.tone ?? series.tone),
                  borderColor: color(point.tone ?? series.tone), borderWidth: series.form === "hollow" || (point.tone ?? series.tone) === "bad" ? 1 : 0 }
              : undefined,
            label: point.label
              ? label({ show: true, formatter: point.label, position: point.y < 0 ? "bottom" : "top", color: "var(--ink)" })
              : undefined,
          }));
          const common = {
            name: series.name, data, emphasis: { disabled: true }, animation: false,
            stack: chart.stacked && (isBar || series.form === "area") ? "all" : undefined,
            markLine: place === 0 ? levelsOf(chart, "yAxis", !fits) : undefined,
          };
          if (isBar) return { ...common, type: "bar", barMaxWidth: 36, barGap: "8%", barCategoryGap: "28%",
            // Figures over bars that stand close give way to each other.
            label: label({ show: false, minMargin: 6 }), labelLayout: { hideOverlap: true } };
          if (series.form === "point") return { ...common, type: "scatter", symbolSize: 8, itemStyle: { color: color(series.tone) } };
          return {
            ...common, type: "line", showSymbol: false, symbol: "circle", symbolSize: 7, step: series.form === "step" ? "end" : false,
            lineStyle: { color: color(series.tone), width: 2.2, join: "round" }, itemStyle: { color: color(series.tone) },
            areaStyle: series.form === "area" ? { color: color(series.tone), opacity: chart.stacked ? 0.9 : 0.14 } : undefined,
            endLabel: label({
              // The palest steps would be too pale to read.
              show: Boolean(series.label), formatter: series.label, color: chart.stacked ? "var(--ink)" : color(series.tone),
              ...(chart.stacked ? { textBorderColor: "var(--paper)", textBorderWidth: 3 } : {}), fontWeight: 600,
              distance: onNames && fits ? halfStep(chart, width, room) + 6 : 6,
              ...(fits ? {} : { align: "right", verticalAlign: "bottom", offset: [-6, -8] }),
            }),
            labelLayout: { moveOverlap: "shiftY" },
          };
        }),
        ...marksOf(chart, width, onNames),
      ],
    };
  };

  const namesAtLeft = (chart, width) => {
    const room = Math.min(Math.max(...chart.x.names.map((name) => textWidth(name)), 1) + 4, width * 0.42);
    return {
      type: "category", inverse: true, data: chart.x.names, axisTick: { show: false }, axisLine: axisLine(false),
      axisLabel: label({ width: room, formatter: (name) => fitting(name, room), interval: 0, color: "var(--ink)" }),
    };
  };

  // The farthest of amounts and levels: a level beyond all bars is shown too.
  const farthest = (chart, amounts) => Math.max(...amounts, ...(chart.levels ?? []).map((level) => level.value), 0);

  const lying = (chart, width) => {
    const speak = say(chart, chart.y.unit);
    const wordsOf = (series, point, row) =>
      (point.label || speak(point.y ?? 0)) + (row === 0 && series.label ? ` ${series.label}` : "");
    const widthOf = (isNegative) => Math.max(0, ...chart.series.flatMap((series) => series.points
      .filter((point) => (point.y < 0) === isNegative).map((point) => textWidth(wordsOf(series, point, series.points.indexOf(point))))));
    const right = (chart.stacked ? 0 : widthOf(false)) + 14;
    const ends = chart.series.flatMap((series) => series.points.map((point) => point.y ?? 0));
    const names = namesAtLeft(chart, width);
    const plot = Math.max(width - names.axisLabel.width - right - 24, 40);
    const sums = chart.x.names.map((_, row) => chart.series.reduce((sum, series) => sum + Math.abs(series.points[row]?.y ?? 0), 0));
    const most = farthest(chart, chart.stacked ? sums : ends);
    const least = Math.min(...ends, 0);
    // Words of what is lost stand at the left of their bar: the axis makes room for them.
    // Where there is none, they stand at its right.
    const isTight = plot < 3 * widthOf(true);
    const spare = least < 0 && !isTight ? (most - least) * (widthOf(true) + 24) / Math.max(plot - widthOf(true) - 24, 40) : 0;
    return {
      grid: { left: 8, right, top: (chart.levels ?? []).length ? 24 : 4, bottom: 4, containLabel: true },
      yAxis: { ...names, axisLine: { show: false, onZero: false } },
      xAxis: valueAxis(chart, chart.y, {
        axisLabel: { show: false }, splitLine: { show: false }, name: "", min: least - spare, max: most || undefined,
      }),
      series: chart.series.map((series, place) => ({
        type: "bar", name: series.name, barMaxWidth: 18, barGap: "16%", barCategoryGap: "34%", animation: false,
        emphasis: { disabled: true }, stack: chart.stacked ? "all" : undefined,
        markLine: place === 0 ? levelsOf(chart, "xAxis") : undefined,
        data: series.points.map((point, row) => {
          const tone = point.tone ?? series.tone;
          const words = wordsOf(series, point, row);
          const isHollow = series.form === "hollow";
          // A piece of a stack carries its words where they fit.
          const fits = !chart.stacked || textWidth(words) + 10 < Math.abs(point.y ?? 0) / Math.max(most, 1e-9) * plot;
          return item(point, {
            itemStyle: {
              color: isHollow ? "var(--hollow)" : fill(tone), borderColor: color(tone),
              borderWidth: isHollow || tone === "bad" ? 1.2 : 0,
            },
            label: label({
              show: point.y !== null && fits, position: chart.stacked ? "inside" : point.y < 0 && !isTight ? "left" : "right",
              formatter: words,
              color: chart.stacked && !isHollow && tone !== "bad" && tone !== "soft" ? "var(--paper)" : isHollow ? "var(--soft)" : "var(--ink)",
            }),
          });
        }),
      })),
    };
  };

  const waterfall = (chart, width) => {
    const speak = say(chart, chart.y.unit);
    let level = 0;
    const spans = chart.series[0].points.map((point) => {
      const isLevel = Boolean(point.base);
      const from = isLevel ? 0 : level;
      level = from + point.y;
      return { from, to: level, isLevel, point };
    });
    const room = Math.max(...spans.map((span) => textWidth(speak(span.point.y)) + 22), 20);
    return {
      grid: { left: 8, right: room, top: 4, bottom: 4, containLabel: true },
      yAxis: namesAtLeft(chart, width),
      xAxis: valueAxis(chart, chart.y, { axisLabel: { show: false }, splitLine: { show: false }, name: "" }),
      series: [{
        type: "custom", animation: false,
        data: spans.map((span, row) => ({ value: [span.from, row, span.to], words: span.point.words, link: span.point.link })),
        encode: { x: [0, 2], y: 1 },
        renderItem: (_, api) => {
          const row = api.value(1);
          const span = spans[row];
          const [x1, y] = api.coord([span.from, row]);
          const [x2] = api.coord([span.to, row]);
          const high = Math.min(api.size([0, 1])[1] * 0.62, 22);
          const tone = span.isLevel ? "accent" : span.point.y < 0 ? "bad" : "good";
          const left = Math.min(x1, x2);
          const wide = Math.max(Math.abs(x2 - x1), 1);
          const sign = !span.isLevel && span.point.y > 0 ? "+" : "";
          const parts = [
            { type: "rect", shape: { x: left, y: y - high / 2, width: wide, height: high },
              style: { fill: fill(tone), stroke: color(tone), lineWidth: tone === "bad" ? 1 : 0 } },
            { type: "text", style: { x: left + wide + 6, y, text: sign + speak(span.point.y), fill: "var(--ink)",
              font: `${span.isLevel ? 600 : 400} ${font}px ${family}`, textVerticalAlign: "middle" } },
          ];
          if (row + 1 < spans.length) {
            const [, below] = api.coord([0, row + 1]);
            parts.push({ type: "line", shape: { x1: x2, y1: y + high / 2, x2, y2: below - high / 2 },
              style: { stroke: "var(--line)", lineWidth: 1 } });
          }
          return { type: "group", children: parts };
        },
      }],
    };
  };

  // A tone has its shape: nothing is told by colour alone.
  const shape = (tone) => (tone === "bad" ? "triangle" : tone === "soft" ? "rect" : "circle");

  const scatter = (chart, width) => {
    return {
      // The last figure of the axis stands half beyond it.
      grid: { left: 8, right: 36, top: 28, bottom: 24, containLabel: true },
      xAxis: valueAxis(chart, chart.x, {
        splitLine: { show: false }, axisLine: axisLine(true), nameLocation: "middle", nameGap: 26,
        min: chart.x.log ? undefined : "dataMin",
      }),
      yAxis: valueAxis(chart, chart.y, { nameTextStyle: label({ align: "left" }) }),
      series: [
        ...chart.series.map((series, place) => ({
          type: "scatter", name: series.name, animation: false, symbolSize: 9, emphasis: { scale: 1.5 },
          symbol: shape(series.tone),
          itemStyle: { color: color(series.tone), opacity: 0.62 },
          // What the levels are called is written with the names of the points, where there is room.
          markLine: place === 0 && (chart.levels ?? []).length ? { ...levelsOf(chart, "yAxis"), label: { show: false } } : undefined,
          data: series.points.map((point) => item({ ...point, value: [point.x, point.y] },
            point.tone ? { itemStyle: { color: color(point.tone) }, symbol: shape(point.tone) } : {})),
        })),
        ...marksOf(chart, width, false),
      ],
    };
  };

  // From names at the left to names at the right.
  const flow = (chart, width) => {
    const isLeft = (place) => chart.flows.some((one) => one.from === place);
    const sum = (place) => chart.flows.reduce((sum, one) => sum + (one.from === place || one.to === place ? one.amount : 0), 0);
    const tails = chart.x.names.map((_, place) => ` ${say(chart, "count")(sum(place))}`);
    const wide = (name, place) => textWidth(name + tails[place]);
    const room = (side) => Math.min(Math.max(1, ...chart.x.names.map((name, place) => isLeft(place) === side ? wide(name, place) : 0)) + 10, width * 0.38);
    const names = chart.x.names.map((name, place) => fitting(name, room(isLeft(place)) - 8 - textWidth(tails[place])) + tails[place]);
    return {
      series: [{
        type: "sankey", left: room(true), right: room(false), top: 8, bottom: 8, nodeGap: 14, nodeWidth: 10, draggable: false,
        layoutIterations: 0, emphasis: { focus: "adjacency" }, animation: false,
        data: names.map((name, place) => ({
          name: String(place), depth: isLeft(place) ? 0 : 1, itemStyle: { color: "var(--accent)" },
          label: label({
            show: true, position: isLeft(place) ? "left" : "right", formatter: name, color: "var(--ink)",
          }),
        })),
        links: chart.flows.map((one) => ({
          source: String(one.from), target: String(one.to), value: one.amount, words: one.words,
          lineStyle: { color: "var(--accent)", opacity: 0.22, curveness: 0.5 },
        })),
      }],
    };
  };

  // Words of a scatter are written once its dots stand: a name without room is left to the hint of its dot and to the table.
  const writeWords = (place, chart, drawn) => {
    const frame = place.getBoundingClientRect();
    const points = chart.series.flatMap((series) => series.points).filter((point) => point.y !== null)
      .map((point) => ({ ...point, at: drawn.convertToPixel("grid", [point.x, point.y]) }));
    const names = points.filter((point) => point.label).map((point) => {
      const words = fitting(point.label, frame.width / 2);
      return { words, link: point.link, at: point.at, width: textWidth(words), tone: "var(--ink)" };
    });
    const levels = (chart.levels ?? []).map(({ words, tone, value }) => ({
      words, at: drawn.convertToPixel({ yAxisIndex: 0 }, value), width: textWidth(words),
      tone: tone === "bad" ? "var(--bad)" : "var(--ink)",
    }));
    const written = [...place.querySelectorAll("svg text")].filter((text) => text.textContent.trim()).map((text) => {
      const box = text.getBoundingClientRect();
      return { left: box.left - frame.left, right: box.right - frame.left, top: box.top - frame.top, bottom: box.bottom - frame.top };
    });
    const isInside = (box) => box.right < frame.width - 2
      && drawn.containPixel("grid", [box.left, box.top]) && drawn.containPixel("grid", [box.left, box.bottom]);
    const placed = placing.place({
      names, dots: points.map((point) => point.at), levels, written, width: frame.width, height: font + 4, isInside,
    });
    const write = ({ words, tone, link }, box) => box && {
      type: "text", z: 10, silent: !link, onclick: link ? () => location.assign(link) : undefined,
      style: {
        text: words, x: box.left, y: (box.top + box.bottom) / 2, verticalAlign: "middle", fill: tone,
        font: `${font}px ${family}`, stroke: "var(--paper)", lineWidth: 3,
      },
    };
    const lead = ({ line }) => line && {
      type: "line", z: 9, silent: true, shape: { x1: line.x1, y1: line.y1, x2: line.x2, y2: line.y2 },
      style: { stroke: "var(--soft)", lineWidth: 1 },
    };
    drawn.setOption({
      graphic: [
        ...placed.names.map(lead), ...names.map((name, at) => write(name, placed.names[at].box)),
        ...levels.map((level, at) => write(level, placed.levels[at])),
      ].filter(Boolean),
    });
  };

  const kinds = { upright, lying, waterfall, scatter, flow };

  const heightOf = (chart) => {
    const rows = chart.x.names.length;
    const bars = chart.stacked ? 1 : Math.max(1, chart.series.length);
    if (chart.kind === "lying") return rows * (14 + 18 * bars) + ((chart.levels ?? []).length ? 32 : 12);
    if (chart.kind === "waterfall") return rows * 34 + 12;
    if (chart.kind === "flow") return Math.max(300, rows / 2 * 56);
    return chart.kind === "scatter" || chart.stacked ? 340 : 280;
  };

  const draw = (place) => {
    const chart = JSON.parse(place.dataset.chart);
    place.style.height = `${heightOf(chart)}px`;
    const drawn = echarts.init(place, null, { renderer: "svg" });
    const show = () => {
      const option = kinds[chart.kind](chart, place.clientWidth);
      drawn.setOption({
        animation: false, textStyle: { fontFamily: family },
        tooltip: {
          trigger: chart.kind === "upright" ? "axis" : "item", confine: true, appendTo: "body", className: "tip",
          axisPointer: { lineStyle: { color: "var(--soft)", type: [3, 4] }, z: 0 },
          formatter: (found) => (Array.isArray(found) ? found : [found])
            .map((one) => one.data?.words).filter(Boolean).map(hint),
        },
        ...option,
      }, true);
      if (chart.kind === "scatter") {
        drawn.getZr().flush();
        writeWords(place, chart, drawn);
      }
    };
    show();
    drawn.on("click", (event) => { if (event.data?.link) location.assign(event.data.link); });
    new ResizeObserver(() => { drawn.resize(); show(); }).observe(place);
  };

  const prepare = (root) => {
    for (const place of root.querySelectorAll("[data-chart]")) {
      if (place.dataset.drawn) continue;
      place.dataset.drawn = "yes";
      draw(place);
    }
  };

  document.documentElement.classList.add("scripted");
  prepare(document);
  document.body.addEventListener("htmx:load", (event) => prepare(event.detail.elt));

  // Other months are shown as soon as they are chosen.
  for (const select of document.querySelectorAll("form.window select")) {
    select.addEventListener("change", () => select.form.requestSubmit());
  }

  // "/" looks for a customer; the arrows walk through what was found, Escape leaves it.
  const field = document.querySelector("form.find input[type=search]");
  const found = document.getElementById("found");
  document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !isTyping && field) {
      event.preventDefault();
      field.focus();
    }
    if (!found || !field?.form.contains(document.activeElement)) return;
    const links = [...found.querySelectorAll("a")];
    if (event.key === "Escape") {
      found.replaceChildren();
      field.focus();
    } else if (links.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const place = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      (links[place] ?? field).focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (found && !field.form.contains(event.target)) found.replaceChildren();
  });
})();
