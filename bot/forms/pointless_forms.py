"""Forms that end before their last question, because an event elsewhere made them pointless."""

from collections.abc import Callable

from alerts.ids import PremisesId
from alerts.ports import Dialogue
from bot.conversation.message import Message, NoKeyboard
from bot.conversation.replies import Reply, Say, Strip
from bot.conversation.request import Request
from bot.forms.opening_hours import HOURS
from bot.forms.premises import DETAILS, MOVE


async def end_pointless(request: Request, is_pointless: Callable[[Dialogue], bool], text: str) -> list[Reply]:
    """End this person's open form if `is_pointless` says so: remove its buttons and the keyboard, and say `text`."""
    dialogue = await request.uow.dialogues.get(request.key)
    if dialogue is None or not is_pointless(dialogue):
        return []
    await request.uow.dialogues.remove(request.key)
    buttons: list[Reply] = [Strip(dialogue.prompt_message)] if dialogue.prompt_message else []
    return [*buttons, Say(Message(request.t(text), NoKeyboard()))]


def asks_about(premises: PremisesId) -> Callable[[Dialogue], bool]:
    """Return a predicate that tells whether a form is about this shop."""
    names = (DETAILS.name, MOVE.name, HOURS.name)
    return lambda dialogue: dialogue.form in names and dialogue.draft["premises"] == premises
