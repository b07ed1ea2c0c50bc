"""A page on paper: A4, no menu, nothing wider than the sheet."""

import re

from visit import Window

PRINTED = ("/reports/", "/customers/")
A4 = (595, 842)
# The width of A4 less the margins of the style sheet, in the 96 dots an inch of a browser.
SHEET = 673
SEEN_ON_PAPER = """() => [...document.querySelectorAll("nav, form, .skip, header .language, button")]
  .filter((e) => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length)
  .map((e) => e.localName + "." + (e.className || ""))"""


def run(walker, job):
    """The failures of one page."""
    window = Window(walker.browser, walker.homes[job.company], job.company, label="paper")
    try:
        if window.open(job.path):
            window.settle()
            window.page.emulate_media(media="print")
            left = window.page.evaluate(SEEN_ON_PAPER)
            if left:
                window.fail(f"on paper: what cannot be used there is printed: {', '.join(sorted(set(left)))[:160]}")
            sheet = window.page.pdf(prefer_css_page_size=True)
            sizes = {tuple(round(float(n)) for n in box.split()[2:]) for box in boxes(sheet)}
            if not sizes or any(abs(size[0] - A4[0]) > 2 or abs(size[1] - A4[1]) > 2 for size in sizes):
                window.fail(f"on paper: pages are {sorted(sizes) or 'not there'}, not A4")
            # A browser makes a page that is too wide smaller, which can be read up to a point.
            window.page.set_viewport_size({"width": SHEET, "height": 1000})
            wider = window.page.evaluate("document.scrollingElement.scrollWidth") / SHEET
            if wider > 1.15:
                window.fail(f"on paper: {wider:.2f} times as wide as the sheet")
        return window.failures
    finally:
        window.close()


def boxes(sheet):
    """The sizes of a PDF's pages."""
    return [found.decode() for found in re.findall(rb"/MediaBox\s*\[([^\]]+)\]", sheet)]
