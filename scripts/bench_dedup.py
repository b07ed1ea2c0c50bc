#!/usr/bin/env python3
"""Measures duplicate detection in an optimised build: quality on public and generated data, seconds and memory for 100,000
customers. Builds only the pure targets it needs, in a package of its own under .build/bench-dedup.

CLIENTELE_DATA names the folder of public data; without it only generated companies are measured.
"""

import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HERE = os.path.join(ROOT, ".build", "bench-dedup")
TARGETS = {"Units": [], "Ledger": ["Units"], "Matching": ["Units", "Ledger"]}

MANIFEST = """// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "bench-dedup", platforms: [.macOS(.v15)],
  targets: [
%s
    .testTarget(name: "MatchingTests", dependencies: ["Units", "Ledger", "Matching"]),
  ])
"""


def link(folder, name):
    place = os.path.join(HERE, folder, name)
    os.makedirs(os.path.dirname(place), exist_ok=True)
    if os.path.lexists(place):
        os.remove(place)
    os.symlink(os.path.join(ROOT, folder, name), place)


def main():
    os.makedirs(HERE, exist_ok=True)
    for name in TARGETS:
        link("Sources", name)
    link("Tests", "MatchingTests")
    lines = [f'    .target(name: "{name}", dependencies: {str(needs).replace(chr(39), chr(34))}),'
             for name, needs in TARGETS.items()]
    with open(os.path.join(HERE, "Package.swift"), "w", encoding="utf-8") as file:
        file.write(MANIFEST % "\n".join(lines))
    run = subprocess.run(
        ["swift", "test", "-c", "release", "-Xswiftc", "-enable-testing", "--filter", "AcceptanceTests"],
        cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    found = [line for line in run.stdout.splitlines() if line.startswith(("duplicates:", "CLIENTELE_DATA"))]
    print("\n".join(found))
    if run.returncode != 0 or not found:
        print(run.stdout[-4000:], file=sys.stderr)
        sys.exit(1)


main()
