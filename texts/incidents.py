"""An incident in words: its head, its standing, what hangs on it, and its steps."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert, RevisionKind
from alerts.closing_note import NOTES
from alerts.incident import Incident, IncidentEvent, IncidentStep
from texts.html import Html
from texts.phrases import Phrases
from texts.times_and_distances import moment


def head_words(incident: Incident, t: Phrases) -> Html:
    """Name the kind and the number."""
    return t("incident-head", kind=t.plain(f"kind-{incident.kind}"), number=incident.number)


def standing_words(incident: Incident, t: Phrases) -> Html:
    """Name the state."""
    return t("incident-standing", state=t.plain(f"incident-state-{incident.state}"))


def notices_words(alerts: Iterable[Alert], t: Phrases) -> Html:
    """List the notices on an incident, each with its state; empty without any."""
    named = [
        t.plain("incident-notice", number=one.number or "", state=t.plain(f"incident-alert-{one.state}"))
        for one in alerts
    ]
    return t("incident-notices", numbers=", ".join(named)) if named else Html("")


def step_words(event: IncidentEvent, t: Phrases) -> str:
    """Say what a step was."""
    return t.plain(f"incident-step-{event.step}", detail=_detail(event, t))


def step_line(event: IncidentEvent, t: Phrases, zone: ZoneInfo, now: datetime) -> Html:
    """Say when a step was taken and what it was."""
    return t("incident-step-line", moment=moment(event.at, t, zone, now), what=step_words(event, t))


def _detail(event: IncidentEvent, t: Phrases) -> str:
    told = event.comment or ""
    if event.step is IncidentStep.CORRECTED and told:
        return t.plain(f"kind-{told}")
    if event.step is IncidentStep.REFUTED and told in NOTES[RevisionKind.RETRACTION]:
        return t.plain(f"note-retraction-{told}")
    return told
