"""One run of a batch: papers gone through, bodies compared, and all of it counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from reportcheck.archive.ledger import made_with
from reportcheck.cli.plan import Plan
from reportcheck.cli.settling import Settling
from reportcheck.cli.stopping import told_if_stopped
from reportcheck.cli.worker import batch_request
from reportcheck.errors import UsageError
from reportcheck.past import bodies
from reportcheck.past.going import Engine, compare, go_through
from reportcheck.past.ledger import Ledger
from reportcheck.past.sources import Address
from reportcheck.past.workers import Limits

if TYPE_CHECKING:
    from reportcheck.cli.batch import Seen


class Keys:
    """What each paper is audited with, in short; settings and what is accepted beside it are part of it."""

    def __init__(self, limits: Limits, fail_on: str) -> None:
        self._plan = Plan(batch_request(asdict(limits) | {"fail_on": fail_on}))
        self._plan.rules("-").get()  # A mistake in what was asked for is told before a paper is looked for.
        self._settle = Settling(self._plan)
        # What a paper may take decides whether it can be audited, so other limits mean another try.
        self._form = f"batch {limits.memory_mb} {limits.file_seconds:g}"
        self._made: dict[str, str] = {}

    def __call__(self, paper: str) -> str:
        asked = self._plan.of(paper)
        alike = repr((asked.rules, asked.select, asked.ignore, asked.severity, asked.options))
        if alike not in self._made:
            self._made[alike] = made_with(self._plan.rules(paper).get(), asked.rules, asked.options, self._form)
        known = "" if "://" in paper else self._settle.key(paper)
        return f"{self._made[alike]} {known}".strip()

    def fail_on(self, paper: str) -> str:
        """The mildest finding of a paper that makes the exit code 1."""
        try:
            return self._plan.of(paper).fail_on
        except UsageError:  # It was not audited by those settings either.
            return self._plan.request.fail_on


def update_site(address: str, folder: Path) -> int:
    """Bring the site of a ledger up to date: how many pages were written."""
    from reportcheck.past.site import write_site

    with Ledger(address, change=False) as ledger:
        return write_site(ledger, folder)


def run(papers: Sequence[Address], address: str, keys: Keys, engine: Engine, again: bool, seen: Seen) -> None:
    """Audit what is new or changed, compare what is of one body, and count it all in `seen`."""
    with Ledger(address) as ledger:
        ledger.begin()
        with told_if_stopped(lambda: f"{seen.done:,} of {len(papers):,}; run again to go on"):
            for gone in go_through(papers, ledger, keys, engine, again):
                seen.paper(gone, keys.fail_on(gone.source))
            for problem in compare(ledger, engine, address):
                seen.body(problem)
        ours = {paper.source for paper in papers}
        for source, severity, count in bodies.told(ledger):
            if source in ours:
                seen.across(severity, count, keys.fail_on(source))
        ledger.end()
