"""What one place of a paper tells, put to another place that tells it too -> a relation."""

from __future__ import annotations

from reportcheck.model import Confidence, Relation, Statement


def put_to(
    kind: str, one: Statement, other: Statement, wrong: str = "", *,
    suspect: bool = True, confidence: Confidence = "high", better: str = "", sure: bool = True,
) -> Relation:  # fmt: skip
    """What a sentence tells against the place that gives it too; where they disagree, `wrong` is what is said of it."""
    message = wrong or f"{one.figure.text} is {other.figure.text} in {other.where}."
    return Relation.judged(
        kind, one.figure, not wrong, message, by=(other.figure,), suspect=suspect, confidence=confidence,
        better=better, why=f"as in {other.where}", sure=sure, quote=one.quote,
    )  # fmt: skip
