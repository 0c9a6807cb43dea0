"""Find whom one can count on: who has an open chat or a way into the console, who gets a message, and who is on
duty."""

from collections.abc import Iterable
from datetime import datetime

from alerts.account import ISSUER_FACT
from alerts.ids import MemberId
from alerts.member import Member
from alerts.ports import UnitOfWork


async def able_to_answer(
    uow: UnitOfWork, candidates: Iterable[MemberId | None], besides: MemberId | None
) -> tuple[MemberId, ...]:
    """Return the candidates who can read and decide: in a chat that they did not block, or in the console by a passkey
    or an identity. Nobody who stopped, and not `besides`; each once, in the order given."""
    wanted = [one for one in dict.fromkeys(candidates) if one is not None and one != besides]
    members = [one for one in await _members(uow, wanted) if one.stopped_at is None]
    without = [one.id for one in members if not one.has_open_chat]
    by_console = await uow.accounts.holders(without, await uow.facts.get(ISSUER_FACT) or "") if without else set()
    return tuple(one.id for one in members if one.has_open_chat or one.id in by_console)


async def with_open_chat(uow: UnitOfWork, members: Iterable[MemberId]) -> tuple[MemberId, ...]:
    """Return those to whom a message can be sent."""
    return tuple(one.id for one in await _members(uow, members) if one.has_open_chat)


async def on_duty(uow: UnitOfWork, members: Iterable[MemberId], now: datetime) -> tuple[MemberId, ...]:
    """Return those who hear at once: not paused, and with an open chat or signed in to the console. There is no
    roster."""
    found = [one for one in await _members(uow, members) if one.paused_until is None or one.paused_until <= now]
    signed_in = await uow.accounts.signed_in([one.id for one in found if not one.has_open_chat], now)
    return tuple(one.id for one in found if one.has_open_chat or one.id in signed_in)


async def _members(uow: UnitOfWork, members: Iterable[MemberId]) -> list[Member]:
    return [await uow.members.get(one) for one in dict.fromkeys(members)]
