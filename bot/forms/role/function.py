"""The question under which function others see the holder of a role: chosen, typed, or the usual one."""

from alerts.invite import LABEL_LENGTH
from alerts.role import Function, Role
from alerts.role_function import FUNCTIONS
from alerts.shop_name import shop_name
from bot.conversation.form import Answer, Choice, Draft, Picked, Question
from bot.forms.questions.typed_text import typed
from texts.phrases import Phrases


class FunctionDraft(Draft):
    """The function that was chosen, or the one that was typed; neither is the usual one of the role."""

    label: str | None = None
    function: Function | None = None


def function_question(role: Role | None, t: Phrases) -> Question:
    """Ask for a function of the role or a typed label; skipping it keeps the role's usual name."""
    rows = tuple((Choice(t.plain(f"function-{one}"), one),) for one in _functions(role))
    return Question(t("role-invite-label"), rows)


def taken_function(role: Role | None, answer: Answer) -> dict[str, str | Function | None]:
    """Return the fields of a `FunctionDraft` for this answer. Raises what a typed name raises."""
    if isinstance(answer, Picked) and answer.value in _functions(role):
        return {"function": Function(answer.value), "label": None}
    return {"label": shop_name(typed(answer), LABEL_LENGTH), "function": None}


def _functions(role: Role | None) -> tuple[Function, ...]:
    return FUNCTIONS.get(role, ()) if role else ()
