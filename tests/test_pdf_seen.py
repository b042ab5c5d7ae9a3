"""What people see on a PDF's page, and what they do not: fields, typed notes, white boxes, layers, dark grounds."""

from __future__ import annotations

import pytest
from drawing import HEIGHT, Sheet, pdf
from drawn import lines_of

from reportcheck.errors import PaperError
from reportcheck.extract import Options
from reportcheck.extract.pdf import read_pdf
from reportcheck.model import Page


def _page(sheet: Sheet, *layers: str, catalog: str = "") -> Page:
    return read_pdf(pdf(sheet, layers=layers, catalog=catalog), "drawn.pdf", Options())[0]


def _field(x: float, y: float, words: str, subtype: str = "/Widget /FT /Tx /T (a)", key: str = "V") -> Sheet:
    """A sheet with a sentence, and a field that is drawn after it."""
    sheet = Sheet().text(60, 100, "Our reserves are")
    sheet.drawn.append(f"BT /Fr 10 Tf 1 0 0 1 2 6 Tm ({words}) Tj ET")
    rect = f"/Rect [{x} {HEIGHT - y - 6} {x + 100} {HEIGHT - y + 14}]"
    sheet.notes.append(f"/Subtype {subtype} /{key} ({words}) {rect} /AP {{0}}")
    return sheet


@pytest.mark.parametrize(
    ("subtype", "key"), [("/Widget /FT /Tx /T (a)", "V"), ("/FreeText", "Contents"), ("/Stamp", "N")]
)
def test_what_is_filled_in_typed_or_stamped_on_a_page_is_read(subtype: str, key: str) -> None:
    page = _page(_field(138, 100, "12,450", subtype, key))
    assert (lines_of(page), page.problem) == (["Our reserves are 12,450"], "")


@pytest.mark.parametrize("flags", [2, 32])
def test_a_field_that_is_hidden_is_not_read(flags: int) -> None:
    sheet = _field(138, 100, "12,450")
    sheet.notes[0] += f" /F {flags}"
    page = _page(sheet)
    assert (lines_of(page), page.problem) == (["Our reserves are"], "")


def test_a_comment_is_not_read() -> None:
    assert lines_of(_page(_field(138, 100, "Is it so?", "/Text", "Contents"))) == ["Our reserves are"]


def test_fields_that_hold_values_without_a_picture_are_named() -> None:
    sheet = _field(138, 100, "12,450")
    sheet.notes[0] = sheet.notes[0].replace("/AP {0}", "")
    page = _page(sheet)
    assert lines_of(page) == ["Our reserves are"]
    assert page.problem == "1 field or note that is filled in but not drawn was not read"
    sheet.notes.append(sheet.notes[0].replace("12,450", "13"))
    assert _page(sheet).problem == "2 fields or notes that are filled in but not drawn were not read"


def _box(x: float, y: float, wide: float, colour: str = "1 g") -> str:
    return f"{colour} {x} {HEIGHT - y - 3} {wide} 14 re f 0 g"


def test_words_under_a_white_box_are_not_read() -> None:
    sheet = (
        Sheet()
        .text(60, 100, "Our reserves are")
        .text(140, 100, "59,999")
        .raw(_box(138, 100, 40))
        .text(140, 100, "58,120")
    )
    page = _page(sheet)
    assert lines_of(page) == ["Our reserves are 58,120"]
    assert page.problem == "text was left out that nobody can see: 1 word covered or on a layer switched off"


def test_words_of_a_longer_line_under_a_white_box_are_not_read() -> None:
    sheet = Sheet().text(60, 100, "Our reserves are 12,450 this year").raw(_box(137, 100, 31)).text(140, 100, "9,999")
    page = _page(sheet)
    assert lines_of(page) == ["Our reserves are 9,999 this year"]
    assert page.problem.endswith("1 word covered or on a layer switched off")


def test_a_white_note_covers_as_a_white_box_does() -> None:
    sheet = Sheet().text(60, 100, "Our reserves are").text(140, 100, "59,999")
    sheet.drawn.append("1 g 0 0 100 20 re f")
    sheet.notes.append(f"/Subtype /Square /Rect [138 {HEIGHT - 104} 238 {HEIGHT - 84}] /AP {{0}}")
    assert lines_of(_page(sheet)) == ["Our reserves are"]


@pytest.mark.parametrize(
    "ops",
    [
        f"q 10 10 5 5 re W n {_box(138, 100, 40)} Q",  # Drawn, but nothing of it inside its frame.
        "/G gs",  # No such state: nothing drawn.
        _box(138, 200, 40),
    ],
)
def test_what_covers_nothing_leaves_the_words(ops: str) -> None:
    page = _page(Sheet().text(60, 100, "Our reserves are").text(140, 100, "59,999").raw(ops))
    assert (lines_of(page), page.problem) == (["Our reserves are 59,999"], "")


def test_a_ground_that_is_drawn_before_its_words_covers_nothing() -> None:
    page = _page(Sheet().text(60, 80, "Reserves").raw(_box(50, 100, 200, "0.8 g")).text(60, 100, "Our reserves are 12"))
    assert (lines_of(page), page.problem) == (["Reserves", "Our reserves are 12"], "")


def test_words_on_a_layer_switched_off_are_not_read() -> None:
    sheet = Sheet().text(60, 100, "Seen").raw("/OC /L0 BDC").text(60, 120, "Unseen").raw("EMC").text(60, 140, "Again")
    page = _page(sheet, "Old")
    assert lines_of(page) == ["Seen", "Again"]
    assert page.problem == "text was left out that nobody can see: 1 word covered or on a layer switched off"


def test_words_on_a_layer_that_is_on_are_read() -> None:
    sheet = Sheet().text(60, 100, "Seen").raw("/OC /L0 BDC").text(60, 120, "As well").raw("EMC")
    data = pdf(sheet, layers=("New",)).replace(b"/OFF [3 0 R]", b"/ON  [3 0 R]")
    assert lines_of(read_pdf(data, "drawn.pdf", Options())[0]) == ["Seen", "As well"]


def test_white_words_on_a_band_drawn_as_a_thick_line_are_read() -> None:
    sheet = Sheet().raw(f"0 0 0.5 RG 20 w 50 {HEIGHT - 97} m 300 {HEIGHT - 97} l S 1 g").text(60, 100, "Budget 2024")
    page = _page(sheet)
    assert (lines_of(page), page.problem) == (["Budget 2024"], "")


def test_a_portfolio_is_not_taken_for_its_cover() -> None:
    extra = "/Collection << >> /Names << /EmbeddedFiles << /Names [(a) << /F (a.pdf) /EF << >> >>] >> >>"
    data = pdf(Sheet().text(60, 100, "Open this in another reader."), catalog=extra)
    with pytest.raises(PaperError) as told:
        read_pdf(data, "pack.pdf", Options())
    assert str(told.value) == (
        "pack.pdf: is a portfolio: the paper is in the 1 file inside it, and its page is a cover. "
        "Take the files out with a PDF reader and audit these."
    )


def test_a_paper_with_files_attached_is_read() -> None:
    extra = "/Names << /EmbeddedFiles << /Names [(a) << /F (a.xlsx) /EF << >> >>] >> >>"
    data = pdf(Sheet().text(60, 100, "Our reserves are 12,450."), catalog=extra)
    assert lines_of(read_pdf(data, "paper.pdf", Options())[0]) == ["Our reserves are 12,450."]


def test_a_dynamic_form_is_not_taken_for_the_page_that_stands_in_for_it() -> None:
    data = pdf(Sheet().text(60, 100, "Please wait."), catalog="/AcroForm << /Fields [] /XFA (x) >>")
    with pytest.raises(PaperError) as told:
        read_pdf(data, "form.pdf", Options())
    assert str(told.value) == (
        "form.pdf: is a dynamic form, which only Adobe's reader can show: its page only says so. "
        "Open it there, print it to PDF and audit that."
    )


def test_a_form_with_pages_of_its_own_is_read() -> None:
    sheets = Sheet().text(60, 100, "Claim"), Sheet().text(60, 100, "Of 12 pounds")
    data = pdf(*sheets, catalog="/AcroForm << /Fields [] /XFA (x) >>")
    assert [lines_of(page) for page in read_pdf(data, "form.pdf", Options())] == [["Claim"], ["Of 12 pounds"]]


PICTURE = "BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI"


def _pictured(heading: str, high: float) -> Page:
    sheet = Sheet().text(60, 100, heading).raw(f"q 300 0 0 {high} 60 {HEIGHT - 115 - high} cm {PICTURE} Q")
    return _page(sheet.text(60, 300, "Members are asked to note the table."))


def test_a_picture_under_the_heading_of_a_table_is_named() -> None:
    assert _pictured("Table 3: Reserves", 120).problem == "a picture under “Table 3: Reserves” was not read"


@pytest.mark.parametrize(
    ("heading", "high"), [("Figure 3: Reserves", 120), ("Our reserves", 120), ("Table 3: Reserves", 12)]
)
def test_other_pictures_are_not_named(heading: str, high: float) -> None:
    assert _pictured(heading, high).problem == ""


def test_a_picture_behind_the_words_of_a_table_is_its_ground() -> None:
    sheet = Sheet().text(60, 100, "Table 3: Reserves").raw(f"q 300 0 0 120 60 {HEIGHT - 235} cm {PICTURE} Q")
    sheet.rows(140, 15, (70.0, 250.0), [("Roof", "120"), ("Bells", "85"), ("Total", "205")])
    assert _page(sheet).problem == ""
