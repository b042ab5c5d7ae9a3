"""What brings a ledger that an older version made up to date: Alembic's own layout."""
