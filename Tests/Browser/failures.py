"""What went wrong, where, and how it is told."""

import dataclasses
import os
import re

from here import FAILURES


@dataclasses.dataclass(frozen=True)
class Failure:
    """One fault of one page as it was looked at."""

    company: str
    path: str
    what: str
    language: str = ""
    width: int = 0
    theme: str = ""

    @property
    def look(self):
        """How the page was looked at, in a word."""
        return " ".join(str(part) for part in (self.language, self.width or "", self.theme) if part)


def picture(page, failure):
    """Keeps what the page looked like when it failed."""
    os.makedirs(FAILURES, exist_ok=True)
    name = re.sub(r"[^A-Za-z0-9=.-]+", "_", f"{failure.company}{failure.path}_{failure.look}")[:150]
    try:
        page.screenshot(path=os.path.join(FAILURES, name + ".png"), full_page=True, timeout=10_000)
    except Exception:  # A page too broken to be pictured is told of all the same.
        pass


def tell(failures):
    """All failures, those of a page together, the same fault seen in several ways only once."""
    pages = {}
    for failure in failures:
        looks = pages.setdefault((failure.company, failure.path), {}).setdefault(failure.what, [])
        if failure.look not in looks:
            looks.append(failure.look)
    lines = []
    for (company, path), faults in sorted(pages.items()):
        lines.append(f"\n{company} · {path}")
        for what, looks in faults.items():
            seen = "; ".join(look for look in looks[:4] if look) + (f"; … {len(looks)} in all" if len(looks) > 4 else "")
            lines.append(f"  ✗ {what}" + (f"\n      [{seen}]" if seen else ""))
    return "\n".join(lines)
