#!/usr/bin/env python3
"""Measures how long verdicts, the plan of visits and a scenario take for many customers with costs, on one core.

  python3 scripts/bench_verdicts.py [CUSTOMERS]
"""

import json
import subprocess
import sys

import bench_package


def main():
    customers = sys.argv[1] if len(sys.argv) > 1 else "100000"
    program = bench_package.build("verdicts", "Decisions", ["Bench/Verdicts/main.swift", "Bench/Verdicts/DrawnBooks.swift"])
    found = json.loads(subprocess.run([program, customers, "3"], check=True, capture_output=True, text=True).stdout)
    print(f"verdicts: {found['customers']:,} customers with costs over three years, one core; the fastest of 3")
    print(f"  verdicts {found['judging']:.2f} s (2 s is the target), with stages, margins and all else {found['whole']:.2f} s; "
          f"{found['cease']:,} to cease, {found['develop']:,} to develop")
    print(f"  plan of visits, {found['sellers']} salespeople × {found['planned'] // max(found['sellers'], 1):,} customers: "
          f"{found['planning']:.2f} s (10 s)")
    print(f"  what if, {found['tried']:,} customers: {found['trying'] * 1000:.0f} ms (200 ms)")
    print(f"  look-alikes, replication, and who stands in for {found['substituted']:,} customers: {found['standing']:.2f} s")


if __name__ == "__main__":
    main()
