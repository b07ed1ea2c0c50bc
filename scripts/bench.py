#!/usr/bin/env python3
"""Speed against rivals, in one run on one machine: ratios, never seconds as pass or fail.

Ten million generated invoice lines: import against DuckDB's own COPY, all reports against DuckDB's own reduction, polars
and pandas beside. The rivals live in a virtual environment of their own, made on the first run.

  python3 scripts/bench.py [--lines N] [--customers N] [--runs N] [--keep FOLDER]
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PROGRAM = os.environ.get("CLIENTELE", os.path.join(ROOT, ".build", "release", "clientele"))
RIVALS = ["duckdb==1.5.5", "polars==1.35.2", "pandas==2.3.3", "pyarrow==22.0.0"]

TYPES = (
    "{'invoice': 'VARCHAR', 'date': 'DATE', 'customer': 'VARCHAR', 'product': 'VARCHAR', 'quantity': 'BIGINT',"
    " 'unitPrice': 'DECIMAL(12,2)', 'amount': 'DECIMAL(12,2)'}"
)

SCRIPTS = {
    "duckdb copy": """
import duckdb
duckdb.connect().execute("copy (select * from read_csv('{csv}', header=true, delim=',', columns=%s)) to '{parquet}' (format parquet)")
""" % TYPES,
    "duckdb from parquet": """
import duckdb
duckdb.connect().execute("create temp table r as select customer, date_trunc('month', date) m, count(distinct invoice), sum(amount), count(*) from '{parquet}' group by 1, 2")
""",
    "duckdb from csv": """
import duckdb
duckdb.connect().execute("create temp table r as select customer, date_trunc('month', date) m, count(distinct invoice), sum(amount), count(*) from read_csv('{csv}', header=true, delim=',', columns=%s) group by 1, 2")
""" % TYPES,
    "polars from csv": """
import polars as pl
(pl.scan_csv('{csv}', try_parse_dates=True).group_by('customer', pl.col('date').dt.truncate('1mo'))
 .agg(pl.col('invoice').n_unique(), pl.col('amount').sum(), pl.len()).collect(engine='streaming'))
""",
    "pandas from csv": """
import pandas as pd
d = pd.read_csv('{csv}', parse_dates=['date'])
d.groupby(['customer', d['date'].dt.to_period('M')]).agg(invoices=('invoice', 'nunique'), amount=('amount', 'sum'), lines=('amount', 'size'))
""",
}


def measured(command):
    """Wall seconds and peak memory in megabytes of one process."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    words = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 3):
        sys.exit(f"{' '.join(command)[:200]} failed: {words.decode(errors='replace')[-400:]}")
    return seconds, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def best(make, runs):
    """The median time and the highest peak over several runs; `make` prepares each and gives its command."""
    results = [measured(make()) for _ in range(runs)]
    return statistics.median(r[0] for r in results), max(r[1] for r in results)


def rivals():
    """The Python of the rivals' environment."""
    folder = os.path.join(ROOT, ".venv-bench")
    python = os.path.join(folder, "bin", "python")
    stamp = os.path.join(folder, "rivals.txt")
    wanted = "\n".join(RIVALS)
    if not os.path.exists(stamp) or open(stamp, encoding="utf-8").read() != wanted:
        print("Bringing the rivals …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *RIVALS], check=True)
        with open(stamp, "w", encoding="utf-8") as file:
            file.write(wanted)
    return python


def show(name, result, rival=None, target=None):
    """One line: seconds, peak, and the ratio to a rival where there is one."""
    line = f"{name:44s} {result[0]:7.2f} s {result[1]:7.0f} MB"
    if rival:
        ratio = result[0] / rival[0]
        line += f"   {ratio:5.2f} ×" + (f"  (target {target} ×{'' if ratio <= target else ', missed'})" if target else "")
    print(line, flush=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--lines", type=int, default=10_000_000)
    options.add_argument("--customers", type=int, default=20_000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--keep", help="a folder to work in and to leave behind")
    asked = options.parse_args()
    if not os.path.exists(PROGRAM):
        sys.exit("The program is not built: run `make build` first.")
    python = rivals()
    folder = asked.keep or tempfile.mkdtemp(prefix="clientele-bench-")
    os.makedirs(folder, exist_ok=True)
    try:
        run(asked, python, folder)
    finally:
        if not asked.keep:
            shutil.rmtree(folder, ignore_errors=True)


def run(asked, python, folder):
    source = os.path.join(folder, "source")
    csv = os.path.join(source, "sales.csv")
    parquet = os.path.join(folder, "bare.parquet")
    workspace = os.path.join(folder, "w")
    subprocess.run(
        [PROGRAM, "sample", source, "--plain", "--customers", str(asked.customers), "--lines", str(asked.lines)],
        check=True, stdout=subprocess.DEVNULL)
    print(f"{asked.lines:,} lines, {asked.customers:,} customers, {os.path.getsize(csv) / 1e6:,.0f} MB; "
          f"median of {asked.runs} runs, peak memory of each process\n")

    def rival(name):
        return lambda: [python, "-c", SCRIPTS[name].replace("{csv}", csv).replace("{parquet}", parquet)]

    def fresh(file, *more):
        def make():
            shutil.rmtree(workspace, ignore_errors=True)
            subprocess.run([PROGRAM, "init", workspace], check=True, stdout=subprocess.DEVNULL)
            return [PROGRAM, "import", file, "-w", workspace, *more]
        return make

    copy = best(rival("duckdb copy"), asked.runs)
    show("DuckDB: CSV → Parquet", copy)
    show("clientele import", best(fresh(csv), asked.runs), copy, 1.5)
    reduce = best(rival("duckdb from parquet"), asked.runs)
    show("DuckDB: Parquet → customer × month", reduce)
    from_csv = best(rival("duckdb from csv"), asked.runs)
    show("DuckDB: CSV → customer × month", from_csv)
    reports = best(lambda: [PROGRAM, "report", "all", "-w", workspace, "--format", "json"], asked.runs)
    show("clientele report all (against Parquet)", reports, reduce, 2)
    show("clientele report all (against CSV)", reports, from_csv)
    show("polars: CSV → customer × month", best(rival("polars from csv"), 1))
    show("pandas: CSV → customer × month", best(rival("pandas from csv"), 1))

    dirty = os.path.join(source, "dirty.csv")
    spoil(csv, dirty)
    show("clientele import, windows-1252, 1 % bad rows", best(fresh(dirty), 1))

    demo = os.path.join(folder, "demo")
    subprocess.run([PROGRAM, "demo", "--folder", demo, "--no-serve"], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    show("clientele report ranking, sample company",
         best(lambda: [PROGRAM, "report", "ranking", "-w", demo, "--format", "json"], 5))


def spoil(source, target):
    """The same file in windows-1252, an accent in each product, every hundredth amount no number."""
    with open(source, "rb") as lines, open(target, "wb") as out:
        out.write(next(lines))
        for number, line in enumerate(lines):
            fields = line.rstrip(b"\n").split(b",")
            fields[3] = b"\xe9" + fields[3]
            if number % 100 == 0:
                fields[6] = b"oops"
            out.write(b",".join(fields) + b"\n")


if __name__ == "__main__":
    main()
