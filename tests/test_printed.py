"""How things are said: excerpts."""

from __future__ import annotations

from reportcheck.model import excerpt

LEFT, RIGHT = "before " * 40, " after" * 40


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("The fee  is\n£1,200 a year.", 12, 18) == "The fee is £1,200 a year."


def test_a_long_text_is_cut_between_words_and_says_so() -> None:
    shown = excerpt(f"{LEFT}£1,200{RIGHT}", len(LEFT), len(LEFT) + 6)
    assert shown.startswith("… before before ")
    assert shown.endswith(" after after …")
    assert "£1,200" in shown
    assert set(shown.split()) == {"…", "before", "£1,200", "after"}
    assert 200 < len(shown) < 230


def test_a_text_without_words_is_cut_all_the_same() -> None:
    text = "7" * 5_000
    assert excerpt(text, 2_000, 2_006) == "… " + "7" * 206 + " …"
