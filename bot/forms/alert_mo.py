"""The modus operandi: a list of fields, each with its values as buttons."""

from alerts.errors import InvalidText
from alerts.mo import MO_FIELDS, TYPED_MO_FIELD
from bot.form import Answer, Choice, Picked, Question, Stay, marked
from bot.forms.alert_draft import AlertDraft
from bot.forms.alert_what import checked, typed
from bot.message import Html, in_rows, paragraphs
from bot.render.alert import mo_name
from bot.scene import Scene
from bot.texts import Phrases

NOTES_LENGTH = 120


def mo_value(field: str, value: str, t: Phrases) -> str:
    """A value in words; typed values are their own words."""
    return value if field == TYPED_MO_FIELD else t.plain(f"mo-{field}-{value}")


async def ask_mo(draft: AlertDraft, scene: Scene) -> Question:
    """The fields with what was chosen, or the values of the one that is open."""
    t, field = scene.t, draft.mo_open
    if field is None:
        return Question(t("alert-ask-mo"), _fields(draft, t))
    close = (Choice(t.plain("alert-mo-close"), "close"),)
    if field == TYPED_MO_FIELD:
        return Question(paragraphs(t("alert-ask-language-notes"), _now(draft, field, t)), (close,))
    values = [
        Choice(marked(t.plain(f"mo-{field}-{value}"), draft.mo.get(field) == value), f"set.{field}.{value}")
        for value in MO_FIELDS[field]
    ]
    return Question(
        t("alert-ask-mo-field", field=t.plain(f"mo-{mo_name(field, draft.kind)}")), (*in_rows(values, 2), close)
    )


async def take_mo(draft: AlertDraft, answer: Answer, _scene: Scene) -> AlertDraft | Stay[AlertDraft]:
    """Open a field, choose (or take back) a value, type the notes, or go on."""
    if not isinstance(answer, Picked):
        if draft.mo_open != TYPED_MO_FIELD:
            raise InvalidText("tap-a-button")
        return Stay(_with_value(draft, TYPED_MO_FIELD, checked(typed(answer), NOTES_LENGTH)))
    match answer.value.split("."):
        case ["done"]:
            return draft.changed(mo_open=None)
        case ["close"]:
            return Stay(draft.changed(mo_open=None))
        case ["open", field] if field in MO_FIELDS or field == TYPED_MO_FIELD:
            return Stay(draft.changed(mo_open=field))
        case ["set", field, value] if value in MO_FIELDS.get(field, ()):
            return Stay(_with_value(draft, field, value))
        case _:
            raise InvalidText("tap-a-button")


def _with_value(draft: AlertDraft, field: str, value: str) -> AlertDraft:
    mo = {name: old for name, old in draft.mo.items() if name != field}
    if draft.mo.get(field) != value:
        mo[field] = value
    return draft.changed(mo=mo, mo_open=None)


def _fields(draft: AlertDraft, t: Phrases) -> tuple[tuple[Choice, ...], ...]:
    buttons = [Choice(_label(draft, field, t), f"open.{field}") for field in (*MO_FIELDS, TYPED_MO_FIELD)]
    return (*in_rows(buttons, 2), (Choice(t.plain("alert-done"), "done"),))


def _label(draft: AlertDraft, field: str, t: Phrases) -> str:
    name = t.plain(f"mo-{mo_name(field, draft.kind)}")
    return marked(f"{name}: {mo_value(field, draft.mo[field], t)}", is_chosen=True) if field in draft.mo else name


def _now(draft: AlertDraft, field: str, t: Phrases) -> Html:
    return t("alert-now-set", value=draft.mo[field]) if field in draft.mo else Html("")
