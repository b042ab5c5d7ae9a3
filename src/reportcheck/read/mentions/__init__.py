"""Text -> what is printed in it: figures, years, dates, references, codes, blanks."""
