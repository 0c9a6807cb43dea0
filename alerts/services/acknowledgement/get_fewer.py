"""Get fewer alerts like this one: each way is one choice of the member, and can be taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alerts.alert import Alert
from alerts.branch import Branch
from alerts.errors import NotFound
from alerts.ids import AlertId, PremisesId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import WIDER_CHOICES_M, Premises
from alerts.services.acknowledgement.explain_alert import Why, explain_alert
from alerts.services.member.choose_settings import MUTABLE, choose_wider, pause, toggle_branch, toggle_mute
from alerts.services.shop.find_premises import own_premises
from alerts.targeting import Cause


class Fewer(StrEnum):
    """The ways to get fewer alerts."""

    MUTE = "mute"  # none of this severity
    NARROWER = "narrower"  # a smaller distance beyond the sender's reach, in which this one would not have come
    BRANCH = "branch"  # no longer for this other branch
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Way:
    """A way to get fewer. `shop`: for which; `was_m` and `to_m`: the wider distance before and after (metres, None for
    no extra); `branch`: the one that is no longer followed."""

    kind: Fewer
    shop: Premises | None = None
    was_m: int | None = None
    to_m: int | None = None
    branch: Branch | None = None

    @property
    def key(self) -> str:
        """A key for a button, from which `take_back` knows what to restore."""
        return f"{self.kind}.{self.shop.id if self.shop else 0}.{self.branch or self.was_m or 0}"


async def ways_to_get_fewer(
    uow: UnitOfWork, member: Member, alert_id: AlertId, now: datetime
) -> tuple[Alert, list[Way]]:
    """Return the alert and what would make fewer of its like come. Raises OutOfReach for somebody who never got it."""
    alert, causes = await explain_alert(uow, member.id, alert_id)
    severity, is_paused = alert.content.severity, member.paused_until is not None and member.paused_until > now
    return alert, [
        *([Way(Fewer.MUTE)] if severity in MUTABLE and severity not in member.muted else []),
        *[way for one in causes for way in _by_cause(one, alert)],
        *([] if is_paused else [Way(Fewer.PAUSE)]),
    ]


def _by_cause(one: Why, alert: Alert) -> Iterator[Way]:
    if one.cause is Cause.WIDER:
        narrower = [metres for metres in WIDER_CHOICES_M if one.metres is not None and metres < one.metres]
        yield Way(Fewer.NARROWER, one.shop, one.following.wider_m, max(narrower, default=None))
    if one.shop.branch not in alert.content.branches:
        for branch in sorted(alert.content.branches & one.following.extra_branches):
            yield Way(Fewer.BRANCH, one.shop, branch=branch)


async def get_fewer(
    uow: UnitOfWork, member: Member, alert_id: AlertId, key: str, *, pause_until: datetime, now: datetime
) -> tuple[Alert, Way]:
    """Choose the way with this key; a pause lasts until `pause_until` (UTC). Raises OutOfReach for somebody who never
    got the alert, and NotFound for a way that is not offered (any more)."""
    alert, ways = await ways_to_get_fewer(uow, member, alert_id, now)
    way = next((one for one in ways if one.key == key), None)
    if way is None:
        raise NotFound
    if way.kind is Fewer.MUTE:
        await toggle_mute(uow, member, alert.content.severity)
    elif way.kind is Fewer.PAUSE:
        await pause(uow, member, pause_until, now=now)
    elif way.shop is not None:
        following = await own_premises(uow, member.id, way.shop.id)
        if way.branch is None:
            await choose_wider(uow, following, way.to_m)
        else:
            await toggle_branch(uow, following, way.branch)
    return alert, way


async def take_back(uow: UnitOfWork, member: Member, alert_id: AlertId, key: str, *, now: datetime) -> None:
    """Choose again as it was before the way with this key. Raises OutOfReach for an alert that the member never got or
    a shop that is not theirs, and NotFound for an unknown key."""
    alert, _ = await explain_alert(uow, member.id, alert_id)
    kind, _, rest = key.partition(".")
    shop, _, was = rest.partition(".")
    if kind == Fewer.MUTE:
        if alert.content.severity in member.muted:
            await toggle_mute(uow, member, alert.content.severity)
    elif kind == Fewer.PAUSE:
        await pause(uow, member, None, now=now)
    else:
        following = await own_premises(uow, member.id, PremisesId(_number(shop)))
        if kind == Fewer.NARROWER:
            await choose_wider(uow, following, _number(was))
        elif kind == Fewer.BRANCH:
            branch = next((one for one in alert.content.branches if one == was), None)
            if branch is None:
                raise NotFound
            if branch not in following.extra_branches:
                await toggle_branch(uow, following, branch)
        else:
            raise NotFound


def _number(text: str) -> int:
    """Return the number in a key. Raises NotFound."""
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise NotFound
    return int(text)
