"""One fact stated in two places."""
