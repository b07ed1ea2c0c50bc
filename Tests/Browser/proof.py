"""That the checks find what they are for: a page with one fault of each kind planted in it, and one without."""

import contextlib
import http.server
import threading

import walk
import words
from visit import Window, browser

HEAD = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Épreuve</title><link rel="icon" href="data:,"></head>'
SOUND = HEAD + """<body><main><h1>Les clients de ce mois</h1><p>Trois clients rapportent <bdi>&lt;script&gt;</bdi>.</p>
<figure><div id="c" data-chart='{"kind":"scatter","x":{"title":""},"y":{"title":""},"series":[{"name":"","points":[{"x":1,"y":2,"label":"un"}]}]}'>
<svg width="200" height="50"><path d="M0,0L10,20L30,5" stroke="black" fill="none"/><text x="20" y="20">un</text></svg></div>
<details><summary>Chiffres</summary><table><tbody><tr><td>1</td></tr></tbody></table></details></figure></main></body></html>"""
# A fault, what makes it out of the sound page, and a word by which it must be told.
PLANTED = [
    ("wider than the window", ("<h1>", '<div style="width:3000px">large</div><h1>')),
    ("cut off: div", ("<h1>", '<div style="overflow:hidden;width:60px;white-space:nowrap">une phrase trop longue</div><h1>')),
    ("cut off: input", ("<h1>", '<input style="width:40px" placeholder="Chercher un client"><h1>')),
    ("text over text", ("<p>", '<p style="position:absolute;top:24px;left:10px">un texte sur un autre texte</p><p>')),
    ("a chart is not drawn", ("<svg", "<b")),
    ("a chart is empty", ('d="M0,0L10,20L30,5"', 'd="M0,0L10,20"')),
    ("no point to draw", ('"y":2', '"y":null')),
    ("no table behind it", ("<tr><td>1</td></tr>", "")),
    ("words leave the picture", ('<text x="20"', '<text x="190"')),
    ("words over words", ("</text>", '</text><text x="22" y="21">deux</text>')),
    ("a name over a dot", ("</text>", '</text><circle cx="28" cy="16" r="4"/>')),
    ("console error", ("<h1>", "<script>console.error('x')</script><h1>")),
    ("a script failed", ("<h1>", "<script>missing()</script><h1>")),
    ("asks another site", ("<h1>", '<script src="http://other.invalid/x.js"></script><h1>')),
    ("answers 404", ("<h1>", '<script src="/nothing.js"></script><h1>')),
    ("ran as a script", ("<h1>", "<script>alert(1)</script><h1>")),
    ("became part of the page", ("<bdi>", '<bdi><img src="data:," alt="">')),
    ("not translated to fr", ("rapportent", "which bring the most")),
    ("a key and no word", ("rapportent", "revenueCents")),
    ("not for people", ("rapportent", "undefined")),
    ("says it is in “en”", ('lang="fr"', 'lang="en"')),
    ("axe color-contrast", ("<p>", '<p style="color:#ccc;background:#fff">')),
    ("axe label", ("<h1>", '<input type="text"><h1>')),
]


class Pages(http.server.BaseHTTPRequestHandler):
    """Serves the pages of the proof by number."""

    def do_GET(self):  # The name is the library's.
        number = self.path.strip("/")
        found = number.isdigit() and int(number) < len(self.pages)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.pages[int(number)].encode() if found else b"")

    def log_message(self, *_):
        """Says nothing."""


@contextlib.contextmanager
def served(pages):
    """The address of the pages."""
    handler = type("Handler", (Pages,), {"pages": pages})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def told(window, number):
    """What the checks say of a page."""
    window.failures = []
    if window.open(f"/{number}"):
        walk.look(window, everyone=True)
    return [failure.what for failure in window.failures]


def missed():
    """What the checks do not find, or find where nothing is."""
    pages = [SOUND] + [SOUND.replace(*change, 1) for _, change in PLANTED]
    with served(pages) as home, browser() as opened:
        window = Window(opened, home, "proof")
        window.picture = False
        for what in told(window, 0):
            yield f"the checks find fault with a sound page: {what}"
        for number, (word, _) in enumerate(PLANTED, 1):
            found = told(window, number)
            if not any(word in what for what in found):
                yield f"the checks do not find “{word}” where it was planted; they say: {'; '.join(found) or 'nothing'}"
    french = {"names": ["Dupont"], "texts": [{"words": text} for text in ("Dupont", "12 k€", "Revenue by customer", "Marge")]}
    english = {"names": [], "texts": [{"words": text} for text in ("Dupont", "12 k€", "Revenue by customer", "Margin")]}
    if list(words.untranslated(french, english)) != ["the same in both languages: “Revenue by customer”"]:
        yield f"the checks do not compare languages: {list(words.untranslated(french, english))}"
