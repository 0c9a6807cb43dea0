"""Choose: what a member follows besides the own shop, and when it may make a sound."""

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


async def choose_wider(uow: UnitOfWork, following: Following, metres: int | None) -> Following:
    """How far an alert may be from this shop beyond the sender's reach. Raises NotFound for another radius."""
    if metres is not None and metres not in WIDER_CHOICES_M:
        raise NotFound
    return await _save(uow, replace(following, wider_m=metres))


async def toggle_branch(uow: UnitOfWork, following: Following, branch: Branch) -> Following:
    """Follow another branch from this shop, or no longer."""
    return await _save(uow, replace(following, extra_branches=following.extra_branches ^ {branch}))


async def choose_language(uow: UnitOfWork, member: Member, language: Language) -> Member:
    """The language of the screens and of the notices."""
    return await _keep(uow, replace(member, language=language))


async def choose_night(uow: UnitOfWork, member: Member, *, sounds: bool) -> Member:
    """Whether an acute alert may sound at night."""
    return await _keep(uow, replace(member, p1_at_night=sounds))


async def toggle_mute(uow: UnitOfWork, member: Member, severity: Severity) -> Member:
    """Get P3 or P4, or not. Raises NotFound for the others, which nobody can turn off."""
    if severity not in MUTABLE:
        raise NotFound
    return await _keep(uow, replace(member, muted=member.muted ^ {severity}))


async def pause(uow: UnitOfWork, member: Member, until: datetime | None, *, now: datetime) -> Member:
    """No alerts before `until` (UTC); None ends a pause. What waited for the earlier end is looked at again."""
    await uow.deliveries.release_held(member.id, now)
    return await _keep(uow, replace(member, paused_until=until))


async def follow_area(uow: UnitOfWork, member: Member, area: Area, words: str, *, now: datetime) -> None:
    """Follow one more area. Raises LimitReached."""
    if len(await uow.members.followed_areas(member.id)) >= MOST_AREAS:
        raise LimitReached("areas", most=str(MOST_AREAS))
    await uow.members.follow_area(member.id, area, words, now)


async def unfollow_area(uow: UnitOfWork, member: Member, area: AreaId) -> None:
    """Follow it no longer; harmless when it was gone already."""
    if any(one.id == area for one in await uow.members.followed_areas(member.id)):
        await uow.members.unfollow_area(member.id, area)


async def _save(uow: UnitOfWork, following: Following) -> Following:
    await uow.premises.save_choices(following)
    return following


async def _keep(uow: UnitOfWork, member: Member) -> Member:
    await uow.members.save(member)
    return member
