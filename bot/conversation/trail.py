"""The trail of a dialogue: the steps that lead to the open one, and the detours among them."""

from dataclasses import replace
from typing import Any

from alerts.ports import Dialogue
from bot.conversation.form import Detour, Draft, Form, Step

_DETOUR = ">"  # before the name of the step to which a detour leads back


def onwards(dialogue: Dialogue, step: Step[Any], draft: Draft) -> Dialogue:
    """Return the dialogue at a step that follows."""
    return _at(dialogue, step.name, (*dialogue.trail, dialogue.step), draft)


def on_detour(dialogue: Dialogue, taken: Detour[Draft]) -> Dialogue:
    """Return the dialogue at the step to which an answer leads, from which it comes back here, or goes on as from
    here."""
    if not taken.comes_back:
        trail = dialogue.trail if is_on_detour(dialogue) else (*dialogue.trail, dialogue.step)
        return _at(dialogue, taken.step, trail, taken.draft)
    return _at(dialogue, taken.step, (*dialogue.trail, dialogue.step, _DETOUR + dialogue.step), taken.draft)


def is_on_detour(dialogue: Dialogue) -> bool:
    """Tell whether the open step leads back to the one before it."""
    return bool(dialogue.trail) and dialogue.trail[-1].startswith(_DETOUR)


def after_detour(dialogue: Dialogue, draft: Draft) -> Dialogue:
    """Return the dialogue at the step from which the detour began, with the answer."""
    return _at(dialogue, dialogue.trail[-1].removeprefix(_DETOUR), dialogue.trail[:-2], draft)


def back(dialogue: Dialogue, form: Form[Any], draft: Draft) -> Dialogue:
    """Return the dialogue at the step before, without an answer."""
    if is_on_detour(dialogue):
        return replace(dialogue, step=dialogue.trail[-2], trail=dialogue.trail[:-2])
    step, trail = form.back(dialogue.trail, draft)
    return replace(dialogue, step=step, trail=trail)


def _at(dialogue: Dialogue, step: str, trail: tuple[str, ...], draft: Draft) -> Dialogue:
    return replace(dialogue, step=step, trail=trail, draft=draft.model_dump(mode="json"))
