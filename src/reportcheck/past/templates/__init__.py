"""Templates, style and script of the pages that several papers make."""
