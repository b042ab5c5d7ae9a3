"""A great many papers: where they are, workers that audit them, and a ledger of all that was found in them."""
