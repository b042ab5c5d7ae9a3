"""Findings as comments in a Word draft: on the words concerned, beside other people's, and nothing else is touched."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import Run
from peers import program
from test_word import p, tc

from reportcheck.extract.word import read_paragraphs
from reportcheck.extract.word.package import W, read_package
from reportcheck.report.word_comments import with_comments

_MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHARE = "31 of 82 is printed as 48%, but it is 38%."


def draft(body: str, **more: str) -> bytes:
    """A whole Word file with that body, and more parts of the folder word: their text by their name."""
    kinds = {"comments": "comments", "footnotes": "footnotes"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kinds[name]}+xml"/>' for name in more
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/{kinds[name]}" Target="{name}.xml"/>'
        for n, name in enumerate(more, 1)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_MAIN}>\n <w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{links}</Relationships>',
        "word/own.bin": "as  it\r\nwas",
        **{f"word/{name}.xml": text for name, text in more.items()},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def tbl(*rows: tuple[str, ...]) -> str:
    return "<w:tbl>" + "".join("<w:tr>" + "".join(map(tc, row)) + "</w:tr>" for row in rows) + "</w:tbl>"


ROWS = (
    ("Service", "Budget", "Actual"),
    ("Libraries", "1,200", "1,250"),
    ("Parks", "800", "790"),
    ("Roads", "2,400", "2,390"),
)
BODY = (
    p("In the year 31 of the 82 children (48%) waited less than 14 months.")
    + p("Table 1: Spending")
    + tbl(*ROWS, ("Total", "4,400", "4,340"))
    + p("The meeting is on Monday, 12 June 2025.")
)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def comments(path: Path) -> list[tuple[str, str, str]]:
    """Each comment: who, on which words, and what."""
    held = parts(path)
    body = ElementTree.fromstring(held["word/document.xml"])
    found = []
    for comment in ElementTree.fromstring(held["word/comments.xml"]):
        inside, words = False, ""
        for element in body.iter():
            if element.get(W + "id") == comment.get(W + "id") and element.tag.startswith(W + "commentRange"):
                inside = element.tag.endswith("Start")
            elif inside and element.tag == W + "t":
                words += element.text or ""
        told = "\n".join("".join(t.text or "" for t in line.iter(W + "t")) for line in comment.iter(W + "p"))
        found.append((comment.get(W + "author", ""), words, told))
    return found


def test_each_finding_is_a_comment_on_the_figure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(before := draft(BODY))
    done = run("audit", "draft.docx", "--comment")
    assert (done.returncode, done.stderr) == (1, b"")
    assert (tmp_path / "draft.docx").read_bytes() == before
    found = comments(tmp_path / "draft.reviewed.docx")
    assert [(who, words) for who, words, _ in found] == [
        ("reportcheck", "48%"), ("reportcheck", "4,340"), ("reportcheck", "Monday, 12 June 2025"),
    ]  # fmt: skip
    assert found[0][2].startswith(SHARE + "\n")
    assert found[0][2].splitlines()[-1].startswith("RC120 ")
    body = ElementTree.fromstring(parts(tmp_path / "draft.reviewed.docx")["word/document.xml"])
    text = "".join(element.text or "" for element in body.iter(W + "t"))
    assert "In the year 31 of the 82 children (48%) waited less than 14 months." in text


def test_all_other_parts_are_the_same_bytes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(draft(BODY))
    run("audit", "draft.docx", "--comment", "out.docx")
    old, new = parts(tmp_path / "draft.docx"), parts(tmp_path / "out.docx")
    touched = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert new.keys() - old.keys() == {"word/comments.xml"}
    assert {name for name in old if old[name] != new[name]} == touched
    (tmp_path / "right.docx").write_bytes(draft(p("Nothing was decided by the 14 members.")))
    run("audit", "right.docx", "--comment", "same.docx")
    assert parts(tmp_path / "same.docx") == parts(tmp_path / "right.docx")


def test_a_second_run_replaces_ours_and_keeps_theirs(run: Run, tmp_path: Path) -> None:
    theirs = (
        f'<w:comments {_MAIN}><w:comment w:id="7" w:author="A Clerk"><w:p><w:r><w:t>Ask the Chair</w:t></w:r></w:p>'
        "</w:comment></w:comments>"
    )
    mark = '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>Draft</w:t></w:r><w:commentRangeEnd w:id="7"/>'
    body = mark + '<w:r><w:commentReference w:id="7"/></w:r></w:p>' + BODY
    (tmp_path / "draft.docx").write_bytes(draft(body, comments=theirs))
    run("audit", "draft.docx", "--comment", "one.docx")
    assert [who for who, _, _ in comments(tmp_path / "one.docx")] == ["A Clerk", *["reportcheck"] * 3]
    assert comments(tmp_path / "one.docx")[0][1:] == ("Draft", "Ask the Chair")
    run("audit", "one.docx", "--comment", "two.docx")
    assert (tmp_path / "two.docx").read_bytes() == (tmp_path / "one.docx").read_bytes()
    run("audit", "two.docx", "--select", "RC351", "--comment", "three.docx")
    assert [words for _, words, _ in comments(tmp_path / "three.docx")] == ["Draft", "Monday, 12 June 2025"]


def test_what_stands_in_a_note_or_a_box_is_told_where_it_hangs(run: Run, tmp_path: Path) -> None:
    wrong = "31 of the 82 children (48%) waited less than 14 months."
    note = f'<w:footnotes {_MAIN}><w:footnote w:id="2">{p(wrong)}</w:footnote></w:footnotes>'
    body = p("Intro") + '<w:p><w:r><w:t>Here</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    (tmp_path / "note.docx").write_bytes(draft(body, footnotes=note))
    run("audit", "note.docx", "--comment", "out.docx")
    assert [(words, told.split("\n")[0]) for _, words, told in comments(tmp_path / "out.docx")] == [("Here", SHARE)]
    box = (
        f"<w:p><w:r><w:t>Beside</w:t></w:r><w:r><w:pict><w:txbxContent>{p(wrong)}</w:txbxContent></w:pict></w:r></w:p>"
    )
    (tmp_path / "box.docx").write_bytes(draft(p("Intro") + box))
    run("audit", "box.docx", "--comment", "boxed.docx")
    ((_, words, _),) = comments(tmp_path / "boxed.docx")
    assert words.startswith("Beside")


def test_a_copy_is_no_paper_and_takes_nobody_s_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(draft(BODY))
    run("audit", "draft.docx", "--comment")
    assert run("audit", "draft.docx", "--comment").returncode == 1, "its own copy is replaced"
    assert b"1 report that reportcheck wrote was left alone" in run("audit", ".").stderr
    done = run("audit", "draft.docx", "--comment", "draft.docx")
    assert (done.returncode, done.stderr.decode()) == (
        2, "reportcheck: --comment draft.docx is one of the papers. Name another file.\n",
    )  # fmt: skip
    (tmp_path / "other.docx").write_bytes(draft(BODY))
    assert run("audit", "draft.docx", "--comment", "other.docx").returncode == 2
    (tmp_path / "paper.md").write_text("31 of the 82 children (48%) waited.\n", "utf-8")
    done = run("audit", "paper.md", "--comment", "x.docx")
    said = "--comment takes a Word paper (.docx), and paper.md is none. PDFs take --annotate."
    assert (done.returncode, said in done.stderr.decode()) == (2, True)


@pytest.mark.parametrize("more", [{}, {"comments": f"<w:comments {_MAIN}/>"}])
def test_libreoffice_keeps_the_comments(run: Run, tmp_path: Path, more: dict[str, str]) -> None:
    office = program("soffice")
    (tmp_path / "draft.docx").write_bytes(draft(BODY, **more))
    run("audit", "draft.docx", "--comment", "out.docx")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "docx", "--outdir", "again", "out.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    kept = comments(tmp_path / "again/out.docx")
    assert [(who, words) for who, words, _ in kept] == [
        ("reportcheck", "48%"), ("reportcheck", "4,340"), ("reportcheck", "Monday, 12 June 2025"),
    ]  # fmt: skip
    assert kept[0][2].startswith(SHARE)


def change(old: str, new: str) -> str:
    deleted = f'<w:del w:author="A"><w:r><w:delText>{old}</w:delText></w:r></w:del>'
    return f'<w:tc><w:p>{deleted}<w:ins w:author="A"><w:r><w:t>{new}</w:t></w:r></w:ins></w:p></w:tc>'


def test_findings_follow_the_side_of_the_tracked_changes(run: Run, tmp_path: Path) -> None:
    """The changes mend the total of the first table and break that of the second."""

    def table(name: str, old: str, new: str) -> str:
        head = p(name) + tbl(*ROWS)
        return head.removesuffix("</w:tbl>") + f"<w:tr>{tc('Total')}{tc('4,400')}{change(old, new)}</w:tr></w:tbl>"

    body = table("Table 1: Spending", "4,340", "4,430") + table("Table 2: Income", "4,430", "4,480")
    (tmp_path / "draft.docx").write_bytes(draft(body))

    def told(side: str) -> str:
        return " ".join(run("audit", "draft.docx", "--revisions", side).stdout.decode().split())

    final, original, both = told("final"), told("original"), told("both")
    assert ("4,480" in final, "4,340" in final, "read as if accepted" in final) == (True, False, True)
    assert ("4,480" in original, "4,340" in original, "read as if rejected" in original) == (False, True, True)
    assert "the tracked changes break it: as it was before them, nothing is wrong here" in both
    assert "the tracked changes mend this: RC101 Total" in both
    assert "4,340" in both
    piped = run("audit", "-", "--revisions", "both", stdin=(tmp_path / "draft.docx").read_bytes())
    assert " ".join(piped.stdout.decode().split()) == both.replace("draft.docx", "standard input")


def also(run: Run, body: str, *options: str) -> list[list[str]]:
    """What is told beside each finding of a draft."""
    Path("draft.docx").write_bytes(draft(body))
    documents = json.loads(run("audit", "draft.docx", "--format", "json", *options).stdout)["documents"]
    return [finding["also"] for finding in documents[0]["findings"]]


def marked(tag: str, who: str, words: str) -> str:
    kind = "delText" if tag == "del" else "t"
    return f'<w:{tag} w:author="{who}"><w:r><w:{kind}>{words}</w:{kind}></w:r></w:{tag}>'


def sentence(*parts: str) -> str:
    runs = (part if part.startswith("<") else f'<w:r><w:t xml:space="preserve">{part}</w:t></w:r>' for part in parts)
    return f"<w:p>{''.join(runs)}</w:p>"


def test_a_tracked_change_is_told_at_the_finding_that_it_touches(run: Run) -> None:
    share = sentence("In the year 31 of the 82 children (", marked("del", "A Clerk", "38"),
                     marked("ins", "A Clerk", "48"), "%) waited less than 14 months.")  # fmt: skip
    assert also(run, share) == [["A Clerk put “48” in place of “38” (tracked change)"]]
    far = sentence("In the year 31 of the 82 children (48%) waited less than 14 ", marked("del", "A Clerk", "long "),
                   "months.")  # fmt: skip
    assert also(run, far) == [[]], "it touches no figure"
    added = sentence("In the year 31 of the ", marked("ins", "B Chair", "82 "), "children (48%) waited.")
    assert also(run, added) == [["B Chair added “82” (tracked change)"]]
    assert also(run, share.replace("48", "39").replace("38", "48"), "--revisions", "original") == [
        ["A Clerk put “39” in place of “48” (tracked change)"]
    ]


def test_a_row_that_a_tracked_change_takes_away_is_told_at_the_total(run: Run) -> None:
    rows = [*ROWS[:2], ROWS[3], ("Fleet", "610", "655"), ("Waste", "930", "945"), ("Parks", "800", "0")]
    total = ("Total", "5,940", "5,240")
    head, last = tbl(*rows, total).split("<w:tr>" + tc("Parks"))
    gone = '<w:tr><w:trPr><w:del w:author="A Clerk"/></w:trPr>' + tc("Parks")
    ((told, *_),) = also(run, p("Spending") + head + gone + last)
    assert told == "A Clerk took out “Parks 800 0” (tracked change)"
    assert also(run, p("Spending") + tbl(*rows[:-1], total)) == [[]], "without the change nothing is told of one"
    assert also(run, p("Spending") + tbl(*rows, total)) == []


SHARED = Path(__file__).resolve().parents[2] / "shared"
REAL = (
    "corpus2/docs/dswd-philippines/covid-report-75-apr-2020.docx",
    "corpus2/docs/owasp-foundation/finance-narrative-2022-01.docx",
    "corpus2/docs/crete-township-il/board-minutes-2023-01-11.docx", "corpus/drafts/unstructured_docx-hdrftr.docx",
    "corpus/drafts/docling_word_tables.docx",
)  # fmt: skip


@pytest.fixture(params=REAL, ids=lambda name: Path(name).stem)
def real(request: pytest.FixtureRequest) -> bytes:
    path = SHARED / str(request.param)
    if not path.exists():
        pytest.skip("../shared is not here")
    return path.read_bytes()


def notes_on(data: bytes) -> list[dict[str, object]]:
    """A note on every ninth paragraph with words, those in tables too."""
    shown = enumerate(read_paragraphs(read_package(data, "a.docx")), start=1)
    worded = [number for number, one in shown if any((e.text or "").strip() for _, e in one.begins)]
    return [{"paragraph": n, "start": 0, "end": 4, "told": [f"Note {n}", "RC101 rule"]} for n in worded[::9]]


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words(data: bytes) -> str:
    body = ElementTree.fromstring(unpacked(data)["word/document.xml"])
    return "".join(element.text or "" for element in body.iter(W + "t"))


def test_of_a_real_draft_nothing_else_is_touched(real: bytes) -> None:
    """All other parts are the same bytes, the body has the same words, and a second run gives the same copy."""
    notes = notes_on(real)
    copy = with_comments(real, notes, "final")
    old, new = unpacked(real), unpacked(copy)
    touched = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"}
    assert {part for part in new.keys() | old.keys() if old.get(part) != new.get(part)} <= touched
    assert words(copy) == words(real)
    told = new["word/comments.xml"].decode()
    assert all(f"Note {note['paragraph']}<" in told for note in notes)
    assert with_comments(copy, notes, "final") == copy
    assert words(with_comments(copy, [], "final")) == words(real)


@pytest.mark.slow
def test_libreoffice_keeps_the_comments_of_a_real_draft(real: bytes, tmp_path: Path) -> None:
    office, notes = program("soffice"), notes_on(real)
    (tmp_path / "out.docx").write_bytes(with_comments(real, notes, "final"))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "docx", "--outdir", "again", "out.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    kept = [told.split("\n")[0] for who, _, told in comments(tmp_path / "again/out.docx") if who == "reportcheck"]
    assert sorted(kept) == sorted(f"Note {note['paragraph']}" for note in notes)
