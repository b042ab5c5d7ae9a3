"""`reportcheck batch --site`: pages that open without a server, in a real browser too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from written import write

pytest.importorskip("sqlalchemy", reason="the extra reportcheck[batch] is not installed")

HOSTILE = "Bridges & </script><img src=x onerror=alert(1)> works"


@pytest.fixture
def town(run: Run, tmp_path: Path) -> Path:
    """A site of three papers."""
    write(
        tmp_path,
        "town/parks-2023.txt",
        b"Report on the parks of the town\n\nOf the 82 replies, 31 (83%) were in favour.\n",
    )
    write(tmp_path, "town/bridges-2023.txt", f"{HOSTILE}\n\nOf the 64 spans, 16 ({HOSTILE} 52%) are old.\n".encode())
    write(tmp_path, "city/broken.pdf", b"no PDF")
    run("batch", "town", "city", "--ledger", "ledger.db", "--jobs", "1", "--site", "out")
    return tmp_path / "out"


def test_a_site_has_an_index_and_a_page_for_each_body_and_paper(run: Run, town: Path) -> None:
    names = sorted(path.name.split("-")[0] for path in town.iterdir())
    assert names == ["body", "body", "index.html", "paper", "paper", "paper"]
    every = [path.read_text() for path in town.iterdir()]
    assert not any("<img" in text or "onerror=alert(1)>" in text for text in every)
    assert any("is not a PDF, although it is named as one" in text for text in every)


def test_pages_are_written_where_they_changed_and_go_with_their_papers(run: Run, town: Path) -> None:
    times = {path.name: path.stat().st_mtime_ns for path in town.iterdir()}
    again = run("batch", "town", "city", "--ledger", "ledger.db", "--jobs", "1", "--site", "out")
    assert b"(0 pages new or changed)" in again.stdout
    assert {path.name: path.stat().st_mtime_ns for path in town.iterdir()} == times
    other = run("batch", "city", "--ledger", "other.db", "--jobs", "1", "--site", "out")
    assert b"(1 pages new or changed)" in other.stdout
    assert len(list(town.iterdir())) == 3


def test_reports_in_the_folder_of_a_site_are_left(run: Run, town: Path) -> None:
    run("audit", "town/parks-2023.txt", "--output", "out/parks.html")
    run("history", "replies", "town", "--output", "out/body-of-replies.html")
    kept = {name: (town / name).read_bytes() for name in ("parks.html", "body-of-replies.html")}
    run("batch", "city", "--ledger", "other.db", "--jobs", "1", "--site", "out")
    assert {name: (town / name).read_bytes() for name in kept} == kept
    assert len(list(town.iterdir())) == 3 + len(kept), "pages of papers that are gone go"


def test_a_page_of_somebody_else_is_left(run: Run, town: Path, tmp_path: Path) -> None:
    write(tmp_path, "mine/index.html", b"<h1>Mine</h1>")
    done = run("batch", "town", "--ledger", "ledger.db", "--site", "mine")
    assert done.returncode == 2
    assert b"--site mine: mine/index.html is no page of reportcheck. Name another folder." in done.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["index.html"]


def test_a_browser_finds_a_paper_by_its_title_and_a_finding_by_its_figure(browser: Any, town: Path) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda problem: complaints.append(str(problem)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("request", lambda asked: requests.append(asked.url))
    page.goto((town / "index.html").as_uri())
    page.fill("#search", "parks")
    assert page.inner_text("#count") == "1 papers, 0 findings"
    assert page.inner_text("#found a") == "Report on the parks of the town"
    page.fill("#search", "83%")
    assert page.inner_text("#count") == "0 papers, 1 findings"
    page.click("#found a")
    assert page.inner_text("h1") == "Report on the parks of the town"
    assert "31 of 82 is printed as 83%, but it is 38%." in page.inner_text("main")
    page.click("a:text-is('town')")
    page.fill("#search", "onerror")
    assert page.inner_text("#found a").startswith("Bridges & </script><img src=x")
    assert complaints == []
    assert all(url.startswith("file://") for url in requests)
    page.close()


def test_what_is_too_much_for_one_page_is_searched_body_by_body(
    run: Run, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportcheck.past import site

    assert 'id="search"' in (town / "index.html").read_text()
    monkeypatch.setattr(site, "MOST", 2)
    run("batch", "town", "city", "--ledger", "ledger.db", "--jobs", "1", "--site", "out")
    index = (town / "index.html").read_text()
    assert 'id="search"' not in index
    assert "They are searched from the page of each body." in index
    assert all('id="search"' in path.read_text() for path in town.glob("body-*.html"))
