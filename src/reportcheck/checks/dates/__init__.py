"""Dates, periods, and the paper's own year."""
