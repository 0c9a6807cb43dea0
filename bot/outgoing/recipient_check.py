"""The check of recipients: whether what was queued is still meant for them when it is sent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from alerts.delivery import Claimed
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.services.alert.check_recipients import still_in_office, still_meant


async def recheck_recipients(uow: UnitOfWork, claimed: Sequence[Claimed], now: datetime) -> list[Claimed]:
    """Return the same deliveries, in order, with `is_meant` false where one is no longer meant for its recipient."""
    asked = {one.id: pair for one in claimed if (pair := _asked_about(one))}
    changed = {pair for one in claimed if (pair := asked.get(one.id)) and one.is_change}
    new = set(asked.values()) - changed
    meant = await still_meant(uow, new, now) if new else set()
    if changed:
        meant |= await still_in_office(uow, changed, now)
    return [
        replace(one, is_meant=False) if (pair := asked.get(one.id)) and pair not in meant else one for one in claimed
    ]


def _asked_about(claimed: Claimed) -> tuple[AlertId, MemberId] | None:
    """Return the alert and member to check; None for text at CLEAR, and for a group, which has checks of its own.

    A change of a text goes to whoever received the text, moved or not (docs/domain.md §3); words that are for offices
    go only to those who hold one.
    """
    if claimed.revision_id is None or claimed.tlp is None or not claimed.is_protected:
        return None
    if claimed.alert_id is None or claimed.member_id is None:
        return None
    ends = claimed.revision_kind is not None and claimed.revision_kind.ends
    is_left_alone = claimed.is_change and (ends or claimed.tlp.is_for_shops)
    return None if is_left_alone else (claimed.alert_id, claimed.member_id)
