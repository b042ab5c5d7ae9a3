"""Tables of a text that go on over the next page are one table where their heads stand there again."""

from __future__ import annotations

import pytest
from read_tables import tables

HEAD = f"{'Date':<10}{'Payee':<16}{'Ref':<8}{'Paid':>10}"
FIRST = (("1 May", "Hall Trust", "BP11", "120.50"), ("2 May", "Grocer", "BP12", "88.00"))
NEXT = (("9 May", "Printer", "BP13", "41.25"), ("Total", "", "", "249.75"))


def page(head: str, *rows: tuple[str, ...], title: str = "Payments in May", number: int = 1) -> str:
    lines = (f"{a:<10}{b:<16}{c:<8}{d:>10}" for a, b, c, d in rows)
    return "\n".join(["Long Lane Trust", title, "", head, *lines, "", f"Page {number}", ""])


@pytest.mark.parametrize("title", ["Payments in May", "Payments in May (continued)"])
def test_a_head_that_stands_there_again(title: str) -> None:
    text = page(HEAD, *FIRST) + "\f" + page(HEAD, *NEXT, title=title, number=2)
    assert tables(text) == [[["Date", "Payee", "Ref", "Paid"], *map(list, FIRST), *map(list, NEXT)]]


def test_three_pages_are_one_table() -> None:
    more = (("5 May", "Water", "BP20", "9.10"), ("6 May", "Power", "BP21", "12.40"))
    text = "\f".join(page(HEAD, *rows, number=at) for at, rows in enumerate((FIRST, more, NEXT), 1))
    (whole,) = tables(text)
    assert [row[0] for row in whole] == ["Date", "1 May", "2 May", "5 May", "6 May", "9 May", "Total"]


@pytest.mark.parametrize(
    ("head", "title"), [(HEAD.replace("Paid", "Owed"), "Payments in May"), (HEAD, "Payments in June, as agreed")]
)
def test_another_head_or_title_begins_another_table(head: str, title: str) -> None:
    assert len(tables(page(HEAD, *FIRST) + "\f" + page(head, *NEXT, title=title, number=2))) == 2
