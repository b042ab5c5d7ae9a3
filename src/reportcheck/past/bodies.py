"""The bodies of a ledger: which must be compared again, what is kept of their papers, what was found across them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportcheck.model import Kept
from reportcheck.past.keeping import of_rows
from reportcheck.past.ledger import Ledger, finding_row


def due(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The bodies whose papers have changed since they were compared, each with what they are now."""
    sa, papers, bodies = ledger.sa, ledger.papers, ledger.bodies
    asked = sa.select(papers.c.body, papers.c.source, papers.c.sha256, papers.c.made_with)
    now: dict[str, Any] = {}
    with ledger.engine.connect() as link:
        rows = link.execution_options(yield_per=1000).execute(asked.order_by(papers.c.body, papers.c.source))
        for body, *paper in rows:
            now.setdefault(body, hashlib.sha256()).update(repr(paper).encode())
        known = {str(body): str(compared) for body, compared in link.execute(sa.select(bodies))}
    for body, digest in now.items():
        if body and known.get(body) != digest.hexdigest():
            yield body, digest.hexdigest()


def kept_of(ledger: Ledger, body: str) -> list[Kept]:
    """What is kept of a body's papers."""
    sa, papers, facts = ledger.sa, ledger.papers, ledger.facts
    found: list[Kept] = []
    with ledger.engine.connect() as link:
        chosen = sa.select(papers).where(papers.c.body == body, papers.c.rest.is_not(None)).order_by(papers.c.source)
        for paper in map(dict, link.execute(chosen).mappings().all()):
            own = sa.select(facts).where(facts.c.paper == paper["id"]).order_by(facts.c.number)
            found.append(of_rows(paper["source"], paper, map(dict, link.execute(own).mappings())))
    return found


def told(ledger: Ledger) -> Iterator[tuple[str, str, int]]:
    """What was found across papers: each paper, with a severity and how many findings of it."""
    sa, papers, table = ledger.sa, ledger.papers, ledger.findings
    counted = sa.select(papers.c.source, table.c.severity, sa.func.count()).join(papers, papers.c.id == table.c.paper)
    with ledger.engine.connect() as link:
        for row in link.execute(counted.where(table.c.across).group_by(papers.c.source, table.c.severity)):
            yield str(row[0]), str(row[1]), int(row[2])


def record(ledger: Ledger, body: str, compared: str, findings: Iterable[Mapping[str, Any]]) -> None:
    """Put what was found across a body's papers in the place of what was known: all of it, or nothing."""
    sa, papers, table, bodies = ledger.sa, ledger.papers, ledger.findings, ledger.bodies
    with ledger.engine.begin() as link:
        ids = {
            str(s): int(i)
            for i, s in link.execute(sa.select(papers.c.id, papers.c.source).where(papers.c.body == body))
        }
        own = sa.select(papers.c.id).where(papers.c.body == body)
        link.execute(table.delete().where(table.c.across, table.c.paper.in_(own)))
        counted: dict[int, int] = {}
        for finding in findings:
            paper = ids.get(finding["paper"])
            if paper is None:
                continue  # It was taken out meanwhile.
            if paper not in counted:
                most = sa.select(sa.func.max(table.c.number)).where(table.c.paper == paper)
                counted[paper] = int(link.execute(most).scalar() or 0)
            counted[paper] += 1
            whole = {key: value for key, value in finding.items() if key != "paper"}
            link.execute(table.insert().values(**finding_row(paper, counted[paper], whole), across=True))
        link.execute(bodies.delete().where(bodies.c.body == body))
        link.execute(bodies.insert().values(body=body, compared=compared))
