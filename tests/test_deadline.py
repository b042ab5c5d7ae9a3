"""Nothing that a paper holds can keep the audit for ever."""

from __future__ import annotations

import io
import threading
import time
from pathlib import Path

import pytest

from reportcheck import auditing
from reportcheck.archive.ahead import Ahead
from reportcheck.archive.deadline import TooLate, within
from reportcheck.archive.papers import Source
from reportcheck.archive.run import audit_source
from reportcheck.errors import PaperError
from reportcheck.extract import Options, intake


def test_work_in_time_is_left_alone() -> None:
    with within(60):
        done = sum(range(10))
    assert done == 45


def test_endless_work_is_ended_past_handlers_of_common_errors() -> None:
    def work() -> None:
        while True:
            try:
                time.sleep(1)
            except Exception:
                continue

    with pytest.raises(TooLate), within(0.05):
        work()


def test_a_thread_works_without_a_deadline() -> None:
    said: list[str] = []

    def work() -> None:
        with within(0.01):
            time.sleep(0.05)
        said.append("done")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert said == ["done"]


def test_a_paper_that_takes_too_long_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auditing, "audit_document", lambda *_: time.sleep(60))
    path = tmp_path / "a.txt"
    path.write_text("Words.")
    outcome = audit_source(Source(str(path)), Ahead(tuple), Options(file_seconds=0.05))
    assert outcome.failed
    assert outcome.error.startswith(f"{path}: has taken longer than 0.05 s to audit.")


def test_a_pipe_that_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "PIPED", 100)
    assert intake.stream_bytes(io.BytesIO(bytes(100)), "-") == bytes(100)
    with pytest.raises(PaperError, match="gives more than"):
        intake.stream_bytes(io.BytesIO(bytes(101)), "-")
