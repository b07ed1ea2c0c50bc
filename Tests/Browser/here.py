"""Where things are: the program, what set-up fetched, and where failures are left."""

import json
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ENGINES = os.environ.get("CLIENTELE_ENGINES") or os.path.join(ROOT, ".engines")
PROGRAM = os.environ.get("CLIENTELE") or os.path.join(ROOT, ".build", "debug", "clientele")
FAILURES = os.path.join(ROOT, ".build", "browser-failures")
SCRIPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scripts")

# What is on this machine is asked directly.
os.environ["no_proxy"] = "127.0.0.1,localhost"


def installed():
    """What `scripts/setup.py --with browser` left: the judge, the Python that drives, the browser."""
    try:
        with open(os.path.join(ENGINES, "browser.json"), encoding="utf-8") as file:
            return json.load(file)
    except OSError:
        sys.exit("browser: nothing is installed yet; run: python3 scripts/setup.py --with browser")


def with_playwright():
    """Starts this program again under the Python that can drive a browser, unless it is that one."""
    python = os.path.join(ENGINES, installed()["python"])
    if os.path.abspath(sys.prefix) != os.path.abspath(os.path.dirname(os.path.dirname(python))):
        os.execv(python, [python, *sys.argv])
    if not os.path.exists(PROGRAM):
        sys.exit(f"browser: {PROGRAM} is not built; run: swift build --product clientele")


def script(name):
    """What is asked of a page, as JavaScript."""
    with open(os.path.join(SCRIPTS, name + ".js"), encoding="utf-8") as file:
        return file.read()


def axe():
    """The judge of whether everybody can use a page."""
    with open(os.path.join(ENGINES, installed()["axe"]), encoding="utf-8") as file:
        return file.read()
