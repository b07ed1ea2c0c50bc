#!/usr/bin/env python3
"""Measures the purchase models against the Python package lifetimes, in one run on one machine: one start each, the same
optimum. Builds only what it needs, in a package of its own under .build/bench-models.

CLIENTELE_DATA names the folder of public data (CDNOW); without it only generated customers are measured.
"""

import csv
import json
import os
import random
import subprocess
import sys

import bench_package

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HERE = os.path.join(ROOT, ".build", "bench-models")
# The package is no longer kept up: these are the last versions it runs on.
RIVALS = ["lifetimes==0.11.3", "numpy==1.26.4", "scipy==1.11.4", "pandas==2.0.3", "autograd==1.6.2"]

# Times one start without standard errors and, where asked, the whole fit; the fastest of some runs.
RIVAL = """
import json, sys, time, warnings
warnings.filterwarnings("ignore")
import numpy
import pandas
import lifetimes.fitters
from lifetimes import BetaGeoFitter, ParetoNBDFitter
data = pandas.read_csv(sys.argv[1])
exact = lifetimes.fitters.hessian
def timed(fitter, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        model = fitter().fit(data.x, data.t_x, data["T"])
        times.append(time.perf_counter() - start)
    return min(times), model.params_.to_dict()
found = {}
for name in sys.argv[3:]:
    fitter = {"BG/NBD": BetaGeoFitter, "Pareto/NBD": ParetoNBDFitter}[name]
    lifetimes.fitters.hessian = lambda function: lambda *place: numpy.eye(len(place[0]))
    seconds, parameters = timed(fitter, int(sys.argv[2]))
    found[name] = {"oneStart": seconds, "parameters": parameters}
    if name == "BG/NBD" and len(data) < 100_000:
        lifetimes.fitters.hessian = exact
        found[name]["errors"] = timed(fitter, int(sys.argv[2]))[0]
print(json.dumps(found))
"""


def rivals():
    """The Python of the rival's environment."""
    folder = os.path.join(ROOT, ".venv-bench-models")
    python = os.path.join(folder, "bin", "python")
    stamp = os.path.join(folder, "rivals.txt")
    wanted = "\n".join(RIVALS)
    if not os.path.exists(stamp) or open(stamp, encoding="utf-8").read() != wanted:
        print("Bringing the rival …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        done = subprocess.run([python, "-m", "pip", "install", "--quiet", *RIVALS], check=False)
        if done.returncode != 0:
            sys.exit("lifetimes could not be installed: it takes Python 3.9 to 3.11 (PYTHON=… make bench).")
        with open(stamp, "w", encoding="utf-8") as file:
            file.write(wanted)
    return python


def write(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.write("x,t_x,T\n")
        file.writelines(f"{x},{recency!r},{age!r}\n" for x, recency, age in rows)


def cdnow(folder):
    with open(os.path.join(folder, "cdnow", "cdnow_sample_calibration_holdout.csv"), encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield row["x"], float(row["t_x"]), float(row["T"])


def drawn(count):
    """Customers of BG/NBD who came within a year and were watched for two, to the day."""
    source = random.Random(1997)
    for _ in range(count):
        age = source.randint(365, 730)
        rate = source.gammavariate(0.8, 1 / 9) / 7
        dropout = source.betavariate(0.6, 2.2)
        days, time = {0}, 0.0
        while True:
            time += source.expovariate(rate) if rate > 1e-9 else 1e9
            if time > age:
                break
            days.add(int(time))
            if source.random() < dropout:
                break
        yield len(days) - 1, max(days) / 7, age / 7


def compare(title, program, python, file, runs, targets):
    ours = json.loads(subprocess.run([program, file, str(runs)], check=True, capture_output=True, text=True).stdout)
    theirs = json.loads(subprocess.run(
        [python, "-c", RIVAL, file, str(runs), *targets], check=True, capture_output=True, text=True).stdout)
    print(f"models: {title}: {ours['customers']:,} customers, {ours['distinct']:,} of them distinct "
          f"(told apart in {ours['collapse'] * 1e3:.1f} ms, counted in); the fastest of {runs}")
    held = True
    for name, target in targets.items():
        mine, other = ours[name], theirs[name]
        ratio = other["oneStart"] / mine["oneStart"]
        gap = max(abs(mine["parameters"][key] / value - 1) for key, value in other["parameters"].items())
        held = held and ratio >= target and gap < 0.01
        print(f"models:   {name:11s} one start {mine['oneStart'] * 1e3:9.1f} ms, lifetimes {other['oneStart'] * 1e3:9.1f} ms: "
              f"{ratio:6.1f} × as fast (target {target} ×{'' if ratio >= target else ', missed'}); "
              f"parameters within {gap:.2%}{'' if gap < 0.01 else ', not the same optimum'}")
        apart = f", lifetimes, one start with errors {other['errors'] * 1e3:.1f} ms" if "errors" in other else ""
        print(f"models:   {'':11s} {mine['starts']} starts ({mine['agreeing']} to the same place) and errors "
              f"{mine['allStartsAndErrors'] * 1e3:.1f} ms{apart}", flush=True)
    return held


def main():
    os.makedirs(HERE, exist_ok=True)
    program, python = bench_package.build("models", "Forecast", ["Bench/Models/main.swift"]), rivals()
    held = True
    data = os.environ.get("CLIENTELE_DATA")
    if data:
        file = os.path.join(HERE, "cdnow.csv")
        write(file, cdnow(data))
        held = compare("CDNOW", program, python, file, 5, {"BG/NBD": 10, "Pareto/NBD": 20})
    else:
        print("CLIENTELE_DATA is not set: CDNOW is not measured")
    file = os.path.join(HERE, "drawn.csv")
    write(file, drawn(1_000_000))
    held = compare("generated", program, python, file, 3, {"BG/NBD": 10}) and held
    sys.exit(0 if held else 1)


main()
