"""Tests of what the list and the page of running alerts read: the order, the texts, and how far the sending is."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.alert import AlertContent, AlertState, ApprovalKind, Revision, RevisionKind
from alerts.delivery import Sent, priority_of
from alerts.member import Member
from alerts.ports import Sending, Storage
from alerts.severity import Severity
from alerts.targeting import target_of
from tests.storage.claiming import claim

NewMember = Callable[..., Awaitable[Member]]
NewAlert = Callable[..., Awaitable[Revision]]


async def test_the_most_urgent_come_first_and_of_those_the_newest(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """Pages follow one another without a gap or a repeat; what ended is in none."""
    author = await new_member()
    said = [
        (Severity.P2, AlertState.LIVE),
        (Severity.P1, AlertState.LIVE),
        (Severity.P2, AlertState.LIVE),
        (Severity.P4, AlertState.LIVE),
        (Severity.P1, AlertState.ENDED),
        (Severity.P1, AlertState.LIVE),
    ]
    async with storage.transaction() as uow:
        made = []
        for severity, state in said:
            draft = await uow.alerts.add(author.id, replace(content, severity=severity), now)
            made.append((await uow.alerts.save(replace(draft, state=state))).id)
        wanted = [made[index] for index in (5, 1, 2, 0, 3)]
        assert wanted == [one.id for one in await uow.alerts.live_by_urgency(now, 9)]
        paged, after = [], None
        while page := await uow.alerts.live_by_urgency(now, 2, after=after):
            paged += [one.id for one in page]
            after = page[-1].content.severity, page[-1].id
        assert wanted == paged
        assert [] == await uow.alerts.live_by_urgency(content.until, 9)


async def test_the_texts_of_an_alert_are_listed_in_order(
    storage: Storage, now: datetime, new_live_alert: NewAlert
) -> None:
    """Each text has the moment at which it was sent, and who let it out."""
    first = await new_live_alert()
    await new_live_alert()
    later = now + timedelta(minutes=5)
    async with storage.transaction() as uow:
        alert = await uow.alerts.get(first.alert_id)
        approval = await uow.alerts.request_approval(
            await uow.alerts.save(alert), ApprovalKind.FOUR_EYES, alert.author_id, None, later
        )
        second = await uow.alerts.add_revision(alert, RevisionKind.CORRECTION, approval.id, alert.author_id, later)
        texts = await uow.alerts.texts_of(alert.id)
    assert [first, second] == [one.revision for one in texts]
    assert (later, alert.author_id) == (texts[-1].sent_at, texts[-1].sent_by)


async def test_how_far_a_sending_is(
    storage: Storage, now: datetime, new_member: NewMember, new_live_alert: NewAlert
) -> None:
    """What arrived is counted with the moment, what waits or is under way beside it; another alert's is left out."""
    members = [await new_member() for _ in range(5)]
    revision, other, empty = [await new_live_alert() for _ in range(3)]
    async with storage.transaction() as uow:
        for one, to in ((revision, members), (other, members[:1])):
            await uow.deliveries.fan_out(
                one,
                target_of(one.content),
                [member.id for member in to],
                priority=priority_of(one.content),
                deadline=one.content.until,
                now=now,
            )
        ids = [one.id for one in await claim(uow, 100, "owner", now) if one.alert_id == revision.alert_id]
    moments = [now + timedelta(seconds=seconds) for seconds in (5, 15, 60)]
    for number, at in enumerate((1, 10, 20)):
        async with storage.transaction() as uow:
            sent = Sent(f"{number}", f"{number}")
            await uow.deliveries.settle_sent([(ids[number], sent)], now + timedelta(seconds=at))
    async with storage.reading() as uow:
        assert [1, 2, 3] == await uow.deliveries.arrived_by(revision.alert_id, moments)
        assert [0] == await uow.deliveries.arrived_by(other.alert_id, moments[-1:])
        assert [] == await uow.deliveries.arrived_by(revision.alert_id, [])
        every = [revision.alert_id, other.alert_id, empty.alert_id]
        assert {revision.alert_id: Sending(3, 2), other.alert_id: Sending(0, 1)} == await uow.deliveries.sending_of(
            every
        )
        assert {} == await uow.deliveries.sending_of([])
