"""The companies whose pages are walked: the sample, a hostile one, an empty one, one of bare sales."""

import csv
import glob
import os
import re
import shutil
import subprocess

from here import PROGRAM

ZERO_WIDTH = "\u200b\u200c\u200d\ufeff"
NAMES = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(2)>",
    "O'Neil & Sons « \"quoted\" » &amp; &lt;b&gt;",
    "\u202egnp.exe\u202c Renversé",
    "\u200f\u05de\u05d0\u05e4\u05d9\u05d9\u05d4 \u05d4\u05d6\u05d4\u05d1\u200e",
    "\u0645\u062e\u0628\u0632 \u0627\u0644\u0646\u062c\u0645\u0629",
    "🥐👩‍🍳🏳️‍🌈 Boulangerie 🥖",
    f"Zéro{ZERO_WIDTH}largeur{ZERO_WIDTH}",
    "W" * 10_000,
    "mot " * 2_500,
    "Z̷̧̛͚a̵̡͝l̶̢͌g̷̨̛o̸̧͠ & Cie",
    "</title></style></textarea><!-- -->",
    "{{7*7}} ${7*7} <%= 7*7 %> %s %n",
    "=HYPERLINK(\"http://evil.example\",\"cliquez\")",
    "' OR 1=1; DROP TABLE sales; --",
    "null", "undefined", "NaN", "-0", "​",
]
IDS = [
    "javascript:alert(3)", "a/b", "what?q=1", "50%", "100%25", "h#ash", "..", ".", "../../etc/passwd", "p+lus", "two words",
    "tab;semi", "é à ü", "\u202eRTL", "🥐", "<b>id</b>", "'quote\"", "a&b=c", "\\back\\slash", "%2F%2e%2e",
]


def run(*command):
    """Runs the program; 3 means that some rows were set aside, which is wanted."""
    done = subprocess.run([PROGRAM, *command], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        raise RuntimeError(f"clientele {' '.join(command)} failed: {(done.stderr or done.stdout)[-600:]}")
    return done.stdout


def sample(folder):
    """The sample company as `clientele demo` makes it."""
    run("demo", "--no-serve", "--folder", folder, "--lang", "fr")


def empty(folder):
    """A workspace in which nothing was brought yet."""
    run("init", folder, "--lang", "fr")


def bare(folder):
    """Sales without costs, customers or services: much cannot be known."""
    run("init", folder, "--lang", "fr")
    run("sample", folder + "/sources", "--plain", "--customers", "40", "--lines", "2500")
    run("import", folder + "/sources/sales.csv", "-w", folder)


def hostile(folder):
    """A small company of which every text is an attack or an accident."""
    run("init", folder, "--lang", "fr")
    sources = folder + "/sources"
    run("sample", sources, "--customers", "60", "--lines", "4000", "--lang", "fr")
    ids, words = {}, {}
    for path in sorted(glob.glob(sources + "/*.csv")):
        if os.path.basename(path) != "stories.csv":
            spoil(path, ids, words)
    files = [path for path in sorted(glob.glob(sources + "/*.csv")) if not path.endswith("/stories.csv")]
    files.sort(key=lambda path: not path.endswith("/ventes.csv"))
    run("import", *files, "-w", folder)
    policy = os.path.join(folder, "policy.yaml")
    with open(policy, encoding="utf-8") as file:
        text = file.read()
    with open(policy, "w", encoding="utf-8") as file:
        file.write(re.sub(r"(?m)^(\s+name:).*", r"""\1 '<script>alert(4)</script> & ‮Fils "SA"'""", text, count=1))


CODES = {"Code client", "Réf. article", "Commercial", "Prospect", "N° facture", "Traité par"}
WORDS = {"Client", "Raison sociale", "Désignation", "Famille", "Catégorie", "Secteur", "Région", "Nom", "Note", "Groupe", "Ville"}


def spoil(path, ids, words):
    """Puts a hostile text in place of every code and word, the same one for the same value in every file."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    header = rows[0]

    def other(column, value):
        if not value:
            return value
        if column in CODES:
            kind = "Prospect" if column == "Prospect" else column[0]
            known = ids.setdefault((kind, value), len(ids))
            return IDS[known] if known < len(IDS) and kind == "C" else f"{value} {IDS[known % len(IDS)]}"
        if column in WORDS:
            known = words.setdefault((column, value), len([key for key in words if key[0] == column]))
            text = NAMES[known % len(NAMES)]
            return text if known < len(NAMES) else f"{text[:60]} {known}"
        return value

    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(header)
        for row in rows[1:]:
            writer.writerow([other(column, value) for column, value in zip(header, row)] + row[len(header):])


def reports(workspace):
    """The names of the reports that the program makes of a workspace; none where nothing was sold."""
    try:
        return re.findall(r'"report": ?"(\w+)"', run("report", "all", "-w", workspace, "--format", "json"))
    except RuntimeError:
        return []


MAKERS = {"sample": sample, "hostile": hostile, "empty": empty, "bare": bare}


def make(name, folder):
    """Makes a company's workspace afresh in a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    MAKERS[name](folder)
