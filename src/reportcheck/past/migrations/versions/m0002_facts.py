"""Facts, what a paper is of, and findings that rest on other papers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables and columns; papers that were recorded before are audited again, for their facts."""
    with op.batch_alter_table("papers") as papers:
        for name in ("body", "title"):
            papers.add_column(sa.Column(name, sa.Text, nullable=False, server_default=""))
        papers.add_column(sa.Column("day", sa.Text))
        papers.add_column(sa.Column("met", sa.Boolean, nullable=False, server_default=sa.false()))
        papers.add_column(sa.Column("year", sa.Integer))
        papers.add_column(sa.Column("rest", sa.JSON))
    op.create_index("papers_body", "papers", ["body"])
    with op.batch_alter_table("findings") as findings:
        findings.add_column(sa.Column("across", sa.Boolean, nullable=False, server_default=sa.false()))
    number = sa.Numeric().with_variant(sa.Text(), "sqlite")  # SQLite's numbers would round it.
    op.create_table(
        "facts",
        sa.Column("paper", sa.Integer, sa.ForeignKey("papers.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("measure", "scope", "caption")),
        *(sa.Column(name, sa.Text) for name in ("first", "last")),
        *(sa.Column(name, number, nullable=False) for name in ("value", "low", "high")),
        sa.Column("unit", sa.Text),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("rest", sa.JSON, nullable=False),
    )
    op.create_table(
        "bodies",
        sa.Column("body", sa.Text, primary_key=True),
        sa.Column("compared", sa.Text, nullable=False),
    )
    op.execute("UPDATE papers SET made_with = ''")
