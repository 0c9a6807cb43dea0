"""The facts of an alert in words: how offenders worked, in short phrases or line by line, and what a correction
changed."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alerts.alert import AlertContent, IncidentKind
from alerts.mo_record import known_values
from alerts.modus_operandi import MO_FIELDS, TYPED_MO_FIELD
from texts.html import Html, joined
from texts.mo_records import method_lines
from texts.modus_operandi import mo_name
from texts.phrases import Phrases
from texts.times_and_distances import clock, clock_alone, moment, moment_told, timed

_UNKNOWN = "unknown"  # says nothing at a glance
# What helps to recognise somebody comes first.
_ORDER = (
    "offender_count",
    "weapon",
    "exit_mode",
    "exit_direction",
    "face_cover",
    "violence",
    "loot_type",
    "approach",
    "time_band",
    "prior_recon",
)
MOST_CHANGES = 2
_THIS_DAY = timedelta(hours=12)  # a time that is nearer needs no date


def kind_words(kind: IncidentKind, t: Phrases) -> Html:
    """Return the kind of incident as it stands within a sentence."""
    words = t("head-kind-other") if kind is IncidentKind.OTHER else t(f"kind-{kind}")
    return Html(words[0].lower() + words[1:])


def short_facts(content: AlertContent, t: Phrases) -> list[Html]:
    """List what is known of the offenders in short phrases, what helps to recognise them first."""
    return [_fact(field, value, content.kind, t) for field, value in _known(content.mo).items()]


def fact_lines(content: AlertContent, t: Phrases) -> list[Html]:
    """List all that is known of the offenders, a labelled line each."""
    told = method_lines(known_values(content.mo), content.kind, t)
    notes = content.mo.get(TYPED_MO_FIELD)
    return [*told, t("mo-line-language_notes", value=notes)] if notes else told


def when_words(content: AlertContent, now: datetime, t: Phrases, zone: ZoneInfo) -> Html:
    """Return when it happened as it was told; empty when it is not known. A time is the clock alone when it is within
    half a day from now; a part of a day has its date, as a notice is read later too."""
    at = content.occurred_at
    if at is None or content.time_of_day is not None:
        return moment_told(at, content.time_of_day, t, zone) if at else Html("")
    return clock(at, t, zone) if abs(at - now) < _THIS_DAY else moment(at, t, zone)


def until_words(at: datetime, now: datetime, t: Phrases, zone: ZoneInfo) -> Html:
    """Return a moment as it stands behind *until*."""
    return timed(at, clock_alone(at, zone) if abs(at - now) < _THIS_DAY else moment(at, t, zone))


def changed_words(
    before: AlertContent | None, content: AlertContent, now: datetime, t: Phrases, zone: ZoneInfo, most: int
) -> Html:
    """Say what a correction changed, the most telling first, and at most so many changes."""
    if before is None:
        return t("changed-what")
    told = [*_changed_matter(before, content, t), *_changed_times(before, content, now, t, zone)]
    if before.what != content.what or not told:
        told.append(t("changed-what"))
    shown = joined(", ", *told[:most])
    return joined(" ", shown, t("changed-more")) if len(told) > most else shown


def _changed_matter(before: AlertContent, content: AlertContent, t: Phrases) -> list[Html]:
    told = [kind_words(content.kind, t)] if before.kind is not content.kind else []
    if before.severity is not content.severity:
        told.append(t("changed-severity", severity=content.severity))
    was, known = _known(before.mo), _known(content.mo)
    told += [_fact(field, value, content.kind, t) for field, value in known.items() if was.get(field) != value]
    gone = [t.plain(f"mo-{mo_name(field, content.kind)}") for field in was if field not in known]
    return told + [t("fact-dropped", field=name[0].lower() + name[1:]) for name in gone]


def _changed_times(
    before: AlertContent, content: AlertContent, now: datetime, t: Phrases, zone: ZoneInfo
) -> list[Html]:
    told = []
    if (before.occurred_at, before.time_of_day) != (content.occurred_at, content.time_of_day):
        when = when_words(content, now, t, zone)
        told.append(t("changed-when", moment=when) if when else t("changed-no-time"))
    if before.until != content.until:
        told.append(t("changed-until", moment=until_words(content.until, now, t, zone)))
    return told


def _known(mo: Mapping[str, str]) -> dict[str, str]:
    return {field: mo[field] for field in _ORDER if mo.get(field) in MO_FIELDS[field] and mo[field] != _UNKNOWN}


def _fact(field: str, value: str, kind: IncidentKind, t: Phrases) -> Html:
    key = int(value) if value.isdigit() else value
    return t(f"fact-{mo_name(field, kind)}", key=key, value=t(f"mo-{field}-{value}"))
