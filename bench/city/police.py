"""The police of the simulated city: what they send, by the program's own patterns, defaults and targeting."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from alerts.follow_up import asked_at
from alerts.ids import ReportId
from alerts.targeting import Target, concerns
from bench.city.assumptions import Assumptions
from bench.city.drafts import target_of_follow_up, target_of_report
from bench.city.linker import ZONE, target_of_pattern
from bench.city.message import Message
from bench.city.region import Region
from bench.city.shops import Told


class Linker(Protocol):
    """Puts reports together, one after another."""

    def add(self, one: Told) -> Sequence[Told]:
        """Return the reports of the pattern that this new report belongs to, itself included; empty without one."""
        ...


def send_notices(
    told: Sequence[Told], region: Region, assumed: Assumptions, rng: random.Random, linker: Linker
) -> list[Message]:
    """Return the notices about these reports: one for each robbery and most often its follow-up, one for each pattern,
    and one for a lone report now and then.

    A pattern that grows is not sent again: that is a correction of the notice that shops have.
    """
    police = _Police(region, assumed, rng, linker)
    for one in told:
        police.read(one)
    return police.sent


def crew_of(linked: Sequence[Told]) -> int | None:
    """Return the crew that a pattern is about: that of at least half of its reports, and of two."""
    of_crew: dict[int, int] = {}
    for one in linked:
        if one.crew is not None:
            of_crew[one.crew] = of_crew.get(one.crew, 0) + 1
    best = max(of_crew, key=lambda crew: of_crew[crew], default=None)
    return best if best is not None and of_crew[best] >= max(2, len(linked) / 2) else None


class _Police:
    """What police do with each report as it comes in."""

    def __init__(self, region: Region, assumed: Assumptions, rng: random.Random, linker: Linker) -> None:
        self._region, self._assumed, self._rng, self._linker = region, assumed, rng, linker
        self._in_pattern: set[ReportId] = set()
        self.sent: list[Message] = []

    def read(self, one: Told) -> None:
        """Send what this report gives rise to. Each report takes the same random numbers, whatever becomes of it."""
        assumed, rng = self._assumed, self._rng
        chance, soon = rng.random(), timedelta(minutes=rng.expovariate(1 / assumed.robbery_notice_after))
        later = timedelta(hours=rng.expovariate(1 / assumed.other_notice_after))
        linked = self._linker.add(one)
        if one.report.kind.is_robbery:
            self._send(target_of_report(one, one.at + soon), one.at + soon, one.crew, [one])
            if chance < assumed.follow_up_sent:
                self._follow_up(one, one.at + soon, later)
        elif not linked and chance < (assumed.harmless_sent if one.crew is None else assumed.real_sent):
            self._send(target_of_report(one, one.at + later), one.at + later, one.crew, [one])
        if linked and self._is_new(linked):
            self._send(target_of_pattern(linked), one.at + later, crew_of(linked), linked)

    def _follow_up(self, one: Told, sent_at: datetime, after: timedelta) -> None:
        """Send the follow-up of the notice about a robbery, so long after its sender was asked."""
        at = asked_at(sent_at, ZONE) + after
        self._send(target_of_follow_up(one, sent_at, at), at, one.crew, [one])

    def _is_new(self, linked: Sequence[Told]) -> bool:
        reports = {one.report.id for one in linked}
        known = not self._in_pattern.isdisjoint(reports)
        self._in_pattern |= reports
        return not known

    def _send(self, target: Target, at: datetime, crew: int | None, about: Sequence[Told]) -> None:
        readers = frozenset(shop.number for shop in self._region.shops if concerns(target, shop.candidate))
        self.sent.append(Message(at, readers, crew, frozenset(one.shop.number for one in about)))
