"""The fields of a correction: what a form holds, what it says, and what a colleague changed meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import LONGEST_LIVE, WHAT_LENGTH, AlertContent, IncidentKind
from alerts.errors import InvalidText, Rejected
from alerts.guard.off_loop import off_loop
from alerts.modus_operandi import MO_FIELDS, NOTES_LENGTH, TYPED_MO_FIELD, fields_of
from alerts.severity import Severity
from alerts.typed_text import check_language, check_together, checked, tidied
from console.local_time import field_value, read_field
from console.part_of_day import PART_OF_DAY, box_value, part_told

KINDS = tuple(kind for kind in IncidentKind if kind is not IncidentKind.PREVENTION)
MO = tuple(f"mo-{name}" for name in (*MO_FIELDS, TYPED_MO_FIELD))
NAMES = ("kind", "what", "when", PART_OF_DAY, "severity", "until", *MO)
_NOTES = f"mo-{TYPED_MO_FIELD}"
Typed = Mapping[str, str]


@dataclass
class Read:
    """What the fields say: the content as far as it could be read, and what is wrong, by field."""

    content: AlertContent
    wrong: dict[str, Rejected] = field(default_factory=dict)


def typed_of(content: AlertContent, zone: ZoneInfo) -> dict[str, str]:
    """Return the fields that hold this content."""
    return {
        "kind": content.kind.value,
        "what": content.what,
        "when": field_value(content.occurred_at, zone),
        PART_OF_DAY: box_value(content.occurred_at, content.time_of_day, zone),
        "severity": content.severity.value,
        "until": field_value(content.until, zone),
        **{name: content.mo.get(name.removeprefix("mo-"), "") for name in MO},
    }


async def read_fields(typed: Typed, said: AlertContent, now: datetime, zone: ZoneInfo) -> Read:
    """Read the fields; what was not changed stays exactly as it was said."""
    read, before = Read(said), typed_of(said, zone)
    _choose(read, typed)
    await _read_words(read, typed)
    try:
        _read_when(read, typed, before, now, zone)
    except InvalidText as error:
        read.wrong["when"] = error
    try:
        if typed["until"] != before["until"]:
            until = read_field(typed["until"], now, zone, is_future=True)
            if until > now + LONGEST_LIVE:
                raise InvalidText("too-far-away", days=LONGEST_LIVE.days)
            read.content = replace(read.content, until=until)
    except InvalidText as error:
        read.wrong["until"] = error
    return read


def _read_when(read: Read, typed: Typed, before: Typed, now: datetime, zone: ZoneInfo) -> None:
    """Take when it happened; another time takes the place of a part of the day. Raises InvalidText."""
    if typed["when"] != before["when"]:
        at = read_field(typed["when"], now, zone, is_future=False) if typed["when"].strip() else None
        read.content = replace(read.content, occurred_at=at)
    read.content = replace(read.content, time_of_day=part_told(typed[PART_OF_DAY], typed["when"]))


def _choose(read: Read, typed: Typed) -> None:
    """Take what is chosen from lists. A value that this kind of incident cannot have is left out, as in the chat."""
    if typed["kind"] in set(KINDS):
        read.content = replace(read.content, kind=IncidentKind(typed["kind"]))
    else:
        read.wrong["kind"] = InvalidText("choose")
    if typed["severity"] in set(Severity):
        read.content = replace(read.content, severity=Severity(typed["severity"]))
    else:
        read.wrong["severity"] = InvalidText("choose")
    known = fields_of(read.content.kind)
    chosen = {name: typed[f"mo-{name}"] for name in known if typed[f"mo-{name}"] in known[name]}
    read.content = replace(read.content, mo=chosen)


async def _read_words(read: Read, typed: Typed) -> None:
    notes = tidied(typed[_NOTES])
    try:
        if notes:
            await off_loop(check_language, await checked(notes, NOTES_LENGTH))
            read.content = replace(read.content, mo={**read.content.mo, TYPED_MO_FIELD: notes})
    except InvalidText as error:
        read.wrong[_NOTES] = error
    try:
        what = await checked(tidied(typed["what"].replace("\r\n", "\n")), WHAT_LENGTH)
        await off_loop(check_together, what, notes)
        read.content = replace(read.content, what=what)
    except InvalidText as error:
        read.wrong["what"] = error


def merged(typed: Typed, began: AlertContent, newest: AlertContent, zone: ZoneInfo) -> tuple[dict[str, str], set[str]]:
    """Return the fields after a colleague changed the notice since this person began, and which fields of theirs the
    colleague changed otherwise: what this person did not touch becomes the newest, what they typed stays."""
    before, after = typed_of(began, zone), typed_of(newest, zone)
    fields = {name: after[name] if _plain(typed[name]) == _plain(before[name]) else typed[name] for name in NAMES}
    changed = {name for name in NAMES if _plain(before[name]) != _plain(after[name])}
    return fields, {name for name in changed if _plain(fields[name]) != _plain(after[name])}


def _plain(value: str) -> str:
    """Return a value as it was before a browser sent it."""
    return value.replace("\r\n", "\n").strip()
