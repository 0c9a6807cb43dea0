"""Tests of what a template keeps of a notice, and what it gets when it is sent."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from alerts.alert import AlertContent, IncidentKind
from alerts.area import Place
from alerts.ids import MemberId, TemplateId
from alerts.role import Role
from alerts.sender import Sender
from alerts.severity import Severity
from alerts.template import Template, template_content
from alerts.time_of_day import TimeOfDay
from alerts.tlp import Tlp

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
CONTENT = AlertContent(
    kind=IncidentKind.ROBBERY,
    what="Er is een winkel overvallen.",
    place=Place("2903"),
    place_words="Capelle aan den IJssel",
    reach_m=5_000,
    branches=frozenset(),
    severity=Severity.P1,
    tlp=Tlp.AMBER,
    until=NOW + timedelta(hours=2),
    occurred_at=NOW - timedelta(hours=4),
    sender=Sender(Role.POLICE),
    time_of_day=TimeOfDay.MORNING,
)


def test_a_template_was_at_no_time() -> None:
    """Neither a time, nor a part of a day, nor who sends it is part of a template; sent, it has just happened."""
    kept = template_content(CONTENT)
    assert (None, None, None) == (kept.occurred_at, kept.time_of_day, kept.sender)
    template = Template(TemplateId(1), kept, MemberId(1), NOW, NOW + timedelta(days=1), 1)
    sent = template.content_at(NOW)
    assert (NOW, None) == (sent.occurred_at, sent.time_of_day)
    assert template.says(replace(sent, sender=CONTENT.sender, time_of_day=TimeOfDay.MORNING))
    assert not template.says(replace(sent, what="Er is iets anders."))
