"""What a person reads: the row with its figures marked, the sum, the suggestion, and never an acting character."""

from __future__ import annotations

import io
import re

import pytest
from reports import boxed, evidence, report, total
from rich.console import Console

from reportcheck.model import Coverage, Line, Location, Page, Piece, Relation, Report, Text
from reportcheck.report.console import console
from reportcheck.report.quote import quote
from reportcheck.report.safe import safe
from reportcheck.report.terminal import write_report

HOSTILE = "\x1b[2J\x1b]0;pwned\x07 [red]x[/red] \u202egnp\u2069 a\x00b\r\n\x9b31m \u2028 :smile: \U000e0041"


def shown(made: Report, width: int = 80, *, colour: bool = False, **options: bool) -> str:
    stream = io.StringIO()
    to = console(stream, width)
    if colour:
        to = Console(file=stream, width=width, force_terminal=True, color_system="truecolor", markup=False)
        to.push_theme(_theme())
    write_report(to, made, **options)
    return stream.getvalue()


def _theme() -> object:
    from reportcheck.report.console import THEME

    return THEME


def test_a_finding_is_told_whole() -> None:
    assert shown(report(total(where="Table 1, row Total"))) == (
        "paper.txt\n"
        "  RC101 error total-disagrees  line 4, Table 1, row Total\n"
        "    Total for 2024/25 is printed as 52, but its 2 parts add up to 46.\n"
        "      | Total | 46 | 52\n"
        "      |         --   ^^\n"
        "      sum: 30 + 16 = 46\n"
        "      52 should read 46 (the sum of its parts)\n"
        "\n"
        "  1 page, 1 table: 1 error\n"
        "  10 figures: 4 verified, 1 challenged, 5 untested (50% put to the test)\n"
        "\n"
    )


def test_a_printed_page_number_is_said_beside_the_files_own() -> None:
    pages = (Page(1), Page(2), Page(3, label="1"))
    text = shown(report(boxed(3), path="pack.pdf", pages=pages))
    assert " Page 3 (printed page 1)\n" in text
    assert "RC101 error total-disagrees  Table 1, row Total\n" in text


def test_a_text_of_several_pages_says_line_and_page() -> None:
    text = shown(report(total(), pages=(Page(1), Page(2))))
    assert "line 4, page 1" in text


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    long = "The total of all services is printed as 52 in the first column, " * 6 + "and that is wrong."
    wide = "Total of everything that was spent in the year to date and before it\t46\t52\t" + "7,000\t" * 30
    text = shown(report(total(quote=wide, message=long), path="p.txt"), width)
    assert max(map(len, text.splitlines())) <= width
    assert " ".join(long.split()) in " ".join(text.split())


def test_a_long_place_is_set_in_under_its_rule() -> None:
    where = "Table 1, row Repairs to the roofs of halls and libraries, column 2024/25"
    assert shown(report(total(where=where)), 60).splitlines()[1:5] == [
        "  RC101 error total-disagrees  line 4, Table 1, row",
        "      Repairs to the roofs of halls and libraries, column",
        "      2024/25",
        "    Total for 2024/25 is printed as 52, but its 2 parts add",
    ]


def test_marks_stand_under_their_figures_after_a_wrap_and_after_wide_characters() -> None:
    made = total(quote="合計 " + "word " * 20 + "46 then 52 end")
    lines = shown(report(made), 60).splitlines()
    row = next(i for i, line in enumerate(lines) if "52 end" in line)
    assert lines[row].index("52") == lines[row + 1].index("^^")


def test_a_figure_is_not_marked_inside_a_longer_one() -> None:
    marks = quote(total(quote="Total\t1,152\t52.5\t52")).marks
    assert [(m.start, m.suspect) for m in marks] == [(23, True)]


def test_a_figure_of_another_row_is_not_marked_in_this_one() -> None:
    shown_quote = quote(total(quote="Total\t30\t52", where="row Total"))
    assert [shown_quote.text[m.start : m.end] for m in shown_quote.marks] == ["52"]


def test_the_second_of_two_equal_figures_is_marked_where_it_is_the_one() -> None:
    made = Relation(
        kind="fraction",
        evidence=(
            evidence("48%", Location(1, 4, 40, 43), suspect=True),
            evidence("31", Location(1, 4, 20, 22)),
        ),
        verdict="broken",
        message="...",
        location=Location(1, 4, 40, 43),
        quote="From 48% in May: 31 of the 82 (48%) waited.",
    )
    text = quote(made).text
    assert [(text[: m.start].count("48%"), m.suspect) for m in quote(made).marks] == [(1, False), (1, True)]


def test_a_long_quote_is_cut_around_its_figures() -> None:
    shown_quote = quote(total(quote="a " * 400 + "46 or 52 " + "z " * 400))
    assert len(shown_quote.text) < 620
    assert [shown_quote.text[m.start : m.end] for m in shown_quote.marks] == ["46", "52"]
    assert shown_quote.text.startswith("... ")


def test_nothing_in_a_paper_acts_on_the_terminal() -> None:
    made = report(total(quote=HOSTILE, message=HOSTILE, where=HOSTILE), path=f"a{HOSTILE}.txt", held=(total(),))
    for colour in (False, True):
        text = shown(made, 200, colour=colour, verbose=True)
        plain = re.sub(r"\x1b\[[\d;]*m", "", text) if colour else text
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\U000e0041]", plain)
        assert "[red]x[/red]" in plain
        assert ":smile:" in plain
        assert "\\x1b[2J" in plain
        assert "\\u202egnp" in plain


def test_safe_keeps_what_papers_print() -> None:
    assert (
        safe("£1,234 – 5%\u00a0of\u2009€6m … “naïve” 30 ÷ 2 × 4 − 1 ≠ 合計 İ")
        == "£1,234 – 5% of €6m … “naïve” 30 ÷ 2 × 4 − 1 ≠ 合計 İ"
    )
    assert safe("co\u00adoperate\ttab\nline") == "cooperate tab line"
    assert safe("\ud800") == "\\ud800"


def test_colour_only_where_asked() -> None:
    assert "\x1b" not in shown(report(total()))
    assert "\x1b[" in shown(report(total()), colour=True)


def test_a_paper_with_nothing_tested_is_never_called_clean() -> None:
    blind = report(coverage=Coverage(pages_without_text=(1, 2, 4)), pages=(Page(1), Page(2), Page(3), Page(4)))
    text = shown(blind)
    assert "NOTHING WAS PUT TO THE TEST" in text
    assert "3 pages without text, NOT audited: 1-2, 4" in text
    assert "nothing found to be wrong" not in text


@pytest.mark.parametrize(
    ("coverage", "verdict"),
    [
        (Coverage(40, 30, 0, 1), "1 page, 1 table: nothing found to be wrong\n"),
        (Coverage(1219, 400, 0, 2), "nothing found to be wrong in the 400 of 1,219 figures that could be tested\n"),
        (Coverage(1219, 10, 0, 2), "nothing found to be wrong, but only 10 of 1,219 figures could be tested\n"),
    ],
)
def test_nothing_found_is_worded_by_how_much_was_tested(coverage: Coverage, verdict: str) -> None:
    assert verdict in shown(report(coverage=coverage), width=200)


def test_quiet_is_silent_about_a_clean_paper_and_brief_about_another() -> None:
    assert shown(report(), quiet=True) == ""
    assert "verified" not in shown(report(total()), quiet=True)


def test_verbose_lists_what_holds() -> None:
    text = shown(report(held=(total(),)), verbose=True)
    assert "Holds (1 relation)" in text
    assert "RC101 line 4: 30 + 16 = 46" in text


def line(number: int, text: str) -> Line:
    return Line(Text(text, (Piece(0, len(text), 1, number),)))


def test_a_text_without_pages_says_between_which_printed_pages() -> None:
    page = Page(1, (line(2, "Page 28"), line(3, "Words"), line(9, "**Page 30**"), line(12, "page 2 of it")))
    text = shown(report(total(4), total(1), total(10), pages=(page,)))
    for words in ("line 4, printed page 28-30", "line 1, printed page up to 28", "line 10, printed page 30 or after"):
        assert words in text


def test_numbers_at_the_foot_of_pages_are_the_printed_ones() -> None:
    pages = tuple(
        Page(n, (Line(Text(f"Words {n}", (Piece(0, 7, n),))), Line(Text(f"Page {n + 8}", (Piece(0, 6, n),)))))
        for n in (1, 2, 3)
    )
    assert " Page 3 (printed page 11)\n" in shown(report(boxed(3), path="pack.pdf", pages=pages))
