"""Papers in our own words that look wrong to a careless reader of dates and numbers, and are right."""

from __future__ import annotations

from pathlib import Path

RIGHT: dict[str, str] = {
    path.stem: path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "right").glob("*.md"))
}
