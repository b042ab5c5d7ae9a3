"""Tables that are known by their headings."""
