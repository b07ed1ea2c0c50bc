"""A page without a mouse: where the focus goes first, that it is seen, that search can be used."""

from visit import Window

PAGES = ["/", "/reports/ranking", "/customers"]
# Something to be seen around or on what has the focus that is not there without it.
LOOK = """() => {
  const e = document.activeElement;
  const s = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  return { name: e.localName, href: e.getAttribute("href") || "", body: e === document.body,
    ring: (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 1) || s.boxShadow !== "none",
    seen: box.width > 2 && box.height > 2 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    words: (e.getAttribute("aria-label") || e.textContent || e.name || "").trim().slice(0, 40) };
}"""


def run(walker, job):
    """The failures of one page."""
    window = Window(walker.browser, walker.homes[job.company], job.company)
    try:
        if window.open(job.path):
            window.settle()
            first(window)
            focus(window)
            search(window)
            window.check()
        return window.failures
    finally:
        window.close()


def first(window):
    """The first stop leads past the menu, and does so."""
    window.page.keyboard.press("Tab")
    at = window.page.evaluate(LOOK)
    if at["href"] != "#content" or not at["seen"]:
        window.fail(f"keyboard: the first stop is {at['name']} “{at['words']}”, not a visible link to the content")
        return
    window.page.keyboard.press("Enter")
    if not window.page.evaluate("document.activeElement.closest('main') !== null || location.hash === '#content'"):
        window.fail("keyboard: the link to the content does not lead there")


def focus(window):
    """Every stop is seen, and shows that it has the focus."""
    window.page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    told = 0
    for _ in range(40):
        window.page.keyboard.press("Tab")
        at = window.page.evaluate(LOOK)
        if at["body"]:
            return
        if not at["ring"] or not at["seen"]:
            window.fail(f"keyboard: focus is not seen on {at['name']} “{at['words']}”" + ("" if at["seen"] else ", which is out of view"))
            told += 1
            if told == 3:
                return


def search(window):
    """The search of the header finds a customer as one types, and its answer can be reached and followed."""
    page = window.page
    name = "Clinique"
    field = page.locator("header input[type=search]").first
    if not field.count():
        window.fail("keyboard: the header has no search")
        return
    field.focus()
    page.keyboard.type(name, delay=30)
    try:
        page.locator("#found a").first.wait_for(timeout=30_000)
        page.keyboard.press("Tab")
        for _ in range(6):
            if page.evaluate("document.activeElement.closest('#found') !== null"):
                break
            page.keyboard.press("Tab")
        else:
            window.fail("keyboard: what the search found cannot be reached with Tab")
            return
        with page.expect_navigation(url="**/customers/**", timeout=30_000):
            page.keyboard.press("Enter")
    except Exception as error:
        window.fail(f"keyboard: typing “{name}” into the search leads to no customer ({str(error).splitlines()[0][:80]})")
