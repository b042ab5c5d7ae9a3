"""Files of other kinds: those in a folder are counted, and one that is asked for is refused by what it is."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from conftest import Run
from written import CLEAN, write

from reportcheck.errors import PaperError
from reportcheck.extract import extract_bytes


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def open_document(kind: str) -> bytes:
    return zipped(mimetype=f"application/vnd.oasis.opendocument.{kind}", **{"content.xml": "<office/>"})


KINDS = [
    (
        b"{\\rtf1\\ansi 31 of the 82 children (48%)}",
        "is rich text (RTF) and not plain text. Save it as PDF or as .docx.",
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        "is an old Word or Excel file (.doc, .xls) and not text. Save it as PDF or as .docx.",
    ),
    (b"From: <Saved by Blink>\nSubject: x\n", "is a web page in an archive (MHT). Save it as .html or as PDF."),
    (b"MIME-Version: 1.0\n", "is a web page in an archive (MHT) or an e-mail. Save it as .html or as PDF."),
    (zipped(**{"xl__workbook.xml": "<x/>"}), "is an Excel workbook. Rename it to end in .xlsx."),
    (zipped(**{"ppt__presentation.xml": "<x/>"}), "is a PowerPoint presentation. Save it as PDF."),
    (open_document("text"), "is an OpenDocument text (.odt). Save it as PDF or as .docx."),
    (open_document("spreadsheet"), "is an OpenDocument sheet. Rename it to end in .ods."),
]


@pytest.mark.parametrize("form", ["text", "html", "word", "pdf"])
@pytest.mark.parametrize(("data", "told"), KINDS, ids=[told.split(" ", 2)[2][:20] for _, told in KINDS])
def test_a_file_is_refused_by_what_it_is_whatever_it_is_called(data: bytes, told: str, form: str) -> None:
    if form == "word" and data.startswith(b"\xd0"):
        told = "is an old Word file, or is locked with a password. Save it as an unlocked .docx."
    with pytest.raises(PaperError) as refusal:
        extract_bytes(data, "paper", form)
    assert str(refusal.value) == f"paper: {told}"


def test_text_that_speaks_of_such_kinds_is_text() -> None:
    document = extract_bytes(b"Save as {\\rtf1 or MIME-Version: 1.0\n", "a.txt", "text")
    assert len(document.pages) == 1


def test_other_kinds_in_a_folder_are_counted(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "p/a.txt")
    assert run("audit", "p").stderr == b""
    for name in ("b.rtf", "c.RTF", "d.doc", "e.jpg", "f", "g/h.rtf", ".hidden.rtf"):
        write(tmp_path, f"p/{name}", CLEAN)
    done = run("audit", "p")
    assert done.returncode == 0
    assert done.stderr.decode() == (
        "reportcheck: 6 files of other kinds were left alone: .rtf 3, without an ending 1, .doc 1, .jpg 1\n"
    )
    quiet = run("audit", "p", "--quiet").stderr.decode().splitlines()
    assert quiet[0] == "reportcheck: 4 files of other kinds were left alone: .rtf 3, .doc 1"
    assert run("audit", "p/a.txt").stderr == b""


def test_reports_in_a_folder_are_told_to_be_left_alone(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "p/a.txt")
    run("audit", "p", "--output", "p/report.txt")
    assert run("audit", "p").stderr == b"reportcheck: 1 report that reportcheck wrote was left alone\n"


def test_files_that_are_meant_for_reportcheck_are_no_other_kind(run: Run, tmp_path: Path) -> None:
    for name, text in (
        ("a.txt", CLEAN),
        ("reportcheck.toml", b""),
        ("reportcheck.accepted.toml", b""),
        ("b.toml", b""),
    ):
        write(tmp_path, f"p/{name}", text)
    assert run("audit", "p").stderr == b"reportcheck: 1 file of other kinds was left alone: .toml 1\n"
