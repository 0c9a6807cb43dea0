"""The modus operandi step: a list of fields, each with its values as buttons."""

from alerts.errors import InvalidText
from alerts.guard.off_loop import off_loop
from alerts.modus_operandi import NOTES_LENGTH, TYPED_MO_FIELD, fields_of
from alerts.typed_text import check_language, check_together, checked
from bot.conversation.form import Answer, Choice, Picked, Question, Stay, marked
from bot.conversation.likely_choices import MORE, MOST, likely_choices
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft
from bot.forms.questions.more import more_choice
from bot.forms.questions.typed_text import typed
from texts.html import Html, paragraphs
from texts.modus_operandi import mo_name
from texts.phrases import Phrases

_LIKELY = ("offender_count", "approach", "weapon", "loot_type", "exit_mode", TYPED_MO_FIELD)
_ROOM = MOST - 2  # beside the buttons for more and to go on


def mo_value(field: str, value: str, t: Phrases) -> str:
    """Return a value in words; a typed value is returned as it is."""
    return value if field == TYPED_MO_FIELD else t.plain(f"mo-{field}-{value}")


async def ask_mo(draft: AlertDraft, request: Request) -> Question:
    """Show the fields with their chosen values, or the values of the open field."""
    t, field, fields = request.t, draft.mo_open, fields_of(draft.kind)
    if field is None or field not in (*fields, TYPED_MO_FIELD):  # the field was opened before the kind changed
        return Question(t("alert-ask-mo"), _fields(draft, t))
    close = (Choice(t.plain("alert-mo-close"), "close"),)
    if field == TYPED_MO_FIELD:
        return Question(paragraphs(t("alert-ask-language-notes"), _now(draft, field, t)), (close,))
    values = [
        Choice(marked(t.plain(f"mo-{field}-{value}"), draft.mo.get(field) == value), f"set.{field}.{value}")
        for value in fields[field]
    ]
    return Question(
        t("alert-ask-mo-field", field=t.plain(f"mo-{mo_name(field, draft.kind)}")), (*in_rows(values, 2), close)
    )


async def take_mo(draft: AlertDraft, answer: Answer, _request: Request) -> AlertDraft | Stay[AlertDraft]:
    """Take an answer: open a field, choose or clear a value, type the notes, or continue."""
    if not isinstance(answer, Picked):
        if draft.mo_open != TYPED_MO_FIELD:
            raise InvalidText("tap-a-button")
        notes = await checked(typed(answer), NOTES_LENGTH)
        await off_loop(check_language, notes)
        await off_loop(check_together, draft.what, notes)
        return Stay(_with_value(draft, TYPED_MO_FIELD, notes))
    match answer.value.split("."):
        case ["more" | "less" as shown]:
            return Stay(draft.changed(shows_all="mo" if shown == MORE else None))
        case ["done"]:
            return draft.changed(mo_open=None)
        case ["close"]:
            return Stay(draft.changed(mo_open=None))
        case ["open", field] if field in fields_of(draft.kind) or field == TYPED_MO_FIELD:
            return Stay(draft.changed(mo_open=field))
        case ["set", field, value] if value in fields_of(draft.kind).get(field, ()):
            return Stay(_with_value(draft, field, value))
        case _:
            raise InvalidText("tap-a-button")


def _with_value(draft: AlertDraft, field: str, value: str) -> AlertDraft:
    mo = {name: old for name, old in draft.mo.items() if name != field}
    if draft.mo.get(field) != value:
        mo[field] = value
    return draft.changed(mo=mo, mo_open=None)


def _fields(draft: AlertDraft, t: Phrases) -> tuple[tuple[Choice, ...], ...]:
    every, is_whole = [*fields_of(draft.kind), TYPED_MO_FIELD], draft.shows_all == "mo"
    shown = every if is_whole else likely_choices(every, _LIKELY, draft.mo, _ROOM)
    buttons = [Choice(_label(draft, field, t), f"open.{field}") for field in shown]
    last = (more_choice(t, shows_all=is_whole), Choice(t.plain("alert-done"), "done"))
    return (*in_rows(buttons, 2), last)


def _label(draft: AlertDraft, field: str, t: Phrases) -> str:
    name = t.plain(f"mo-{mo_name(field, draft.kind)}")
    return marked(f"{name}: {mo_value(field, draft.mo[field], t)}", is_chosen=True) if field in draft.mo else name


def _now(draft: AlertDraft, field: str, t: Phrases) -> Html:
    return t("alert-now-set", value=draft.mo[field]) if field in draft.mo else Html("")
