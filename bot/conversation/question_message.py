"""Question messages: render the open question of a dialogue, and the question which of two dialogues to go on with."""

from typing import Any

from alerts.ports import Dialogue
from bot.conversation.callbacks import button
from bot.conversation.form import Draft, Form, Question
from bot.conversation.message import Button, Keyboard, Message
from bot.conversation.replies import Prompt
from texts.phrases import Phrases

PICK, BACK, SKIP, SAVE, CANCEL, RESUME, RESTART = "pick", "back", "skip", "save", "cancel", "resume", "restart"


def prompt_of(dialogue: Dialogue, form: Form[Any], question: Question, draft: Draft, t: Phrases) -> Prompt:
    """Return the messages that ask this question of the dialogue, with its buttons."""
    rows = [
        *(tuple(button(one.label, PICK, one.value, dialogue.version) for one in row) for row in question.rows),
        *((link,) for link in question.links),
        *_navigation(dialogue, form, t),
    ]
    message = Message(question.text, Keyboard(tuple(rows)) if rows else None, is_protected=draft.is_protected)
    return Prompt(dialogue.key, dialogue.version, (*question.before, message))


def _navigation(dialogue: Dialogue, form: Form[Any], t: Phrases) -> list[tuple[Button, ...]]:
    version = dialogue.version
    row = [button(t.plain("nav-back"), BACK, version=version)] if dialogue.trail else []
    if (step := form.step(dialogue.step)).is_skippable:
        row.append(button(t.plain(step.skip_label), SKIP, version=version))
    if form.save is not None:
        row.append(button(t.plain("nav-save"), SAVE, version=version))
    if form.can_cancel:
        row.append(button(t.plain("nav-cancel"), CANCEL, version=version))
    return [tuple(row[:2]), tuple(row[2:])] if len(row) > 2 else [tuple(row)] if row else []


def which_of_two(under_way: Dialogue, form: str, argument: str, t: Phrases) -> Message:
    """Ask whether to go on with the dialogue under way or to begin the wanted form instead."""
    wanted = f"{form}.{argument}" if argument else form
    text = t("dialogue-which", current=t.plain(f"form-{under_way.form}"), wanted=t.plain(f"form-{form}"))
    resume = t.plain("dialogue-resume", current=t.plain(f"form-{under_way.form}"))
    is_same = under_way.form == form
    restart = t.plain("dialogue-anew" if is_same else "dialogue-restart", wanted=t.plain(f"form-{form}"))
    return Message(text).with_keyboard(
        (button(resume, RESUME, version=under_way.version),),
        (button(restart, RESTART, wanted, under_way.version),),
    )
