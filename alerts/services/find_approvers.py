"""Find approvers: who is asked to look at an alert, who after them, and whether its author is the only police."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from alerts.alert import Alert, AlertContent
from alerts.errors import NotAllowed
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, may
from alerts.services.find_coordinators import alert_matter, located


@dataclass(frozen=True, slots=True)
class Approvers:
    """Who may approve an alert besides its author: those who are asked at once, and the deputies who are asked when
    they do not answer. `is_only`: the author is the only police; `is_sole_on_duty`: and may send it alone, as the
    municipality (None: not known) agreed to that."""

    others: tuple[MemberId, ...]
    deputies: tuple[MemberId, ...]
    is_only: bool
    is_sole_on_duty: bool
    municipality: str | None

    def refusal(self) -> NotAllowed | None:
        """Why nobody can let it out; None when somebody can."""
        if self.others or self.is_sole_on_duty:
            return None
        if self.is_only and self.municipality is not None:
            return NotAllowed("alone", municipality=self.municipality)
        if self.is_only:
            return NotAllowed("alone-somewhere")
        return NotAllowed("no-police")

    def check_may_send_alone(self) -> None:
        """Raise NotAllowed unless the author can send it without a colleague."""
        if not self.is_sole_on_duty:
            raise self.refusal() or NotAllowed("no-police")


async def find_approvers(uow: UnitOfWork, alert: Alert, now: datetime) -> Approvers:
    """Police in whose scope the place of the incident lies (DESIGN: the place decides who approves).

    On duty is who is in office, did not stop or block the bot, and did not pause; there is no roster. Where no other
    holder of a role is, the deputies are asked at once; where nobody is and the author may not send it alone, those
    who paused. Only a holder can be alone on duty: nobody approves their own words as a deputy.
    """
    matter = await located(uow, alert_matter(alert.content))
    grants = [one for one in await uow.roles.active(now) if may([one], Action.APPROVE_ALERT, matter, now=now)]
    holders = await able_to_answer(uow, (one.member_id for one in grants), alert.author_id)
    deputies = await able_to_answer(uow, (one.deputy_id for one in grants), alert.author_id)
    on_duty = await _not_paused(uow, holders, now) or await _not_paused(uow, deputies, now)
    is_only = not on_duty and any(one.member_id == alert.author_id for one in grants)
    is_sole = is_only and await _may_be_alone(uow, matter.municipality)
    others = on_duty or (() if is_sole else holders or deputies)
    later = tuple(one for one in deputies if one not in others)
    return Approvers(others, later, is_only, is_sole_on_duty=is_sole, municipality=matter.municipality)


async def colleagues(uow: UnitOfWork, content: AlertContent, besides: MemberId | None, now: datetime) -> list[MemberId]:
    """Police of the place besides this one; their deputies where there is no other holder."""
    matter = await located(uow, alert_matter(content))
    grants = [one for one in await uow.roles.active(now) if may([one], Action.APPROVE_ALERT, matter, now=now)]
    holders = dict.fromkeys(one.member_id for one in grants if one.member_id != besides)
    deputies = dict.fromkeys(one.deputy_id for one in grants if one.deputy_id not in (None, besides))
    return [one for one in holders or deputies if one is not None]


async def _may_be_alone(uow: UnitOfWork, municipality: str | None) -> bool:
    return municipality is not None and (await uow.municipalities.get(municipality)).sole_on_duty


async def _not_paused(uow: UnitOfWork, members: tuple[MemberId, ...], now: datetime) -> tuple[MemberId, ...]:
    paused = [(await uow.members.get(one)).paused_until for one in members]
    return tuple(one for one, until in zip(members, paused, strict=True) if until is None or until <= now)


async def able_to_answer(
    uow: UnitOfWork, candidates: Iterable[MemberId | None], besides: MemberId | None
) -> tuple[MemberId, ...]:
    """Those of them who did not block the bot or stop, besides this one."""
    wanted = [one for one in dict.fromkeys(candidates) if one is not None and one != besides]
    members = [await uow.members.get(one) for one in wanted]
    return tuple(one.id for one in members if one.address.is_active and one.stopped_at is None)
