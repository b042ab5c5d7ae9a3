"""Figures that must fit each other: within a table, and within a sentence."""
