#!/usr/bin/env python3
"""Looks for input that crashes a reader or makes it contradict itself (libFuzzer with AddressSanitizer, Linux).

Each folder of Fuzz is a reader: Entry.swift, its function of libFuzzer; seeds, files to begin with; words.dict, if any.
What is found stays in .build/fuzz/NAME/findings: make it a test, then mend it.
"""

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
IMPORT = re.compile(r"^\s*(?:@\w+ )*import (?:\w+ )?(\w+)", re.M)


def sources(folder):
    return sorted(os.path.join(place, name) for place, _, names in os.walk(folder) for name in names if name.endswith(".swift"))


def imports(files):
    found = set()
    for file in files:
        with open(file, encoding="utf-8") as text:
            found |= set(IMPORT.findall(text.read()))
    return {name for name in found if os.path.isdir(os.path.join(ROOT, "Sources", name))}


def in_order(names):
    """The modules these need and they themselves, each behind those it imports."""
    order = []

    def add(name):
        if name in order:
            return
        for other in sorted(imports(sources(os.path.join(ROOT, "Sources", name)))):
            add(other)
        order.append(name)

    for name in sorted(names):
        add(name)
    return order


def system_flags(name):
    """How Package.swift says to find a system library."""
    with open(os.path.join(ROOT, "Package.swift"), encoding="utf-8") as text:
        package = re.search(r'systemLibrary\(\s*name: "%s", pkgConfig: "([^"]+)"' % name, text.read())
    flags = ["-I", os.path.join(ROOT, "Sources", name)]
    if package and shutil.which("pkg-config"):
        words = subprocess.run(["pkg-config", "--cflags", "--libs", package.group(1)], capture_output=True, text=True, check=False)
        for word in words.stdout.split():
            flags += [word] if word.startswith("-l") or word.startswith("-L") else ["-Xcc", word]
    return flags


def build(name, work):
    """The fuzzer of a reader, all its modules instrumented; modules are shared, and made again when they change."""
    entry = os.path.join(ROOT, "Fuzz", name, "Entry.swift")
    shared = os.path.join(ROOT, ".build", "fuzz", "modules")
    os.makedirs(shared, exist_ok=True)
    common = ["swiftc", "-O", "-g", "-wmo", "-swift-version", "6", "-parse-as-library", "-sanitize=fuzzer,address",
              "-enable-upcoming-feature", "MemberImportVisibility", "-enable-upcoming-feature", "ExistentialAny", "-I", shared]
    objects, flags, newest = [], [], 0.0
    for module in in_order(imports([entry])):
        folder = os.path.join(ROOT, "Sources", module)
        if os.path.exists(os.path.join(folder, "module.modulemap")):
            flags += system_flags(module)
            continue
        files, made = sources(folder), os.path.join(shared, module + ".o")
        newest = max([newest] + [os.path.getmtime(file) for file in files])
        objects.append(made)
        if os.path.exists(made) and os.path.getmtime(made) > newest:
            continue
        subprocess.run(common + flags + ["-module-name", module, "-emit-module", "-emit-module-path",
                       os.path.join(shared, module + ".swiftmodule"), "-emit-object", "-o", made] + files, check=True, cwd=shared)
    program = os.path.join(work, "fuzzer")
    subprocess.run(common + flags + ["-module-name", "Fuzz" + name, "-o", program, entry] + objects, check=True, cwd=work)
    return program


def fuzz(name, seconds):
    """Whether the reader stood it for a number of seconds; says how much of a core it had."""
    work = os.path.join(ROOT, ".build", "fuzz", name)
    for folder in ["corpus", "findings"]:
        os.makedirs(os.path.join(work, folder), exist_ok=True)
    program = build(name, work)
    folders = [os.path.join(work, "corpus"), os.path.join(ROOT, "Fuzz", name, "seeds")]
    words = os.path.join(ROOT, "Fuzz", name, "words.dict")
    options = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2048", "-max_len=16384", "-print_final_stats=1",
               f"-artifact_prefix={os.path.join(work, 'findings')}/"] + ([f"-dict={words}"] if os.path.exists(words) else [])
    # With backtraces on, a crashing process waits for a debugger that never comes.
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    ended = subprocess.run([program] + options + [folder for folder in folders if os.path.isdir(folder)],
                           env={**os.environ, "SWIFT_BACKTRACE": "enable=no", "ASAN_OPTIONS": "detect_leaks=0"}, check=False)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    print(f"fuzz: {name} stood {spent:.0f} seconds of one core" if ended.returncode == 0 else f"fuzz: {name} fell", flush=True)
    return ended.returncode == 0


def main():
    readers = sorted(name for name in os.listdir(os.path.join(ROOT, "Fuzz")) if os.path.exists(os.path.join(ROOT, "Fuzz", name, "Entry.swift")))
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("readers", nargs="*", help="which of " + ", ".join(readers) + "; all by default")
    parser.add_argument("--seconds", type=int, default=60, help="how long each, in seconds of the clock")
    asked = parser.parse_args()
    if sys.platform != "linux":
        sys.exit("fuzz: libFuzzer comes with Swift on Linux only")
    unknown = set(asked.readers) - set(readers)
    if unknown:
        sys.exit(f"fuzz: there is no reader {', '.join(sorted(unknown))}")
    fallen = [name for name in asked.readers or readers if not fuzz(name, asked.seconds)]
    if fallen:
        sys.exit(f"fuzz: findings for {', '.join(fallen)}, see .build/fuzz/*/findings")


main()
