#!/usr/bin/env python3
"""Measures how long the stages of a million customers take over 36 months, on one core and on all of them.

  python3 scripts/bench_stages.py [CUSTOMERS]
"""

import json
import subprocess
import sys

import bench_package

TARGET = 2.0


def main():
    customers = sys.argv[1] if len(sys.argv) > 1 else "1000000"
    program = bench_package.build("stages", "Decisions", ["Bench/Stages/main.swift", "Sources/Desk/StageJudging.swift"])
    found = json.loads(subprocess.run([program, customers, "3"], check=True, capture_output=True, text=True).stdout)
    print(f"stages: {found['customers']:,} customers × {found['months']} months, {found['orders']:,} orders; the fastest of 3")
    print(f"  one core {found['oneCore']:.2f} s; {found['cores']} cores {found['allCores']:.2f} s "
          f"({found['oneCore'] / found['allCores']:.2f} ×; a million in {TARGET} s is the target on two free cores)")
    print("  the same on both" if found["same"] else "  NOT the same on both")


if __name__ == "__main__":
    main()
