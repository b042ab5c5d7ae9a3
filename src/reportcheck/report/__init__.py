"""Reports -> what people and programs read. Nothing is judged here."""
