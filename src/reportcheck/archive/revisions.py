"""The reports on both sides of a draft's tracked changes -> one, which tells what they break and what they mend."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from reportcheck.model import Finding, Report

BROKEN = "the tracked changes break it: as it was before them, nothing is wrong here"
STAYED = "it was so before the tracked changes too"


def with_original(final: Report, original: Report) -> Report:
    """The report on a draft as if its changes were accepted, with what they broke and what they mended."""
    before = {_key(finding, original) for finding in original.findings}
    after = {_key(finding, final) for finding in final.findings}
    mended = [finding for finding in original.findings if _key(finding, original) not in after]
    notices = tuple(f"the tracked changes mend this: {finding.rule.id} {finding.message}" for finding in mended)
    told = (_with(finding, STAYED if _key(finding, final) in before else BROKEN) for finding in final.findings)
    return replace(final, findings=tuple(told), notices=(*final.notices, *notices))


def _key(finding: Finding, report: Report) -> Hashable:
    """What makes two findings one: in a table its row and column, whatever is printed there; else what is said."""
    at = finding.location
    table = report.whereabouts.table(at.line) if at.line else ""
    return finding.rule.id, at.where, table if table and at.where else finding.message


def _with(finding: Finding, told: str) -> Finding:
    return replace(finding, relation=replace(finding.relation, also=(*finding.relation.also, told)))
