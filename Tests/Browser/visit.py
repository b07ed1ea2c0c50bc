"""A browser's window of one width, in one language and theme, and all that goes wrong in it."""

import contextlib
import os

import playwright.sync_api

from here import axe, installed, script
from failures import Failure, picture

WIDTHS = (390, 834, 1280)
LANGUAGES = ("fr", "en")
HEIGHTS = {390: 844, 834: 1112, 1280: 800}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SETTLED = """async () => {
  const charts = [...document.querySelectorAll("[data-chart]")];
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  if (charts.length) {
    for (const chart of charts) chart.scrollIntoView();
    const look = () => charts.map((chart) => chart.querySelector("svg")?.outerHTML.length ?? 0).join();
    for (let turn = 0, before = ""; turn < 250; turn++) {
      await pause(60);
      const now = look();
      if (now === before && !now.split(",").includes("0")) break;
      before = now;
    }
    scrollTo(0, 0);
  }
  await document.fonts.ready;
}"""


@contextlib.contextmanager
def browser():
    """A browser of this machine; Playwright's own where none is named."""
    with playwright.sync_api.sync_playwright() as driver:
        options = {"executable_path": installed()["browser"]} if installed()["browser"] else {}
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options["args"] = ["--no-sandbox"]
        opened = driver.chromium.launch(**options)
        try:
            yield opened
        finally:
            opened.close()


class Window:
    """One window on one company's dashboard; what went wrong since the last look is in `noise`."""

    def __init__(self, browser, home, company, language="fr", width=1280, theme="light", scripts=True, label=None):
        self.home, self.company, self.language, self.width, self.theme = home, company, language, width, label or theme
        self.failures, self.noise, self.path = [], [], "/"
        self.context = browser.new_context(
            locale={"fr": "fr-FR", "en": "en-GB"}[language], viewport={"width": width, "height": HEIGHTS[width]},
            color_scheme=theme, reduced_motion="reduce", java_script_enabled=scripts)
        self.page = self.context.new_page()
        self.wanted, self.picture = 200, True
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.noise.append(f"a script failed: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)

    def close(self):
        """Shuts the window."""
        self.context.close()

    def _console(self, message):
        # That a resource did not come is told by its response.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.noise.append(f"console error: {message.text[:200]}")

    def _dialog(self, dialog):
        self.noise.append(f"a text of the data ran as a script: {dialog.message[:80]}")
        dialog.dismiss()

    def _request(self, request):
        if not request.url.startswith((self.home + "/", "data:", "about:", "blob:")):
            self.noise.append(f"asks another site: {request.url[:120]}")

    def _failed(self, request):
        # A page left before an answer came is no fault.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.noise.append(f"request failed: {request.url[:120]} ({request.failure})")

    def _response(self, response):
        is_page = response.request.is_navigation_request()
        if response.status >= 400 and not (is_page and response.status == self.wanted):
            self.noise.append(f"answers {response.status}: {response.url[:120]}")

    def fail(self, what):
        """Notes a fault; the first of a look is pictured."""
        failure = Failure(self.company, self.path, what, self.language, self.width, self.theme)
        if self.picture and not any(known.look == failure.look and known.path == failure.path for known in self.failures):
            picture(self.page, failure)
        self.failures.append(failure)

    def open(self, path, wanted=200):
        """Goes to a page and waits until all of it is there; says whether it can be looked at."""
        self.path, self.wanted = path, wanted
        self.noise.clear()
        try:
            answer = self.page.goto(self.home + path, wait_until="load", timeout=60_000)
        except playwright.sync_api.Error as error:
            self.fail(f"the page does not come: {str(error).splitlines()[0][:160]}")
            return False
        if answer is None or answer.status != wanted:
            self.fail(f"answers {answer.status if answer else 'nothing'}, not {wanted}")
            return False
        return True

    def settle(self):
        """Waits until charts are drawn."""
        self.page.evaluate(SETTLED)
        self.page.evaluate(script("helpers"))

    def ask(self, name):
        """The answer of one of our scripts."""
        return self.page.evaluate(script(name))

    def check(self, *names):
        """Notes the faults that scripts find, and the noise of the page."""
        for name in names:
            for what in self.ask(name):
                self.fail(what)
        for what in dict.fromkeys(self.noise):
            self.fail(what)
        self.noise.clear()

    def judge(self):
        """Notes what stands in somebody's way, by the rules of WCAG 2.2 AA and good practice."""
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(axe() + "; 0")
        found = self.page.evaluate(
            "(rules) => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})"
            ".then((r) => r.violations.map((v) => [v.id, v.help, v.nodes.length, v.nodes[0].target.join(' '),"
            " (v.nodes[0].any[0] || v.nodes[0].all[0] || v.nodes[0].none[0] || {}).message || '']))", RULES)
        for rule, help_, count, target, message in found:
            self.fail(f"axe {rule}: {help_}; {count} × such as {target[:100]}: {message[:160]}")
