"""Start a notice from a report: everything reported is filled in, to be checked and changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from alerts.alert_form import F
from alerts.found_place import PlaceFound
from alerts.guard.off_loop import off_loop
from alerts.guard.remainder import Instead, remainder
from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.report import VEHICLES, Report, kind_by_loot
from alerts.role import Actor
from alerts.services.alert.find_audience import with_audiences
from alerts.time_of_day import TimeOfDay


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that replace what a notice does not say: what the guard removes, and the shop's name."""

    instead: Instead
    the_shop: str


async def start_from_report(
    empty: F, report: Report, uow: UnitOfWork, actor: Actor, now: datetime, *, words: LeftOut
) -> F:
    """Return the empty form filled from a report that this person may deal with. Raises NotAllowed."""
    shop = await uow.premises.get(report.premises_id) if report.premises_id is not None else None
    told = report.content

    async def suggested(typed: str | None) -> str | None:
        text = _without_name(typed or "", shop, words.the_shop)
        return await off_loop(remainder, text, words.instead) or None

    clothing, what = [await suggested(one) for one in (told.clothing, told.what)]
    form = empty.changed(
        is_short=True,
        kind=kind_by_loot(report.kind, told.loot_type).incident,
        words=what,
        signals=told.signals,
        clothing=clothing,
        vehicle=told.vehicle if told.vehicle in VEHICLES else await suggested(told.vehicle),
        hit=frozenset({shop.branch}) if shop else frozenset(),
        heard_at=report.created_at,
        occurred_at=report.occurred_at,
        time_of_day=TimeOfDay(told.time_of_day) if told.time_of_day else None,
        mo=dict(told.mo),
        place=PlaceFound(report.place, told.place_words),
        report_id=report.id,
    )
    return await with_audiences(form, report.place, uow, actor, now)


def _without_name(words: str, shop: Premises | None, the_shop: str) -> str:
    """Replace the shop's name where it stands as separate words: `As` is not taken out of `jas`."""
    if shop is None or not shop.name:
        return words
    return re.sub(rf"(?<!\w){re.escape(shop.name)}(?!\w)", lambda _: the_shop, words, flags=re.IGNORECASE)


async def names_nearby(uow: UnitOfWork, report_id: ReportId | None) -> Sequence[str]:
    """Return the names of the shop that reported and of its neighbours, which a notice about them does not tell."""
    if report_id is None:
        return ()
    report = await uow.reports.get(report_id)
    if report.premises_id is None:
        return ()
    shop = await uow.premises.get(report.premises_id)
    at_the_door = await uow.premises.names_at(shop.pc6) if shop.pc6 else []
    return list(dict.fromkeys([*([shop.name] if shop.name else []), *at_the_door]))
