"""Reports -> what people and programs read. Suppressing, sorting and capping happen here and nowhere earlier."""
