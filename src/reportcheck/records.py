"""Records that are frozen to mypy and quick to make: what a long paper is read into by the hundred thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool = True, eq: bool = True, **options: bool):
        """What `dataclass` makes, without the guard against changes: mypy refuses them where they are written.

        At run time the guard would cost a call for each field of each record, a tenth of the time of an audit.
        """
        return dataclass(eq=eq, unsafe_hash=frozen and eq, **options)
