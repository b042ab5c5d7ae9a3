"""Work shared over processes: the same results in the same order, whatever becomes of a copy."""

from __future__ import annotations

import os
import time
from functools import partial
from pathlib import Path

import pytest

from reportcheck import auditing
from reportcheck import read as reading
from reportcheck.auditing import audit_document
from reportcheck.extract import extract
from reportcheck.model import Evidence, Figure, Location, Relation
from reportcheck.rulepack import load_rules
from reportcheck.sharing import shared

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def square(n: int) -> int:
    return n * n


def dies_elsewhere(here: int, n: int) -> int:
    if os.getpid() != here:
        os._exit(3)
    return n


def fails(n: int) -> int:
    if n == 7:
        raise ValueError("the seventh piece")
    return n


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_pieces(jobs: int) -> None:
    assert shared([partial(square, n) for n in range(50)], jobs) == [n * n for n in range(50)]


def test_a_copy_that_dies_leaves_its_work_to_us() -> None:
    slow = [partial(time.sleep, 0.01) for _ in range(5)]
    pieces = [*slow, *(partial(dies_elsewhere, os.getpid(), n) for n in range(20))]
    assert shared(pieces, 3)[5:] == list(range(20))


def test_a_piece_that_fails_fails_here() -> None:
    with pytest.raises(ValueError, match="the seventh piece"):
        shared([partial(fails, n) for n in range(20)], 2)


def test_what_must_be_done_here_is() -> None:
    pieces = [os.getpid for _ in range(30)]
    assert {shared(pieces, 3, frozenset({4, 9}))[n] for n in (4, 9)} == {os.getpid()}


def test_figures_that_are_known_come_back_as_themselves() -> None:
    known = [Figure(str(n), Location(page=n)) for n in range(8)]
    heard, told = os.pipe()

    def stated(n: int) -> tuple[int, Relation, Figure]:
        if n:
            os.write(told, b"x")
        else:
            os.read(heard, 1)  # The first is done here, and only when the copy has done another.
        evidence = Evidence(known[n % 8], "stated"), Evidence(Figure(f"new {n}", Location(page=1)))
        return os.getpid(), Relation("total", evidence, "held", f"piece {n}"), known[n % 8]

    results = shared([partial(stated, n) for n in range(40)], 2, frozenset({0}), known)
    assert len({process for process, _, _ in results}) == 2
    for n, (_, relation, figure) in enumerate(results):
        assert relation.message == f"piece {n}"
        assert relation.evidence[0].figure is known[n % 8] is figure
        assert relation.evidence[1].figure == Figure(f"new {n}", Location(page=1))
    os.close(heard)
    os.close(told)


def test_a_report_is_the_same_however_many_processes_make_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auditing, "MANY", 1)
    monkeypatch.setattr(auditing, "LOT", 20)
    monkeypatch.setattr(reading, "MANY", 1)
    document, rules = extract(FIXTURES / "scrutiny-pack.pdf"), load_rules()
    assert audit_document(document, rules, 1) == audit_document(document, rules, 3)


def test_claims_that_a_copy_read_stand_in_the_passages_that_we_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MANY", 1)
    document = extract(FIXTURES / "scrutiny-pack.pdf")
    alone, shared_out = reading.read(document, 1), reading.read(document, 2)
    assert shared_out == alone
    ours = {id(passage) for passage in (*shared_out.passages, *shared_out.wordy)}
    assert sum(id(claim.passage) in ours for claim in shared_out.claims) > len(shared_out.claims) / 2 > 0
