"""Reads a PDF's tables with one peer, and prints how long it took: run by pdf_speed.py in the peers' environment."""

from __future__ import annotations

import sys


def read(name: str, path: str, first: int, last: int) -> int:
    """How many tables the peer finds on those pages."""
    if name == "pdfplumber":
        import pdfplumber

        found = 0
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages[first - 1 : last]:
                found += len(page.extract_tables())
                page.close()
        return found
    if name.startswith("camelot"):
        import camelot

        return len(camelot.read_pdf(path, pages=f"{first}-{last}", flavor=name.split("-")[1], suppress_stdout=True))
    if name == "tabula":
        import tabula

        return len(tabula.read_pdf(path, pages=f"{first}-{last}", silent=True))
    import pymupdf

    document = pymupdf.open(path)
    return sum(len(document[i].find_tables().tables) for i in range(first - 1, min(last, len(document))))


if __name__ == "__main__":
    print(read(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
