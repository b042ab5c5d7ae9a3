"""One page's failure is that page's: crashes, hangs and greed in a reading process cost the page they happen on."""

from __future__ import annotations

import ctypes
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence

import pytest

import reportcheck.extract.pdf as pdf
from reportcheck.errors import PaperError
from reportcheck.extract import Options, extract_bytes, processes
from reportcheck.extract.wire import pack, unpack
from reportcheck.extract.workers import read_safely
from reportcheck.model import BBox, Cell, Line, Page, Piece, Table, Text

Trouble = Callable[[int], None]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A reader of `total` pages that meets trouble on page `at`, in processes that know of it."""
    monkeypatch.setattr(processes, "_threads", lambda: 1)

    def install(total: int, trouble: Trouble = lambda _: None, opening: Callable[[], None] = lambda: None) -> None:
        def count(data: bytes, name: str, password: str | None = None) -> int:
            opening()
            return total

        def pages(data: bytes, name: str, numbers: Sequence[int], options: Options) -> Iterator[Page]:
            for number in numbers:
                trouble(number)
                yield page_of(number)

        monkeypatch.setattr(pdf, "count_pages", count)
        monkeypatch.setattr(pdf, "each_page", pages)

    return install


def page_of(number: int) -> Page:
    text = Text(f"Page {number}", (Piece(0, 6, number, bbox=BBox(0, 0, 9, 9)),))
    return Page(number, (Line(text), Table(number, 1, 1, (Cell(0, 0, text),))))


def segfault() -> None:
    ctypes.string_at(0)


def problems(pages: tuple[Page, ...]) -> dict[int, str]:
    return {page.number: page.problem for page in pages if page.problem}


def test_pages_cross_whole() -> None:
    page = page_of(7)
    assert unpack(pack(page)) == page


@pytest.mark.parametrize("blob", [b"", b"junk", pack(page_of(1))[:-9], b"cos\nsystem\n(S'true'\ntR."])
def test_only_pages_cross(blob: bytes) -> None:
    with pytest.raises(ValueError, match="not a page"):
        unpack(blob)


@pytest.mark.parametrize("jobs", [1, 3])
def test_pages_come_in_order_with_progress(reader: Callable[..., None], jobs: int) -> None:
    reader(100)
    told: list[tuple[int, int]] = []
    pages = read_safely(b"x", "a.pdf", "pdf", Options(jobs=jobs), lambda *at: told.append(at))
    assert pages == tuple(page_of(number) for number in range(1, 101))
    assert told == [(number, 100) for number in range(1, 101)]


def test_only_wanted_pages_are_read(reader: Callable[..., None]) -> None:
    reader(50, lambda number: segfault() if number not in (3, 4, 9) else None)
    pages = read_safely(b"x", "a.pdf", "pdf", Options(pages=((3, 4), (9, 9))))
    assert [page.number for page in pages] == [3, 4, 9]
    assert not problems(pages)


def test_a_crash_costs_one_page(reader: Callable[..., None]) -> None:
    reader(40, lambda number: segfault() if number == 12 else None)
    pages = read_safely(b"x", "a.pdf", "pdf", Options(jobs=2))
    assert problems(pages) == {12: "made the reader crash"}
    assert [page.number for page in pages] == list(range(1, 41))
    assert not pages[11].has_text


def test_a_passing_crash_costs_nothing(reader: Callable[..., None], tmp_path: object) -> None:
    mark = os.path.join(str(tmp_path), "seen")
    parent = os.getpid()

    def once(number: int) -> None:
        if number == 5 and not os.path.exists(mark):
            assert os.getpid() != parent
            os.mkdir(mark)
            segfault()

    reader(20, once)
    assert not problems(read_safely(b"x", "a.pdf", "pdf", Options(jobs=1)))


def test_a_hang_costs_one_page(reader: Callable[..., None]) -> None:
    reader(30, lambda number: time.sleep(600) if number == 12 else None)
    pages = read_safely(b"x", "a.pdf", "pdf", Options(jobs=2, page_seconds=1))
    assert problems(pages) == {12: "could not be read in 1 s"}


def test_greed_costs_one_page(reader: Callable[..., None]) -> None:
    reader(10, lambda number: bytes(2**30).decode() and None if number == 4 else None)
    pages = read_safely(b"x", "a.pdf", "pdf", Options(memory_mb=300))
    assert problems(pages) == {4: "needs more memory than 300 MB"}


def test_an_exception_costs_one_page(reader: Callable[..., None]) -> None:
    reader(10, lambda number: 1 // (number - 4) and None)
    pages = read_safely(b"x", "a.pdf", "pdf", Options())
    assert list(problems(pages)) == [4]


def test_a_page_that_says_too_much_is_lost(reader: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportcheck.extract.sandbox.PAGE_BYTES", 10)
    reader(2)
    pages = read_safely(b"x", "a.pdf", "pdf", Options())
    assert problems(pages)[1] == "holds more than a page of print can, and was not read"


def test_a_file_has_its_time_too(reader: Callable[..., None]) -> None:
    reader(9, lambda number: time.sleep(600) if number > 2 else None)
    pages = read_safely(b"x", "a.pdf", "pdf", Options(jobs=1, file_seconds=1))
    assert [page.problem for page in pages[:2]] == ["", ""]
    assert set(problems(pages)) == {3, 4, 5, 6, 7, 8, 9}
    assert problems(pages)[9] == "was not read: the file took longer than 1 s"


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        (segfault, "is damaged: it made the reader crash"),
        (
            lambda: time.sleep(600),
            "took too long: it could not be opened in 1 s. Try again when the machine has less to do, or allow it more "
            "with --page-seconds.",
        ),
        (lambda: bytes(2**30).decode(), "is damaged: it needs more memory than 300 MB"),
        (lambda: 1 // 0, "is damaged: it could not be opened (ZeroDivisionError: "),
    ],
)
def test_a_file_that_cannot_be_opened(reader: Callable[..., None], opening: Callable[[], None], said: str) -> None:
    reader(5, opening=opening)
    with pytest.raises(PaperError) as refusal:
        read_safely(b"x", "a.pdf", "pdf", Options(page_seconds=1, memory_mb=300))
    assert said in str(refusal.value)
    assert refusal.value.path == "a.pdf"


def test_a_file_without_a_good_page_is_an_error(reader: Callable[..., None]) -> None:
    reader(3, lambda number: segfault())
    with pytest.raises(PaperError, match="none of its 3 pages could be read"):
        read_safely(b"x", "a.pdf", "pdf", Options())


def test_too_many_pages_are_refused(reader: Callable[..., None]) -> None:
    reader(2_000_000_000)
    with pytest.raises(PaperError, match="claims to have 2,000,000,000 pages"):
        read_safely(b"x", "a.pdf", "pdf", Options())


def test_pages_that_are_not_there_are_refused(reader: Callable[..., None]) -> None:
    reader(3)
    with pytest.raises(PaperError, match="it ends with page 3"):
        extract_bytes(b"x", "a.pdf", "pdf", Options(pages=((7, 9),)))


def test_nothing_is_left_running(reader: Callable[..., None]) -> None:
    import multiprocessing

    reader(30, lambda number: segfault() if number % 7 == 0 else None)
    read_safely(b"x", "a.pdf", "pdf", Options(jobs=2))
    assert not multiprocessing.active_children()


def test_a_new_interpreter_is_used_where_threads_run() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with pytest.raises(PaperError, match="not a PDF"):
            extract_bytes(b"plain words", "a.pdf", "pdf")
    finally:
        stop.set()
        thread.join()
