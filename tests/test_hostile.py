"""Bad input is named with what to do, and no file can hang or crash the one who reads it."""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from conftest import Run

from reportcheck.auditing import audit_document
from reportcheck.errors import PaperError
from reportcheck.extract import Options, extract, extract_bytes
from reportcheck.laws import sums
from reportcheck.model import Line
from reportcheck.rulepack import load_rules

HOSTILE = Path(__file__).parents[2] / "shared" / "corpus" / "hostile"


def refusal(path: Path) -> str:
    with pytest.raises(PaperError) as said:
        extract(path, Options(page_seconds=10, file_seconds=30))
    assert str(said.value).startswith(str(path))
    assert said.value.problem
    assert said.value.remedy
    return said.value.problem


def made(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "is empty"),
        ("a.pdf", b"", "is empty"),
        ("a.pdf", b"The budget is 12.\n", "is not a PDF"),
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n<<", "is damaged"),
        ("a.txt", b"%PDF-1.7\n", "is a PDF, although"),
        ("a.txt", b"PK\x03\x04\x00", "is a Word, Excel or zip file"),
        ("a.txt", b"\x89PNG\r\n", "is a picture"),
        ("a.txt", b"one\ntwo\x00three", "binary data on line 2"),
        ("a.txt", "The café took £12".encode() + b"\nand \xe9\n", "line 2 has a byte"),
        ("a.txt", b"ten \x81 eleven", "line 1 has a byte"),
        ("a.txt", b"\xff\xfet\x00e", "begins as text in UTF-16"),
        ("a.txt", b"\xfe\xff\xd8\x00\x00t", "begins as text in UTF-16"),
        ("a.txt", "one\ntwo\0".encode("utf-16"), "binary data on line 2"),
        ("a.docx", b"words", "is not a Word file"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "is an old Word file"),
        ("a.html", b"<p>\x00</p>", "binary data"),
    ],
)
def test_bad_content_is_named(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    assert said in refusal(made(tmp_path, name, data))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_wide_text_is_read(tmp_path: Path, encoding: str) -> None:
    """Windows saves "Unicode" texts with two bytes a character; their lines are those of the text."""
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    for name in ("a.txt", "a.html"):
        path = made(tmp_path, name, mark + "Costs were £5m.\r\n\r\nIncome – £4m.\r\n".encode(encoding))
        (page,) = extract(path).pages
        lines = [block.text for block in page.blocks if isinstance(block, Line)]
        words = " ".join(line.text for line in lines)
        assert "Costs were £5m." in words
        assert "Income – £4m." in words
        assert lines[0].locate().line == 1
        assert not page.problem


def test_bad_places_are_named(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "none.pdf")
    assert "is a folder" in refusal(tmp_path)
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)
    assert "leads back to itself" in refusal(loop)
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "a device or a pipe" in refusal(pipe)
    assert "no such file" in refusal(made(tmp_path, "a.txt", b"a") / "b.txt")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="there is no /dev/zero here")
def test_a_device_that_never_ends_is_not_read() -> None:
    assert "a device or a pipe" in refusal(Path("/dev/zero"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    closed = made(tmp_path, "a.txt", b"words")
    closed.chmod(0)
    assert "may not be read" in refusal(closed)


def test_large_files_are_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "a.txt"
    with large.open("wb") as file:
        file.truncate(100 * 2**20)
    assert "has 100 MB" in refusal(large)


def test_a_line_that_is_no_print_is_left_out() -> None:
    text = b"First 12\f\nSecond 13\n" + b"9" * 500_000 + b"\nThird 14\n"
    pages = extract_bytes(text, "a.txt", "text").pages
    assert [page.problem for page in pages] == [
        "",
        "line 3 has more than 20,000 characters without a blank, which were not read",
    ]
    assert pages[1].blocks[-1].text.locate().line == 4


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_paragraph_of_many_pages_is_read_in_parts(kind: str) -> None:
    """Cut where sentences end, every part at its place."""
    text = "In all £12 was spent. " * 3_000
    (page,) = extract_bytes(text.encode(), "a", kind).pages
    parts = [block.text for block in page.blocks if isinstance(block, Line)]
    assert (len(parts) > 5, page.problem) == (True, "")
    assert {part.text[:6] for part in parts} == {"In all"}
    at = parts[3].locate()
    assert text[at.start : at.end] == parts[3].text


def test_a_paragraph_that_never_ends_is_left_out() -> None:
    (page,) = extract_bytes(b"<p>First 12</p><p>" + b"9" * 40_000 + b"</p><p>Third</p>", "a.html", "html").pages
    assert page.problem == "text that runs on for more than 20,000 characters was not read"
    assert [block.text.text for block in page.blocks if isinstance(block, Line)] == ["First 12", "Third"]


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportcheck.extract.intake.UNPACKED", 2**24)
    bomb = zipped({"[Content_Types].xml": b"", **{f"word/{n}.xml": bytes(2**22) for n in range(5)}})
    assert "unpacks to 20 MB" in refusal(made(tmp_path, "a.docx", bomb))
    assert "not a Word file" in refusal(made(tmp_path, "b.docx", zipped({"a": b"b"})))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_a_folder_holds_up_no_run(run: Run, tmp_path: Path) -> None:
    made(tmp_path, "a.txt", b"Of the 82 replies, 31 (83%) were in favour.\n")
    os.mkfifo(tmp_path / "b.txt")
    os.mkfifo(tmp_path / "c.odd")
    told = b"reportcheck: b.txt: is a device or a pipe and not a file. Save its content to a file first.\n"
    for args in (("audit", ".", "--quiet"), ("audit", ".", "--quiet", "--output", "results/")) * 2:
        done = run(*args)
        assert (done.returncode, told in done.stderr) == (2, True)
    pytest.importorskip("sqlalchemy", reason="the extra reportcheck[batch] is not installed")
    done = run("batch", ".", "--ledger", "ledger.db", "--jobs", "1", "--quiet")
    assert (done.returncode, done.stderr) == (2, told)


def spoilt(part: str) -> bytes:
    """A Word file that is packed by LZMA, in which one part, a large one, is damaged."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as file:
        for name in ("[Content_Types].xml", part):
            file.writestr(name, b"<w:p>" * 200_000)
    data = bytearray(out.getvalue())
    at = data.rfind(part.encode(), 0, data.rfind(b"PK\x01\x02")) + len(part)
    data[at + 9 : at + 20] = b"\xff" * 11
    return bytes(data)


def test_a_package_that_is_damaged_costs_itself(run: Run, tmp_path: Path) -> None:
    made(tmp_path, "a.docx", spoilt("docProps/core.xml"))
    made(tmp_path, "b.docx", spoilt("word/document.xml"))
    made(tmp_path, "c.txt", b"Of the 82 replies, 31 (83%) were in favour.\n")
    done = run("audit", ".", "--format", "csv")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        f"reportcheck: {name}: is not a Word file that can be read. Open it in Word and save it as .docx again."
        for name in ("a.docx", "b.docx")
    ]
    assert done.stdout.count(b"RC120") == 1


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="../shared/corpus/hostile is not here")
def test_damaged_files_end_well() -> None:
    for path in sorted(HOSTILE.glob("*.pdf")):
        try:
            pages = extract(path, Options(page_seconds=10, file_seconds=30)).pages
        except PaperError:
            continue
        assert all(page.blocks or not page.has_text for page in pages), f"{path.name} passes as read"


def test_a_list_of_nothing_but_totals_costs_each_row_a_few_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []
    weigh = sums.weigh
    monkeypatch.setattr(sums, "weigh", lambda *given: tries.append(1) or weigh(*given))
    rows = 300
    text = "| Item | 2023 | 2024 |\n|---|---|---|\n" + "| Total | 1,000 | 2,000 |\n" * rows
    audit_document(extract_bytes(text.encode(), "totals.md", "text"), load_rules(), jobs=1)
    assert rows < len(tries) < 80 * rows


def test_a_small_file_takes_little_room(tmp_path: Path) -> None:
    path = made(tmp_path, "a.txt", b"Spending was 12.\n")
    tracemalloc.start()
    try:
        extract(path)
        assert tracemalloc.get_traced_memory()[1] < 50 * 2**20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "text",
    [
        "M\u0130NUTE 4: The budget\n",
        "Committee of 12 \u017fept 2024\n",
        "| Item | 000, in day\u017f |\n|---|---|\n| Leave | 12 |\n",
        "| Item | \u00a3 m\u0130ll\u0130ons |\n|---|---|\n| Roads | 12 |\n",
    ],
)
def test_letters_that_only_a_blind_match_takes_for_others_end_well(text: str) -> None:
    audit_document(extract_bytes(text.encode(), "letters.md", "text"), load_rules(), jobs=1)
