"""What several papers tell -> pages for a browser that need nothing else; here, and here only, `past` knows jinja2."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from reportcheck.version import VERSION


def page(template: str, script: str = "", **values: Any) -> bytes:
    """A page made of `template`; every value is escaped. Only its own style and script may act in it."""
    style, code = _part("page.css"), _part(script) if script else ""
    made = _templates().get_template(template)
    return str(
        made.render(
            **values, version=VERSION, style=style, script=code, style_hash=_hash(style), script_hash=_hash(code)
        )
    ).encode("utf-8", "backslashreplace")


def _part(name: str) -> str:
    return (files("reportcheck.past.templates") / name).read_text("utf-8")


def _hash(text: str) -> str:
    """What a Content-Security-Policy names a text by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _templates() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("reportcheck.past.templates", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
