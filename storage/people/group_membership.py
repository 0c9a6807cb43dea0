"""The table of which shops belong to which KVO groups: it follows from postcodes and branches, and is stored for
targeting."""

import sqlalchemy as sa

from alerts.ids import KvoGroupId, PremisesId
from storage.database.transactions import Transaction, insert
from storage.tables import area_codes, kvo_group_premises, kvo_groups, premises

# Both are compared as text: a group's branches are stored with commas between.
_branches = sa.type_coerce(kvo_groups.c.branches, sa.String())
_branch = sa.type_coerce(premises.c.branch, sa.String())
_includes = sa.or_(_branches == "", ("," + _branches + ",").like("%," + _branch + ",%"))
_covers = sa.or_(area_codes.c.code == premises.c.pc4, area_codes.c.code == premises.c.pc6)


async def sort_shop(transaction: Transaction, shop: PremisesId) -> None:
    """Store the groups to which a shop belongs; call it when the shop is new, moved or changed branch."""
    await _sort(transaction, kvo_group_premises.c.premises_id == shop, premises.c.id == shop)


async def sort_group(transaction: Transaction, group: KvoGroupId) -> None:
    """Store the shops that belong to a group; call it when the group is new, closed, or changed postcodes or
    branches."""
    await _sort(transaction, kvo_group_premises.c.kvo_group_id == group, kvo_groups.c.id == group)


async def _sort(transaction: Transaction, old: sa.ColumnElement[bool], new: sa.ColumnElement[bool]) -> None:
    await transaction.execute(sa.delete(kvo_group_premises).where(old))
    ground = kvo_groups.join(area_codes, area_codes.c.area_id == kvo_groups.c.area_id)
    held = (
        sa.select(kvo_groups.c.id, premises.c.id)
        .distinct()
        .select_from(ground.join(premises, _covers))
        .where(new, _includes, kvo_groups.c.closed_at.is_(None))
    )
    columns = [kvo_group_premises.c.kvo_group_id, kvo_group_premises.c.premises_id]
    await transaction.execute(insert(kvo_group_premises).from_select(columns, held))
