"""What checks share: figures as intervals, relations, places and values in words."""
