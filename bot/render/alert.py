"""An alert as recipients read it; preview and delivery use the same functions, so they are identical."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from alerts.alert import Alert, AlertContent, IncidentKind, Revision, RevisionKind
from alerts.ids import AlertId, RevisionId
from alerts.modus_operandi import MO_FIELDS, TYPED_MO_FIELD
from alerts.role import Role
from alerts.sender import Sender
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.times_and_distances import distance, moment

NOTES: Mapping[RevisionKind, tuple[str, ...]] = {
    RevisionKind.ALL_CLEAR: ("none", "arrest", "no_danger"),
    RevisionKind.RETRACTION: ("place", "facts", "mistake"),
}
_ONLY_SEEN = frozenset({IncidentKind.RECONNAISSANCE, IncidentKind.SUSPICIOUS_SITUATION, IncidentKind.OTHER})
_OF_OFFENDERS = frozenset({"offender_count", "loot_type", "exit_mode", "exit_direction"})


def first_revision(alert: Alert) -> Revision:
    """Make the first revision of a draft, for its preview."""
    return Revision(RevisionId(0), alert.id, 1, RevisionKind.FIRST, alert.number or "", alert.content)


def revision_message(revision: Revision, how_far: Html | int | None, t: Phrases, zone: ZoneInfo) -> Message:
    """Render any revision of an alert as a recipient reads it."""
    if revision.kind in NOTES:
        return closing_message(revision, t)
    return alert_message(revision, how_far, t, zone)


def closing_message(revision: Revision, t: Phrases, *, with_note: bool = True) -> Message:
    """Render the short text that an alert is over or was wrong; the alert stands above it as the quoted message."""
    content = revision.content
    kind = t(f"kind-{content.kind}")
    head = t(f"closing-{revision.kind}", number=revision.alert_number, kind=kind, tlp=content.tlp)
    note = note_words(revision.kind, content.what, t) if with_note else ""
    return Message(
        paragraphs(lines(t("alert-drill") if content.is_drill else "", head), note),
        is_protected=content.tlp.is_protected,
    )


def note_words(kind: RevisionKind, note: str, t: Phrases) -> Html:
    """Return a ready-made note in the reader's language, or a typed note as it is."""
    return t(f"note-{kind}-{note}") if note in NOTES[kind] else t("note-typed", note=note)


def alert_message(revision: Revision, how_far: Html | int | None, t: Phrases, zone: ZoneInfo) -> Message:
    """Render the alert with its buttons. `how_far`: metres from the recipient or a phrase; None if not known."""
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
        sender_line(content, t),
    )
    message = Message(text, is_protected=content.tlp.is_protected)
    return message.with_keyboard(*alert_buttons(revision.alert_id, revision.number, t))


def alert_buttons(alert: AlertId, number: int, t: Phrases, *, is_seen: bool = False) -> tuple[tuple[Button, ...], ...]:
    """Make the recipient's buttons for this revision: Gezien, and reporting something."""
    seen = button(t.plain("seen-done" if is_seen else "seen-button"), "seen", alert, number)
    return ((seen,), (report_button(alert, t),))


def seen_button(revision: Revision, t: Phrases, count: int = 0) -> Button:
    """Make the Gezien button of a group's chat, with the number of people who pressed it."""
    label = t.plain("seen-counted", count=count) if count else t.plain("seen-button")
    return button(label, "seen", revision.alert_id, revision.number)


def report_button(alert: AlertId, t: Phrases) -> Button:
    """Make the button that begins a report from an alert."""
    return button(t.plain("report-button"), "report", alert)


def sender_line(content: AlertContent, t: Phrases) -> Html:
    """Name the author's function, and that the police agree if the author is not police. A tip is not about an
    incident, so it needs no such agreement."""
    if content.sender is None:
        return Html("")
    is_aligned = not content.sender.is_police and not content.is_tip
    return t("alert-sender-aligned" if is_aligned else "alert-sender", who=_sender_words(content.sender, t))


def _sender_words(sender: Sender, t: Phrases) -> str:
    usual = t.plain("sender-police-usual" if sender.is_police else f"role-{sender.role}")
    function = sender.label or (t.plain(f"function-{sender.function}") if sender.function else usual)
    if sender.is_police:
        is_said = t.plain("role-of-police") in function.casefold()
        words = function if is_said else t.plain("sender-police", function=function)
    elif sender.role is Role.KVO_MANAGER and sender.place:
        manager = t.plain("sender-manager-usual") if function == usual else function
        words = t.plain("sender-of-group", function=manager, name=sender.place)
    elif sender.role is Role.TRADE_ASSOCIATION and sender.branch and function == usual:
        words = t.plain("sender-of-branch", branch=t.plain(f"branch-{sender.branch}"))
    else:
        words = t.plain("sender-of-place", function=function, place=sender.place) if sender.place else function
    return f"{words[0].upper()}{words[1:]}"


def alert_line(alert: Alert, t: Phrases, zone: ZoneInfo) -> Html:
    """Render an alert in one line, for lists."""
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
    """Return a field's name in text ids: in sightings people left (`seen-...`), elsewhere offenders fled."""
    return f"seen-{field}" if kind in _ONLY_SEEN and field in _OF_OFFENDERS else field


def where(content: AlertContent, t: Phrases) -> Html:
    """Describe the place by town and PC4 area, never more precisely."""
    if content.place.pc4 is None:
        return t("alert-place-country" if content.kind is IncidentKind.PREVENTION else "alert-place-unnamed")
    if content.place_words in ("", content.place.pc4):
        return t("alert-place-pc4", pc4=content.place.pc4)
    return t("alert-place", town=content.place_words, pc4=content.place.pc4)


def _facts(content: AlertContent, how_far: Html | int | None, t: Phrases, zone: ZoneInfo) -> list[Html]:
    if content.kind is IncidentKind.PREVENTION:  # a tip has no place
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
    if how_far is None:  # the reader is a coordinator, or a location is unknown
        return t("alert-where", place=where(content, t))
    in_words = distance(how_far, t) if isinstance(how_far, int) else how_far
    return t("alert-where-far", place=where(content, t), distance=in_words)


def _known(content: AlertContent) -> list[str]:
    return [field for field, values in MO_FIELDS.items() if content.mo.get(field) in values]
