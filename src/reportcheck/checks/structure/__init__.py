"""Contents, references, and numbers of things."""
