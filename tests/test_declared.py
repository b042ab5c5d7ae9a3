"""What cffi loads is what the declarations say."""

from __future__ import annotations

import re

import cffi
import pytest

from reportcheck.extract.pdf.declarations import DECLARATIONS
from reportcheck.extract.pdf.pdfium import pdfium

FUNCTIONS = re.findall(r"\b(FPDF\w+)\(", DECLARATIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_function_is_declared_as_it_is_written(name: str) -> None:
    ffi, lib = pdfium()
    written = cffi.FFI()
    written.cdef(DECLARATIONS)
    line = next(line for line in DECLARATIONS.splitlines() if f"{name}(" in line)
    assert ffi.typeof(getattr(lib, name)).cname == written.typeof(line.replace(name, "(*)").rstrip(";")).cname
