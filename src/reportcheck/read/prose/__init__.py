"""Lines -> passages and sentences, and which of them hold a word or a date."""
