"""Choose: what a member follows besides the own shop, and when alerts may make a sound."""

from dataclasses import replace
from datetime import datetime

from alerts.area import Area
from alerts.branch import Branch
from alerts.errors import LimitReached, NotFound
from alerts.ids import AreaId
from alerts.member import Language, Member
from alerts.ports import UnitOfWork
from alerts.premises import WIDER_CHOICES_M, Following
from alerts.severity import Severity

MOST_AREAS = 5  # ours: enough for where one lives and works
MUTABLE = (Severity.P3, Severity.P4)
DIGEST_HOURS = (9, 17)  # ours: when a shop opens, and before it closes
MOST_SINGLES = (0, 1, 3)  # ours


async def choose_wider(uow: UnitOfWork, following: Following, metres: int | None) -> Following:
    """Set how far from this shop an alert may be (metres) that lies beyond the sender's reach; None for no extra.

    Raises NotFound for a radius that is not offered.
    """
    if metres is not None and metres not in WIDER_CHOICES_M:
        raise NotFound
    return await _save(uow, replace(following, wider_m=metres))


async def toggle_branch(uow: UnitOfWork, following: Following, branch: Branch) -> Following:
    """Follow another branch from this shop, or stop following it."""
    return await _save(uow, replace(following, extra_branches=following.extra_branches ^ {branch}))


async def choose_language(uow: UnitOfWork, member: Member, language: Language) -> Member:
    """Set the language of the screens and the notices."""
    return await _keep(uow, replace(member, language=language))


async def choose_night(uow: UnitOfWork, member: Member, *, sounds: bool) -> Member:
    """Set whether a P1 alert may sound at night."""
    return await _keep(uow, replace(member, p1_at_night=sounds))


async def toggle_mute(uow: UnitOfWork, member: Member, severity: Severity) -> Member:
    """Mute or unmute P3 or P4. Raises NotFound for the others, which nobody can turn off."""
    if severity not in MUTABLE:
        raise NotFound
    return await _keep(uow, replace(member, muted=member.muted ^ {severity}))


async def toggle_opening(uow: UnitOfWork, member: Member, severity: Severity, *, now: datetime) -> Member:
    """Let P2 wait until a shop of the member is open, or come at once, also what waits already. Raises NotFound for the
    others: a P1 never waits, and P3 and P4 have the digest."""
    if severity is not Severity.P2:
        raise NotFound
    await uow.deliveries.release_held(member.id, now)
    return await _keep(uow, replace(member, at_opening=member.at_opening ^ {severity}))


async def choose_digest(uow: UnitOfWork, member: Member, hour: int | None) -> Member:
    """Have P3 and P4 in one message a day at this hour of `DIGEST_HOURS`, or each by itself (None)."""
    return await _keep(uow, replace(member, digest_hour=hour))


async def choose_singles(uow: UnitOfWork, member: Member, most: int) -> Member:
    """Set how many P3 and P4 a day, of `MOST_SINGLES`, come by themselves beside the digest."""
    return await _keep(uow, replace(member, most_singles=most))


async def pause(uow: UnitOfWork, member: Member, until: datetime | None, *, now: datetime) -> Member:
    """Pause alerts until `until` (UTC); None ends a pause. Deliveries held until the earlier end are looked at
    again."""
    await uow.deliveries.release_held(member.id, now)
    return await _keep(uow, replace(member, paused_until=until))


async def follow_area(uow: UnitOfWork, member: Member, area: Area, words: str, *, now: datetime) -> None:
    """Follow one more area. Raises LimitReached."""
    if len(await uow.members.followed_areas(member.id)) >= MOST_AREAS:
        raise LimitReached("areas", most=str(MOST_AREAS))
    await uow.members.follow_area(member.id, area, words, now)


async def unfollow_area(uow: UnitOfWork, member: Member, area: AreaId) -> None:
    """Stop following an area; harmless when it is not followed."""
    if any(one.id == area for one in await uow.members.followed_areas(member.id)):
        await uow.members.unfollow_area(member.id, area)


async def _save(uow: UnitOfWork, following: Following) -> Following:
    await uow.premises.save_choices(following)
    return following


async def _keep(uow: UnitOfWork, member: Member) -> Member:
    await uow.members.save(member)
    return member
