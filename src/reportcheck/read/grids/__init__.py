"""A Table -> a Grid, and what its rows say."""
