#!/usr/bin/env python3
"""Pictures of every page of the sample company: two languages, three widths, light and dark, on one sheet.

  python3 scripts/shots.py [--only TEXT] [--workers N] [--out FOLDER]

Needs what the browser tests need. The sheet is .build/shots/index.html.
"""

import argparse
import concurrent.futures
import contextlib
import html
import itertools
import multiprocessing
import os
import re
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Tests", "Browser"))

import here

THEMES = ("light", "dark")


def name(path):
    """A file's name that sorts by page."""
    return re.sub(r"[^A-Za-z0-9=-]+", "_", path.strip("/")) or "0-dashboard"


def shoot(page, folder):
    """Every picture of one page; what could not be taken is told."""
    import plan
    import visit

    company, path, wanted = page
    failures = []
    for language, width in itertools.product(visit.LANGUAGES, visit.WIDTHS):
        window = plan.walker.window(company, language, width)
        for theme in THEMES:
            window.page.emulate_media(color_scheme=theme)
            if not window.open(path, wanted):
                failures.append(f"{path} does not answer as it should")
                continue
            window.settle()
            file = f"{company}-{name(path)}.{language}.{width:04}.{theme}.png"
            window.page.screenshot(path=os.path.join(folder, file), full_page=True)
    return failures


def sheet(folder):
    """The contact sheet: a row a page, a column a way of looking at it."""
    files = sorted(file for file in os.listdir(folder) if file.endswith(".png"))
    rows = []
    for page, group in itertools.groupby(files, key=lambda file: file.split(".")[0]):
        pictures = "".join(
            f'<a href="{html.escape(file)}" title="{html.escape(file)}"><img loading="lazy" alt="{html.escape(file)}"'
            f' src="{html.escape(file)}"></a>' for file in group)
        rows.append(f"<h2>{html.escape(page)}</h2><div>{pictures}</div>")
    style = ("body{font:14px system-ui;margin:24px;background:#888}div{display:flex;gap:8px;overflow-x:auto;align-items:start}"
             "img{height:420px;max-width:360px;object-fit:cover;object-position:top;background:#fff}")
    with open(os.path.join(folder, "index.html"), "w", encoding="utf-8") as out:
        out.write(f"<!doctype html><meta charset=utf-8><title>Clientele, page by page</title><style>{style}</style>{''.join(rows)}")


def main():
    asked = argparse.ArgumentParser(description="Pictures of every page of the sample company.")
    asked.add_argument("--only", default="", help="only pages whose address holds this text")
    asked.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))
    asked.add_argument("--out", default=os.path.join(here.ROOT, ".build", "shots"))
    asked = asked.parse_args()
    here.with_playwright()
    import addresses
    import companies
    import plan

    shutil.rmtree(asked.out, ignore_errors=True)
    os.makedirs(asked.out)
    with tempfile.TemporaryDirectory(prefix="clientele-shots-") as folder, contextlib.ExitStack() as stack:
        served = plan.serve(["sample", "empty"], folder, stack)
        pages = []
        for company in served:
            known = addresses.known(companies.reports(company.workspace))
            found, _ = addresses.crawl(company.home, known)
            pages += [(company.name, path, 200) for path in addresses.chosen(found, known)]
        pages += [("sample", path, wanted) for path, wanted in addresses.WRONG[:1]]
        pages = [page for page in pages if asked.only in page[1]]
        homes = {company.name: company.home for company in served}
        pool = stack.enter_context(concurrent.futures.ProcessPoolExecutor(
            asked.workers, mp_context=multiprocessing.get_context("spawn"), initializer=plan.begin, initargs=(homes,)))
        failures = []
        for page, faults in zip(pages, pool.map(shoot, pages, itertools.repeat(asked.out))):
            print(page[0], page[1], flush=True)
            failures += faults
    sheet(asked.out)
    print(f"{len(os.listdir(asked.out)) - 1} pictures: {os.path.join(asked.out, 'index.html')}")
    for fault in dict.fromkeys(failures):
        print(f"shots: {fault}", file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
