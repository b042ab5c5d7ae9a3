"""What goes to stderr: one line for each thing that went wrong, safe to print."""

from __future__ import annotations

import errno
import sys

from reportcheck.errors import ReportcheckError


def say(text: str) -> None:
    """A line on stderr."""
    from reportcheck.report.safe import safe

    print(f"reportcheck: {safe(text)}", file=sys.stderr, flush=True)


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
