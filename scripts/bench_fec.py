#!/usr/bin/env python3
"""A year of accounts with a million lines: the whole import against what DuckDB alone takes to join and add the same file.

  python3 scripts/bench_fec.py [--lines N] [--runs N] [--keep FOLDER]

Needs the optimised program (`make build`); the rival lives in the environment of scripts/bench.py.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile

import bench

TARGET, MEMORY = 10.0, 600
HEADER = ("JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib"
          "|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise")

RIVAL = """
import duckdb
db = duckdb.connect()
db.execute("create temp table f as select * from read_csv('{fec}', header=true, delim='|', all_varchar=true, quote='')")
print(db.execute('''select c.CompAuxNum, cast(sum(cast(replace(s.Credit, ',', '.') as decimal(18,2)) - cast(replace(s.Debit, ',', '.') as decimal(18,2))) as double)
  from f s join (select JournalCode, EcritureNum, min(CompAuxNum) CompAuxNum from f where CompteNum like '411%' group by all having count(distinct CompAuxNum) = 1) c
  using (JournalCode, EcritureNum) where s.CompteNum like '70%' group by 1''').fetchall()[:1])
"""


def amount(cents):
    """Cents as accounts write them."""
    return f"{cents // 100},{cents % 100:02d}"


def write(path, lines):
    """Entries of four lines: a customer, two accounts of sales, the tax; every other one lettered with its payment."""
    draw = random.Random(1)
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEADER + "\n")
        written = entry = 0
        while written < lines:
            entry += 1
            first, second = draw.randrange(1_000, 90_000), draw.randrange(1_000, 90_000)
            tax = (first + second) // 5
            customer, day = draw.randrange(20_000), f"2025{draw.randrange(1, 13):02d}{draw.randrange(1, 29):02d}"
            letter = f"L{entry}" if entry % 2 else ""
            head = f"VE|Ventes|{entry}|{day}"
            tail = f"F{entry:07d}|{day}|Facture {entry}"
            due = amount(first + second + tax)
            rows = [
                f"{head}|411000|Clients|C{customer:05d}|Client numéro {customer}|{tail}|{due}|0,00|{letter}|{day if letter else ''}|{day}||",
                f"{head}|707100|Ventes A|||{tail}|0,00|{amount(first)}|||{day}||",
                f"{head}|707200|Ventes B|||{tail}|0,00|{amount(second)}|||{day}||",
                f"{head}|445710|TVA collectée|||{tail}|0,00|{amount(tax)}|||{day}||",
            ]
            if letter:
                rows += [
                    f"BQ|Banque|B{entry}|{day}|411000|Clients|C{customer:05d}|Client numéro {customer}|{tail}|0,00|{due}|{letter}|{day}|{day}||",
                    f"BQ|Banque|B{entry}|{day}|512000|Banque|||{tail}|{due}|0,00|||{day}||",
                ]
            file.write("\n".join(rows) + "\n")
            written += len(rows)


def main():
    asked = argparse.ArgumentParser(description="How fast a year of accounts is imported.")
    asked.add_argument("--lines", type=int, default=1_000_000)
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--keep", help="a folder to work in and to leave behind")
    asked = asked.parse_args()
    if not os.path.exists(bench.PROGRAM):
        sys.exit("The program is not built: run `make build` first.")
    python = bench.rivals()
    folder = asked.keep or tempfile.mkdtemp(prefix="clientele-bench-fec-")
    os.makedirs(folder, exist_ok=True)
    try:
        fec, workspace = os.path.join(folder, "123456782FEC20251231.txt"), os.path.join(folder, "w")
        if not os.path.exists(fec):
            write(fec, asked.lines)

        def ours():
            shutil.rmtree(workspace, ignore_errors=True)
            bench.measured([bench.PROGRAM, "init", workspace])
            return [bench.PROGRAM, "import", fec, "-w", workspace]

        rival = bench.best(lambda: [python, "-c", RIVAL.format(fec=fec)], asked.runs)
        own = bench.best(ours, asked.runs)
        print(f"{asked.lines:,} lines of accounts, {os.path.getsize(fec) / 1e6:.0f} MB")
        bench.show("DuckDB: revenue by customer", rival)
        bench.show("clientele import", own, rival)
        print(f"targets: {TARGET:.0f} s and {MEMORY} MB")
    finally:
        if not asked.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
