"""Records are made, compared, hashed, shown and sent as dataclasses are."""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass, field, fields, replace

import pytest

from reportcheck.records import record


@record(frozen=True, slots=True)
class Room:
    """A room as a record."""

    name: str
    seats: int = 40
    bookings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.seats < 0:
            raise ValueError("a room has seats")


@dataclass(frozen=True, slots=True)
class Hall:
    """The same as a dataclass."""

    name: str
    seats: int = 40
    bookings: list[str] = field(default_factory=list)


@record(slots=True)
class Count:
    """A record that changes."""

    of: str
    seen: int = 0


@record(frozen=True, slots=True)
class Place:
    """A record that is looked up."""

    page: int
    line: int = 1


def test_fields_and_defaults_are_those_of_a_dataclass() -> None:
    room, hall = Room("Oak", bookings=["Monday"]), Hall("Oak", bookings=["Monday"])
    assert [(f.name, getattr(room, f.name)) for f in fields(room)] == [
        (f.name, getattr(hall, f.name)) for f in fields(hall)
    ]
    assert repr(room) == repr(hall).replace("Hall", "Room")
    assert Room("Oak").bookings is not Room("Oak").bookings
    assert replace(room, seats=12) == Room("Oak", 12, ["Monday"])
    assert not hasattr(room, "__dict__")


def test_a_record_is_equal_to_its_like_only() -> None:
    assert Place(3) == Place(3, 1)
    assert Place(3) != Place(4)
    assert Place(3) != (3, 1)
    assert len({Place(3), Place(3, 1), Place(3, 2)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Count("tables"))


def test_what_is_missing_or_unknown_is_told_by_name() -> None:
    with pytest.raises(TypeError, match=r"Place\.__init__\(\) missing 1 required positional argument: 'page'"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'row'"):
        Place(1, row=2)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="a room has seats"):
        Room("Oak", -1)


def test_a_record_can_be_sent_and_copied() -> None:
    room = Room("Oak", 12, ["Monday"])
    assert pickle.loads(pickle.dumps(room)) == copy.deepcopy(room) == room
