"""`python -m reportcheck` does what `reportcheck` does."""

from reportcheck.cli import command

if __name__ == "__main__":
    command()
