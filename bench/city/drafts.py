"""Drafts: whom a notice about a report reaches by the program's defaults, when police change nothing of them."""

from datetime import datetime

from alerts.alert_form import AlertForm, with_defaults
from alerts.follow_up import as_follow_up
from alerts.found_place import PlaceFound
from alerts.targeting import Target, target_of
from bench.city.shops import Told

_WORDS = "De politie vraagt je om op te letten."


def target_of_report(one: Told, now: datetime) -> Target:
    """Return whom a notice about one report reaches (`alerts/services/alert/start_from_report.py`)."""
    return target_of(_form(one, now).content())


def target_of_follow_up(one: Told, sent_at: datetime, now: datetime) -> Target:
    """Return whom the follow-up of such a notice reaches (`alerts/services/alert/start_follow_up.py`)."""
    first = AlertForm.of(_form(one, sent_at).content())
    return target_of(as_follow_up(first, frozenset({one.shop.branch}), now).content())


def _form(one: Told, now: datetime) -> AlertForm:
    report = one.report
    form = AlertForm(
        is_short=True,
        kind=report.kind.incident,
        what=_WORDS,
        signals=report.content.signals,
        hit=frozenset({one.shop.branch}),
        heard_at=report.created_at,
        occurred_at=report.occurred_at,
        mo=dict(report.content.mo),
        place=PlaceFound(report.place, ""),
        report_id=report.id,
    )
    return with_defaults(form, now)
