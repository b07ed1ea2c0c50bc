"""Looks at one page in both languages, at three widths, light and dark."""

import words
from failures import Failure
from visit import LANGUAGES, WIDTHS, Window

INJECTED = "document.querySelectorAll('script:not([src]), img, iframe, style, [onerror], [onload], [href^=\"javascript:\"]').length"


class Walker:
    """Windows of every kind on every company, opened when first wanted."""

    def __init__(self, browser, homes):
        self.browser, self.homes, self.windows = browser, homes, {}

    def window(self, company, language, width):
        """The window of a kind."""
        key = (company, language, width)
        if key not in self.windows:
            self.windows[key] = Window(self.browser, self.homes[company], company, language, width)
        return self.windows[key]

    def walk(self, company, path, wanted=200):
        """The failures of one page."""
        failures, said = [], {}
        for language in LANGUAGES:
            for width in WIDTHS:
                # A hostile text is as long in every language.
                if company == "hostile" and language == "en" and width != WIDTHS[-1]:
                    continue
                window = self.window(company, language, width)
                window.failures = []
                try:
                    if window.open(path, wanted):
                        texts = look(window, everyone=width == WIDTHS[-1])
                        if texts:
                            said[language] = texts
                except Exception as error:  # One page that breaks the browser leaves the others to be looked at.
                    window.fail(f"could not be looked at: {type(error).__name__}: {str(error).splitlines()[0][:200]}")
                failures += window.failures
        if len(said) == 2:
            failures += [Failure(company, path, what) for what in words.untranslated(said["fr"], said["en"])]
        return failures


def look(window, everyone):
    """All checks of a page that is open; `everyone` adds those that do not hang on the width. Gives its texts."""
    window.settle()
    window.check("layout", "charts")
    if window.page.evaluate(INJECTED):
        window.fail("a text of the data became part of the page")
    if not everyone:
        return None
    texts = window.ask("texts")
    for what in dict.fromkeys(words.faults(texts, window.language)):
        window.fail(what)
    window.judge()
    window.theme = "dark"
    window.page.emulate_media(color_scheme="dark")
    window.settle()
    window.check("charts")
    window.judge()
    window.page.emulate_media(color_scheme="light")
    window.theme = "light"
    return texts
