"""A draft alert made from a report: everything reported is filled in, to be checked and changed."""

import re
from collections.abc import Sequence

from alerts.alert import WHAT_LENGTH
from alerts.guard.off_loop import off_loop
from alerts.guard.remainder import remainder
from alerts.ids import ReportId
from alerts.report import Report, kind_by_loot
from alerts.services.report.take_report import take_to_draft
from bot.conversation.message import utf16_length
from bot.conversation.redaction import instead
from bot.conversation.request import Request
from bot.forms.alert.audience import with_audiences
from bot.forms.alert.draft import AlertDraft
from bot.forms.questions.place import PlaceFound
from bot.render.report import signal_words, vehicle_words
from texts.phrases import Phrases


async def draft_from(report_id: ReportId, request: Request) -> AlertDraft:
    """Take the report for this person and return a draft of it. Raises NotAllowed, IllegalTransition."""
    report = await take_to_draft(request.uow, request.actor, report_id, request.now)
    shop = await request.uow.premises.get(report.premises_id) if report.premises_id is not None else None
    draft = AlertDraft(
        kind=kind_by_loot(report.kind, report.content.loot_type).incident,
        what=await _suggested(report, shop.name if shop else None, request) or None,
        occurred_at=report.occurred_at,
        mo=report.content.mo,
        place=PlaceFound(report.place, report.content.place_words),
        report_id=report.id,
    )
    return await with_audiences(draft, report.place, request)


async def _suggested(report: Report, shop_name: str | None, request: Request) -> str:
    """Compose the signals, clothing, vehicle and text of the report; never the shop's name. What does not fit beside
    the text is left out, and so is what was read of it."""
    t, told = request.t, report.content
    is_in_mo = told.vehicle == told.mo.get("exit_mode")  # the modus operandi names it already
    typed = [told.clothing or "", vehicle_words(told, t), told.what or ""]
    clothing, vehicle, what = (_without_name(words, shop_name, t) for words in typed)
    parts = [
        t.plain("report-suggested-signals", value=signal_words(told, t)) if told.signals else "",
        t.plain("report-suggested-clothing", value=clothing.rstrip("."))
        if clothing and not _says(what, clothing)
        else "",
        t.plain("report-suggested-vehicle", value=vehicle)
        if vehicle and not is_in_mo and not _says(what, vehicle)
        else "",
        what,
    ]
    text = parts.pop()
    for part in reversed(parts):
        longer = f"{part} {text}".strip()
        text = longer if utf16_length(longer) <= WHAT_LENGTH else text
    return await off_loop(remainder, text, instead(t))  # a name that the reporter insisted on


def _says(text: str, words: str) -> bool:
    """Tell whether every part of a list of words stands in the text."""
    return all(part in text.casefold() for part in words.casefold().split(", "))


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
