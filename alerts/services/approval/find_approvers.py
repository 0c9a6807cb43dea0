"""Find approvers: who is asked to look at an alert, who is asked after them, and whether its author is the only
police."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from alerts.alert import Alert, AlertContent
from alerts.errors import NotAllowed
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Scope, ScopeKind, may
from alerts.services.permission.find_reachable import able_to_answer, on_duty, with_open_chat
from alerts.services.permission.locate_matter import alert_matter, located
from alerts.services.scope.find_ground import ground_of, municipalities_on, police_on


@dataclass(frozen=True, slots=True)
class Approvers:
    """Members who may approve an alert besides its author: `others` are asked at once, `deputies` when these do not
    answer.

    `is_only`: the author is the only police. `is_sole_on_duty`: they may also send it alone, as each municipality on
    the whole ground agreed and all of it lies in their scope. `municipalities`: names of those that did not agree;
    `is_beyond`: some of the ground lies outside the scope. `silent`: how many of `others` get no message, as they only
    have the console. `region`: the region that no police cover as a whole.
    """

    others: tuple[MemberId, ...]
    deputies: tuple[MemberId, ...]
    is_only: bool
    is_sole_on_duty: bool
    municipalities: tuple[str, ...]
    is_beyond: bool = False
    silent: int = 0
    region: Scope | None = None

    def refusal(self) -> NotAllowed | None:
        """Why nobody can approve the alert; None when somebody can."""
        if self.others or self.is_sole_on_duty:
            return None
        if self.is_only and self.municipalities:
            return NotAllowed("alone", municipality=_short(self.municipalities))
        if self.is_only and self.is_beyond:
            return NotAllowed("alone-beyond")
        if self.is_only:
            return NotAllowed("alone-somewhere")
        if self.region is not None:
            return NotAllowed("no-police-country" if self.region.kind is ScopeKind.NATIONAL else "no-police-region")
        return NotAllowed("no-police")

    def check_may_send_alone(self) -> None:
        """Raise NotAllowed unless the author can send it without a colleague."""
        if not self.is_sole_on_duty:
            raise self.refusal() or NotAllowed("no-police")


def _short(names: tuple[str, ...]) -> str:
    """Return the first name and how many more there are: a wide reach can name half the country."""
    return names[0] if len(names) == 1 else f"{names[0]} (+{len(names) - 1})"


async def find_approvers(uow: UnitOfWork, alert: Alert, now: datetime) -> Approvers:
    """Police in whose scope the place of the incident lies (docs/architecture.md: the place decides who approves), with
    all of the region of an alert without a circle.

    On duty is who is in office, can be reached (`on_duty`) and did not pause; there is no roster. Where no other
    holder of a role is, the deputies are asked at once; where nobody is and the author may not send it alone, those
    who paused or are not signed in to the console. Only a holder can be alone on duty, and only where the whole ground
    that it reaches is theirs and each municipality on it agreed: nobody approves their own words as a deputy, or
    elsewhere.
    """
    matter = await located(uow, alert_matter(alert.content))
    grants = [one for one in await uow.roles.active(now) if may([one], Action.APPROVE_ALERT, matter, now=now)]
    holders = await able_to_answer(uow, (one.member_id for one in grants), alert.author_id)
    deputies = await able_to_answer(uow, (one.deputy_id for one in grants), alert.author_id)
    present = await on_duty(uow, holders, now) or await on_duty(uow, deputies, now)
    own = [one for one in grants if one.member_id == alert.author_id]
    if present or not own:
        others, silent = await _asked(uow, present or holders or deputies, deputies)
        later = _later(deputies, others)
        region = alert.content.region
        return Approvers(
            others, later, is_only=False, is_sole_on_duty=False, municipalities=(), silent=silent, region=region
        )
    ground = await ground_of(uow, alert.content, now)
    is_beyond = not all(may(own, Action.APPROVE_ALERT, one, now=now) for one in ground)
    names = await _refusing(uow, alert.content, now)
    is_sole = not is_beyond and names == ()
    others, silent = ((), 0) if is_sole else await _asked(uow, holders or deputies, deputies)
    return Approvers(
        others,
        _later(deputies, others),
        is_only=True,
        is_sole_on_duty=is_sole,
        municipalities=names or (),
        is_beyond=is_beyond,
        silent=silent,
    )


async def _asked(
    uow: UnitOfWork, others: tuple[MemberId, ...], deputies: tuple[MemberId, ...]
) -> tuple[tuple[MemberId, ...], int]:
    """Return who is asked, and how many of them get no message. Where nobody of them would, deputies who do are asked
    along."""
    heard = await with_open_chat(uow, others)
    if not heard:
        heard = await with_open_chat(uow, _later(deputies, others))
        others += heard
    return others, len(others) - len(heard)


def _later(deputies: tuple[MemberId, ...], others: tuple[MemberId, ...]) -> tuple[MemberId, ...]:
    return tuple(one for one in deputies if one not in others)


async def _refusing(uow: UnitOfWork, content: AlertContent, now: datetime) -> tuple[str, ...] | None:
    """Names of the municipalities on the ground that did not agree to sending alone; None when one is not known."""
    ids = await municipalities_on(uow, content, now)
    if ids is None:
        return None
    agreed = {one.id for one in await uow.municipalities.all_set() if one.sole_on_duty}
    refusing = sorted(ids - agreed)
    known = {one.id: one.name for one in await uow.postcodes.municipalities()} if refusing else {}
    return tuple(known.get(one, one) for one in refusing)


async def police_in_reach(
    uow: UnitOfWork, content: AlertContent, besides: MemberId, now: datetime
) -> tuple[MemberId, ...]:
    """Police of each place that the content reaches, and their deputies, who can answer a message now: in office,
    not stopped, with an open chat and not paused. Without `besides` and whoever could be the same person."""
    grants, apart = await police_on(uow, content, now), await ties_of(uow, [besides], now)
    people = [one for grant in grants for one in (grant.member_id, grant.deputy_id) if one not in apart]
    return await on_duty(uow, await with_open_chat(uow, await able_to_answer(uow, people, besides)), now)


async def reviewers_of(
    uow: UnitOfWork, content: AlertContent, besides: MemberId | None, now: datetime
) -> list[MemberId]:
    """Colleagues of the place; where the notice reaches further, also the police of each other place on its ground."""
    apart = frozenset[MemberId]() if besides is None else await ties_of(uow, [besides], now)
    elsewhere = [one.member_id for one in await police_on(uow, content, now) if one.member_id not in apart]
    return list(dict.fromkeys([*await colleagues(uow, content, besides, now), *elsewhere]))


async def colleagues(uow: UnitOfWork, content: AlertContent, besides: MemberId | None, now: datetime) -> list[MemberId]:
    """Police of the place besides this member and whoever could be the same person; deputies where there is no other
    holder."""
    apart = frozenset[MemberId]() if besides is None else await ties_of(uow, [besides], now)
    matter = await located(uow, alert_matter(content))
    grants = [one for one in await uow.roles.active(now) if may([one], Action.APPROVE_ALERT, matter, now=now)]
    holders = dict.fromkeys(one.member_id for one in grants if one.member_id not in apart)
    deputies = dict.fromkeys(one.deputy_id for one in grants if one.deputy_id not in apart)
    return [one for one in holders or deputies if one is not None]


async def police_on_duty(uow: UnitOfWork, content: AlertContent, now: datetime) -> tuple[MemberId, ...]:
    """Police of the place and their deputies who are on duty."""
    matter = await located(uow, alert_matter(content))
    grants = [one for one in await uow.roles.active(now) if may([one], Action.APPROVE_ALERT, matter, now=now)]
    people = [one for grant in grants for one in (grant.member_id, grant.deputy_id)]
    return await on_duty(uow, await able_to_answer(uow, people, None), now)


async def ties_of(
    uow: UnitOfWork, members: Iterable[MemberId], now: datetime, *, since: datetime | None = None
) -> frozenset[MemberId]:
    """These members with their deputies, those whose deputies they are, and so on: they cannot approve independently of
    one another. With `since` also those tied by a deputy who was dismissed from that moment on."""
    sent_away = [] if since is None else await _deputies_ended(uow, since)
    tied: set[MemberId] = set()
    waiting = list(members)
    while waiting:
        member = waiting.pop()
        if member in tied:
            continue
        tied.add(member)
        for grant in await uow.roles.of_member(member):
            if grant.is_active(now) and grant.deputy_id is not None:
                waiting += [grant.member_id, grant.deputy_id]
        waiting += [one for pair in sent_away if member in pair for one in pair]
    return frozenset(tied)


async def _deputies_ended(uow: UnitOfWork, since: datetime) -> list[tuple[MemberId, MemberId]]:
    """Pairs of the holder of a role and its deputy until then."""
    ended = await uow.audit.deputies_ended(since)
    return [((await uow.roles.get(role)).member_id, deputy) for role, deputy in ended]
