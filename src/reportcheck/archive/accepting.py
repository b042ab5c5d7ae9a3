"""An accepted finding -> its entry in a file that people edit too; the one module that knows tomlkit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportcheck.archive.known import Accepted, accepted_in, read_accepted
from reportcheck.archive.store import write_atomically
from reportcheck.errors import UsageError

_HEAD = "Findings of reportcheck that are right as they are. An entry that fits nothing any more is told."


def add(path: Path, entry: Accepted) -> None:
    """Put an entry into the file, in place of one for the same finding; comments and order are kept."""
    toml = _library()
    read_accepted(path)  # A file that is wrong is not written to.
    if path.is_file():
        document = toml.parse(path.read_text("utf-8-sig"))
    else:
        document = toml.document()
        document.add(toml.comment(_HEAD))
    entries = document.setdefault("accepted", toml.aot())
    same = [
        number
        for number, old in enumerate(entries)
        if (old["paper"], old["fingerprint"]) == (entry.paper, entry.fingerprint)
    ]
    for number in reversed(same):
        del entries[number]
    # A list that is written within brackets takes no table of many lines.
    table = toml.inline_table() if isinstance(entries, toml.items.Array) else toml.table()
    for key in ("paper", "fingerprint", "message", "reason", "by", "on", "until"):
        if getattr(entry, key):
            table[key] = getattr(entry, key)
    entries.append(table)
    try:
        data = toml.dumps(document).encode("utf-8")
    except UnicodeEncodeError:
        raise UsageError(f"{entry.paper}: its name, or what is said of it, is not UTF-8. Rename it.") from None
    if entry not in accepted_in(path, data):
        raise UsageError(f"{path}: cannot be added to as it is written. Write its entries under [[accepted]].")
    write_atomically(path, data)


def _library() -> Any:
    try:
        import tomlkit
        import tomlkit.items
    except ImportError as missing:
        raise UsageError("reportcheck accept needs tomlkit: pip install tomlkit.") from missing
    return tomlkit
