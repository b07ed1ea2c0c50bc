#!/usr/bin/env python3
"""How fast the dashboard answers for a company of 100,000 customers: the first page, its memory, and every kind of page.

  python3 scripts/bench_web.py [--customers N] [--lines N] [--seconds N] [--keep FOLDER]

Needs the optimised program (`make build`) and wrk. Figures are printed beside their targets; none fails the run.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.environ.get("CLIENTELE", os.path.join(ROOT, ".build", "release", "clientele"))
FIRST_PAGE, MEMORY = 5.0, 800
IDLE, BUSY = 20.0, 200.0
os.environ["no_proxy"] = "127.0.0.1"


def call(*command):
    """Runs the program and gives what it prints."""
    return subprocess.run([PROGRAM, *command], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def make(folder, customers, lines):
    """A workspace of plain sales."""
    workspace, source = os.path.join(folder, "w"), os.path.join(folder, "source")
    if not os.path.exists(os.path.join(workspace, "policy.yaml")):
        call("sample", source, "--plain", "--customers", str(customers), "--lines", str(lines))
        call("init", workspace)
        call("import", os.path.join(source, "sales.csv"), "-w", workspace)
    return workspace


def answers(address):
    """Whether the answer comes; the pages are French, as those measured."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept-Language": "fr"}), timeout=30) as answer:
            return answer.read() != b""
    except (urllib.error.URLError, OSError):
        return False


def memory(process):
    """The most megabytes that a process has held, and holds now."""
    try:
        with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
            words = file.read()
    except OSError:
        return 0, 0
    peak, now = (int(re.search(rf"{key}:\s+(\d+)", words)[1]) / 1024 for key in ("VmHWM", "VmRSS"))
    return peak, now


def serve(workspace):
    """Starts the server; gives it, its address and the seconds to the first page of books."""
    start = time.monotonic()
    process = subprocess.Popen(
        [PROGRAM, "serve", "-w", workspace, "--port", "0", "--no-open", "--lang", "en"], stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        found = re.search(r"http://[0-9.:]+", line)
        if found:
            break
    else:
        sys.exit("The server printed no address.")
    # Pages answer at once with how far the analysis is; the API says 503 until there are books.
    while not answers(found[0] + "/api/v1/reports/stakes"):
        if process.poll() is not None:
            sys.exit("The server ended by itself.")
        time.sleep(0.02)
    answers(found[0] + "/")
    return process, found[0], time.monotonic() - start


def wrk(address, seconds, script=None):
    """The latencies of one address under sixteen readers: milliseconds at 50 and 99 per cent, and answers a second."""
    done = subprocess.run(
        ["wrk", "-t1", "-c16", f"-d{seconds}s", "--latency", "-H", "Accept-Language: fr", *(["-s", script] if script else []), address],
        capture_output=True, text=True, check=True)
    scale = {"us": 0.001, "ms": 1, "s": 1000}
    times = {int(share): float(value) * scale[unit]
             for share, value, unit in re.findall(r"^\s+(\d+)%\s+([\d.]+)(us|ms|s)$", done.stdout, re.M)}
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1])
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", done.stdout)
    return times[50], times[99], rate, int(wrong[1]) if wrong else 0


class Changes:
    """Somebody who touches the rules again and again, so that the books are always being made anew."""

    def __init__(self, workspace):
        self.file, self.over = os.path.join(workspace, "policy.yaml"), threading.Event()
        self.thread = threading.Thread(target=self.run)

    def run(self):
        """Touches the rules every half second."""
        while not self.over.wait(0.5):
            os.utime(self.file)

    def __enter__(self):
        self.thread.start()
        time.sleep(1.5)

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()


def turn(folder, paths):
    """A script for wrk that asks for one path after the other."""
    script = os.path.join(folder, "turn.lua")
    with open(script, "w", encoding="ascii") as file:
        file.write("local paths = {" + ", ".join(json.dumps(path) for path in paths) + "}\nlocal place = 0\n"
                   "request = function() place = place % #paths + 1; return wrk.format('GET', paths[place]) end\n")
    return script


def pages(home, workspace, folder):
    """The pages to measure, by what they are, a script beside those that are many; those that are not there are left out."""
    rows = json.loads(call("report", "ranking", "-w", workspace, "--format", "json"))["rows"]
    first, middle = (rows[place]["customer"] for place in (0, len(rows) // 2))
    known = {
        "dashboard": "/", "ranking": "/reports/ranking", "ranking, page 900": "/reports/ranking?page=900",
        "ranking, by name": "/reports/ranking?sort=name", "profitability": "/reports/profitability",
        "floors": "/reports/floors", "customers": "/customers", "customers, searched": "/customers?q=lan",
        "search as you type": "/find?q=lan", "sheet, the biggest": f"/customers/{first}", "sheet, a middle one": f"/customers/{middle}",
    }
    # A sheet asked for again is written already: these thousand are made for whoever asks.
    sheets = turn(folder, [f"/customers/{row['customer']}" for row in rows[:: max(1, len(rows) // 1000)]][:1000])
    return {name: (path, None) for name, path in known.items() if answers(home + path)} | {"sheets, a thousand in turn": ("/", sheets)}


def table(home, paths, seconds, target):
    """Measures every page and prints a line for each."""
    for name, (path, script) in paths.items():
        middle, last, rate, wrong = wrk(home + path, seconds, script)
        verdict = "" if last < target else f"  (target {target:.0f} ms, missed)"
        print(f"  {name:26s} p50 {middle:8.2f} ms   p99 {last:8.2f} ms   {rate:8.0f} / s" + (f"   {wrong} wrong" if wrong else "")
              + verdict, flush=True)


def run(asked, folder):
    """The whole measure."""
    workspace = make(folder, asked.customers, asked.lines)
    process, home, first = serve(workspace)
    try:
        peak, now = memory(process)
        print(f"{asked.customers:,} customers, {asked.lines:,} lines")
        print(f"first page with books    {first:6.2f} s   (target {FIRST_PAGE:.0f} s)")
        print(f"memory by then           {peak:6.0f} MB at most, {now:.0f} MB held   (target {MEMORY} MB)", flush=True)
        paths = pages(home, workspace, folder)
        print(f"idle, target p99 {IDLE:.0f} ms")
        table(home, paths, asked.seconds, IDLE)
        print(f"while the books are made anew, target p99 {BUSY:.0f} ms")
        with Changes(workspace):
            table(home, paths, asked.seconds, BUSY)
        peak, now = memory(process)
        print(f"memory in the end        {peak:6.0f} MB at most, {now:.0f} MB held   (target {MEMORY} MB)", flush=True)
    finally:
        process.terminate()
        process.wait()


def main():
    asked = argparse.ArgumentParser(description="How fast the dashboard answers.")
    asked.add_argument("--customers", type=int, default=100_000)
    asked.add_argument("--lines", type=int, default=1_500_000)
    asked.add_argument("--seconds", type=int, default=10)
    asked.add_argument("--keep", help="a folder to work in and to leave behind")
    asked = asked.parse_args()
    if not os.path.exists(PROGRAM):
        sys.exit("The program is not built: run `make build` first.")
    if not shutil.which("wrk"):
        sys.exit("wrk is missing: install it (on Debian: apt-get install wrk).")
    folder = asked.keep or tempfile.mkdtemp(prefix="clientele-bench-web-")
    os.makedirs(folder, exist_ok=True)
    try:
        run(asked, folder)
    finally:
        if not asked.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
