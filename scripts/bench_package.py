"""Builds a benchmark in Swift in a package of its own under .build, out of the pure rooms alone."""

import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOMS = {
    "Units": [], "Ledger": ["Units"], "Portfolio": ["Units", "Ledger"], "Forecast": ["Units", "Ledger"],
    "Decisions": ["Units", "Ledger", "Portfolio", "Forecast"],
}


def link(place, source):
    os.makedirs(os.path.dirname(place), exist_ok=True)
    if os.path.lexists(place):
        os.remove(place)
    os.symlink(os.path.join(ROOT, source), place)


def build(name, room, sources):
    """The optimised program bench-NAME, which imports a room and what stands below it; made of some files."""
    here = os.path.join(ROOT, ".build", "bench-" + name)
    wanted = [known for known in ROOMS if known == room or known in ROOMS[room]]
    targets = []
    for known in wanted:
        link(os.path.join(here, "Sources", known), os.path.join("Sources", known))
        needs = "".join(f'"{other}", ' for other in ROOMS[known])
        if known == "Forecast":
            needs += '.product(name: "RealModule", package: "swift-numerics")'
        targets.append(f'.target(name: "{known}", dependencies: [{needs}])')
    for source in sources:
        link(os.path.join(here, "Sources", "Program", os.path.basename(source)), source)
    needs = ", ".join(f'"{known}"' for known in wanted)
    targets.append(f'.executableTarget(name: "bench-{name}", dependencies: [{needs}], path: "Sources/Program")')
    with open(os.path.join(here, "Package.swift"), "w", encoding="utf-8") as file:
        file.write(
            "// swift-tools-version: 6.2\nimport PackageDescription\n\n"
            f'let package = Package(name: "bench-{name}", platforms: [.macOS(.v15)], dependencies: [\n'
            '  .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1")\n], targets: [\n  '
            + ",\n  ".join(targets) + "\n])\n")
    done = subprocess.run(["swift", "build", "-c", "release"], cwd=here, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit((done.stdout + done.stderr)[-4000:])
    return os.path.join(here, ".build", "release", "bench-" + name)
