"""What Word prints that is no plain paragraph: numbers, boxes, notes, equations, tabs, tracked changes."""

from __future__ import annotations

import io
import zipfile

from reportcheck.extract.word import read_word
from reportcheck.model import Line, Page, Table

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{_MAIN}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
_LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="H1"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2"/></w:lvl>'
)
_NUMBERING = (
    f'<w:numbering xmlns:w="{_MAIN}"><w:abstractNum w:abstractNumId="3">{_LEVELS}</w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
    '<w:num w:numId="8"><w:abstractNumId w:val="3"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    "</w:num></w:numbering>"
)
_STYLES = (
    f'<w:styles xmlns:w="{_MAIN}"><w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
    '<w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style w:styleId="Off"><w:name w:val="Off"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
)


def read(body: str, main: str = "word/document.xml", **parts: str) -> tuple[Page, ...]:
    """The pages of a Word file with that body and those parts."""
    file = io.BytesIO()
    folder = main.rpartition("/")[0]
    relation = f'Type="http://x/officeDocument" Target="{main}"'
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"<Relationship {relation}/></Relationships>",
        )
        archive.writestr(main, f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        for name, text in {"numbering": _NUMBERING, "styles": _STYLES, **parts}.items():
            archive.writestr(f"{folder}/{name}.xml", text)
    return read_word(file.getvalue(), "draft.docx")


def lines(pages: tuple[Page, ...]) -> list[str]:
    return [block.text.text for page in pages for block in page.blocks if isinstance(block, Line)]


def p(inside: str, settings: str = "") -> str:
    return f"<w:p><w:pPr>{settings}</w:pPr>{inside}</w:p>"


def r(text: str, settings: str = "") -> str:
    return f"<w:r><w:rPr>{settings}</w:rPr><w:t>{text}</w:t></w:r>"


def listed(text: str, number: int, level: int = 0) -> str:
    return p(r(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_are_printed() -> None:
    """By the list or by the style; a deeper level begins anew, and a list that says so begins where it says."""
    heading = p(r("Money"), '<w:pStyle w:val="H1"/>')
    body = heading + listed("rents", 7, 1) + listed("fees", 7, 1) + heading + listed("rates", 7, 1) + listed("Staff", 8)
    assert lines(read(body)) == ["1. Money", "1.i rents", "1.ii fees", "2. Money", "2.i rates", "4. Staff"]


def test_hidden_words_are_left_out_and_told() -> None:
    """Set as hidden by themselves, or by the style of their paragraph."""
    (page,) = read(p(r("Rents ") + r("£9 ", "<w:vanish/>") + r("£12")) + p(r("£30"), '<w:pStyle w:val="Off"/>'))
    assert lines((page,)) == ["Rents £12"]
    assert page.problem == "words that are set as hidden were not read"


def test_raised_marks_of_notes_are_no_digits() -> None:
    """A raised 1 after a figure is a mark; a raised "st" is the end of its word."""
    raised = '<w:vertAlign w:val="superscript"/>'
    assert lines(read(p(r("£4,120") + r("1", raised) + r(" on the 1") + r("st", raised) + r(" of May")))) == [
        "£4,120 on the 1st of May"
    ]


def test_boxes_notes_and_equations() -> None:
    """A box comes after its paragraph, a note at the end of its page, an equation where it stands."""
    box = f"<w:r><w:pict><w:txbxContent>{p(r('Fees rose to £30'))}</w:txbxContent></w:pict></w:r>"
    note = (
        f'<w:footnotes xmlns:w="{_MAIN}"><w:footnote w:id="2">{p(r("Without £5 of gifts"))}</w:footnote></w:footnotes>'
    )
    equation = "<m:oMath><m:r><m:t>12 + 18 = 30</m:t></m:r></m:oMath>"
    body = p(r("Rents") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + box) + p(equation)
    assert lines(read(body, footnotes=note)) == ["Rents", "Fees rose to £30", "12 + 18 = 30", "Without £5 of gifts"]


def test_charts_are_named() -> None:
    """What is drawn from numbers and not read is told."""
    (page,) = read(p(r("Rents") + "<w:r><w:drawing><c:chart/></w:drawing></w:r>"))
    assert page.problem == "1 chart or embedded object not read"


def test_paragraphs_with_tabs_are_a_table() -> None:
    """As the same words are in a text; words with a tab before them are none."""
    rows = [("Fund", "In", "Out"), ("Roads", "4,100", "3,900"), ("Total", "4,100", "3,900")]
    body = "".join(p("<w:r>" + "<w:tab/>".join(f"<w:t>{cell}</w:t>" for cell in row) + "</w:r>") for row in rows)
    (page,) = read(p("<w:r><w:t>1.1</w:t><w:tab/><w:t>Apologies</w:t></w:r>") + p(r("None.")) + body)
    table = page.blocks[-1]
    assert isinstance(table, Table)
    assert [cell.text.text for cell in table.cells] == [cell for row in rows for cell in row]
    assert table.cells[-1].text.locate().line == 5
    assert lines((page,)) == ["1.1\tApologies", "None."]


def test_the_main_part_is_where_the_file_says() -> None:
    """Word for the web calls it document2.xml; a Strict file calls its elements otherwise."""
    assert lines(read(p(r("Rents £12")), main="word/document2.xml")) == ["Rents £12"]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
        text = f'<w:document xmlns:w="{strict}"><w:body>{p(r("Rents £12"))}</w:body></w:document>'
        archive.writestr("word/document.xml", text)
    assert lines(read_word(file.getvalue(), "draft.docx")) == ["Rents £12"]


def test_both_sides_of_tracked_changes() -> None:
    """Words, and whole rows of a table, as they were and as they will be."""
    words = r("Rents ") + "<w:del><w:r><w:delText>£12</w:delText></w:r></w:del>" + f"<w:ins>{r('£15')}</w:ins>"

    def row(text: str, settings: str = "") -> str:
        return f"<w:tr><w:trPr>{settings}</w:trPr><w:tc>{p(r(text))}</w:tc><w:tc>{p(r('1'))}</w:tc></w:tr>"

    body = p(words) + f"<w:tbl>{row('A')}{row('B', '<w:del/>')}{row('C', '<w:ins/>')}{row('D')}</w:tbl>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
    for revisions, shown, kept in (("final", "Rents £15", "ACD"), ("original", "Rents £12", "ABD")):
        (page,) = read_word(file.getvalue(), "draft.docx", revisions)  # type: ignore[arg-type]
        line, table = page.blocks
        assert isinstance(line, Line)
        assert isinstance(table, Table)
        assert line.text.text == shown
        assert "".join(cell.text.text for cell in table.cells if cell.column == 0) == kept


def test_a_table_that_sets_passages_is_none() -> None:
    """Minutes set in a table: its cells are passages."""
    cell = "<w:tc>{}</w:tc>"
    minutes = "".join(p(r(text)) for text in ("The clerk reported.", "£12 was spent.", "It was noted."))
    rows = [(p(r("1")), p(r("Welcome"))), (p(r("2")), minutes)]
    body = "".join("<w:tr>" + "".join(cell.format(inside) for inside in row) + "</w:tr>" for row in rows)
    assert lines(read(f"<w:tbl>{body}</w:tbl>")) == [
        "1", "Welcome", "2", "The clerk reported.", "£12 was spent.", "It was noted.",
    ]  # fmt: skip
