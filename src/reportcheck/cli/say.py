"""What goes to stderr: one line for each thing that went wrong, safe to print."""

from __future__ import annotations

import errno
import sys
from collections import Counter

from reportcheck.errors import ReportcheckError

_MOST_ALIKE = 10


def say(text: str) -> None:
    """A line on stderr."""
    from reportcheck.report.safe import safe

    if text.startswith("-: "):
        text = f"standard input{text[1:]}"
    print(f"reportcheck: {safe(text)}", file=sys.stderr, flush=True)


class Complaints:
    """The errors of many papers, a line each; of a great many alike the first ones, and in the end how many more."""

    def __init__(self) -> None:
        self._alike: Counter[str] = Counter()

    def say(self, name: str, error: str) -> None:
        """Tell of one paper."""
        alike = error.removeprefix(f"{name}: ")
        self._alike[alike] += 1
        if self._alike[alike] <= _MOST_ALIKE:
            say(error)

    def close(self) -> None:
        """Tell how many more there were."""
        for alike, count in self._alike.items():
            if count > _MOST_ALIKE:
                say(f"{count - _MOST_ALIKE:,} more: {alike}")


def complain(problem: BaseException) -> None:
    """An error that the user can mend in its own words, any other as our bug; never a traceback."""
    if isinstance(problem, ReportcheckError):
        say(str(problem))
    elif isinstance(problem, OSError) and problem.filename is not None:
        say(f"{problem.filename}: {problem.strerror}. Check the name and its permissions.")
    elif isinstance(problem, OSError) and problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        say(f"the output could not be written ({problem.strerror}). Make room, or write elsewhere with --output.")
    else:
        from reportcheck.archive.run import bug

        say(bug(problem))
