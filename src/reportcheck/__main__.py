"""`python -m reportcheck` does what `reportcheck` does."""

from reportcheck.cli import main

if __name__ == "__main__":
    main()
