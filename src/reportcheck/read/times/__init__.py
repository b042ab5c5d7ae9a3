"""Rows of a paper -> every time that it prints: dates, months, quarters, years, and what is wrong with them."""
