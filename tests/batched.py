"""What the tests of `reportcheck batch` share: a wrong paper, two months' minutes, limits, a look into a ledger."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("sqlalchemy", reason="the extra reportcheck[batch] is not installed")

from reportcheck.past.workers import Limits

WRONG = b"Of the 82 replies, 31 (83%) were in favour.\n"
APRIL = b"Minutes of the meeting held on 8 April 2024\n\nCheques 1201 to 1212, \xc2\xa31,904.10 in all, were paid.\n"
MAY = b"Minutes of the meeting held on 13 May 2024\n\nCheques 1215 to 1226, \xc2\xa32,118.75 in all, were paid.\n"
LIMITS = Limits(file_seconds=60, memory_mb=2048)


def asked(ledger: Path, question: str) -> list[Any]:
    with sqlite3.connect(ledger) as link:
        return link.execute(question).fetchall()


def change(database: Path, how: str) -> None:
    with closing(sqlite3.connect(database)) as link, link:
        link.execute(how)
