"""Outcomes of several papers of one body -> the same outcomes, with what the papers say of one another."""

from __future__ import annotations

import pickle
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import IO

from reportcheck.archive.papers import STDIN
from reportcheck.archive.run import Outcome
from reportcheck.model import Finding, Kept, Rule
from reportcheck.read.keep.named import body_of

Rules = Callable[[str], Sequence[Rule]]
"""The rules that a paper is put to."""


def companions(names: Sequence[str]) -> frozenset[str]:
    """The papers of which others of the same body are asked for."""
    bodies = Counter(body_of(name) for name in names if name != STDIN)
    return frozenset(name for name in names if name != STDIN and bodies[body_of(name)] > 1)


def together(outcomes: Iterator[Outcome], names: Sequence[str], rules: Rules) -> Iterator[Outcome]:
    """The outcomes in their order. Those of a body wait in a file until all of its papers are audited.

    What ends the run ends it after those that wait.
    """
    shared = companions(names)
    last = {body_of(name): number for number, name in enumerate(names) if name in shared}
    with tempfile.TemporaryFile(prefix="reportcheck-") as file:
        waiting = _Waiting(file, rules)
        until = -1
        try:
            for number, outcome in enumerate(outcomes):
                if outcome.name in shared:
                    until = max(until, last[body_of(outcome.name)])
                if until < 0:
                    yield outcome
                    continue
                waiting.add(outcome)
                if number == until:
                    yield from waiting.released()
                    until = -1
        except GeneratorExit:
            raise
        except BaseException:
            yield from waiting.released()
            raise
        yield from waiting.released()


class _Waiting:
    """Outcomes in a file: the reports of a folder of papers take more memory than there may be."""

    def __init__(self, file: IO[bytes], rules: Rules) -> None:
        self._file, self._rules = file, rules
        self._kept: list[Kept] = []
        self._count = 0

    def add(self, outcome: Outcome) -> None:
        """Put an outcome by."""
        if outcome.report is not None and outcome.report.kept is not None:
            self._kept.append(outcome.report.kept)
            outcome = replace(outcome, report=replace(outcome.report, kept=None))
        pickle.dump(outcome, self._file, pickle.HIGHEST_PROTOCOL)
        self._count += 1

    def released(self) -> Iterator[Outcome]:
        """All that was put by, with the findings across papers."""
        if not self._count:
            return
        found = across_findings(self._kept, self._rules)
        self._file.seek(0)
        for _ in range(self._count):
            yield _with(pickle.load(self._file), found)
        self._kept, self._count = [], 0
        self._file.seek(0)
        self._file.truncate()


def _with(outcome: Outcome, found: dict[str, tuple[Finding, ...]]) -> Outcome:
    from reportcheck.across import with_findings

    own = found.get(outcome.name)
    return replace(outcome, report=with_findings(outcome.report, own)) if own and outcome.report else outcome


def across_findings(kept: Sequence[Kept], rules: Rules) -> dict[str, tuple[Finding, ...]]:
    """The findings across papers under the rules of each paper that they are told in."""
    from reportcheck.across import audit_across

    own = {paper.path: {rule.id: rule for rule in rules(paper.path)} for paper in kept}
    every = {id: rule for each in own.values() for id, rule in each.items()}
    found, _ = audit_across(kept, every.values())
    return {
        path: tuple(
            replace(f, rule=mine, severity="note" if f.severity == "note" else mine.severity)
            for f in findings
            if (mine := own[path].get(f.rule.id)) is not None
        )
        for path, findings in found.items()
    }
