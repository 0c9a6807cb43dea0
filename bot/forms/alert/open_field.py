"""The question about a field of the modus operandi that the words tell in two ways, and its line in the preview."""

from alerts.errors import InvalidText
from alerts.modus_operandi import fields_of
from bot.conversation.form import Answer, Choice, Picked, Question
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft
from texts.html import Html, lines
from texts.modus_operandi import either_words, mo_name
from texts.phrases import Phrases

CHOOSE = "choose."
_MOST = 2  # at a time, so that at most eight buttons stand below the preview


def open_lines(draft: AlertDraft, t: Phrases) -> Html:
    """Say what the words tell in two ways, a line each, with the button that chooses."""
    told = []
    for field, values in _asked(draft).items():
        line = t("alert-line-set", field=_name(field, draft, t), value=either_words(field, values, t))
        told.append(t("report-line-open", line=line, button=_name(field, draft, t)))
    return lines(*told)


def open_rows(draft: AlertDraft, t: Phrases) -> tuple[tuple[Choice, ...], ...]:
    """Make a button for each of these lines."""
    return in_rows([Choice(_name(field, draft, t), CHOOSE + field) for field in _asked(draft)], 2)


async def ask_open_field(draft: AlertDraft, request: Request) -> Question:
    """Ask which value is right; those that the words tell come first."""
    t, field = request.t, draft.mo_open or ""
    told = draft.open_fields.get(field, ())
    values = [*told, *(one for one in fields_of(draft.kind)[field] if one not in told)]
    choices = [Choice(t.plain(f"mo-{field}-{one}"), one) for one in values]
    return Question(t("alert-ask-open-field", field=_name(field, draft, t)), in_rows(choices, 2))


async def take_open_field(draft: AlertDraft, answer: Answer, _request: Request) -> AlertDraft:
    """Take a value. Raises InvalidText."""
    field = draft.mo_open or ""
    if isinstance(answer, Picked) and answer.value in fields_of(draft.kind)[field]:
        return draft.changed(mo={**draft.mo, field: answer.value}, mo_open=None)
    raise InvalidText("tap-a-button")


def _asked(draft: AlertDraft) -> dict[str, tuple[str, ...]]:
    return dict(list(draft.open_fields.items())[:_MOST])


def _name(field: str, draft: AlertDraft, t: Phrases) -> str:
    return t.plain(f"mo-{mo_name(field, draft.kind)}")
