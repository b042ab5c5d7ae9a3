"""What can go wrong that is not our bug: each error names the file, the place and what to do."""

from __future__ import annotations

from collections.abc import Iterable


def meant(given: str, known: Iterable[str]) -> str:
    """ ", did you mean ..." and the name that is most like the one given; empty where none is."""
    import difflib

    close = difflib.get_close_matches(given.lower().replace("_", "-"), [str(name) for name in known], 1, 0.7)
    return f" (did you mean {close[0]}?)" if close else ""


class ReportcheckError(Exception):
    """An error that a user can cause and mend: its text is shown whole, without a traceback."""


class PaperError(ReportcheckError):
    """A paper that could not be read: the path, what is wrong with it and what to do."""

    def __init__(self, path: str, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {problem} {remedy}".strip())
        self.path = path
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[PaperError], tuple[str, str, str]]:
        """Let the error cross from a worker process to its parent."""
        return PaperError, (self.path, self.problem, self.remedy)


class RuleError(ReportcheckError):
    """A rule file that cannot be used: the file, the line and what to do."""

    def __init__(self, path: str, line: int, problem: str) -> None:
        super().__init__(f"{path}, line {line}: {problem}")
        self.path = path
        self.line = line
        self.problem = problem


class UsageError(ReportcheckError):
    """A command that asks for something that does not exist: what it was and what to do."""
