"""The reminder of reports: a report that was begun and left unfinished is offered again, once."""

from datetime import datetime, timedelta

from alerts.delivery import Notice, OnUnknown
from alerts.ids import MemberId
from alerts.ports import Dialogue, UnitOfWork
from alerts.services.tell import tell
from bot.conversation.chat import CHANNEL
from bot.conversation.dialogue import LASTS
from bot.forms.report.form import REPORT

QUIET = timedelta(minutes=15)
TIMELY = timedelta(minutes=15)  # a reminder that arrives later than this could come after the report


async def has_unsent(uow: UnitOfWork, now: datetime) -> bool:
    """Return whether anybody has to be reminded."""
    return bool(await _to_remind(uow, now))


async def remind(uow: UnitOfWork, now: datetime) -> None:
    """Ask everybody who left a report unfinished whether to go on."""
    for member, dialogue in await _to_remind(uow, now):
        notice = Notice("report-unsent", {"version": dialogue.version})
        key = _key(member, dialogue)
        await tell(uow, [member], notice, key, now, on_unknown=OnUnknown.GIVE_UP, deadline=now + TIMELY)


async def _to_remind(uow: UnitOfWork, now: datetime) -> list[tuple[MemberId, Dialogue]]:
    found = []
    for dialogue in await uow.dialogues.expiring(REPORT.name, now, now + LASTS - QUIET):
        member = await uow.members.by_ref(CHANNEL, dialogue.key.person_ref)
        if member is None:
            continue
        if await uow.deliveries.by_key(f"{_key(member.id, dialogue)}:{member.address.id}") is None:
            found.append((member.id, dialogue))
    return found


def _key(member: MemberId, dialogue: Dialogue) -> str:
    return f"report-unsent:{member}:{dialogue.draft['begun_at']}"
