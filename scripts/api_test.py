#!/usr/bin/env python3
"""Holds the API against its own description, with tools that know neither: schemathesis and openapi-spec-validator.

A small sample company is served by the real program; schemathesis asks every operation for what the description allows
and for what it does not, and checks status, headers, type and content of every answer. How: scripts/api.toml.

  python3 scripts/api_test.py [-- what else schemathesis is told]

Set up by scripts/setup.py --with api; the program is .build/debug/clientele, or $CLIENTELE.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "Tests", "Browser"))

from here import ENGINES, PROGRAM  # noqa: E402  the folder is named above
from server import serving  # noqa: E402
from companies import run  # noqa: E402

# Every kind of file there is, of a company small enough to be analysed anew in a moment.
FILES = ["ventes.csv", "articles.csv", "clients.csv", "equipe.csv", "services.csv", "prospects.csv"]


def tool(name):
    """A program of the virtual environment that set-up made."""
    try:
        with open(os.path.join(ENGINES, "api.json"), encoding="utf-8") as file:
            return os.path.join(ENGINES, os.path.dirname(json.load(file)["python"]), name)
    except OSError:
        sys.exit("api: nothing is installed yet; run: python3 scripts/setup.py --with api")


def company(folder):
    """A workspace with a sample of 60 customers."""
    workspace, sources = os.path.join(folder, "company"), os.path.join(folder, "sources")
    run("init", workspace, "--lang", "en")
    run("sample", sources, "--customers", "60", "--lines", "6000", "--lang", "fr")
    run("import", *[os.path.join(sources, name) for name in FILES], "-w", workspace)
    return workspace


def main():
    schemathesis, validator = tool("schemathesis"), tool("openapi-spec-validator")
    if not os.path.exists(PROGRAM):
        sys.exit(f"api: {PROGRAM} is not built; run: swift build --product clientele")
    more = sys.argv[sys.argv.index("--") + 1:] if "--" in sys.argv else []
    # In the folder that is thrown away goes what the tools like to leave.
    surroundings = dict(os.environ, SCHEMATHESIS_HOOKS=os.path.join(HERE, "api_hooks.py"), PYTHONDONTWRITEBYTECODE="1")
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, serving(company(folder)) as address:
        place = address + "/api/v1/openapi.json"
        path = os.path.join(folder, "openapi.json")
        with urllib.request.urlopen(place) as answer, open(path, "wb") as file:
            file.write(answer.read())
        for command in (
            [validator, path],
            [schemathesis, "--config-file", os.path.join(HERE, "api.toml"), "run", place, "--checks", "all", *more],
        ):
            code = subprocess.run(command, cwd=folder, env=surroundings, check=False).returncode
            if code != 0:
                sys.exit(f"api: {os.path.basename(command[0])} found what is above.")
    print(f"The API is as described ({time.monotonic() - start:.0f} s).")


if __name__ == "__main__":
    main()
