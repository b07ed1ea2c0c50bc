#!/usr/bin/env python3
"""Walks every page of the dashboard in a browser and says what is wrong with it.

  python3 Tests/Browser/run.py [--company NAME …] [--only TEXT] [--workers N]

Needs `python3 scripts/setup.py --with browser` and a built program (`swift build --product clientele`, or $CLIENTELE).
Pictures of what failed are left in .build/browser-failures/.
"""

import argparse
import concurrent.futures
import contextlib
import multiprocessing
import os
import shutil
import sys
import tempfile
import time

import here


def main():
    asked = argparse.ArgumentParser(description="Walk every page of the dashboard in a browser.")
    asked.add_argument("--company", action="append", choices=["sample", "hostile", "empty", "bare"])
    asked.add_argument("--only", default="", help="only pages whose address holds this text, and no task")
    asked.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))
    asked = asked.parse_args()
    here.with_playwright()
    import plan  # Needs what drives the browser.
    import proof

    from failures import tell

    start = time.monotonic()
    blind = list(proof.missed())
    if blind:
        sys.exit("\n".join(blind))
    shutil.rmtree(here.FAILURES, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="clientele-browser-") as folder, contextlib.ExitStack() as stack:
        companies = plan.serve(asked.company or ["sample", "hostile", "bare", "empty"], folder, stack)
        jobs, failures = plan.jobs(companies, asked.only)
        homes = {company.name: company.home for company in companies}
        print(tell(failures), f"\n{len(jobs)} jobs, {asked.workers} at a time", flush=True)
        pool = stack.enter_context(concurrent.futures.ProcessPoolExecutor(
            asked.workers, mp_context=multiprocessing.get_context("spawn"), initializer=plan.begin, initargs=(homes,)))
        for job, (found, seconds) in zip(jobs, pool.map(plan.timed, jobs)):
            failures += found
            mark = "✗" if found else "✓"
            print(f"{mark} {job.company} {job.kind} {job.path} ({seconds:.1f} s)" + tell(found).replace(f"\n{job.company} · {job.path}", ""), flush=True)
    if failures:
        # Once more at the end, where a long list's reader looks first.
        print(tell(failures))
        print(f"\nPictures of what failed are in {here.FAILURES}.")
    print(f"{len(jobs)} jobs, {len(failures)} failures, {time.monotonic() - start:.0f} s", flush=True)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
