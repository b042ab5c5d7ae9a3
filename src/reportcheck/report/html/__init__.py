"""Reports -> one HTML file that needs nothing else: the findings beside the pages they stand on; knows jinja2."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from reportcheck.model import Report
from reportcheck.report.html.view import paper_view
from reportcheck.report.told import Told
from reportcheck.version import VERSION

Pictures = Callable[[Report, tuple[int, ...]], Mapping[int, bytes]]
"""Draws pages of a report's paper: page -> its picture as WebP; pages that cannot be drawn are left out."""


def no_pictures(report: Report, pages: tuple[int, ...]) -> Mapping[int, bytes]:
    """For papers that have no pages to draw."""
    return {}


def html(papers: Iterable[Told], pictures: Pictures = no_pictures, all_pages: bool = False) -> bytes:
    """All papers as one page: pictures of the pages with findings, or of `all_pages`."""
    views = [paper_view(number, told, pictures, all_pages) for number, told in enumerate(papers)]
    style, script = _part("report.css"), _part("report.js")
    page = _template().render(
        papers=views,
        version=VERSION,
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        rules=sorted({(finding.rule, finding.name) for view in views for finding in view.findings}),
    )
    return str(page).encode("utf-8", "backslashreplace")


def _part(name: str) -> str:
    return (files("reportcheck.report.html") / name).read_text("utf-8")


def _hash(text: str) -> str:
    """What a Content-Security-Policy names a text by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _template() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    places = Environment(
        loader=PackageLoader("reportcheck.report.html", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return places.get_template("report.html.j2")
