"""Tests of the notices that went out since a moment."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.alert import AlertContent, AlertState
from alerts.ids import AlertId
from alerts.member import Member
from alerts.ports import Storage

NewMember = Callable[..., Awaitable[Member]]


async def test_notices_that_went_out_come_back_from_a_moment_on(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """Live and ended ones, the oldest first, from the moment itself on; no drafts, and none that was retracted."""
    author, hour = await new_member(), timedelta(hours=1)
    stored: dict[str, AlertId] = {}
    cases = {
        "before": (AlertState.ENDED, now - timedelta(microseconds=1)),
        "later": (AlertState.LIVE, now + hour),
        "at the moment": (AlertState.ENDED, now),
        "retracted": (AlertState.RETRACTED, now + hour),
        "draft": (AlertState.DRAFT, None),
    }
    async with storage.transaction() as uow:
        for name, (state, sent_at) in cases.items():
            draft = await uow.alerts.add(author.id, content, now)
            stored[name] = (await uow.alerts.save(replace(draft, state=state, sent_at=sent_at))).id
    async with storage.reading() as uow:
        found = await uow.alerts.sent_since(now)
    assert [stored["at the moment"], stored["later"]] == [one.id for one in found]
