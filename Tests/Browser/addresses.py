"""Which pages there are: those that must be, and those that links lead to."""

import html.parser
import re
import urllib.error
import urllib.parse
import urllib.request

ALWAYS = ["/", "/imports", "/import", "/policy", "/style"]
WITH_BOOKS = [
    "/customers", "/lines", "/imports/1", "/duplicates", "/categories", "/categories?q=a",
    "/whatif", "/whatif?step=drop%40class%3AD&step=reprice%3A5%25%40class%3AA&other=lose%3A20%25%40class%3AA",
    "/ceasing", "/offers", "/door", "/letters/template", "/door?name=zzz", "/letters/template?letter=en",
    "/customers?q=zzzzzz", "/reports/ranking?q=zzzzzz",
    "/reports/ranking?sort=-valueCents&page=2", "/reports/ranking?months=3", "/?months=all", "/reports/ranking?per=group",
]
# The address and the answer that is wanted.
WRONG = [
    ("/nothing-here", 404), ("/reports/nothing", 404), ("/customers/X404", 404), ("/prospects/X404", 404), ("/imports/999999", 404),
    ("/reports/ranking?asOf=yesterday", 400),
]


def known(reports):
    """The pages that must be there; those of reports, by their names, where there are books."""
    pages = [f"/{kind}/{name}" for kind in ("reports", "methods") for name in reports]
    return ALWAYS + (pages + WITH_BOOKS if reports else [])


class Links(html.parser.HTMLParser):
    """The links of a page and the places in it that links can name."""

    def __init__(self):
        super().__init__()
        self.links, self.places = [], set()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in ("a", "link") and values.get("href"):
            self.links.append(values["href"])
        if tag in ("script", "img") and values.get("src"):
            self.links.append(values["src"])
        if values.get("id"):
            self.places.add(values["id"])


class Stay(urllib.request.HTTPRedirectHandler):
    """Redirections are answers too: where they lead is looked at apart."""

    def redirect_request(self, *_):
        return None


def get(address, language, opener=urllib.request.build_opener(Stay)):
    """The status and, for a page, the text of an address."""
    request = urllib.request.Request(address, headers={"Accept-Language": language})
    try:
        with opener.open(request, timeout=60) as answer:
            is_page = (answer.headers.get("Content-Type") or "").startswith("text/html")
            return answer.status, answer.read().decode("utf-8", "replace") if is_page else ""
    except urllib.error.HTTPError as error:
        error.close()
        return error.code, ""


def shape(link):
    """What tells pages of one kind from those of another: the path but for names in it, and what is asked."""
    parts = urllib.parse.urlsplit(link)
    path = re.sub(r"^/customers/.+/(record|ceasing|letter)$", r"/customers/*/\1", parts.path)
    path = path if path.startswith("/customers/*/") else re.sub(r"^/(customers|prospects|imports|import|lines)/.+", r"/\1/*", path)
    asked = sorted({name for name, _ in urllib.parse.parse_qsl(parts.query)})
    return path + ("?" + "&".join(asked) if asked else "")


def crawl(home, known, language="fr", most=900, of_a_shape=6):
    """Follows links from the known pages; gives the pages to walk and what is wrong with links.

    Every link is asked for once, but of links of one shape (such as customers' sheets) only some.
    """
    wanted, faults, shapes, answers, dead = [], [], {}, {}, {}
    queue = [(path, "") for path in known]
    while queue and len(answers) < most:
        path, origin = queue.pop(0)
        bare = path.split("#")[0]
        if bare in answers:
            continue
        if origin:
            kind = shape(bare)
            shapes[kind] = shapes.get(kind, 0) + 1
            if shapes[kind] > of_a_shape:
                continue
        status, text = get(home + bare, language)
        page = Links()
        page.feed(text)
        answers[bare] = page
        if status >= 400 and origin:
            dead.setdefault((origin.split("?")[0], shape(bare.split("?")[0]), status), []).append(bare)
        if text and status < 400:
            wanted.append(bare)
        for link in page.links:
            if re.match(r"[a-z][a-z0-9+.-]*:|//", link, re.I):
                if not link.startswith("mailto:"):
                    faults.append((bare, f"a link leads away: {link[:80]}"))
                continue
            target = urllib.parse.urljoin(bare, link)
            fragment = urllib.parse.urlsplit(target).fragment
            if fragment and target.split("#")[0] == bare and fragment not in page.places:
                faults.append((bare, f"a link names no place of its page: #{fragment}"))
            queue.append((target, bare))
    for (origin, kind, status), links in dead.items():
        others = f", and {len(links) - 1} more links to {kind}" if len(links) > 1 else ""
        faults.append((origin, f"a link leads nowhere: {links[0]} answers {status}{others}"))
    return wanted, faults


def chosen(pages, known, sheets=3):
    """The pages to look at in every way: those that must be, one of each other kind of path, some customers' sheets."""
    result = list(known)
    count = {}
    for page in pages:
        kind = urllib.parse.urlsplit(shape(page)).path
        is_sheet = kind == "/customers/*"
        count[kind] = count.get(kind, 0) + (page not in known)
        if page not in result and "?" not in page and count[kind] <= (sheets if is_sheet else 1):
            result.append(page)
        # Invoice lines and two customers side by side are nothing without what was asked.
        if page not in result and kind in ("/lines", "/duplicates/pair") and "?" in page and count[kind] == 1:
            result.append(page)
    return result
