"""Numbers of contents pages, of lists of tables, and of captions."""

from __future__ import annotations

import pytest
from test_numbering_schemes import twice
from test_times import found


def test_the_entries_of_a_contents_page_count_on_and_their_pages_rise() -> None:
    titles = ["Purpose", "Gates", "Tolls", "Rent", "Levies", "Fines"]
    page = "Contents\n\n" + "\n\n".join(f"{n}. {title} {12 + 2 * n}" for n, title in enumerate(titles, start=1)) + "\n"
    assert found(page, "RC311", "RC301") == []
    assert found(page.replace("4. Rent", "5. Rent"), "RC311") == [twice("5", "Rent", "Levies", "4")]
    assert found(page.replace("Rent 20", "Rent 2"), "RC301") == [
        "The contents page gives page 2 for “4 Rent”, between page 18 and page 22."
    ]
    agenda = page.replace("Contents", "Item   Title   Page")
    assert found(agenda.replace("Rent 20", "Rent 12"), "RC301") == [
        "The contents page gives page 12 for “4 Rent”, between page 18 and page 22."
    ]


PARTS = (("1", "Purpose of it"), ("2", "Gates and tolls"), ("3", "Rent of the mill"), ("4", "Levies and fines"))


def contents(headed: dict[str, str]) -> str:
    page = "".join(f"{n}. {title} {2 + int(n)}\n\n" for n, title in PARTS)
    return f"Contents\n\n{page}" + "".join(f"{headed.get(n, n)}. {title}\n\nWords.\n\n" for n, title in PARTS)


def test_a_contents_page_has_the_numbers_of_its_headings() -> None:
    assert found(contents({}), "RC301") == []
    assert found(contents({"4": "6"}), "RC301") == [
        "The contents page has number 4 for “Levies and fines”, but there it is number 6."
    ]
    # A heading of the number, in other words, is the entry's own; its words stand over another part too.
    assert found(contents({"4": "6"}) + "4. Of levies, and of fines\n\nWords.\n", "RC301") == []
    # Where most numbers are others, the contents page counts in a way of its own.
    assert found(contents({"1": "11", "2": "12", "3": "13", "4": "14"}), "RC301") == []


def test_a_list_of_tables_counts_on_and_has_the_numbers_of_the_captions() -> None:
    titles = ("Eels landed", "Boats of the port", "Nets that were sold", "Ice that was made", "Prawns sent abroad")
    listed = "".join(f"Table {n}: {title} ........ {n + 2}\n\n" for n, title in enumerate(titles, start=1))
    captions = "".join(f"Table {n}: {title}\n\nIt shows much.\n\n" for n, title in enumerate(titles, start=1))
    paper = f"List of tables\n\n{listed}{captions}"
    assert found(paper, "RC301", "RC311") == []
    assert found(paper.replace("Table 4: Ice that was made ...", "Table 3: Ice that was made ..."), "RC311") == [
        twice("Table 3", "Nets that were sold", "Ice that was made", "4", "second").replace("Number ", "")
    ]
    assert "The contents page has table 4 for “Ice that was made”, but there it is table 6." in found(
        paper.replace("Table 4: Ice that was made\n", "Table 6: Ice that was made\n"), "RC301"
    )


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        (
            ("2.1.1", "2.1.2", "2.1.3", "2.1.5", "2.1.6", "2.1.7"),
            "Table 2.1.3 (“Cod”) is followed by 2.1.5 (“Bass”): there is no 2.1.4.",
        ),
        (
            ("01", "02", "03", "03", "05", "06"),
            "Table 03 stands twice: for “Cod” and for “Bass”; the second should be 04.",
        ),
    ],
)  # fmt: skip
def test_captions_in_every_dress(numbers: tuple[str, ...], message: str) -> None:
    kinds = ("Eel", "Ray", "Cod", "Bass", "Carp", "Tuna")
    paper = "\n\n".join(f"Table {n}: {kind}\n\nIt was caught." for n, kind in zip(numbers, kinds, strict=True))
    assert found(paper, "RC311", "RC312") == [message]


def test_chapters_of_a_contents_page_and_of_the_paper_are_two_lists() -> None:
    chapters = "\n\n".join(
        f"Chapter {n}: {title}" for n, title in enumerate(("Eel", "Ray", "Cod", "Bass", "Carp"), start=1)
    )
    assert found(f"{chapters}\n\n{chapters}", "RC311", "RC312", "RC315") == []
    wrong = chapters.replace("Chapter 4", "Chapter 3")
    assert found(f"{chapters}\n\n{wrong}", "RC311", "RC312", "RC315") == [twice("3", "Cod", "Bass", "4", "second")]
