"""docs/laws.svg: how the crossing of two broken sums tells the wrong figure. Run `python docs/laws_picture.py`."""

from __future__ import annotations

from pathlib import Path

from reportcheck import laws
from reportcheck.extract import extract_bytes
from reportcheck.model import Relation
from reportcheck.read import read

TABLE = [
    ["Service", "Staff", "Premises", "Supplies", "Total"],
    ["Libraries", "1,902", "1,141", "612", "3,655"],
    ["Leisure centres", "1,318", "1,063", "493", "2,774"],
    ["Parks", "744", "198", "359", "1,301"],
    ["Museums", "506", "287", "125", "918"],
    ["Total", "4,470", "2,689", "1,489", "8,648"],
]
WIDTHS = (130, 80, 80, 80, 80)
HEIGHT, LEFT, TOP = 30, 20, 20
GOOD, BAD, SUSPECT = "#2e7d32", "#c62828", "#ffd54f"


def audited() -> list[Relation]:
    """What the engine says of the table."""
    text = "\n".join("\t".join(row) for row in TABLE) + "\n"
    (grid,) = read(extract_bytes(text.encode(), "table.txt", "text")).grids
    return list(laws.relations(grid))


def box(column: int, row: int) -> tuple[float, float]:
    """The top left corner of a cell."""
    return LEFT + sum(WIDTHS[:column]), TOP + HEIGHT * row


def draw() -> str:
    """The table with its held sums, its broken sums and the suspect."""
    relations = audited()
    (broken,) = [r for r in relations if r.verdict == "broken"]
    suspect = next(e.figure for e in broken.evidence if e.suspect)
    torn = {e.figure.text for e in broken.evidence}
    parts: list[str] = []
    for r, row in enumerate(TABLE):
        for c, text in enumerate(row):
            x, y = box(c, r)
            fill = SUSPECT if text == suspect.text else "#fdecea" if text in torn else "#ffffff"
            colour = "#222" if not r or not c else BAD if text in torn else GOOD
            parts.append(f'<rect x="{x}" y="{y}" width="{WIDTHS[c]}" height="{HEIGHT}" fill="{fill}" stroke="#bbb"/>')
            anchor, at = ("start", x + 8) if not c else ("end", x + WIDTHS[c] - 8)
            parts.append(f'<text x="{at}" y="{y + 20}" text-anchor="{anchor}" fill="{colour}">{text}</text>')
    wide, foot = LEFT * 2 + sum(WIDTHS), TOP + HEIGHT * len(TABLE)
    assert broken.suggestion is not None
    said = f"{suspect.text} should read {broken.suggestion.text}: the row and the column cross in it"
    parts.append(f'<text x="{LEFT}" y="{foot + 26}" fill="{BAD}">{said}</text>')
    held = sum(r.verdict == "held" for r in relations)
    parts.append(f'<text x="{LEFT}" y="{foot + 48}" fill="{GOOD}">{held} other sums hold</text>')
    style = 'font-family="sans-serif" font-size="14"'
    body = "\n".join(parts)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {foot + 64}" {style}>\n{body}\n</svg>\n'


if __name__ == "__main__":
    Path(__file__).with_name("laws.svg").write_text(draw(), encoding="utf-8")
