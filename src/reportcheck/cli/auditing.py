"""Papers -> outcomes: what an earlier run has kept where nothing has changed, or an audit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportcheck.archive.papers import STDIN, Source
from reportcheck.archive.run import Outcome, audit_source
from reportcheck.cli.plan import Plan
from reportcheck.cli.request import Request
from reportcheck.extract import Progress

if TYPE_CHECKING:
    from reportcheck.archive.cache import Cache

_WHOLE = frozenset(["html", "junit"])
"""Formats that show more than is kept: the text of papers, or what holds in them."""


class Audits:
    """Audits the papers of a plan, and keeps what comes of them where its reports need no more."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._made: dict[str, str] = {}
        self._may_keep = _may_keep(plan.request)
        self._cache: Cache | None = None

    def __call__(self, source: Source, progress: Progress | None = None, keep: bool = False) -> Outcome:
        asked, rules = self._plan.of(source.name), self._plan.rules(source.name)
        if not (self._may_keep and asked.cache) or source.name == STDIN or source.problem is not None:
            return audit_source(source, rules, asked.options, progress, keep)
        cache = self._cache = self._cache or _cache()
        from reportcheck.archive.cache import key_of, paper_digest

        path = Path(source.at or source.name)
        digest = paper_digest(path)
        kept = cache.find(key_of(self._made_by(asked, keep), digest, path), source.name) if digest else None
        if kept is not None:
            return Outcome(source.name, kept)
        outcome = audit_source(source, rules, asked.options, progress, keep)
        if outcome.report is not None and not outcome.failed:
            cache.keep(key_of(self._made_by(asked, keep), outcome.report.document.sha256, path), outcome.report)
        return outcome

    def close(self) -> None:
        """Leave the folder of results no larger than it may be."""
        if self._cache is not None:
            self._cache.close()

    def _made_by(self, asked: Request, keep: bool) -> str:
        chosen = repr((asked.rules, asked.select, asked.ignore, sorted(asked.severity.items()), asked.options, keep))
        if chosen not in self._made:
            from reportcheck.archive.cache import made_by

            ways = (asked.select, asked.ignore, sorted(asked.severity.items()), keep)
            self._made[chosen] = made_by(asked.rules, ways, asked.options)
        return self._made[chosen]


def _may_keep(request: Request) -> bool:
    return not (request.verbose or request.annotate or any(each.format in _WHOLE for each in request.writes))


def _cache() -> Cache:
    from reportcheck.archive.cache import Cache, cache_folder

    return Cache(cache_folder())
