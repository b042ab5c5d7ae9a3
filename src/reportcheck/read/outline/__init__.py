"""How a paper is built: numbered things, references, page numbers, the paper's own date and year."""
