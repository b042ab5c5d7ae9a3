"""Puts the readers that we are measured against into a folder of their own: the package never installs them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PEERS = ("pdfplumber", "camelot-py", "tabula-py", "pymupdf")
"""PyMuPDF is AGPL: it is run for comparison only, and nothing of it is used or shipped."""


def peer_python(folder: Path) -> Path:
    """The Python of the peers' environment, which is made at the first call."""
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return python
