"""Rules x a Paper -> a Report: what is wrong, what holds, and how much of the paper was put to the test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from reportcheck import laws, programs
from reportcheck.advising import RANK, Found, sound, told_once
from reportcheck.checks import ACROSS, RESTING, THOROUGH, THREADED, check_of, topic_of
from reportcheck.coverage import cover
from reportcheck.edits import with_edits
from reportcheck.fingerprints import Fingerprints, table_names
from reportcheck.laws.heard import listener
from reportcheck.model import Document, Finding, Grid, Kept, Paper, Relation, Report, Rule, Severity
from reportcheck.placing import in_words
from reportcheck.quantity import Notation
from reportcheck.read import read
from reportcheck.read.massive import is_massive, without_massive
from reportcheck.read.outline.page_runs import read_page_runs
from reportcheck.read.outline.whereabouts import read_whereabouts
from reportcheck.sharing import shared
from reportcheck.words.notation import WESTERN, written

MANY = 2_000
"""From so many figures on it is quicker to share the work than to do it alone."""
LOT = 600
"""Places in tables that are worked on at a time."""


def audit_document(document: Document, rules: Iterable[Rule], jobs: int = 1, keep: bool = False) -> Report:
    """Put every figure of a document to the test under the rules, in as many as `jobs` processes.

    With `keep` the report also has what rules across papers compare; `across.audit_across` puts that to the test.
    """
    paper = read(document, jobs)
    rules = tuple(rule for rule in rules if rule.kind not in ACROSS)
    arithmetic, judged = _judged(paper, rules, jobs)
    paper = replace(paper, arithmetic=arithmetic)
    broken: list[tuple[Rule, Relation]] = []
    held: list[tuple[Rule, Relation]] = []
    idle: list[str] = []
    for rule in rules:
        relations = judged[rule.id] if rule.id in judged else _relations(paper, rule)
        if not relations:
            idle.append(rule.id)
        for relation in relations:
            (held if relation.verdict == "held" else broken).append((rule, relation))
    places = read_whereabouts(document, paper.passages, paper.grids)
    told = [
        (rule, printed := _as_printed(relation, paper.notation), _severity(rule, printed))
        for rule, relation in _unsure(sound(in_words(broken, places)), document)
    ]
    whole, tables, pages = cover(paper, told, held)
    runs = read_page_runs(document, paper.outline)
    programs.keep()
    return Report(
        document=document,
        findings=_findings([*with_edits(told_once(sorted(told, key=_order)), document)], paper.grids),
        held=tuple(held),
        coverage=whole,
        table_coverage=tables,
        page_coverage=pages,
        idle_rules=tuple(idle),
        notices=(*_notices(document), *_massive(paper)),
        problems=tuple(f"page {p.number}: {p.problem}" for p in document.pages if p.problem),
        folios=runs.marks,
        folio_pages=runs.pages,
        whereabouts=places,
        kept=_kept(paper) if keep else None,
    )


def _kept(paper: Paper) -> Kept:
    from reportcheck.read.keep import keep

    return keep(paper)


def _notices(document: Document) -> tuple[str, ...]:
    """How the paper was read, where that is not plain."""
    pages = [(f"page {p.number}: " if len(document.pages) > 1 else "") + p.notice for p in document.pages if p.notice]
    only = ["only the pages that were asked for are read, so what others say is not known"] if document.partial else []
    return (*only, *pages)


def _massive(paper: Paper) -> list[str]:
    """What is said of tables of very many cells."""
    return [
        f"{grid.name} has {grid.table.rows * grid.table.columns:,} cells: its arithmetic and its formulas "
        "are put to the test, and not what is said of it elsewhere"
        for grid in paper.grids
        if is_massive(grid)
    ]


def _relations(paper: Paper, rule: Rule) -> list[Relation]:
    return list(check_of(rule.kind)(paper, rule.params))


def _judged(paper: Paper, rules: tuple[Rule, ...], jobs: int) -> tuple[tuple[Relation, ...], dict[str, list[Relation]]]:
    """The arithmetic of the tables, and the relations of every rule that does not rest on it, by the rule's id."""
    heard = listener(paper)

    def tables(grids: tuple[Grid, ...]) -> list[list[Relation]]:
        return [[r for grid in grids for r in laws.relations(grid, heard(grid))]]

    thin = without_massive(paper)

    def family(members: list[Rule]) -> list[list[Relation]]:
        return [_relations(paper if rule.kind in THOROUGH else thin, rule) for rule in members]

    families = _families(rules)
    lots = _lots(paper.grids)
    pieces = [*(partial(family, members) for members in families), *(partial(tables, lot) for lot in lots)]
    own = frozenset(n for n, members in enumerate(families) if any(r.kind in THREADED for r in members))
    done = shared(pieces, jobs if len(paper.figures) >= MANY else 1, own, paper.figures)
    judged = {
        rule.id: relations
        for members, answers in zip(families, done, strict=False)
        for rule, relations in zip(members, answers, strict=True)
    }
    return tuple(r for answers in done[len(families) :] for r in answers[0]), judged


def _families(rules: tuple[Rule, ...]) -> list[list[Rule]]:
    """Rules that may share what they look things up in, and do not rest on the tables' arithmetic."""
    found: dict[tuple[bool, str], list[Rule]] = {}
    for rule in rules:
        if rule.kind not in RESTING:
            found.setdefault((rule.kind in THREADED, topic_of(rule.kind)), []).append(rule)
    return list(found.values())


def _lots(grids: tuple[Grid, ...]) -> list[tuple[Grid, ...]]:
    """The tables in lots of about as many places, in order."""
    lots: list[tuple[Grid, ...]] = []
    lot: list[Grid] = []
    places = 0
    for grid in grids:
        lot.append(grid)
        places += grid.table.rows * grid.table.columns
        if places >= LOT:
            lots.append(tuple(lot))
            lot, places = [], 0
    return [*lots, tuple(lot)] if lot else lots


def _as_printed(relation: Relation, notation: Notation) -> Relation:
    """The relation with its numbers as the paper writes them."""
    if notation == WESTERN:
        return relation
    better, evidence = relation.suggestion, relation.evidence
    return replace(
        relation,
        message=written(relation.message, notation),
        sum=written(relation.sum, notation),
        quote=written(relation.quote, notation),
        suggestion=replace(better, text=written(better.text, notation)) if better else None,
        # As long as it was: the places of its figures stay where they are.
        rows=tuple(replace(row, text=written(row.text, notation)) for row in relation.rows),
        also=tuple(written(line, notation) for line in relation.also),
        evidence=tuple(replace(e, figure=replace(e.figure, text=written(e.figure.text, notation))) for e in evidence),
    )


def _unsure(broken: list[tuple[Rule, Relation]], document: Document) -> list[tuple[Rule, Relation]]:
    """What was read from pictures may be misread: nothing that rests on it is sure."""
    pictures = {page.number for page in document.pages if page.confidence == "ocr"}
    if not pictures:
        return broken
    return [
        (rule, replace(relation, confidence="low") if _pages(relation) & pictures else relation)
        for rule, relation in broken
    ]


def _pages(relation: Relation) -> set[int]:
    return {relation.location.page, *(e.figure.location.page for e in relation.evidence)}


def _findings(told: Iterable[Found], grids: tuple[Grid, ...]) -> tuple[Finding, ...]:
    """Broken relations as findings in the order of the paper, each with a fingerprint of its own."""
    names = Fingerprints(table_names(grids))
    return tuple(
        Finding(rule, relation, severity, names.of(rule, relation))
        for rule, relation, severity in sorted(told, key=_order)
    )


def findings_of(broken: Iterable[tuple[Rule, Relation]]) -> tuple[Finding, ...]:
    """Broken relations as findings, each with a fingerprint; of several on one figure the gravest is told."""
    told = [(rule, relation, _severity(rule, relation)) for rule, relation in broken]
    return _findings(told_once(sorted(told, key=_order)), ())


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of the paper."""
    return tuple(sorted(findings, key=lambda f: _order((f.rule, f.relation, f.severity))))


def _severity(rule: Rule, relation: Relation) -> Severity:
    """A doubtful or unsure relation is told as a note: a false alarm costs more than a miss."""
    return "note" if relation.verdict == "doubtful" or relation.confidence == "low" else rule.severity


def _order(told: Found) -> tuple[object, ...]:
    rule, relation, _ = told
    at = relation.location
    box = at.bbox
    return (
        at.page,
        at.line or 0,
        box.top if box else 0.0,
        at.start or 0,
        box.x0 if box else 0.0,
        rule.id,
        relation.message,
    )


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity among findings."""
    return min((f.severity for f in findings), key=RANK.__getitem__, default=None)
