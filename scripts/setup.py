#!/usr/bin/env python3
"""Fetch what Clientele runs on: the system's packages, and the engines pinned in pins.json.

  python3 scripts/setup.py                   what the desk needs
  python3 scripts/setup.py --with postgres   and the PostgreSQL driver and server
  python3 scripts/setup.py --with browser    and a browser for the end-to-end tests
  python3 scripts/setup.py --with api        and what tests the API against its description

Engines go to .engines/ (or $CLIENTELE_ENGINES), each described by a small JSON file. A second run finds everything in place and does nothing.
"""

import argparse
import ctypes
import fnmatch
import glob
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINES = os.environ.get("CLIENTELE_ENGINES") or os.path.join(os.path.dirname(HERE), ".engines")
SWIFT = (6, 2)

# Everything that is asked of the operating system, by part.
PACKAGES = {
    "engine": {
        "apt": ["zlib1g-dev", "libsodium-dev", "libxml2-dev", "libsqlite3-dev", "libzip-dev", "qpdf", "pkg-config"],
        "brew": ["duckdb", "libsodium", "zlib", "libxml2", "sqlite", "libzip", "qpdf", "pkgconf"],
        "pkg-config": ["zlib", "libsodium", "libxml-2.0", "sqlite3", "libzip"],
    },
    "browser": {"apt": ["chromium", "python3-venv"], "brew": [], "pkg-config": []},
    "api": {"apt": ["python3-venv"], "brew": [], "pkg-config": []},
    "postgres": {"apt": ["postgresql"], "brew": ["postgresql@17"], "pkg-config": []},
}


class Missing(Exception):
    """Something is not there, said in one sentence."""


def say(words):
    print(words, flush=True)


def run(command):
    """The output of a command, or None if it is absent or fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


# The machine


def check_swift():
    words = run(["swift", "--version"])
    wanted = ".".join(map(str, SWIFT))
    if words is None:
        raise Missing(f"Swift is missing: install version {wanted} or later from https://www.swift.org/install.")
    found = re.search(r"Swift version (\d+)\.(\d+)", words)
    if not found or (int(found[1]), int(found[2])) < SWIFT:
        version = found[0] if found else "An unknown Swift"
        raise Missing(f"{version} is too old: install version {wanted} or later from https://www.swift.org/install.")


def missing_apt(names):
    words = run(["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names])
    if words is None:  # One unknown name fails the call, but the others are still printed.
        done = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names],
            capture_output=True, text=True, check=False)
        words = done.stdout
    installed = {line.split()[0] for line in words.splitlines() if line.endswith(" installed")}
    return [name for name in names if name not in installed]


def install_apt(names):
    names = missing_apt(names)
    if not names:
        return
    if os.geteuid() != 0:
        raise Missing(f"Some system packages are missing; run: sudo apt-get install -y {' '.join(names)}")
    say(f"Installing {', '.join(names)}.")
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *names]):
        done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Missing(f"`{' '.join(command)}` failed: {last_line(done.stderr)}")


def install_brew(names):
    if shutil.which("brew") is None:
        raise Missing(f"Homebrew is missing: see https://brew.sh, then run: brew install {' '.join(names)}")
    installed = set((run(["brew", "list", "--formula", "-1"]) or "").split())
    names = [name for name in names if name not in installed]
    if names:
        say(f"Installing {', '.join(names)}.")
        if subprocess.run(["brew", "install", "--quiet", *names], check=False).returncode != 0:
            raise Missing(f"`brew install {' '.join(names)}` failed; its own words are above.")


def install_packages(parts):
    def wanted(kind):
        return [name for part in parts for name in PACKAGES[part][kind]]

    if sys.platform == "darwin":
        install_brew(wanted("brew"))
    elif shutil.which("dpkg-query"):
        install_apt(wanted("apt"))
    else:
        absent = [name for name in wanted("pkg-config") if run(["pkg-config", "--exists", name]) is None]
        if absent:
            raise Missing(f"The development files of {', '.join(absent)} are missing: install them with the system's package manager.")


# The pins


def last_line(words):
    lines = [line for line in words.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "no reason given"


def digest(path):
    total = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            total.update(block)
    return total.hexdigest()


def fits_machine(wheel):
    """Whether a wheel is for this system and processor, by its name."""
    if wheel.endswith("-none-any.whl"):
        return True
    machine = {"arm64": "arm64|aarch64", "aarch64": "arm64|aarch64", "amd64": "x86_64"}.get(
        platform.machine().lower(), platform.machine().lower())
    system = "macosx" if sys.platform == "darwin" else "manylinux"
    return system in wheel and re.search(f"_({machine})[.]", wheel) is not None


def choose(name, pin, tag=None):
    """The pinned wheel for this machine, and for this Python if `tag` names one (`cp311`)."""
    for wheel in pin["wheels"]:
        if fits_machine(wheel) and (tag is None or f"-{tag}-{tag}-" in wheel):
            return wheel
    python = f" and Python {tag[2:3]}.{tag[3:]}" if tag else ""
    raise Missing(f"{name} {pin['version']} is not pinned for {sys.platform} on {platform.machine()}{python}.")


def load_json(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def save_json(path, value):
    """Replaces a file as a whole, and only if it changes."""
    text = json.dumps(value, indent=2) + "\n"
    try:
        with open(path, encoding="utf-8") as file:
            if file.read() == text:
                return
    except OSError:
        pass
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".new", path)


def in_place(record, pin):
    """Whether what was taken from a pinned wheel is still there, whole by its sizes."""
    files = record.get("files", {})
    return pin["wheels"].get(record.get("wheel")) == record.get("sha256", "") and bool(files) and all(
        os.path.isfile(os.path.join(ENGINES, file)) and os.path.getsize(os.path.join(ENGINES, file)) == size
        for file, size in files.items())


def download(name, pin, wheel, folder):
    python, abi, system = wheel[:-4].split("-")[2:]
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
        "--only-binary", ":all:", "--dest", folder, f"{name}=={pin['version']}"]
    if wheel.endswith("-none-any.whl") is False:
        for tag in system.split("."):
            command += ["--platform", tag]
        if python.startswith("cp"):
            command += ["--implementation", "cp", "--python-version", python[2:], "--abi", abi]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "No module named pip" in done.stderr:
        raise Missing(f"{sys.executable} has no pip: install it (on Debian: apt-get install python3-pip).")
    path = os.path.join(folder, wheel)
    if done.returncode != 0:
        raise Missing(f"{name} {pin['version']} could not be fetched: {last_line(done.stderr)}")
    if not os.path.isfile(path):
        got = ", ".join(os.listdir(folder)) or "nothing"
        raise Missing(f"The package index gave {got} in place of {wheel}.")
    found = digest(path)
    if found != pin["wheels"][wheel]:
        raise Missing(f"{wheel} is not the file that was pinned: its SHA-256 is {found}; nothing was installed.")
    return path


def take(path, patterns):
    """Copies the files that match out of a wheel; gives their sizes by place."""
    files = {}
    with zipfile.ZipFile(path) as wheel:
        for pattern, folder in patterns.items():
            inside = [entry for entry in wheel.namelist()
                      if fnmatch.fnmatchcase(entry, pattern) and not entry.endswith("/")]
            if not inside:
                raise Missing(f"{os.path.basename(path)} holds no {pattern}.")
            for entry in inside:
                place = folder + os.path.basename(entry)
                target = os.path.join(ENGINES, place)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with wheel.open(entry) as source, open(target + ".new", "wb") as out:
                    shutil.copyfileobj(source, out, 1 << 20)
                os.replace(target + ".new", target)
                files[place] = os.path.getsize(target)
    return files


def fetch(name, pins, tag=None):
    """Makes sure that a pinned wheel's files are in place; gives their places within the engines' folder."""
    pin = pins[name]
    wheel = choose(name, pin, tag)
    ledger = os.path.join(ENGINES, "fetched.json")
    records = load_json(ledger)
    record = records.get(name, {})
    if record.get("wheel") != wheel or not in_place(record, pin):
        say(f"Fetching {name} {pin['version']}.")
        os.makedirs(ENGINES, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            path = download(name, pin, wheel, folder)
            for old in record.get("files", {}):
                if os.path.isfile(os.path.join(ENGINES, old)):
                    os.remove(os.path.join(ENGINES, old))
            files = take(path, pin["take"])
        records[name] = {"wheel": wheel, "sha256": pin["wheels"][wheel], "files": files}
        save_json(ledger, records)
    return list(records[name]["files"])


# DuckDB


ASK = ("import sys, sysconfig as s; g = s.get_config_var; "
       "print(sys.version_info[0], sys.version_info[1], bool(g('Py_GIL_DISABLED')), g('LIBDIR'), g('INSTSONAME'), "
       "g('PYTHONFRAMEWORKPREFIX') or '-', g('MULTIARCH') or '-', sep='\\n')")


def python_library(python):
    """The tag of a Python (`cp311`) and the path of its shared library, or None if it has none."""
    words = (run([python, "-I", "-c", ASK]) or "").splitlines()
    if len(words) != 7 or words[2] == "True":
        return None
    major, minor, _, folder, name, framework, multiarch = words
    places = [os.path.join(folder, name), os.path.join(framework, name)]
    shared = f"libpython{major}.{minor}.so.1.0"
    places += [os.path.join(base, shared) for base in (f"/usr/lib/{multiarch}", "/usr/lib64", "/usr/lib", "/usr/local/lib")]
    for place in places:
        if not place.endswith(".a") and os.path.isfile(place):
            return f"cp{major}{minor}", os.path.realpath(place)
    return None


def find_python():
    pythons = [sys.executable, "/usr/bin/python3", shutil.which("python3")]
    pythons += [shutil.which(f"python3.{minor}") for minor in range(14, 9, -1)]
    seen = []
    for python in pythons:
        if python and python not in seen:
            seen.append(python)
            found = python_library(python)
            if found:
                return found
    if shutil.which("dpkg-query") and os.path.exists("/usr/bin/python3"):
        minor = (run(["/usr/bin/python3", "-I", "-c", "import sys; print(sys.version_info[1])"]) or "").strip()
        if minor:
            install_apt([f"libpython3.{minor}"])
            found = python_library("/usr/bin/python3")
            if found:
                return found
    raise Missing("No Python here has a shared library, which DuckDB's wheel needs: install libpython3, or DuckDB itself.")


def system_duckdb(version):
    """A libduckdb of the pinned version that the system or Homebrew has."""
    folders = ["/usr/local/lib", "/opt/homebrew/lib", "/usr/lib64", "/usr/lib", *glob.glob("/usr/lib/*-linux-gnu")]
    for folder in folders:
        path = os.path.join(folder, "libduckdb.dylib" if sys.platform == "darwin" else "libduckdb.so")
        if not os.path.isfile(path):
            continue
        try:
            library = ctypes.CDLL(path)
            library.duckdb_library_version.restype = ctypes.c_char_p
            found = library.duckdb_library_version().decode().lstrip("v")
            if found == version and hasattr(library, "duckdb_adbc_init"):
                return path
            say(f"Leaving {path} alone: it is DuckDB {found}, not {version}.")
        except (OSError, AttributeError):
            say(f"Leaving {path} alone: it cannot be loaded.")
    return None


def kept_python(pins):
    """The Python that DuckDB was fetched for, if all that is still in place: another Python today changes nothing."""
    record = load_json(os.path.join(ENGINES, "fetched.json")).get("duckdb", {})
    preload = load_json(os.path.join(ENGINES, "duckdb.json")).get("preload", [])
    if in_place(record, pins["duckdb"]) and len(preload) == 1 and os.path.isfile(preload[0]):
        return record["wheel"].split("-")[2], preload[0]
    return None


def set_up_duckdb(pins):
    version = pins["duckdb"]["version"]
    library, preload = system_duckdb(version), []
    if library is None:
        tag, python = kept_python(pins) or find_python()
        files = fetch("duckdb", pins, tag)
        library, preload = next(file for file in files if file.endswith(".so")), [python]
    excel = next(file for file in fetch("duckdb-extension-excel", pins) if file.endswith(".duckdb_extension"))
    save_json(os.path.join(ENGINES, "duckdb.json"), {
        "library": library, "entry": "duckdb_adbc_init", "preload": preload, "version": version, "excel": excel})


def set_up_postgresql(pins):
    files = fetch("adbc-driver-postgresql", pins)
    save_json(os.path.join(ENGINES, "postgresql.json"), {
        "library": next(file for file in files if file.endswith(".so")), "entry": "AdbcDriverInit", "preload": [],
        "version": pins["adbc-driver-postgresql"]["version"]})


def set_up_web(pins):
    """What the dashboard's pages load: charts, and parts of pages exchanged in place."""
    save_json(os.path.join(ENGINES, "web.json"), {
        "echarts": fetch("panel", pins)[0], "htmx": fetch("django-htmx", pins)[0]})


# The browser


BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
CHROME_ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
NEWEST_FIRST = [f"python3.{minor}" for minor in range(14, 9, -1)]


def fitting_python(oldest):
    """A Python for which pins hold: from the oldest to 3.14."""
    for python in [sys.executable, shutil.which("python3"), "/usr/bin/python3", *map(shutil.which, NEWEST_FIRST)]:
        words = run([python, "-I", "-c", "import sys; print(*sys.version_info[:2])"]) if python else None
        if words and oldest <= tuple(map(int, words.split())) <= (3, 14):
            return python
    raise Missing(f"These tests need Python {'.'.join(map(str, oldest))} to 3.14, and none is here.")


def environment(part, oldest, module, what):
    """The Python of a virtual environment with what a part pins, made anew when the pins change."""
    folder = os.path.join(ENGINES, f"{part}-venv")
    python = os.path.join(folder, "bin", "python")
    pins = os.path.join(HERE, f"{part}.txt")
    stamp = os.path.join(folder, "pins.json")
    wanted = {"sha256": digest(pins)}
    if load_json(stamp) == wanted and run([python, "-I", "-c", f"import {module}"]) is not None:
        return python
    say(f"Fetching what {what}.")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(ENGINES, exist_ok=True)
    maker = fitting_python(oldest)
    for command in (
        [maker, "-m", "venv", folder],
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:",
         "--require-hashes", "--requirement", pins],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            reason = last_line(done.stderr or done.stdout)
            raise Missing(f"`{' '.join(command[:4])} …` failed: {reason}")
    save_json(stamp, wanted)
    return python


def find_browser(python):
    """The program of a browser; nothing for the one that Playwright keeps itself, on macOS."""
    if sys.platform == "darwin":
        if os.path.exists(CHROME_ON_MACOS):
            return CHROME_ON_MACOS
        if subprocess.run([python, "-m", "playwright", "install", "chromium"], check=False).returncode != 0:
            raise Missing("Playwright could not fetch its browser; its own words are above.")
        return None
    for name in BROWSERS:
        if shutil.which(name):
            return shutil.which(name)
    raise Missing(f"No browser is here: install one of {', '.join(BROWSERS)} with the system's package manager.")


def set_up_browser(pins):
    """What the tests of the pages run on: a browser, what drives it, and what judges whether everybody can use a page."""
    axe = fetch("axe-playwright-python", pins)[0]
    python = environment("browser", (3, 10), "playwright.sync_api", "drives a browser")
    save_json(os.path.join(ENGINES, "browser.json"), {
        "axe": axe, "python": os.path.relpath(python, ENGINES), "browser": find_browser(python)})


def set_up_api():
    """What tests the API against its own description."""
    python = environment("api", (3, 11), "schemathesis, openapi_spec_validator", "tests the API")
    save_json(os.path.join(ENGINES, "api.json"), {"python": os.path.relpath(python, ENGINES)})


def main():
    parser = argparse.ArgumentParser(description="Fetch what Clientele runs on.")
    parser.add_argument("--with", dest="parts", action="append", default=[], choices=["postgres", "browser", "api"],
                        help="also set up this part; may be given twice")
    chosen = parser.parse_args().parts
    pins = load_json(os.path.join(HERE, "pins.json"))
    if not pins:
        raise Missing("scripts/pins.json cannot be read.")
    check_swift()
    install_packages(["engine", *chosen])
    set_up_duckdb(pins)
    set_up_web(pins)
    if "postgres" in chosen:
        set_up_postgresql(pins)
    if "browser" in chosen:
        set_up_browser(pins)
    if "api" in chosen:
        set_up_api()
    say("Everything is in place.")


if __name__ == "__main__":
    try:
        if sys.version_info < (3, 9):
            raise Missing("Python 3.9 or later is needed.")
        main()
    except Missing as missing:
        sys.exit(f"setup: {missing}")
    except KeyboardInterrupt:
        sys.exit("setup: stopped.")
    except Exception as error:  # A person should read a sentence, whatever happened.
        sys.exit(f"setup: {type(error).__name__}: {error}")
