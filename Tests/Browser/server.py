"""The real program, serving one workspace on a free port."""

import contextlib
import queue
import re
import subprocess
import threading
import time
import urllib.error
import urllib.request

from here import PROGRAM


class DidNotStart(Exception):
    """The server said nothing of an address."""


@contextlib.contextmanager
def serving(workspace, patience=60):
    """The address of the workspace's dashboard, once it shows books or knows that there are none."""
    process = subprocess.Popen(
        [PROGRAM, "serve", "-w", workspace, "--port", "0", "--no-open", "--lang", "en"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    words, lines = [], queue.Queue()

    def listen():
        for line in process.stdout:
            words.append(line)
            lines.put(line)
        lines.put(None)

    threading.Thread(target=listen, daemon=True).start()
    try:
        address = announced(lines, words, patience)
        settle(address, patience)
        yield address
        if process.poll() is not None:
            raise DidNotStart(f"The server ended by itself ({process.returncode}): {''.join(words)[-600:]}")
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def announced(lines, words, patience):
    """The address that the program prints."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            line = lines.get(timeout=max(0.1, end - time.monotonic()))
        except queue.Empty:
            break
        found = re.search(r"http://\S+?(?=/?\s|/?$)", line or "")
        if found:
            return found[0].rstrip("/")
        if line is None:
            break
    raise DidNotStart("The server printed no address: " + "".join(words)[-600:])


def settle(address, patience):
    """Waits until no work goes on behind the pages."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        with contextlib.suppress(urllib.error.URLError):
            with urllib.request.urlopen(address + "/progress", timeout=5) as answer:
                if answer.headers.get("HX-Refresh"):
                    return
        time.sleep(0.1)
    raise DidNotStart(f"{address} was still at work after {patience} s.")
