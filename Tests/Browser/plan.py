"""What is to be done, and doing it: pages to walk and tasks to try, each by whichever worker is free."""

import atexit
import dataclasses
import time

import addresses
import companies
import keyboard
import paper
import plain
import tasks
import visit
import walk
from failures import Failure
from server import serving

KINDS = {"task": tasks.run, "keyboard": keyboard.run, "paper": paper.run, "plain": plain.run}


@dataclasses.dataclass(frozen=True)
class Company:
    """A company being served."""

    name: str
    home: str
    workspace: str


@dataclasses.dataclass(frozen=True)
class Job:
    """One thing to do in a browser."""

    kind: str
    company: str
    path: str
    wanted: int = 200
    facts: tuple = ()


def serve(names, folder, stack):
    """Makes the companies and serves each."""
    result = []
    for name in names:
        print(f"making {name}", flush=True)
        workspace = f"{folder}/{name}"
        companies.make(name, workspace)
        result.append(Company(name, stack.enter_context(serving(workspace)), workspace))
    return result


def jobs(served, only):
    """The jobs over all companies, and what is wrong with their links."""
    result, failures = [], []
    for company in served:
        known = addresses.known(companies.reports(company.workspace))
        found, faults = addresses.crawl(company.home, known)
        failures += [Failure(company.name, path, what) for path, what in dict.fromkeys(faults) if only in path]
        pages = addresses.chosen(found, known, sheets=12 if company.name == "hostile" else 3)
        result += [Job("page", company.name, path) for path in pages]
        if company.name in ("sample", "hostile"):
            result += [Job("page", company.name, path, wanted) for path, wanted in addresses.WRONG]
        if company.name != "bare":
            result += [Job("plain", company.name, path) for path in pages if "/methods/" not in path]
        if company.name == "sample":
            result += [Job("paper", "sample", path) for path in pages if path.startswith(paper.PRINTED)]
            result += [Job("keyboard", "sample", path) for path in keyboard.PAGES]
            facts = tasks.facts(company.workspace)
            result += [Job("task", "sample", name, facts=facts) for name in tasks.TASKS]
    return [job for job in result if only in job.path], failures


def begin(homes):
    """Opens a worker's browser."""
    global walker
    opening = visit.browser()
    walker = walk.Walker(opening.__enter__(), homes)
    atexit.register(opening.__exit__, None, None, None)


def timed(job):
    """The failures of one job, and the seconds it took."""
    start = time.monotonic()
    return do(job), time.monotonic() - start


def do(job):
    """The failures of one job."""
    if job.kind == "page":
        return walker.walk(job.company, job.path, job.wanted)
    try:
        return KINDS[job.kind](walker, job)
    except Exception as error:  # What cannot be done is a failure, and the others go on.
        return [Failure(job.company, job.path, f"{job.kind}: {type(error).__name__}: {str(error).splitlines()[0][:300]}")]
