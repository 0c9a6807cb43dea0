"""An alert as it arrives: the same bytes in the preview and at the recipient's."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from alerts.alert import Alert, AlertContent, IncidentKind, Revision, RevisionKind
from alerts.ids import AlertId, RevisionId
from alerts.mo import MO_FIELDS, TYPED_MO_FIELD
from bot.callbacks import button
from bot.message import Button, Html, Message, lines, paragraphs
from bot.render.place import distance, moment
from bot.texts import Phrases

NOTES: Mapping[RevisionKind, tuple[str, ...]] = {
    RevisionKind.ALL_CLEAR: ("none", "arrest", "no_danger"),
    RevisionKind.RETRACTION: ("place", "facts", "mistake"),
}
_ONLY_SEEN = frozenset({IncidentKind.RECONNAISSANCE, IncidentKind.SUSPICIOUS_SITUATION, IncidentKind.OTHER})
_OF_OFFENDERS = frozenset({"offender_count", "loot_type", "exit_mode", "exit_direction"})


def first_revision(alert: Alert) -> Revision:
    """The text that would be sent of a draft."""
    return Revision(RevisionId(0), alert.id, 1, RevisionKind.FIRST, alert.number or "", alert.content)


def revision_message(revision: Revision, how_far: Html | int | None, t: Phrases, zone: ZoneInfo) -> Message:
    """Any text of an alert as a recipient reads it."""
    if revision.kind in NOTES:
        return closing_message(revision, t)
    return alert_message(revision, how_far, t, zone)


def closing_message(revision: Revision, t: Phrases, *, with_note: bool = True) -> Message:
    """That it is over, or was wrong; short, as the text that it answers stands above it."""
    content = revision.content
    kind = t(f"kind-{content.kind}")
    head = t(f"closing-{revision.kind}", number=revision.alert_number, kind=kind, tlp=content.tlp)
    note = note_words(revision.kind, content.what, t) if with_note else ""
    return Message(
        paragraphs(lines(t("alert-drill") if content.is_drill else "", head), note),
        is_protected=content.tlp.is_protected,
    )


def note_words(kind: RevisionKind, note: str, t: Phrases) -> Html:
    """A ready-made note in the reader's language, or one as it was typed."""
    return t(f"note-{kind}-{note}") if note in NOTES[kind] else t("note-typed", note=note)


def alert_message(revision: Revision, how_far: Html | int | None, t: Phrases, zone: ZoneInfo) -> Message:
    """The notice, with its buttons. `how_far`: metres from the recipient, or those in words; None if not known."""
    content = revision.content
    text = paragraphs(
        t("alert-correction", revision=str(revision.number)) if revision.kind is RevisionKind.CORRECTION else "",
        lines(
            t("alert-drill") if content.is_drill else "",
            t("alert-head", number=revision.alert_number, severity=content.severity, tlp=content.tlp),
            t("alert-kind", kind=t(f"kind-{content.kind}")),
        ),
        t("alert-what", what=content.what),
        lines(*_facts(content, how_far, t, zone)),
        t(f"advice-{content.kind}"),
        lines(t("alert-foot"), t(f"alert-share-{content.tlp.name.lower()}")),
    )
    message = Message(text, is_protected=content.tlp.is_protected)
    return message.with_keyboard(*alert_buttons(revision.alert_id, revision.number, t))


def alert_buttons(alert: AlertId, number: int, t: Phrases, *, is_seen: bool = False) -> tuple[tuple[Button, ...], ...]:
    """What a recipient of this revision can tap: that it was read, and that something was seen."""
    seen = button(t.plain("seen-done" if is_seen else "seen-button"), "seen", alert, number)
    return ((seen,), (report_button(alert, t),))


def seen_button(revision: Revision, t: Phrases, count: int = 0) -> Button:
    """Gezien in a group's chat, with how many pressed it before."""
    label = t.plain("seen-counted", count=count) if count else t.plain("seen-button")
    return button(label, "seen", revision.alert_id, revision.number)


def report_button(alert: AlertId, t: Phrases) -> Button:
    """Begins a report from a notice."""
    return button(t.plain("report-button"), "report", alert)


def alert_line(alert: Alert, t: Phrases, zone: ZoneInfo) -> Html:
    """An alert in one line, for lists."""
    content = alert.content
    return t(
        "alert-line",
        number=alert.number or "",
        severity=content.severity,
        tlp=content.tlp,
        kind=t(f"kind-{content.kind}"),
        place=where(content, t),
        until=moment(content.until, t, zone),
    )


def mo_name(field: str, kind: IncidentKind | None) -> str:
    """A field as its texts call it: who was only seen is a person who left, not an offender who fled."""
    return f"seen-{field}" if kind in _ONLY_SEEN and field in _OF_OFFENDERS else field


def where(content: AlertContent, t: Phrases) -> Html:
    """The place in words: the town and the PC4 area, never more precise."""
    if content.place.pc4 is None:
        return t("alert-place-country" if content.kind is IncidentKind.PREVENTION else "alert-place-unnamed")
    if content.place_words in ("", content.place.pc4):
        return t("alert-place-pc4", pc4=content.place.pc4)
    return t("alert-place", town=content.place_words, pc4=content.place.pc4)


def _facts(content: AlertContent, how_far: Html | int | None, t: Phrases, zone: ZoneInfo) -> list[Html]:
    if content.kind is IncidentKind.PREVENTION:  # a tip is about nowhere in particular
        return []
    facts = [_where_and_how_far(content, how_far, t)]
    if content.occurred_at is not None:
        facts.insert(0, t("alert-when", moment=moment(content.occurred_at, t, zone)))
    facts += [
        t(f"mo-line-{mo_name(field, content.kind)}", value=t(f"mo-{field}-{content.mo[field]}"))
        for field in _known(content)
    ]
    if TYPED_MO_FIELD in content.mo:
        facts.append(t("mo-line-language_notes", value=content.mo[TYPED_MO_FIELD]))
    facts.append(t("alert-until", moment=moment(content.until, t, zone)))
    return facts


def _where_and_how_far(content: AlertContent, how_far: Html | int | None, t: Phrases) -> Html:
    if how_far is None:  # a coordinator, or no points to measure between
        return t("alert-where", place=where(content, t))
    in_words = distance(how_far, t) if isinstance(how_far, int) else how_far
    return t("alert-where-far", place=where(content, t), distance=in_words)


def _known(content: AlertContent) -> list[str]:
    return [field for field, values in MO_FIELDS.items() if content.mo.get(field) in values]
