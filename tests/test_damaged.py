"""Damaged figures: what is wrong with each, what it must be, and their nearest neighbours that are right."""

from __future__ import annotations

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.read.mentions.mending import mended, why
from reportcheck.read.mentions.numbers import scan
from reportcheck.rulepack import load_rules

RULES = [r for r in load_rules() if r.id == "RC401"]


@pytest.mark.parametrize(
    ("text", "found", "better"),
    [
        ("reduced our cost by $10, 743.", "$10, 743", "$10,743"),
        ("cash of $1, 127.1K in all", "$1, 127.1K", "$1,127.1K"),
        ("paid £11,166 79 to the builder", "£11,166 79", "£11,166.79"),
        ("disbursements of $4,680 44 -- checks 8139 to 8154", "$4,680 44", "$4,680.44"),
        ("paid £1,250..50 in May", "£1,250..50", "£1,250.50"),
        ("20,,350 homes", "20,,350", "20,350"),
        ("a budget of $,398,433 or more", "$,398,433", ""),
        ("some 8,4961,34 shillings", "8,4961,34", ""),
        ("about 1,935,63 shillings", "1,935,63", ""),
        ("45%% of homes", "45%%", "45%"),
        ("12% per cent of homes", "12% per cent", "12%"),
        ("costs of £5.2m million", "£5.2m million", "£5.2m"),
        ("costs of £5.2 million pounds", "£5.2 million pounds", "£5.2 million"),
        ("costs of $5.2mm in all", "$5.2mm", "$5.2m"),
        ("about 12,4O0 people", "12,4O0", "12,400"),
        ("a sum of 163,182.500.00 pesos", "163,182.500.00", "163,182,500.00"),
        ("412, 388 people", "412, 388", "412,388"),
    ],
)  # fmt: skip
def test_damage(text: str, found: str, better: str) -> None:
    """It is one mention, and is mended where it can be one figure only."""
    assert [m.text for m in scan(text) if m.kind == "malformed"] == [found]
    assert mended(found) == better


@pytest.mark.parametrize(
    "text",
    [
        "from $10, 743 members gave", "$10, $743 and £20", "paid £11,166 to 79 homes", "paid £11,166 79 times",
        "1..5 and 2...3", "wards 1,200,50 and 7", "rooms 10,1022 and 12", "on November 16,2020 at noon",
        "45% %change", "in 1,00 of them", "£5.2m in millions", "5 million pounds of waste", "£5 a pound", "Ol' man",
        "7,899,674,509 100 62", "of 412, 388 were seen", "aged 12, 350 came", "12mm of rain",
        "Revenues $32,114,908 100.00% Pay", "Revenues $9,221,340 100.00", "in all £4,310,220 118.25% of plan",
    ],
)  # fmt: skip
def test_no_damage(text: str) -> None:
    """Lists, ranges, dates, measures and neighbours are right."""
    assert [m.text for m in scan(text) if m.kind == "malformed"] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("£11,166 79", "the blank stands for a point; it should be £11,166.79"),
        ("1,104 219.00", "there is a blank for a comma; it should be 1,104,219.00"),
        ("$,398,433", "its first digits are missing"),
        ("45%%", "its % sign is printed twice; it should be 45%"),
        ("£5m million", "its unit is printed twice; it should be £5m"),
        ("£5 million pounds", "its currency is printed twice; it should be £5 million"),
        ("12,4O0", "a letter stands for a digit; it should be 12,400"),
        ("8,4961,34", "its commas are not where thousands end"),
    ],
)
def test_why(text: str, reason: str) -> None:
    assert why(text) == reason


def messages(text: str) -> list[tuple[str, str]]:
    report = audit_document(extract_bytes(text.encode(), "x.md", "text"), RULES)
    return [(f.severity, f.relation.message) for f in report.findings]


def test_one_defect_many_times_over_is_a_note() -> None:
    """A program cut the last digit of each line: one note, not five warnings."""
    cut = "\n\n".join(f"Fund {n} holds 14,62{n},15 shillings." for n in range(5))
    ((severity, message),) = messages(cut)
    assert severity == "note"
    assert message.startswith("14,620,15 is not a number: its commas are not where thousands end; so with 4 more")
    assert [s for s, _ in messages("Fund 1 holds 14,621,15 shillings.")] == ["warning"]
