"""The search for shops: one page of those that fit, by an index for each way in which they are looked for."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from alerts.premises import ShopFilter, ShopMark
from alerts.role import Scope
from storage.people.scoped_shops import may_lie_in
from storage.tables import premises as shops
from storage.tables import premises_members as belonging

_LAST = "\U0010ffff"  # no name goes on with this, and every other sign comes before it
_IS_OPEN = shops.c.closed_at.is_(None)
_HAS_PEOPLE = sa.exists().where(belonging.c.premises_id == shops.c.id, belonging.c.left_at.is_(None))


def page_of_shops(
    wanted: ShopFilter, scopes: Sequence[Scope], *, after: ShopMark | None, limit: int
) -> sa.Select[tuple[Any, ...]]:
    """Return the statement for the open premises that fit and may lie in one of these scopes, in the order of the
    filter's marks, from the one after this mark on."""
    which = [_IS_OPEN, sa.or_(sa.false(), *(may_lie_in(scope) for scope in scopes))]
    if wanted.postcode:
        which.append(shops.c.pc4 == wanted.postcode[:4])
    if len(wanted.postcode) > 4:
        which.append(shops.c.pc6 == wanted.postcode)
    if wanted.called:
        which += [*_from(wanted.called, after), shops.c.name_key < wanted.called + _LAST]
    if wanted.branch is not None:
        which.append(shops.c.branch == wanted.branch)
    if wanted.is_waiting:
        which += [waits_for_verification(), _HAS_PEOPLE]
    return _in_order(sa.select(shops).where(*which), wanted, after).limit(limit)


def waits_for_verification() -> sa.ColumnElement[bool]:
    """Match the shops that have all that a verification needs and are not verified. By their ids: left to itself SQLite
    reads every shop in the order of ids, not the index of those few."""
    few = shops.alias("few")
    told = [column != "" for column in (few.c.name, few.c.house_number, few.c.pc6)]
    is_unverified = (few.c.closed_at.is_(None), few.c.verified_at.is_(None), few.c.pc4 > "")
    return shops.c.id.in_(sa.select(few.c.id).where(*is_unverified, *told))


def _in_order(
    found: sa.Select[tuple[Any, ...]], wanted: ShopFilter, after: ShopMark | None
) -> sa.Select[tuple[Any, ...]]:
    if wanted.is_waiting:
        found = found.where(shops.c.id > after.premises) if after else found
        return found.order_by(shops.c.id)
    if wanted.called:
        return found.order_by(shops.c.name_key, shops.c.id)
    key = shops.c.pc4
    if not wanted.postcode:
        found = found.where(key.is_not(None))
    if after is not None:
        found = found.where(key >= after.key, sa.or_(key > after.key, shops.c.id > after.premises))
    return found.order_by(key, shops.c.id)


def _from(called: str, after: ShopMark | None) -> list[sa.ColumnElement[bool]]:
    """Match the names from this one on, or what comes after the mark: by one bound, at which the index begins. Of two
    SQLite might take the other one, and read again what the pages before had."""
    if after is None:
        return [shops.c.name_key >= called]
    return [sa.tuple_(shops.c.name_key, shops.c.id) > (max(called, after.key), after.premises)]
