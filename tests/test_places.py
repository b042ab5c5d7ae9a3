"""Where people are sent: heading, table and first words in Word, heading and line in a text, never a line of Word."""

from __future__ import annotations

import io
import re

from test_word import p, tc, word

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.extract.word import read_word
from reportcheck.model import Document, Report
from reportcheck.report.console import console
from reportcheck.report.json import document
from reportcheck.report.terminal import write_report
from reportcheck.rulepack import rules_for

FORECAST = (
    ("Directorate", "Budget £000", "Forecast £000"),
    ("Adults", "14,120", "14,870"),
    ("Children", "9,310", "9,655"),
    ("Places", "6,040", "6,015"),
    ("Total", "29,470", "30,940"),
)


def table(rows: tuple[tuple[str, ...], ...]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(tc, row))}</w:tr>" for row in rows) + "</w:tbl>"


def audited(data: bytes, kind: str) -> Report:
    """The audit of a Word file's or a text's bytes; a body by itself is no whole Word file, and is read as one here."""
    if kind == "word":
        made = Document("draft.docx", "", read_word(data, "draft.docx"), "word")
    else:
        made = extract_bytes(data, "draft.md", kind)
    return audit_document(made, rules_for(None, (), ()))


def told(report: Report) -> str:
    stream = io.StringIO()
    write_report(console(stream, 200), report)
    return stream.getvalue()


def test_a_cell_of_a_word_table_is_found_by_heading_and_caption() -> None:
    body = p("2. Forecast by directorate", "H1") + p("Table 1: forecast at quarter two") + table(FORECAST)
    report = audited(word(body), "word")
    said = told(report)
    place = "under “2. Forecast by directorate”, Table 1: forecast at quarter two, row Places, column Forecast £000"
    assert f"RC101 error total-disagrees  {place}\n" in said
    assert not re.search(r"\bline \d", said)
    location = document(report)["findings"][0]["location"]
    assert (location["heading"], location["table"]) == (
        "2. Forecast by directorate",
        "Table 1: forecast at quarter two",
    )


def test_a_word_table_without_a_caption_is_counted_under_its_heading() -> None:
    body = p("Reserves", "H1") + p("As it stands today.") + table(FORECAST)
    assert "under “Reserves”, the first table under “Reserves”, row Places" in told(audited(word(body), "word"))


def test_a_sentence_of_a_word_file_is_found_by_its_first_words() -> None:
    body = p("Waiting times", "H1") + p("In June 48% (31 of the 82 families) waited for more than ten days.")
    said = told(audited(word(body), "word"))
    assert "under “Waiting times”, paragraph “In June 48% (31 of the 82 ...”" in said


def test_a_text_is_found_by_line_and_heading() -> None:
    text = "# Visitors\n\nIn June 48% (31 of the 82 families) waited for more than ten days.\n"
    assert "line 3, under “Visitors”\n" in told(audited(text.encode(), "text"))
