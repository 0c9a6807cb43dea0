"""The index of shops' names has the order of the search: of shops with one name the first page is read, not all."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

OPEN = sa.text("closed_at IS NULL")


def upgrade() -> None:
    op.drop_index("ix_premises_name_key_pc4_branch", "premises")
    columns = ["name_key", "id", "pc4", "branch"]
    op.create_index("ix_premises_name_key_id_pc4_branch", "premises", columns, sqlite_where=OPEN, postgresql_where=OPEN)
