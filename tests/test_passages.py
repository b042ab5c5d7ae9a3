"""Passages: paragraphs over line and page breaks, headings, bullets, entries of contents, and their numbers."""

from __future__ import annotations

from reportcheck.extract import extract_bytes
from reportcheck.model import Passage
from reportcheck.read.prose.passages import read_passages


def passages(text: str) -> list[Passage]:
    return list(read_passages(extract_bytes(text.encode(), "paper.txt", "text")))


def shown(text: str) -> list[tuple[str, str, str]]:
    return [(p.kind, p.number, p.text.text) for p in passages(text)]


def figures(text: str) -> list[str]:
    return [m.text for p in passages(text) for m in p.marks if m.quantity]


def test_lines_of_a_paragraph() -> None:
    """Lines without white space between them are one paragraph; a hyphen at a line's end stays."""
    text = "There were 30 homes in the pro-\ngramme last year, and\nmore to come.\n\nNothing else.\n"
    assert shown(text) == [
        ("paragraph", "", "There were 30 homes in the pro-gramme last year, and more to come."),
        ("paragraph", "", "Nothing else."),
    ]


def test_a_page_break_cuts_no_paragraph() -> None:
    """A page number or a form feed in the middle of a sentence parts nothing."""
    start = "The number of homes that were let in the whole of the year rose to"
    for cut in ("\n\n6\n\nPage 28\n\n", "\n\f", "\n\n"):
        found = passages(f"{start}{cut}about 312, from 290 a year before.\n")
        assert found[0].text.text == f"{start} about 312, from 290 a year before."
    two = passages(f"{start}\n\fabout 312.\n")[0]
    at = two.text.text.index("312")
    assert two.text.locate(at, at + 3).page == 2


def test_headings_and_numbers() -> None:
    """Numbered headings, numbered paragraphs and bullets know their numbers, which are no figures."""
    text = (
        "3 Background\n\n3.2 The council has 12 homes.\n\n- (iv) There are 5 more.\n- a) And 6 more.\n- 7 others\n\n"
        "## Money\n\n16 October 2025\n\n27 children were seen.\n"
    )
    assert shown(text) == [
        ("heading", "3", "3 Background"),
        ("paragraph", "3.2", "3.2 The council has 12 homes."),
        ("bullet", "(iv)", "- (iv) There are 5 more."),
        ("bullet", "a)", "- a) And 6 more."),
        ("bullet", "", "- 7 others"),
        ("heading", "", "Money"),
        ("paragraph", "", "16 October 2025"),
        ("paragraph", "", "27 children were seen."),
    ]
    assert figures(text) == ["12", "5", "6", "7", "27"]
    assert passages(text)[-1].heading == "Money"


def test_contents() -> None:
    """An entry of a list of contents holds a page and no figure."""
    text = "Contents\n\n1\tIntroduction\t3\n2\tPurpose\t4\n3\tCosts\t7\n\nSummary ........ 12\n"
    kinds = [p.kind for p in passages(text)]
    assert kinds.count("contents") == 4
    assert figures(text) == []


def test_contents_with_single_blanks() -> None:
    """Under a heading that says so, a short line that ends with the next page is an entry."""
    text = "Contents\n\n1 | Where we are 4\n\n3a | Adult care 8\n\n9 | Annexes 54\n\n# 1 | Where we are\n\nWe have 54\n"
    assert [(p.kind, p.number) for p in passages(text)] == [
        ("heading", ""), ("contents", "1"), ("contents", "3a"), ("contents", "9"), ("heading", "1"), ("paragraph", ""),
    ]  # fmt: skip
    assert figures(text) == ["54"]


def test_page_numbers_are_no_figures() -> None:
    """A page number by itself counts as nothing."""
    assert figures("Some words.\n\n12\n\nPage 4 of 9\n\nMore words.\n") == []


def test_a_sentence_that_a_false_bullet_cuts() -> None:
    """A page break that put a bullet into the middle of a sentence."""
    text = "- Steps were being taken to deal with the 14 cases, and there was\n\n- recognition that 3 were new.\n"
    assert shown(text) == [
        ("bullet", "", "- Steps were being taken to deal with the 14 cases, and there was recognition that 3 were new.")
    ]


def test_running_heads() -> None:
    """What every page repeats is no part of a paragraph."""
    body = "The number of homes that were let in the whole of the year went on to"
    pages = [f"Cabinet, 4 May 2025\n\nPart {n} is here, and it is complete.\n" for n in "abc"]
    text = "\f".join([*pages, f"Cabinet, 4 May 2025\n\n{body}\n", "Cabinet, 4 May 2025\n\nrise to 31.\n"])
    assert passages(text)[-2].text.text == f"{body} rise to 31."


def test_spread_lines() -> None:
    """Some extractors put a blank line after every line of a paragraph."""
    line = "words that go on and on until the line is as long as a line of a page can"
    block = "\n\n".join(["The first of " + line, *[line] * 14, "be, and then end."])
    assert len(passages(block)) == 1
