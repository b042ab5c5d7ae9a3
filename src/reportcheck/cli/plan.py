"""A request x the settings beside each paper -> what is asked of that paper, and the rules that it is put to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, fields, replace
from functools import partial
from pathlib import Path

from reportcheck.archive.ahead import Ahead
from reportcheck.archive.papers import Source
from reportcheck.cli.request import Request
from reportcheck.extract import Options
from reportcheck.model import Rule
from reportcheck.records import record
from reportcheck.settings import Chosen, Settings, of_paper

Rules = Ahead[tuple[Rule, ...]]
_FIELDS = {"memory": "memory_mb"}
"""Settings that records call otherwise."""
_OPTIONS = frozenset(field.name for field in fields(Options))


@record(slots=True)
class Plan:
    """What is asked of each paper: the command line goes before its settings, and those before what is usual."""

    request: Request
    found: dict[Path, Settings | None] = field(default_factory=dict)
    """The settings of each folder that was looked into."""
    asked: dict[str, Request] = field(default_factory=dict)
    books: dict[str, Rules] = field(default_factory=dict)

    def prepare(self, papers: Iterable[Source]) -> None:
        """Read all settings, so that a mistake in them is told before a paper is read."""
        for paper in papers:
            asked = self.of(paper.name)
            if asked.rules or asked.select or asked.ignore or asked.severity:
                self.rules(paper.name).get()

    def of(self, paper: str) -> Request:
        """The request as it is for one paper."""
        if paper not in self.asked:
            values = of_paper(paper, self.found)
            self.asked[paper] = _with(self.request, values) if values else self.request
        return self.asked[paper]

    def rules(self, paper: str) -> Rules:
        """The rules for one paper; those that are asked for in the same way are read once."""
        asked = self.of(paper)
        key = repr((asked.rules, asked.select, asked.ignore, asked.severity))
        if key not in self.books:
            self.books[key] = Ahead(partial(rules_of, asked))
        return self.books[key]

    def every_rule(self) -> tuple[Rule, ...]:
        """The rules of all papers so far, by id."""
        books = self.books.values() or [self.rules("-")]
        every = {rule.id: rule for book in reversed([*books]) for rule in book.get()}
        return tuple(every[id] for id in sorted(every))


def _with(request: Request, values: dict[str, Chosen]) -> Request:
    """The request with the settings that its command line does not make."""
    own = {name: chosen for name, chosen in values.items() if name not in request.given}
    made = {_FIELDS.get(name, name.replace("-", "_")): chosen.value for name, chosen in own.items()}
    options = {name: value for name, value in made.items() if name in _OPTIONS}
    others = {name: value for name, value in made.items() if name not in _OPTIONS}
    origins = {name: f"{chosen.origin}: {name}" for name, chosen in own.items()}
    return replace(request, options=replace(request.options, **options), **others, origins=origins)


def rules_of(request: Request) -> tuple[Rule, ...]:
    """The rules, and with them all that an audit and its report import."""
    import reportcheck.auditing
    import reportcheck.report.terminal  # noqa: F401
    from reportcheck.rulepack import rules_for

    rules, select, ignore, severity = (
        request.origins.get(name, f"--{name}") for name in ("rules", "select", "ignore", "severity")
    )
    return rules_for(
        request.rules,
        request.select,
        request.ignore,
        severity=request.severity,
        options=(rules, select, ignore, severity),
    )
