"""The ledger: runs, papers and findings in a database. A paper is in it whole or not at all, whenever a run ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from reportcheck.errors import UsageError
from reportcheck.patterns import pattern
from reportcheck.records import record
from reportcheck.version import VERSION

INSTALL = "pip install 'reportcheck[batch]'"
TABLES = ("runs", "papers", "findings", "facts", "bodies")
_UNKEPT = {"body": "", "title": "", "day": None, "met": False, "year": None, "rest": None}
_SECRETS = pattern(r"(?<=[:=])[^:=@&?/]+(?=@|&|$)")
"""In an address behind "://": a password before the host, and the values of what is asked behind a "?"."""
COUNTS = ("pages", "figures", "verified", "challenged", "untested", "held", "tries")


@record(frozen=True, slots=True)
class Recorded:
    """A paper in the ledger: its content, what it was audited with, why it could not be, and what was found."""

    sha256: str
    made_with: str
    error: str
    findings: Mapping[str, int]
    """How many of each severity."""


@record(frozen=True, slots=True)
class Entry:
    """A paper to be recorded; `counts` are those of COUNTS, `findings` as the JSON report has them."""

    source: str
    sha256: str
    made_with: str
    error: str
    counts: Mapping[str, int]
    findings: tuple[Mapping[str, Any], ...]
    kept: Mapping[str, Any] | None = None
    """Its row of `keeping.paper_row`, "paper", and the rows of its "facts"."""


class Ledger:
    """A ledger that is open: made, or brought up to date, where it is not. UsageError where it cannot be opened.

    Without `change` it is opened as it is: whoever reads it meanwhile needs no lock.
    """

    def __init__(self, address: str, change: bool = True) -> None:
        try:
            import alembic.util
            import sqlalchemy as sa
        except ImportError as missing:
            raise UsageError(f"a ledger needs sqlalchemy and alembic: {INSTALL}.") from missing
        self.sa = sa
        if not change and "://" not in address and not Path(address).is_file():
            raise UsageError(f"--ledger {address}: there is no such file. `reportcheck batch` makes one.")
        self._address = address
        try:
            self.engine = sa.create_engine(self._url())
            if self.engine.dialect.name == "sqlite":
                if self.engine.url.database in (None, "", ":memory:"):
                    raise UsageError(f"--ledger {address}: is kept nowhere. Name a file.")
                sa.event.listen(self.engine, "connect", _lasting if change else _reading)
            if change:
                self._upgrade()
            tables = sa.MetaData()
            tables.reflect(self.engine)
        except alembic.util.CommandError as problem:
            said = "was made by a newer reportcheck. Bring reportcheck up to date, or name another ledger."
            raise UsageError(f"--ledger {shown(address)}: {said}") from problem
        except (sa.exc.SQLAlchemyError, ImportError, ValueError) as problem:
            raise self._unusable(problem) from problem
        lacking = [name for name in TABLES if name not in tables.tables]
        if lacking:
            raise UsageError(f"--ledger {shown(address)}: holds no ledger. `reportcheck batch` makes one.")
        self._runs, self.papers, self.findings, self.facts, self.bodies = (tables.tables[name] for name in TABLES)
        self._run = 0

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.engine.dispose()
        if isinstance(error, self.sa.exc.SQLAlchemyError):  # The disk is full, the server is gone.
            raise self._unusable(error) from error

    def begin(self) -> None:
        """A run begins."""
        with self.engine.begin() as link:
            made = link.execute(self._runs.insert().values(version=VERSION, begun=datetime.now(UTC)))
            self._run = _key(made)

    def end(self) -> None:
        """The run has seen every paper."""
        with self.engine.begin() as link:
            link.execute(self._runs.update().where(self._runs.c.id == self._run).values(ended=datetime.now(UTC)))

    def recorded(self, source: str) -> Recorded | None:
        """What the ledger holds of a paper; None where nothing."""
        sa, papers, findings = self.sa, self.papers, self.findings
        with self.engine.connect() as link:
            row = link.execute(sa.select(papers).where(papers.c.source == source)).one_or_none()
            if row is None:
                return None
            asked = sa.select(findings.c.severity, sa.func.count()).where(
                findings.c.paper == row.id, ~findings.c.across
            )
            told = {str(severity): int(count) for severity, count in link.execute(asked.group_by(findings.c.severity))}
        return Recorded(row.sha256, row.made_with, row.error, told)

    def record(self, entry: Entry) -> None:
        """Put a paper into the ledger, in the place of what was known of it: all of it, or nothing."""
        papers, findings, facts = self.papers, self.findings, self.facts
        kept = entry.kept or {"paper": {**_UNKEPT, "rest": self.sa.null()}, "facts": []}
        with self.engine.begin() as link:
            old = link.execute(self.sa.select(papers.c.id).where(papers.c.source == entry.source)).scalar()
            values = {
                "run": self._run, "source": entry.source, "sha256": entry.sha256, "made_with": entry.made_with,
                "error": entry.error, **entry.counts, **kept["paper"],
            }  # fmt: skip
            if old is None:
                old = _key(link.execute(papers.insert().values(values)))
            else:
                link.execute(papers.update().where(papers.c.id == old).values(values))
                link.execute(findings.delete().where(findings.c.paper == old))
                link.execute(facts.delete().where(facts.c.paper == old))
            rows = [finding_row(old, number, finding) for number, finding in enumerate(entry.findings, start=1)]
            if rows:
                link.execute(findings.insert(), rows)
            figures = [{"paper": old, "number": number, **row} for number, row in enumerate(kept["facts"], start=1)]
            if figures:
                link.execute(facts.insert(), figures)

    def _upgrade(self) -> None:
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        config.set_main_option("path_separator", "os")
        with self.engine.begin() as link:
            config.attributes["connection"] = link
            command.upgrade(config, "head")

    def _url(self) -> Any:
        """A plain file name is SQLite's, whatever stands in it; PostgreSQL is spoken to by psycopg."""
        if "://" not in self._address:
            return self.sa.URL.create("sqlite", database=self._address)
        url = self.sa.make_url(self._address)
        return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url

    def _unusable(self, problem: Exception) -> UsageError:
        told = " ".join(str(getattr(problem, "orig", None) or problem).split())
        for secret in _SECRETS.findall(self._address.partition("://")[2]):
            told = told.replace(secret, "...")
        at = shown(self._address)
        return UsageError(f"--ledger {at}: cannot be used ({told[:200]}). Name a file, or a database by its address.")


def shown(address: str) -> str:
    """The address of a ledger without what may be a password."""
    kind, at, place = address.partition("://")
    return f"{kind}{at}..." if "@" in place or "?" in place else address


def _key(made: Any) -> int:
    return int(made.inserted_primary_key[0])


def _lasting(link: Any, record: object) -> None:
    """What is recorded survives a kill and a power cut, and others may read meanwhile."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        link.execute(f"PRAGMA {pragma}")
    _reading(link, record)


def _reading(link: Any, record: object) -> None:
    """What changes nothing of the file."""
    for pragma in ("foreign_keys=ON", "busy_timeout=30000"):
        link.execute(f"PRAGMA {pragma}")


def finding_row(paper: int, number: int, finding: Mapping[str, Any]) -> dict[str, Any]:
    """A finding of the JSON report as a row of the paper with that key."""
    words = {key: finding[key].replace("\0", "") for key in ("rule", "severity", "message", "fingerprint")}
    return {"paper": paper, "number": number, "page": finding["location"]["page"], "whole": finding, **words}
