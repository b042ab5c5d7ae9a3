"""The language that board papers are written in: what a word, a date, a unit means, for all who read or judge."""
