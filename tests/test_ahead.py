"""What is made ready in the background: made once, and its failure is heard where it is waited for."""

from __future__ import annotations

import threading

import pytest

from reportcheck.archive.ahead import Ahead


def test_it_is_made_once_and_in_the_background() -> None:
    makers: list[str] = []

    def make() -> int:
        makers.append(threading.current_thread().name)
        return 7

    ahead = Ahead(make)
    ahead.begin()
    ahead.begin()
    assert (ahead.get(), ahead.get()) == (7, 7)
    assert len(makers) == 1
    assert makers[0] != threading.main_thread().name
    assert makers[0] not in [thread.name for thread in threading.enumerate()]


def test_it_is_made_where_it_is_asked_for_if_it_has_not_begun() -> None:
    assert Ahead(lambda: threading.current_thread() is threading.main_thread()).get()


def test_what_cannot_be_made_fails_where_it_is_waited_for() -> None:
    def fail() -> int:
        raise ValueError("no rules")

    ahead = Ahead(fail)
    ahead.begin()
    with pytest.raises(ValueError, match="no rules"):
        ahead.get()
