"""Files that are no papers, or harm whoever opens them: each is refused in one line, in how long, with how much memory?

python benchmarks/bad_files.py [NAME...]
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import reportcheck

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SENTENCE = "The total is 1,234 pounds. "
LONG = SENTENCE * (10 * 2**20 // len(SENTENCE))
BOMB = '<!DOCTYPE x [<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
) + "]>"  # fmt: skip


def paragraph(text: str) -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word(body: str, before: str = "", **more: bytes) -> bytes:
    """A Word file; `more` are parts of the folder word."""
    document = f'{before}<w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>'
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()}
    return packed({**parts, **{f"word/{name.replace('_', '.')}": data for name, data in more.items()}})


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def workbook(cells: str = '<c r="A1"><v>1</v></c>', before: str = "") -> bytes:
    """An Excel workbook of one row."""
    sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    body = f'{before}<worksheet xmlns="{sheet}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    return packed(
        {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>", "xl/worksheets/s.xml": body.encode()}
    )


def million(row: str, cell: str, end: str) -> str:
    """A table of 10,000 rows of 100 cells."""
    return "".join(row + "".join(cell.format(r * 7 + c) for c in range(100)) + end for r in range(10_000))


def _good() -> bytes:
    return word(paragraph("31 of the 82 children (48%) waited."))


FILES: dict[str, Callable[[], bytes]] = {
    "zip-bomb.docx": lambda: word(paragraph("x"), media_bin=b"\0" * (700 * 2**20)),
    "text-bomb.docx": lambda: word(paragraph("a" * (400 * 2**20))),
    "zip-bomb.xlsx": lambda: workbook('<c r="A1"><v>1</v></c>' * 3_000_000),
    "xml-bomb.docx": lambda: word(paragraph("&j;"), BOMB),
    "xml-bomb.xlsx": lambda: workbook('<c r="A1"><v>&j;</v></c>', BOMB),
    "locked.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000,
    "locked.xlsx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000,
    "truncated.docx": lambda: _good()[:250],
    "truncated.xlsx": lambda: workbook()[:250],
    "word.xlsx": _good,
    "word.txt": _good,
    "word.pdf": _good,
    "macro.docm": lambda: word(paragraph("31 of 82 (48%)"), vbaProject_bin=b"x"),
    "macro.docx": lambda: word(paragraph("31 of 82 (48%)"), vbaProject_bin=b"x"),
    "million.xlsx": lambda: workbook(million("", '<c r="A1"><v>{}</v></c>', "")),
    "million.csv": lambda: million("", "{},", "\n").encode(),
    "million.md": lambda: million("|", "{}|", "\n").encode(),
    "million.html": lambda: ("<table>" + million("<tr>", "<td>{}</td>", "</tr>\n") + "</table>").encode(),
    "million.docx": lambda: word(million("<w:tbl><w:tr>", "<w:tc><w:p ><w:t>{}</w:t></w:p></w:tc>", "</w:tr></w:tbl>")),
    "paragraph.docx": lambda: word(paragraph(LONG)),
    "paragraph.html": lambda: f"<p>{LONG}</p>".encode(),
    "paragraph.md": lambda: f"# Spending\n\n{LONG}\n".encode(),
}  # fmt: skip
"""What each file is called, and its bytes."""

_PEAK = """
import resource, runpy, sys
sys.argv = ["reportcheck", "audit", "--no-cache", "-q", sys.argv[1]]
try:
    from reportcheck.cli import main
    main()
except SystemExit as end:
    code = end.code
own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print("\\n", code, max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024)
"""
"""What ru_maxrss says of a process itself counts what it was started from."""


def refused(path: Path) -> tuple[int, int, str]:
    """The exit code of an audit, the most memory that it or a reading process took in MB, and what it said."""
    env = {**os.environ, "PYTHONPATH": str(Path(reportcheck.__file__).parents[1])}
    command = [sys.executable, "-c", _PEAK, path.name]
    done = subprocess.run(command, cwd=path.parent, capture_output=True, text=True, env=env)
    code, peak = done.stdout.split()[-2:]
    return int(code), int(peak), done.stderr.strip()


def main() -> None:
    """Write each file, audit it, and say what came of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", default=list(FILES))
    args = parser.parse_args()
    print("| file | seconds | MB | exit code | what is said |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name in args.names:
            path = Path(folder) / name
            path.write_bytes(FILES[name]())
            began = time.perf_counter()
            code, peak, said = refused(path)
            print(f"| {name} | {time.perf_counter() - began:.1f} | {peak} | {code} | {said} |", flush=True)


if __name__ == "__main__":
    main()
