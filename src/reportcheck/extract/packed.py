"""What zip files are read with, and what that raises: they are imported where there is such a file."""

from __future__ import annotations


def damages(*more: type[Exception]) -> tuple[type[Exception], ...]:
    """What is raised over a part that is damaged, or packed in a way that is not known, and `more`."""
    import zipfile
    import zlib

    known = (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, OverflowError, EOFError, OSError)
    try:
        from lzma import LZMAError
    except ImportError:  # A Python that was built without it unpacks no such part.
        return (*known, *more)
    return (*known, LZMAError, *more)
