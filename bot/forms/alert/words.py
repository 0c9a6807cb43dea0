"""The first step of an alert: what happened, typed in one line or as a kind that is tapped.

What a typed text says goes into the fields; the guard looks at it before it is read.
"""

from datetime import UTC, datetime
from typing import Any

from alerts.alert import WHAT_LENGTH, IncidentKind
from alerts.errors import NotAllowed
from alerts.guard.off_loop import off_loop
from alerts.modus_operandi import fields_of
from alerts.reading import Reading, ReadPlace, read
from alerts.report import kind_by_loot
from bot.conversation.form import Answer, Choice, Picked, Question, Typed, marked
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.alert.audience import with_audiences
from bot.forms.alert.draft import AlertDraft
from bot.forms.questions.place import is_of_several, place_of
from bot.forms.questions.text_edit import edited
from bot.forms.questions.typed_text import checked, typed
from bot.forms.report.from_reading import clothing_of, vehicle_of
from texts.html import paragraphs

STEPS, OTHER = "steps", "other"
LIKELY = (
    IncidentKind.ROBBERY,
    IncidentKind.ROBBERY_ATTEMPT,
    IncidentKind.RECONNAISSANCE,
    IncidentKind.SUSPICIOUS_SITUATION,
)
# Fields of the reading that are fields of the modus operandi too.
_MO = ("approach", "weapon", "violence", "face_cover", "loot_type", "exit_mode", "exit_direction")


async def ask_words(draft: AlertDraft, request: Request) -> Question:
    """Ask what happened and where; what was typed before is there to copy."""
    t = request.t
    now = "alert-what-now-protected" if draft.is_protected else "alert-what-now"
    kinds = [Choice(marked(t.plain(f"kind-{kind}"), kind is draft.kind), kind) for kind in LIKELY]
    others = (Choice(t.plain("alert-other-kind"), OTHER), Choice(t.plain("alert-steps"), STEPS))
    known = (t(now, what=draft.words), t("alert-what-edit")) if draft.words else ()
    text = paragraphs(t("alert-ask-words"), *known)
    return Question(text, (*in_rows(kinds, 2), others))


def whole_words(draft: AlertDraft, answer: str) -> str:
    """Return the text that a typed answer makes of the present words. Raises InvalidText."""
    return edited(draft.words, answer)


async def take_words(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft:
    """Take a typed text and fill in what it says, or take a kind; or go on step by step. Raises InvalidText."""
    match answer:
        case Picked(value) if value == STEPS:
            return draft.changed(is_short=False, what=draft.what or draft.words)
        case Picked(value) if value == OTHER:
            return draft.changed(kind=None, shows_all="kind")
        case Picked(value) if value in set(LIKELY):
            return draft.changed(kind=IncidentKind(value))
        case _:
            return await with_words(draft, await checked(typed(answer), WHAT_LENGTH), request)


async def with_words(draft: AlertDraft, text: str, request: Request) -> AlertDraft:
    """Return the draft with this text as its words, and with what it says in the fields. Another text before it is
    forgotten."""
    reading = await off_loop(read, text, now=draft.heard_at or request.now, zone=request.zone)
    told = draft.changed(words=text, is_own_words=None, **_fields(reading, text), **_time(reading, draft))
    return await _with_place(told, reading.place, request)


def _fields(reading: Reading, text: str) -> dict[str, Any]:
    kind = kind_by_loot(reading.kind, reading.loot_type).incident if reading.kind else None
    told = {"offender_count": reading.persons, **{field: getattr(reading, field) for field in _MO}}
    known = fields_of(kind)
    return {
        "kind": kind,
        "mo": {field: value for field, value in told.items() if value in known.get(field, ())},
        "signals": reading.signals,
        "clothing": clothing_of(reading),
        "vehicle": vehicle_of(reading, text),
        "hit": reading.branches,
    }


def _time(reading: Reading, draft: AlertDraft) -> dict[str, datetime | frozenset[str] | None]:
    if reading.occurred_at is None:
        return {"occurred_at": None}
    return {"occurred_at": reading.occurred_at.astimezone(UTC), "by_default": draft.by_default - {"when"}}


async def _with_place(draft: AlertDraft, told: ReadPlace, request: Request) -> AlertDraft:
    """Return the draft with the place that was named; one that needs a question or lies out of scope is left open."""
    code = told.pc6 or told.pc4
    if code is None:
        return draft.changed(outside=None)
    found = await place_of(Typed(code), request, allow_pc4=True)
    if is_of_several(found):
        return draft.changed(place=found, outside=None)
    if found.doubt is not None:
        return draft.changed(place=None, outside=None)
    try:
        return (await with_audiences(draft, found.place, request)).changed(place=found, outside=None)
    except NotAllowed as error:
        request.refuse(error)
        return draft.changed(place=None, outside=found.code)
