"""The ring in which somebody pressed Gelezen: counting by ring then reads no deliveries of who pressed."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"

# As `storage/outbox/dry_run.py` has it: up to and with the last metre of 1, 3 and 5 km; the last number is FARTHEST.
_RING = """
UPDATE seen SET ring = (
    SELECT CASE WHEN min(d.distance_sq) IS NULL THEN NULL WHEN min(d.distance_sq) < 1002001 THEN '1'
        WHEN min(d.distance_sq) < 9006001 THEN '3' WHEN min(d.distance_sq) < 25010001 THEN '5'
        WHEN min(d.distance_sq) < 4611686018427387904 THEN 'beyond' ELSE 'none' END
    FROM deliveries AS d JOIN addresses AS a ON a.id = d.address_id
    WHERE d.alert_id = seen.alert_id AND a.member_id = seen.member_id AND d.revision_number = 1
        AND d.state = 'sent' AND d.reason <> 'shown'
)
"""


def upgrade() -> None:
    op.add_column("seen", sa.Column("ring", sa.String()))
    op.execute(sa.text(_RING))
