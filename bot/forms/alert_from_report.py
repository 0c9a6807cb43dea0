"""A notice begun from a report: everything that was told is filled in, to be looked at and changed."""

import re

from alerts.alert import WHAT_LENGTH
from alerts.guard import without
from alerts.ids import ReportId
from alerts.report import Report
from alerts.services.take_report import take_to_draft
from bot.forms.alert_audience import with_audiences
from bot.forms.alert_draft import AlertDraft
from bot.forms.place import PlaceFound
from bot.message import utf16_length
from bot.render.report import signal_words, vehicle_words
from bot.scene import Scene
from bot.texts import Phrases


async def draft_from(report_id: ReportId, scene: Scene) -> AlertDraft:
    """The draft; the report is this person's from now on. Raises NotAllowed, IllegalTransition."""
    report = await take_to_draft(scene.uow, scene.actor, report_id, scene.now)
    shop = await scene.uow.premises.get(report.premises_id) if report.premises_id is not None else None
    draft = AlertDraft(
        kind=report.kind.incident,
        what=_suggested(report, shop.name if shop else None, scene) or None,
        occurred_at=report.occurred_at,
        mo=report.content.mo,
        place=PlaceFound(report.place, report.content.place_words),
        report_id=report.id,
    )
    return await with_audiences(draft, report.place, scene)


def _suggested(report: Report, shop_name: str | None, scene: Scene) -> str:
    """The signals, looks, transport and words of the report, as far as they fit; never the shop's name."""
    t, told = scene.t, report.content
    says_vehicle = told.vehicle and told.vehicle != told.mo.get("exit_mode")  # the method has it already
    typed = [told.clothing or "", vehicle_words(told, t), told.what or ""]
    clothing, vehicle, what = (_without_name(words, shop_name, t) for words in typed)
    parts = [
        t.plain("report-suggested-signals", value=signal_words(told, t)) if told.signals else "",
        t.plain("report-suggested-clothing", value=clothing.rstrip(".")) if clothing else "",
        t.plain("report-suggested-vehicle", value=vehicle) if says_vehicle else "",
        what,
    ]
    text = ""
    for part in parts:
        longer = f"{text} {part}".strip()
        text = longer if utf16_length(longer) <= WHAT_LENGTH else text
    return without(text)  # a name that the reporter held on to


def _without_name(words: str, shop_name: str | None, t: Phrases) -> str:
    """Only the name as words of its own: `As` is not taken out of `jas`."""
    if not shop_name:
        return words
    return re.sub(rf"(?<!\w){re.escape(shop_name)}(?!\w)", t.plain("report-the-shop"), words, flags=re.IGNORECASE)
