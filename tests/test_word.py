"""Word files: paragraphs, headings, merged cells, pages; broken and hostile files are named."""

from __future__ import annotations

import io
import zipfile

import pytest

from reportcheck.errors import PaperError
from reportcheck.extract.word import read_word
from reportcheck.model import Line, Table

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = (
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Own"><w:name w:val="Ours"/><w:basedOn w:val="H1"/></w:style>'
)


def word(body: str, declared: str = "") -> bytes:
    """A Word file with that body."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        document = f"{declared}<w:document {_NAMESPACE}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
        archive.writestr("word/styles.xml", f"<w:styles {_NAMESPACE}>{_STYLES}</w:styles>")
    return file.getvalue()


def p(text: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def tc(text: str, settings: str = "") -> str:
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{p(text)}</w:tc>"


def test_paragraphs_headings_and_pages() -> None:
    """Deleted words are gone, inserted ones are there; a style that is based on a heading is one."""
    body = (
        p("Spending", "Own")
        + "<w:p><w:r><w:t>It was </w:t></w:r><w:del><w:r><w:delText>£4m</w:delText></w:r></w:del>"
        + "<w:ins><w:r><w:t>£5m</w:t></w:r></w:ins><w:r><w:tab/><w:t>now</w:t></w:r></w:p>"
        + '<w:p><w:r><w:br w:type="page"/><w:t>Next</w:t></w:r></w:p>'
    )
    first, second = read_word(word(body), "draft.docx")
    heading, line = first.blocks
    assert isinstance(heading, Line)
    assert isinstance(line, Line)
    assert (heading.text.text, heading.heading) == ("Spending", 1)
    assert line.text.text == "It was £5m\tnow"
    assert line.text.locate(7, 10).line == 2
    assert second.number == 2
    assert isinstance(second.blocks[0], Line)


def test_merged_cells_and_a_table_in_a_cell() -> None:
    """Merged cells span; an inner table comes after the outer one."""
    inner = f"<w:tbl><w:tr>{tc('1')}{tc('2')}</w:tr><w:tr>{tc('3')}{tc('4')}</w:tr></w:tbl>"
    body = (
        f"<w:tbl><w:tr>{tc('Name', '<w:vMerge w:val=&quot;restart&quot;/>'.replace('&quot;', chr(34)))}"
        f"{tc('2024', '<w:gridSpan w:val=&quot;2&quot;/>'.replace('&quot;', chr(34)))}</w:tr>"
        f"<w:tr>{tc('', '<w:vMerge/>')}{tc('Plan')}<w:sdt><w:sdtContent>{tc('Spent')}</w:sdtContent></w:sdt></w:tr>"
        f"<w:tr>{tc('A')}<w:tc>{inner}{p('5')}</w:tc>{tc('6')}</w:tr></w:tbl>"
    )
    (page,) = read_word(word(body), "draft.docx")
    outer, nested = page.blocks
    assert isinstance(outer, Table)
    assert isinstance(nested, Table)
    placed = {c.text.text: (c.row, c.column, c.rows, c.columns) for c in outer.cells}
    assert placed == {
        "Name": (0, 0, 2, 1), "2024": (0, 1, 1, 2), "Plan": (1, 1, 1, 1), "Spent": (1, 2, 1, 1), "A": (2, 0, 1, 1),
        "5": (2, 1, 1, 1), "6": (2, 2, 1, 1),
    }  # fmt: skip
    assert [c.text.text for c in nested.cells] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04 cut short", b"words", word("<w:p>"), word("", "<!DOCTYPE x [<!ENTITY a 'b'>]>")],
    ids=["cut", "text", "bad xml", "entities"],
)
def test_what_is_no_word_file(data: bytes) -> None:
    """It is named, with what to do."""
    with pytest.raises(PaperError, match=r"draft\.docx"):
        read_word(data, "draft.docx")


def test_bulleted_paragraphs_have_the_sign_that_word_draws() -> None:
    """Word keeps bullets out of the text; numbered paragraphs stay as they are."""
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{n + 5}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n, kind in enumerate(("bullet", "decimal"))
    )
    item = (
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='{}'/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    )
    data = io.BytesIO(word(p("Two aims:") + item.format(5, "keep 12 homes") + item.format(6, "a numbered one")))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/numbering.xml", f"<w:numbering {_NAMESPACE}>{levels}</w:numbering>")
    (page,) = read_word(data.getvalue(), "paper.docx")
    assert [b.text.text for b in page.blocks if isinstance(b, Line)] == [
        "Two aims:",
        "• keep 12 homes",
        "a numbered one",
    ]
    assert isinstance(page.blocks[1], Line)
    assert page.blocks[1].text.locate(2, 6).start == 0


def test_columns_that_stand_in_one_row() -> None:
    """A paragraph under the other in each cell: as many labels as figures."""
    cells = ["".join(map(p, column)) for column in (("Roads", "Halls"), ("40", "25"))]
    row = "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"
    body = f"<w:tbl><w:tr>{tc('Fund')}{tc('Spent')}</w:tr>{row}<w:tr>{tc('Total')}{tc('65')}</w:tr></w:tbl>"
    (page,) = read_word(word(body), "minutes.docx")
    (table,) = page.blocks
    assert isinstance(table, Table)
    assert [(c.row, c.column, c.text.text) for c in table.cells] == [
        (0, 0, "Fund"), (0, 1, "Spent"), (1, 0, "Roads"), (1, 1, "40"), (2, 0, "Halls"), (2, 1, "25"), (3, 0, "Total"),
        (3, 1, "65"),
    ]  # fmt: skip
    assert table.rows == 4
