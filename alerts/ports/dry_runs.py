"""The port for dry runs: counts of those whom an alert would reach, before it is sent."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from alerts.dry_run import Crowd, Had
from alerts.ids import AlertId, MemberId
from alerts.quiet_hours import QuietHours
from alerts.severity import Severity
from alerts.targeting import Target


class DryRuns(Protocol):
    """The counts for dry runs. Each is of those whom the target and the listed coordinators reach now: the same people
    as `Deliveries.fan_out`."""

    async def who_wait(
        self, target: Target, coordinators: Sequence[MemberId], severity: Severity, now: datetime
    ) -> list[MemberId]:
        """The recipients who want such a notice only while a shop of theirs is open."""

    async def quiet_hours(self, target: Target, coordinators: Sequence[MemberId], now: datetime) -> list[QuietHours]:
        """The different quiet hours that the recipients have."""

    async def crowds(
        self,
        target: Target,
        coordinators: Sequence[MemberId],
        severity: Severity,
        now: datetime,
        *,
        closed: Collection[MemberId] = (),
        quiet: Collection[QuietHours] = (),
        waiting: Collection[QuietHours] = (),
    ) -> list[Crowd]:
        """The recipients by branch, ring, the policy that would object, whether a P1 sounds at night, and whether they
        have quiet hours now. `closed`: those of `who_wait` whose shops are closed now; `quiet`: the
        `quiet_hours` that are now, and `waiting`: of these those for whose end such a notice waits."""

    async def had_lately(self, target: Target, coordinators: Sequence[MemberId], now: datetime) -> dict[Had, int]:
        """The recipients by how many notices they had in the seven days before."""

    async def who_have(
        self, target: Target, coordinators: Sequence[MemberId], live: Collection[AlertId], now: datetime
    ) -> dict[AlertId, int]:
        """How many recipients have each of these live alerts; those of which nobody has one are left out."""
