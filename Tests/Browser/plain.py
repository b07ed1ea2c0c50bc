"""A page without scripts: its content, tables, sorting, filter and paging are there all the same."""

from visit import Window


def run(walker, job):
    """The failures of one page."""
    key = (job.company, "plain")
    if key not in walker.windows:
        walker.windows[key] = Window(walker.browser, walker.homes[job.company], job.company, label="without scripts", scripts=False)
    window = walker.windows[key]
    window.failures = []
    if window.open(job.path):
        content(window)
        # The components' page shows a table that answers nothing.
        if job.company == "sample" and job.path != "/style":
            sorting(window, job.path)
            paging(window, job.path)
            search(window, job.path)
        window.check()
    return window.failures


def content(window):
    """There is a heading and something under it; a chart's figures can be read."""
    if window.page.locator("main h1").count() != 1:
        window.fail(f"without scripts: {window.page.locator('main h1').count()} headings of the first level")
    if len(window.page.locator("main").inner_text()) < 60:
        window.fail("without scripts: hardly a word on the page")
    for chart in window.page.locator("figure.chart").all():
        chart.locator("summary").click()
        if not chart.locator("details tbody tr").first.is_visible():
            window.fail("without scripts: a chart's figures cannot be opened")


def rows(window):
    """The rows of the page's own table, as text."""
    return window.page.locator("main .table:has(.filter) tbody tr").all_inner_texts()


def follow(window, path, selector, what):
    """Whether a link of the page leads to other rows; nothing where there is no such link."""
    window.open(path)
    link = window.page.locator(selector).first
    before = rows(window)
    if not link.count() or len(before) < 2:
        return
    href = link.get_attribute("href")
    link.click()
    if rows(window) == before:
        # Rows may stand in that order already: the same link then turns them round.
        window.page.locator(selector).first.click()
    if rows(window) == before:
        window.fail(f"without scripts: {what} changes no row ({href})")


def sorting(window, path):
    """A header sorts."""
    follow(window, path, "main .table:has(.filter) th.row.sorts a", "sorting by name")


def paging(window, path):
    """The next page has other rows."""
    follow(window, path, "main .table:has(.filter) .paging a", "the next page")


def search(window, path):
    """The filter leaves the rows that hold the text."""
    window.open(path)
    form = window.page.locator("main form.filter").first
    if not form.count():
        return
    form.locator("input[type=search]").fill("zzzzzz")
    form.locator("button").click()
    if rows(window):
        window.fail("without scripts: the filter lets rows through that do not hold the text")
