"""Files that are no papers, or harm whoever opens them: one line each, in 300 MB (benchmarks/bad_files.py: times)."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from benches import bench_called

MOST_MB = 300
CELLS = "and papers are read up to 500,000. Save what matters to a file of its own."
LONG = "has a paragraph of 10,485,7{} characters, and they are read up to 1,048,576. Leave it out, or part it."
TOLD = {
    "zip-bomb.docx": "unpacks to 700 MB in 3 parts, which no paper does. Leave it out, or ask where it comes from.",
    "text-bomb.docx": "unpacks to more than can be read. Save it again, or in parts.",
    "zip-bomb.xlsx": "unpacks to 62 MB in 3 parts, which is more than can be audited. "
    "Save the sheets that matter to a file of their own.",
    "xml-bomb.docx": "holds XML that no Word file holds. Open it in Word and save it as .docx again.",
    "xml-bomb.xlsx": "cannot be read as a workbook (OSError). Save it again as .xlsx.",
    "locked.docx": "is an old Word file, or is locked with a password. Save it as an unlocked .docx.",
    "locked.xlsx": "is an old Word or Excel file (.doc, .xls) and not text. Save it as PDF or as .docx.",
    "truncated.docx": "is not a Word file, or is damaged. Save it again as .docx.",
    "truncated.xlsx": "is not a workbook, or is damaged. Save it again as .xlsx.",
    "word.xlsx": "is a Word file. Rename it to end in .docx.",
    "word.txt": "is a Word, Excel or zip file and not text. Save it as PDF, or rename it to end in .docx.",
    "word.pdf": "is not a PDF, although it is named as one. Save it as a PDF again.",
    "macro.docm": "is a Word file with macros. Save it as .docx, which has none.",
    "macro.docx": "is a Word file with macros. Save it as .docx, which has none.",
    "million.xlsx": f"has some 1,000,000 cells in its tables, {CELLS}",
    "million.csv": f"has some 1,000,000 cells in its tables, {CELLS}",
    "million.md": f"has some 1,010,000 cells in its tables, {CELLS}",
    "million.html": f"has some 1,000,000 cells in its tables, {CELLS}",
    "million.docx": f"has some 1,000,000 paragraphs and cells, {CELLS}",
    "paragraph.docx": LONG.format("47"),
    "paragraph.html": LONG.format("49"),
    "paragraph.md": LONG.format("47"),
}


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    return bench_called("bad_files")


def test_every_file_is_tried(bench: ModuleType) -> None:
    assert set(bench.FILES) == set(TOLD)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")
@pytest.mark.parametrize("name", TOLD)
def test_it_is_refused_in_one_line_within_the_memory(bench: ModuleType, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bench.FILES[name]())
    code, peak, said = bench.refused(tmp_path / name)
    assert (code, said) == (2, f"reportcheck: {name}: {TOLD[name]}")
    assert peak < MOST_MB


def test_what_is_merely_large_is_read(bench: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(bench.word(bench.paragraph("In all, 31 of the 82 children (48%) waited. " * 200)))
    code, _, said = bench.refused(tmp_path / "a.docx")
    assert code == 1
    assert "paragraph" not in said
