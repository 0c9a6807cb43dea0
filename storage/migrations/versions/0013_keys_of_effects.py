"""PostgreSQL compares the keys of effects by their bytes: by the words of a language it took a tenth of an approval."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute('ALTER TABLE deliveries ALTER COLUMN effect_key TYPE VARCHAR COLLATE "C"')
