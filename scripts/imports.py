#!/usr/bin/env python3
"""Holds every import in Sources against the floor plan: which target may use which, and nothing else."""

import os
import re
import sys

SYSTEM = {"Foundation", "FoundationNetworking", "Glibc", "Musl", "Darwin", "Dispatch"}

# Targets without the outside world: no files, no clock, no network, no third party but those named.
PURE = {"Units", "Ledger", "Portfolio", "Sample", "Matching", "Forecast", "Decisions"}

ALLOWED = {
    "Units": set(),
    "CADBC": set(),
    "ADBC": {"CADBC"},
    "Ledger": {"Units"},
    "Portfolio": {"Units", "Ledger"},
    "Sample": {"Units", "Ledger"},
    "Matching": {"Units", "Ledger"},
    "Forecast": {"Units", "Ledger", "RealModule"},
    "SourceFiles": {"Units", "Ledger", "CZlib", "CLibXML2", "CLibZip"},
    "Engine": {"Units", "Ledger", "ADBC"},
    "Decisions": {"Units", "Ledger", "Portfolio", "Forecast"},
    "Store": {"Units", "Ledger", "Decisions", "GRDB"},
    "Pages": {"Units", "Ledger", "Portfolio", "Forecast", "Decisions", "Matching", "Mustache"},
    "Desk": {"Units", "Ledger", "Portfolio", "Decisions", "Matching", "Sample", "SourceFiles", "Engine", "Store", "CSodium", "Yams"},
    "Server": {"Units", "Ledger", "Portfolio", "Forecast", "Decisions", "Matching", "SourceFiles", "Engine", "Pages", "Desk", "Hummingbird", "HTTPTypes",
               "Logging",
               "ServiceLifecycle"},
    "CLI": {"Units", "Ledger", "Portfolio", "Forecast", "Decisions", "Sample", "SourceFiles", "Engine", "Pages", "Desk", "Server",
            "ArgumentParser", "Logging"},
}

# Targets that may speak to the operating system; Pages turns values into text and needs nothing of it.
OUTSIDE = {"ADBC", "SourceFiles", "Engine", "Store", "Desk", "Server", "CLI"}

LINE = re.compile(r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public |internal |package |private |fileprivate )?import (?:struct |enum |class |func |var |protocol |typealias )?([A-Za-z_][A-Za-z0-9_]*)")


def faults(root):
    for folder in sorted(os.listdir(root)):
        path = os.path.join(root, folder)
        if not os.path.isdir(path) or folder.startswith("C") and folder not in ALLOWED:
            continue
        if folder not in ALLOWED:
            yield f"{path}: this target is not on the floor plan (scripts/imports.py)"
            continue
        # Locks are part of the standard library.
        allowed = ALLOWED[folder] | {"Synchronization"} | (SYSTEM if folder in OUTSIDE else set())
        for place, _, names in os.walk(path):
            for name in sorted(names):
                if not name.endswith(".swift"):
                    continue
                file = os.path.join(place, name)
                with open(file, encoding="utf-8") as lines:
                    for number, line in enumerate(lines, 1):
                        found = LINE.match(line)
                        if found and found.group(1) not in allowed:
                            yield f"{file}:{number}: {folder} may not import {found.group(1)}"


def main():
    found = list(faults(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Sources")))
    for fault in found:
        print(fault, file=sys.stderr)
    sys.exit(1 if found else 0)


main()
