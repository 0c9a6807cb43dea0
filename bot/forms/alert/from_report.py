"""A draft alert made from a report: everything reported is filled in and the rest set by default, to be checked and
changed."""

import re
from collections.abc import Sequence

from alerts.guard.off_loop import off_loop
from alerts.guard.remainder import remainder
from alerts.ids import ReportId
from alerts.premises import Premises
from alerts.report import VEHICLES, kind_by_loot
from alerts.services.report.take_report import take_to_draft
from bot.conversation.redaction import instead
from bot.conversation.request import Request
from bot.forms.alert.audience import with_audiences
from bot.forms.alert.draft import AlertDraft
from bot.forms.questions.place import PlaceFound
from texts.phrases import Phrases


async def draft_from(report_id: ReportId, request: Request) -> AlertDraft:
    """Take the report for this person and return a draft of it. Raises NotAllowed, IllegalTransition."""
    report = await take_to_draft(request.uow, request.actor, report_id, request.now)
    shop = await request.uow.premises.get(report.premises_id) if report.premises_id is not None else None
    told = report.content
    clothing, what = [await _suggested(words, shop, request) for words in (told.clothing, told.what)]
    is_listed = told.vehicle in VEHICLES
    draft = AlertDraft(
        is_short=True,
        kind=kind_by_loot(report.kind, told.loot_type).incident,
        words=what,
        signals=told.signals,
        clothing=clothing,
        vehicle=told.vehicle if is_listed else await _suggested(told.vehicle, shop, request),
        hit=frozenset({shop.branch}) if shop else frozenset(),
        heard_at=report.created_at,
        occurred_at=report.occurred_at,
        mo=told.mo,
        place=PlaceFound(report.place, told.place_words),
        report_id=report.id,
    )
    return await with_audiences(draft, report.place, request)


async def _suggested(words: str | None, shop: Premises | None, request: Request) -> str | None:
    """Return typed words without the shop's name, and without a name that the reporter insisted on; None if nothing is
    left."""
    text = _without_name(words or "", shop.name if shop else None, request.t)
    return await off_loop(remainder, text, instead(request.t)) or None


def _without_name(words: str, shop_name: str | None, t: Phrases) -> str:
    """Replace the shop's name where it stands as separate words: `As` is not taken out of `jas`."""
    if not shop_name:
        return words
    return re.sub(rf"(?<!\w){re.escape(shop_name)}(?!\w)", t.plain("report-the-shop"), words, flags=re.IGNORECASE)


async def names_nearby(draft: AlertDraft, request: Request) -> Sequence[str]:
    """Return the names of the shop that reported and of its neighbours, which a notice about them does not tell."""
    if draft.report_id is None:
        return ()
    report = await request.uow.reports.get(ReportId(draft.report_id))
    if report.premises_id is None:
        return ()
    shop = await request.uow.premises.get(report.premises_id)
    at_the_door = await request.uow.premises.names_at(shop.pc6) if shop.pc6 else []
    return list(dict.fromkeys([*([shop.name] if shop.name else []), *at_the_door]))
