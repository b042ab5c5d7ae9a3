"""A ledger -> a folder of pages: an index that searches papers and findings, a page a body and a page a paper.

They open without a server. A page is written only where it has changed, and pages of papers that are gone go too.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from reportcheck.archive.ours import is_ours
from reportcheck.archive.store import write_atomically
from reportcheck.errors import UsageError
from reportcheck.past.ledger import Ledger
from reportcheck.past.pages import page
from reportcheck.report.places import plural

MOST = 20_000
"""So many papers and findings are searched from one page; of more, those of a body are searched from its page."""
_SEVERITIES = ("error", "warning", "note")
_PAGE = re.compile(r"(?:paper|body)-[0-9a-f]{20}\.html")
"""What pages of a site are called; other reports in its folder are for people to keep."""


def write_site(ledger: Ledger, folder: Path) -> int:
    """Bring the site up to date: how many pages were written. UsageError where somebody else's page is in its place."""
    index = folder / "index.html"
    if index.exists() and not is_ours(index):
        raise UsageError(f"--site {folder}: {index} is no page of reportcheck. Name another folder.")
    folder.mkdir(parents=True, exist_ok=True)
    bodies: dict[str, list[dict[str, Any]]] = defaultdict(list)
    wrote = 0
    pages = {"index.html"}
    for paper, findings in _papers(ledger):
        told = _told(paper, findings)
        bodies[paper["body"]].append(told)
        pages.add(told["page"])
        wrote += _write(folder / told["page"], _paper_page(paper, told, findings))
    for body, papers in bodies.items():
        pages.add(_body_page(body))
        wrote += _write(folder / _body_page(body), _list_page(body or "(no folder)", papers, True, [], papers))
    every = list(chain.from_iterable(bodies.values()))
    whole = len(every) + sum(len(paper["told"]) for paper in every)
    rows = [_row(body, papers) for body, papers in sorted(bodies.items())]
    wrote += _write(index, _list_page("Papers that were audited", every if whole <= MOST else [], False, rows, []))
    for path in folder.glob("*.html"):
        if path.name not in pages and _PAGE.fullmatch(path.name) and is_ours(path):
            path.unlink()
    return wrote


def _papers(ledger: Ledger) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each paper of the ledger with its findings, in the order of their addresses."""
    sa, papers, table = ledger.sa, ledger.papers, ledger.findings
    with ledger.engine.connect() as link, ledger.engine.connect() as other:
        chosen = sa.select(papers).order_by(papers.c.source)
        for paper in map(dict, link.execution_options(yield_per=200).execute(chosen).mappings()):
            own = sa.select(table).where(table.c.paper == paper["id"]).order_by(table.c.page, table.c.number)
            yield paper, [dict(row) for row in other.execute(own).mappings()]


def _told(paper: Mapping[str, Any], findings: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """What lists and the search tell of a paper."""
    told = [(f["severity"], f["rule"], f["message"], f["whole"]["quote"][:300]) for f in findings]
    return {
        "page": page_of(paper["source"]),
        "title": paper["title"],
        "source": paper["source"],
        "day": paper["day"] or "",
        "failed": bool(paper["error"]),
        "told": told,
        **{severity: sum(each[0] == severity for each in told) for severity in _SEVERITIES},
    }


def _row(body: str, papers: list[dict[str, Any]]) -> dict[str, Any]:
    sums = {severity: sum(paper[severity] for paper in papers) for severity in _SEVERITIES}
    failed = sum(paper["failed"] for paper in papers)
    return {"page": _body_page(body), "name": body, "papers": len(papers), "failed": failed, **sums}


def _list_page(
    title: str, searched: list[dict[str, Any]], up: bool, bodies: list[dict[str, Any]], papers: list[dict[str, Any]]
) -> bytes:
    count = sum(body["papers"] for body in bodies) or len(papers)
    findings = sum(sum(each[s] for s in _SEVERITIES) for each in (bodies or papers))
    told = [
        [number, *finding] for number, paper in enumerate(searched) for finding in paper["told"]
    ]  # Papers are named by their number.
    data = {"papers": [[p["page"], p["title"], p["source"]] for p in searched], "findings": told}
    return page(
        "site.html.j2",
        script="site.js" if searched else "",
        title=title,
        summary=f"{plural(count, 'paper')}, {plural(findings, 'finding')}."
        + ("" if searched or not bodies else " They are searched from the page of each body."),
        data=_harmless(json.dumps(data, ensure_ascii=False)) if searched else "",
        up=up,
        bodies=bodies,
        papers=papers,
    )


def _harmless(text: str) -> str:
    """JSON that ends no script element, whatever a paper says."""
    return (
        text.replace("<", "\\u003c").replace(">", "\\u003e").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )


def _paper_page(paper: Mapping[str, Any], told: Mapping[str, Any], findings: Iterable[Mapping[str, Any]]) -> bytes:
    shown = [
        {
            **{key: finding[key] for key in ("number", "rule", "severity", "message")},
            "quote": finding["whole"]["quote"],
            "sum": finding["whole"]["sum"],
            "place": _place(finding["whole"]["location"]),
            "elsewhere": [
                {"path": e["path"], "link": page_of(e["path"]), "place": _place(e), "text": e["text"]}
                for e in finding["whole"].get("elsewhere", ())
            ],
        }
        for finding in findings
    ]
    facts = {key: paper[key] for key in ("body", "pages", "figures", "verified", "challenged", "untested")}
    about = {**told, **facts, "problem": paper["error"]}
    return page("paper.html.j2", paper=about, body=_body_page(paper["body"]), findings=shown)


def _place(at: Mapping[str, Any]) -> str:
    where = at.get("where") or ""
    place = f"line {at['line']}" if at["line"] is not None else f"page {at['page']}"
    return f"{place}, {where}" if where else place


def page_of(source: str) -> str:
    """The name of a paper's page."""
    return f"paper-{hashlib.sha256(source.encode('utf-8', 'surrogateescape')).hexdigest()[:20]}.html"


def _body_page(body: str) -> str:
    return f"body-{hashlib.sha256(body.encode('utf-8', 'surrogateescape')).hexdigest()[:20]}.html"


def _write(path: Path, data: bytes) -> int:
    try:
        if path.read_bytes() == data:
            return 0
    except OSError:
        pass
    write_atomically(path, data)
    return 1
