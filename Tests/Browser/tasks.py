"""What a person comes for, within three clicks of the first screen, checked against what the program says on its own."""

import csv
import json
import re
import urllib.parse

from companies import run as program
from visit import Window

CLICKS = 3


class TooFar(Exception):
    """The way is longer than three clicks, or a link of it is not there."""


class Walk:
    """A person who clicks on what is seen, and counts."""

    def __init__(self, window):
        self.window, self.clicks = window, 0
        window.open("/")
        window.settle()

    def click(self, *patterns):
        """Follows the first visible link whose address fits one of the patterns, the earlier ones rather."""
        links = self.window.page.locator("a[href]:visible")
        found = [(link, urllib.parse.unquote(link.get_attribute("href"))) for link in links.all()]
        for pattern in patterns:
            for link, href in found:
                if re.match(pattern, href):
                    self.clicks += 1
                    if self.clicks > CLICKS:
                        raise TooFar(f"more than {CLICKS} clicks")
                    link.click()
                    self.window.page.wait_for_load_state("load")
                    return pattern
        raise TooFar(f"after {self.clicks} clicks, at {self.path}, no visible link leads to {' or '.join(patterns)}")

    def click_until(self, target, *ways):
        """Clicks a link to the target where one is seen, else the ways one after another until one is."""
        rest = list(ways)
        while self.click(target, *rest) != target:
            rest = rest[1:]

    @property
    def path(self):
        """Where the person is."""
        return self.window.page.url.removeprefix(self.window.home)

    def says(self, *words):
        """Whether the content holds each text, whatever the spaces within."""
        content = squeezed(self.window.page.locator("main").inner_text())
        return all(squeezed(word) in content for word in words)


def squeezed(text):
    """A text without spaces, and with one kind of minus."""
    return re.sub(r"\s+", "", text).replace("−", "-").lower()


def euros(cents):
    """An amount in whole euros, half away from zero, without marks between thousands (spaces are squeezed out)."""
    return str((abs(cents) + 50) // 100)


def exact(path):
    """The pattern of an address and nothing behind it but what is asked of it."""
    return re.escape(path) + r"($|[?#])"


def facts(workspace):
    """What the program says of the sample, as the answers to be found."""
    def report(name):
        return json.loads(program("report", name, "-w", workspace, "--format", "json", "--lang", "fr"))

    known = [row for row in report("profitability")["rows"] if row["operatingMarginCents"] is not None]
    worst = min(known, key=lambda row: row["operatingMarginCents"])
    categories = {}
    for row in report("categories")["rows"]:
        sums = categories.setdefault(row["category"], [0, 0])
        sums[0] += row["operatingMarginCents"] or 0
        sums[1] += row["revenueCents"] or 0
    best = max((name for name in categories if name and categories[name][1] > 0),
               key=lambda name: categories[name][0] / categories[name][1])
    floor = max((row for row in report("floors")["rows"] if row["shortfallCents"]), key=lambda row: row["shortfallCents"])
    imports = json.loads(program("imports", "-w", workspace, "--format", "json"))
    rejected = max((one for one in imports if one["rejected"]), key=lambda one: int(one["id"]))
    return tuple(json.dumps(fact, ensure_ascii=False) for fact in (worst, [best, *categories[best]], floor, rejected))


def worst_loss_maker(walk, worst, *_):
    """The customer that costs most → its invoice lines."""
    sheet = exact(f"/customers/{worst['customer']}")
    walk.click_until(sheet, exact("/reports/profitability"))
    if not walk.says(worst["name"], euros(worst["operatingMarginCents"])):
        return f"the sheet does not say that {worst['name']} leaves −{euros(worst['operatingMarginCents'])} €"
    walk.click(rf"/lines\?.*{re.escape(worst['customer'])}")
    rows = walk.window.page.locator("main tbody tr").count()
    return None if rows > 1 else f"{rows} invoice lines at {walk.path}"


def best_category(walk, _, best, *__):
    """The category with the best margin, and that margin."""
    walk.click_until(exact("/reports/categories"), exact("/reports/profitability"))
    rate = f"{100 * best[1] / best[2]:.1f}".replace(".", ",")
    title = squeezed(walk.window.page.locator("main h1").inner_text())
    return None if squeezed(best[0]) in title and rate in title else f"the title does not say that {best[0]} leaves {rate} %"


def under_the_floor(walk, _, __, floor, *___):
    """Who is under the floor, and by how much."""
    walk.click_until(exact("/reports/floors"), exact("/reports/profitability"))
    words = (floor["name"], euros(floor["shortfallCents"]))
    return None if walk.says(*words) else f"the page does not say that {words[0]} lacks {words[1]} €"


def why_the_month_fell(walk, *_):
    """Why this month differs from the same one a year before: which customers, and how much each."""
    walk.click(exact("/reports/month"))
    rows = walk.window.page.locator("main tbody tr:has(a[href^='/customers/'])").count()
    return None if rows >= 3 else f"{rows} customers behind the change at {walk.path}"


def rejected_lines(walk, _, __, ___, rejected):
    """What was rejected in the last import that set anything aside, and why."""
    walk.click_until(rf"/imports/{rejected['id']}($|[?#])", exact("/imports"))
    if not walk.says(str(rejected["rejected"]), rejected["file"].split("/")[-1]):
        return f"the page does not say that {rejected['rejected']} lines were set aside"
    walk.window.page.evaluate("document.querySelectorAll('details').forEach((e) => e.open = true)")
    with open(rejected["rejectsFile"], encoding="utf-8-sig", newline="") as rejects:
        first = next(csv.DictReader(rejects))["line"]
    return None if walk.says(first) else f"the page does not show the first line that was set aside ({first})"


TASKS = {
    function.__name__: function
    for function in (worst_loss_maker, best_category, under_the_floor, why_the_month_fell, rejected_lines)
}


def run(walker, job):
    """The failure of one task, if any."""
    window = Window(walker.browser, walker.homes[job.company], job.company)
    try:
        walk = Walk(window)
        fault = TASKS[job.path](walk, *map(json.loads, job.facts))
        window.path = job.path
        if fault:
            window.fail("task: " + fault)
        window.check()
    except TooFar as error:
        window.path = job.path
        window.fail(f"task: {error}")
    finally:
        window.close()
    return window.failures
