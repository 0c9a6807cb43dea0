"""Drafts: whom a notice about a report reaches by the program's defaults, when police change nothing of them."""

from datetime import datetime

from alerts.alert_form import AlertForm, with_defaults
from alerts.found_place import PlaceFound
from alerts.targeting import Target, target_of
from bench.city.shops import Told

_WORDS = "De politie vraagt je om op te letten."


def target_of_report(one: Told, now: datetime) -> Target:
    """Return whom a notice about one report reaches (`alerts/services/alert/start_from_report.py`)."""
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
    return target_of(with_defaults(form, now).content())
