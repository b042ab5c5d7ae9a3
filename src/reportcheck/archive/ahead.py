"""What an audit needs besides a paper, made ready in a thread of its own while the paper's pages are read."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Ahead(Generic[T]):
    """Something that is made once: after `begin` in the background, otherwise when it is first asked for."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: list[T] = []
        self._thread: Thread | None = None

    def begin(self) -> None:
        """Make it in the background, where that has not begun."""
        if self._thread is None and not self._made:
            self._thread = Thread(target=self._try, daemon=True)
            self._thread.start()

    def get(self) -> T:
        """The thing itself; raises what making it raises."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if not self._made:
            self._made.append(self._make())
        return self._made[0]

    def _try(self) -> None:
        try:
            self._made.append(self._make())
        except Exception:
            return  # It is made again, and fails again, where somebody waits for it.
