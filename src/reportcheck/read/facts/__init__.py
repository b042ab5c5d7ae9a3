"""Figures with what they are about, from tables, lists and sentences, and which of them tell one thing."""
