"""Question changes: how an answered question gives way to the next one, or to what a finished form says.

A question that was answered by a button is changed into the next one. Where an edit cannot be that (it may have to
protect its text, or bring a keyboard under the typing field), the next one is sent and the answered one is deleted. A
question that was answered by typing stays above the answer, without its buttons.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from alerts.ports import Dialogue
from bot.conversation.message import LocationKeyboard, Message, NoKeyboard
from bot.conversation.replies import Edit, Prompt, Replies, Reply, Say, Strip, Withdraw
from texts.html import Html


def next_question(left: Dialogue, prompt: Prompt, *, begins: Html | None, is_pressed: bool) -> Replies:
    """Return the replies that ask the next question in place of the one that was left. `begins` is the line that takes
    a location keyboard away; None without one."""
    asked = replace(prompt, messages=_without_location(prompt.messages, begins), in_place=is_pressed)
    is_hint_over = begins is not None or _have(prompt.messages, LocationKeyboard)
    hint = _hint_withdrawn(left) if is_hint_over else ()
    return [asked, *_withdrawn(left), *hint] if is_pressed else [*_stripped(left), asked, *hint]


def last_line(left: Dialogue, said: Replies, *, begins: Html | None, is_pressed: bool) -> Replies:
    """Return the replies of a form that ended: the first of them takes the place of the question that was left."""
    told = list(said) if begins is None else _carrying(said, begins)
    hint = _hint_withdrawn(left)
    if not is_pressed:
        return [*_stripped(left), *told, *hint]
    first = next((at for at, one in enumerate(told) if isinstance(one, Say | Prompt)), None)
    if first is not None:
        told[first] = _in_place(told[first])
    return [*told, *_withdrawn(left), *hint]


def _without_location(messages: tuple[Message, ...], begins: Html | None) -> tuple[Message, ...]:
    """Take the location keyboard away with the first message, or with one before it, as buttons under a message leave
    no room for that; it stays where it is wanted again."""
    if begins is None or _have(messages, LocationKeyboard) or _have(messages, NoKeyboard):
        return messages
    if messages[0].keyboard is None:
        return (replace(messages[0], keyboard=NoKeyboard()), *messages[1:])
    return (Message(begins, NoKeyboard()), *messages)


def _carrying(said: Replies, begins: Html) -> list[Reply]:
    """Take the location keyboard away with one of these replies, else with one before them."""
    if any(isinstance(one, Prompt) and _have(one.messages, NoKeyboard) for one in said):
        return list(said)
    bare = next((at for at, one in enumerate(said) if isinstance(one, Say) and _has_room(one.message)), None)
    if bare is None:
        return [Say(Message(begins, NoKeyboard())), *said]
    carrier = said[bare]
    assert isinstance(carrier, Say)
    carrying = replace(carrier, message=replace(carrier.message, keyboard=NoKeyboard()))
    return [*said[:bare], carrying, *said[bare + 1 :]]


def _has_room(message: Message) -> bool:
    return message.keyboard is None or isinstance(message.keyboard, NoKeyboard)


def _have(messages: Iterable[Message], keyboard: type[LocationKeyboard] | type[NoKeyboard]) -> bool:
    return any(isinstance(one.keyboard, keyboard) for one in messages)


def _in_place(reply: Reply) -> Reply:
    match reply:
        case Say(shown=None):
            return Edit(reply.message, takes_place=True)
        case Prompt():
            return replace(reply, in_place=True)
        case _:
            return reply


def _stripped(left: Dialogue) -> Sequence[Reply]:
    return [Strip(left.prompt_message)] if left.prompt_message else []


def _hint_withdrawn(left: Dialogue) -> Sequence[Reply]:
    """Delete the hint above a location question: the line with the place that was understood takes its place."""
    return [Withdraw(left.prompt_hint)] if left.prompt_hint else []


def _withdrawn(left: Dialogue) -> Sequence[Reply]:
    return [Withdraw(left.prompt_message)] if left.prompt_message else []
