"""PostgreSQL tidies the queue up soon: each delivery leaves two dead rows, and claims walk past those."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

SETTINGS = {
    "autovacuum_vacuum_threshold": 2_000,
    "autovacuum_vacuum_scale_factor": 0.02,
    "autovacuum_vacuum_insert_threshold": 20_000,
    "autovacuum_vacuum_insert_scale_factor": 0.05,
    "autovacuum_analyze_threshold": 2_000,
    "autovacuum_analyze_scale_factor": 0.02,
    "autovacuum_vacuum_cost_limit": 2_000,
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE deliveries SET ({', '.join(f'{name} = {value}' for name, value in SETTINGS.items())})")
