"""What a report says of how a paper was read: tracked changes, headers, pages not asked for, its own counts."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from conftest import Run
from test_word import _NAMESPACE, p, word

from reportcheck.extract.word import read_word

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def change(kind: str, text: str, author: str = "A Officer") -> str:
    tag = "delText" if kind == "del" else "t"
    return f'<w:{kind} w:author="{author}"><w:r><w:{tag}>{text}</w:{tag}></w:r></w:{kind}>'


def with_header(data: bytes, text: str) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/header1.xml", f"<w:hdr {_NAMESPACE}>{p(text)}</w:hdr>")
        relation = f'<Relationship Id="r1" Type="{_TYPES}/header" Target="header1.xml"/>'
        namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{namespace}">{relation}</Relationships>'
        )
    return out.getvalue()


def test_tracked_changes_are_said_with_their_authors() -> None:
    body = f"<w:p>{change('del', '45.0')}{change('ins', '46.9')}{change('ins', '  ')}</w:p>"
    (page,) = read_word(word(body), "draft.docx")
    assert page.notice == "2 tracked changes by A Officer: read as if accepted"
    (page,) = read_word(word(body), "draft.docx", "original")
    assert page.notice == "2 tracked changes by A Officer: read as if rejected"
    body = (
        "<w:p>" + "".join(change("ins", "1", author) for author in ("Ash", "Ash", "Birch", "Cedar", "Elm")) + "</w:p>"
    )
    (page,) = read_word(word(body), "draft.docx")
    assert page.notice == "5 tracked changes by Ash, Birch, Cedar and 1 more: read as if accepted"
    (page,) = read_word(word(p("no change")), "draft.docx")
    assert page.notice == ""


def test_headers_with_figures_are_said_not_to_be_read() -> None:
    (page,) = read_word(with_header(word(p("Text")), "Budget 2024/25"), "draft.docx")
    assert page.problem == "headers and footers were not read"
    (page,) = read_word(with_header(word(p("Text")), "Draft"), "draft.docx")
    assert page.problem == ""


def test_a_report_says_what_its_counts_do_not(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes((FIXTURES / "scrutiny-pack.pdf").read_bytes())
    whole = run("audit", "pack.pdf").stdout.decode()
    assert whole.endswith(
        "  9 pages, 4 tables: 4 errors, 2 warnings\n"
        "  110 figures: 83 verified, 6 challenged, 21 untested (80% put to the test)\n"
        "  tables with figures: 1 tested in every figure, 2 in part, 0 untested; 1 has none\n"
        "  1 finding doubts a date, a reference or a word, which is not counted as a figure\n\n"
    )
    part = run("audit", "pack.pdf", "--pages", "7").stdout.decode()
    assert part.endswith("  only the pages that were asked for are read, so what others say is not known\n\n")
    assert "which is not counted as a figure" not in part


def test_a_draft_says_how_its_changes_were_read(run: Run, tmp_path: Path) -> None:
    data = io.BytesIO(word(f"<w:p><w:r><w:t>It was </w:t></w:r>{change('ins', '46.9')}</w:p>"))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    (tmp_path / "draft.docx").write_bytes(data.getvalue())
    assert "  1 tracked change by A Officer: read as if accepted\n" in run("audit", "draft.docx").stdout.decode()
