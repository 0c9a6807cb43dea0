"""An alert as recipients read it; preview and delivery use the same functions, so they are identical.

A notice is read at one glance: its first line says how urgent it is, what happened, and how far from the reader's shop;
at most `MOST_WORDS` words stand above its buttons, and what does not fit comes behind the button *Meer*. Under a notice
of a method or a pattern, which is not urgent, stand measures for the reader's branch as well; under others they come
behind *Meer*.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert, AlertContent, Revision, RevisionKind
from alerts.branch import Branch
from alerts.closing_note import NOTES
from alerts.ids import AlertId, RevisionId
from alerts.modus_operandi import TYPED_MO_FIELD
from alerts.severity import Severity
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Keyboard, Message, Style
from bot.render.alert_background import Background
from bot.render.alert_facts import (
    MOST_CHANGES,
    changed_words,
    fact_lines,
    kind_words,
    short_facts,
    until_words,
    when_words,
)
from texts.html import Html, joined, lines, paragraphs
from texts.length import MOST_WORDS, cut, new_sentences, words_in
from texts.measures import measures_for
from texts.phrases import Phrases
from texts.places import where
from texts.regions import audience_words
from texts.senders import sender_words
from texts.times_and_distances import distance, moment, moment_told, time_ago, timed

MORE = "more"  # in the data of Gelezen: there is a button Meer as well
_ENOUGH_SAID = 12  # words of its text for which a correction leaves out other words
# Ways to write a correction: how many changes it names at most, and whether its sender is the function alone.
_SHORTER = ((MOST_CHANGES, False), (MOST_CHANGES, True), (1, True))
NOTHING = Html("")
# As long as a distance and a time get (`minder dan 250 m`, `5 minuten geleden`), so that all read the same words.
_LONGEST_DISTANCE, _LONGEST_AGO = Html("- - - -"), Html("- - -")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a notice, and when. `how_far`: metres from the reader's shop, a phrase, or None if not known.
    `branches` are those of the reader's shops. `ago` and `measures`: the phrase for how long ago it happened and the
    measures for those branches, where these are filled in later. `shops`: which of the reader's own shops it is for,
    where there are several."""

    how_far: Html | int | None
    now: datetime
    ago: Html | None = None
    branches: Collection[Branch] = frozenset()
    measures: Html | None = None
    shops: Html = NOTHING


def first_revision(alert: Alert) -> Revision:
    """Make the first revision of a draft, for its preview."""
    return Revision(RevisionId(0), alert.id, 1, RevisionKind.FIRST, alert.number or "", alert.content)


def revision_message(revision: Revision, background: Background, reader: Reader, t: Phrases, zone: ZoneInfo) -> Message:
    """Render any revision of an alert as a recipient reads it."""
    if revision.kind in NOTES:
        return closing_message(revision, t)
    return alert_message(revision, background, reader, t, zone)


def closing_message(revision: Revision, t: Phrases, *, with_note: bool = True) -> Message:
    """Render the short text that an alert is over or was wrong; the alert stands above it as the quoted message."""
    content = revision.content
    head = t(f"closing-{revision.kind}", kind=kind_words(content.kind, t))
    note = note_words(revision.kind, content.what, t) if with_note else ""
    number = t("closing-number", number=revision.alert_number, tlp=content.tlp)
    last = joined(" · ", number, sender_words(content, t, is_short=True))
    return Message(
        paragraphs(lines(_drill(content, t), head), note, last),
        is_protected=content.tlp.is_protected,
    )


def note_words(kind: RevisionKind, note: str, t: Phrases) -> Html:
    """Return a ready-made note in the reader's language, or a typed note as it is."""
    return t(f"note-{kind}-{note}") if note in NOTES[kind] else t("note-typed", note=note)


def alert_message(
    revision: Revision, background: Background, reader: Reader, t: Phrases, zone: ZoneInfo, *, is_seen: bool = False
) -> Message:
    """Render the alert at one glance, with its buttons."""
    text, has_more = glance(revision, background, reader, t, zone)
    message = Message(text, is_protected=revision.content.tlp.is_protected)
    buttons = alert_buttons(revision.alert_id, revision.number, revision.content, t, is_seen=is_seen, has_more=has_more)
    return message.with_keyboard(*buttons)


def whole_message(
    revision: Revision, background: Background, reader: Reader, t: Phrases, zone: ZoneInfo, *, is_seen: bool = False
) -> Message:
    """Render the whole alert, as it stands behind the button *Meer*."""
    content, reader = revision.content, _at_a_distance(revision.content, reader)
    advice = lines(_advice(content, t), t(f"advice-more-{content.kind}"))
    text = paragraphs(
        _above(revision, background, reader, t, zone),
        t("alert-what", what=content.what),
        lines(*_labelled(content, background, t, zone)),
        advice,
        measures_for(content, background.measures, reader.branches, t),
        joined(" ", t("alert-call"), t("alert-report")),
        _below(revision, t),
    )
    message = Message(text, is_protected=content.tlp.is_protected)
    buttons = alert_buttons(revision.alert_id, revision.number, content, t, is_seen=is_seen)
    return message.with_keyboard(*buttons)


def behind_more(revision: Revision, background: Background, reader: Reader, t: Phrases, zone: ZoneInfo) -> Html:
    """Return what the glance may leave out, for whoever has to read all of it; empty if it leaves out nothing."""
    if revision.kind in NOTES or not glance(revision, background, reader, t, zone)[1]:
        return Html("")
    content = revision.content
    facts = lines(*_labelled(content, background, t, zone))
    return paragraphs(lines(t("alert-behind-more"), t("alert-what", what=content.what)), facts)


def alert_buttons(
    alert: AlertId, number: int, content: AlertContent, t: Phrases, *, is_seen: bool = False, has_more: bool = False
) -> tuple[tuple[Button, ...], ...]:
    """Make the recipient's buttons for this revision: Gelezen, reporting something, and Meer; once it was seen also
    what was done and the map (not of a tip), why it came, and how to get fewer. The data of Gelezen says whether there
    is a Meer, so that a press leaves it there. A drill has no report and no fewer, and its longer labels a row each."""
    entity = f"{alert}.{MORE}" if has_more else alert
    label, style = ("seen-done", None) if is_seen else ("seen-button", Style.SUCCESS)
    seen = button(drilled(t.plain(label), content, t), "seen", entity, number, style=style)
    more = button(drilled(t.plain("alert-more"), content, t), "whole", alert, number)
    why = button(drilled(t.plain("why"), content, t), "why", alert)
    act = button(drilled(t.plain("act"), content, t), "act", alert)
    shown = button(drilled(t.plain("map"), content, t), "map", alert)
    fewer = button(t.plain("fewer"), "fewer", alert)
    below: tuple[tuple[Button, ...], ...] = ((why, fewer),) if content.is_tip else ((act, why), (shown, fewer))
    if content.is_drill:
        below = ((act,), (why,), (shown,))
    first = (seen,) if content.is_drill else (seen, report_button(alert, t))
    return (first, *(((more,),) if has_more else ()), *(below if is_seen else ()))


def drilled(label: str, content: AlertContent, t: Phrases) -> str:
    """Return the label of a button under a notice; under a drill it says so."""
    return t.plain("drill-button", label=label) if content.is_drill else label


def without_seen(message: Message) -> Message:
    """Return the message without Gelezen, for somebody who did not get it: their press would not count."""
    rows = message.keyboard.rows if isinstance(message.keyboard, Keyboard) else ()
    kept = (tuple(one for one in row if not (one.data or "").startswith("seen:")) for row in rows)
    return message.with_keyboard(*(row for row in kept if row))


def seen_button(revision: Revision, t: Phrases, count: int = 0) -> Button:
    """Make the Gelezen button of a group's chat, with the number of people who pressed it."""
    label = t.plain("seen-counted", count=count) if count else t.plain("seen-button")
    return button(drilled(label, revision.content, t), "seen", revision.alert_id, revision.number, style=Style.SUCCESS)


def report_button(alert: AlertId, t: Phrases) -> Button:
    """Make the button that begins a report from an alert."""
    return button(t.plain("report-button"), "report", alert)


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


def glance(revision: Revision, background: Background, reader: Reader, t: Phrases, zone: ZoneInfo) -> tuple[Html, bool]:
    """Return the text at one glance, and whether something was left out. The facts come before the hint at the button
    below, and that before the end time. A change keeps place and time, as the text that it answers may be far up;
    where that takes too many words, it says behind *Meer* only that the police agree, and names one change. It always
    has that button."""
    content, is_change = revision.content, revision.kind.replaces
    reader = _at_a_distance(content, reader)
    place, advice = _place_and_time(content, background, reader, t, zone), _advice(content, t)
    needed = min(words_in(content.what), _ENOUGH_SAID)
    for most, is_short in _SHORTER if is_change else _SHORTER[:1]:
        below = _below(revision, t, is_short=is_short)
        longest = _above(revision, background, _longest(reader), t, zone, most)
        room = MOST_WORDS - words_in(longest, place, advice, t("alert-call"), below)
        if room >= needed:
            break
    what = _said(revision, background.before, room)
    is_new = _adds_words(revision, background.before)
    known, lasts = short_facts(content, t), _lasts(content, reader, t, zone)
    facts, room = _fitting(known, room - words_in(what))
    hint, room = _fitting([t("alert-report")], room)
    until, _ = _fitting(lasts, room)
    text = paragraphs(
        _above(revision, background, reader, t, zone, most),
        lines(t("alert-what-new" if is_new else "alert-what", what=what), _sentence(facts)),
        joined(" ", place, *until),
        lines(t("alert-advice", advice=advice), joined(" ", t("alert-call"), *hint)),
        _measures(content, background, reader, t),
        below,
    )
    is_whole = what == content.what and (facts, until) == (known, lasts) and TYPED_MO_FIELD not in content.mo
    return text, is_change or not is_whole


def has_measures(content: AlertContent) -> bool:
    """Whether measures stand under the notice itself, and not behind *Meer*: it is about a method or a pattern."""
    return content.severity is Severity.P3 and not content.is_tip


def _measures(content: AlertContent, background: Background, reader: Reader, t: Phrases) -> Html:
    if not has_measures(content):
        return Html("")
    return (
        measures_for(content, background.measures, reader.branches, t) if reader.measures is None else reader.measures
    )


def _said(revision: Revision, before: AlertContent | None, room: int) -> str:
    """Return the text as far as it fits; of an update what it adds alone, and of another change that does not fit, what
    it says anew."""
    content = revision.content
    if before is None or (words_in(content.what) <= room and revision.kind is not RevisionKind.UPDATE):
        return cut(content.what, room)
    new = new_sentences(before.what, content.what)
    return cut(new.removeprefix("… ") if revision.kind is RevisionKind.UPDATE else new, room)


def _adds_words(revision: Revision, before: AlertContent | None) -> bool:
    """Whether it is an update with words that the text before it did not have."""
    return revision.kind is RevisionKind.UPDATE and before is not None and before.what != revision.content.what


def _at_a_distance(content: AlertContent, reader: Reader) -> Reader:
    """Return the reader as the alert counts their distance: not at all for one to a region, which is not about what is
    near."""
    return reader if content.region is None else replace(reader, how_far=None)


def _longest(reader: Reader) -> Reader:
    """Return a reader to whom the first line is as long as to any, so that the same words fit for all. Names of shops
    take no room from the words."""
    how_far = None if reader.how_far is None else _LONGEST_DISTANCE
    return replace(reader, how_far=how_far, ago=_LONGEST_AGO, shops=NOTHING)


def _fitting(parts: Sequence[Html], room: int) -> tuple[list[Html], int]:
    """Return the first parts, as far as they fit in so many words, and the room that is left."""
    kept: list[Html] = []
    for part in parts:
        if words_in(part) > room:
            break
        kept.append(part)
        room -= words_in(part)
    return kept, room


def _above(
    revision: Revision, background: Background, reader: Reader, t: Phrases, zone: ZoneInfo, most: int = MOST_CHANGES
) -> Html:
    """Return the first lines: what changed (so many changes at most), then how urgent it is, what, and how far. A
    changed text is an answer to the text that says how long ago."""
    content = revision.content
    is_change = revision.kind.replaces
    changes = changed_words(background.before, content, reader.now, t, zone, most) if is_change else ""
    changed = t(f"alert-{revision.kind}", changes=changes) if is_change else ""
    if _adds_words(revision, background.before) and changes == t("changed-what"):
        changed = t("alert-update-words")
    at = None if is_change or content.time_of_day else content.occurred_at
    ago = "" if at is None else reader.ago or time_ago(at, reader.now, t)
    head = joined(" · ", _head(content, background, reader.how_far, t), ago)
    return lines(_drill(content, t), changed, head, NOTHING if content.is_tip else reader.shops)


def _head(content: AlertContent, background: Background, how_far: Html | int | None, t: Phrases) -> Html:
    urgency, kind = t(f"urgency-{content.severity}"), kind_words(content.kind, t)
    if content.is_tip:
        return t("alert-head", urgency=urgency, kind=kind)
    if how_far is None:
        return t("alert-head-at", urgency=urgency, kind=kind, place=where(content, t, background.middle))
    in_words = distance(how_far, t) if isinstance(how_far, int) else how_far
    return t("alert-head-far", urgency=urgency, kind=kind, distance=in_words)


def _drill(content: AlertContent, t: Phrases) -> Html:
    return t("alert-drill") if content.is_drill else Html("")


def _advice(content: AlertContent, t: Phrases) -> Html:
    return t(f"advice-{content.kind}", severity=content.severity)


def _below(revision: Revision, t: Phrases, *, is_short: bool = False) -> Html:
    """Return the last lines: who may read it, the number, and the sender; `is_short` as the function alone."""
    content, number = revision.content, t("alert-number", number=revision.alert_number)
    if revision.number > 1:
        number = t("alert-number-version", number=number, revision=str(revision.number))
    share = t(f"alert-share-{content.tlp.name.lower()}")
    return lines(share, joined(" · ", number, sender_words(content, t, is_short=is_short)))


def _place_and_time(content: AlertContent, background: Background, reader: Reader, t: Phrases, zone: ZoneInfo) -> Html:
    """Return where it was, unless the first line says so, and when."""
    if content.is_tip:
        return Html("")
    place = "" if reader.how_far is None else where(content, t, background.middle)
    return _sentence([place, when_words(content, reader.now, t, zone)])


def _lasts(content: AlertContent, reader: Reader, t: Phrases, zone: ZoneInfo) -> list[Html]:
    if content.is_tip:
        return []
    audience = audience_words(content, t)
    lasts = t("alert-lasts", moment=until_words(content.until, reader.now, t, zone))
    return [audience, lasts] if audience else [lasts]


def _labelled(content: AlertContent, background: Background, t: Phrases, zone: ZoneInfo) -> list[Html]:
    """Return what is known, a labelled line each: when, where, how offenders worked, and until when it is valid."""
    if content.is_tip:
        return []
    at = content.occurred_at
    return [
        t("alert-when", moment=moment_told(at, content.time_of_day, t, zone)) if at else Html(""),
        t("alert-where", place=where(content, t, background.middle)),
        *fact_lines(content, t),
        audience_words(content, t),
        t("alert-until", moment=timed(content.until, moment(content.until, t, zone))),
    ]


def _sentence(parts: Sequence[str]) -> Html:
    """Join phrases to a sentence; empty without any. The first may be a link."""
    words = joined(", ", *parts)
    return Html(f"{words[0].upper()}{words[1:]}.") if words else words
