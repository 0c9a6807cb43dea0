"""Forms that end before their last question, because what happened elsewhere leaves nothing to ask."""

from collections.abc import Callable

from alerts.ids import PremisesId
from alerts.ports import Dialogue
from bot.forms.premises import DETAILS, MOVE
from bot.message import Message, NoKeyboard
from bot.replies import Reply, Say, Strip
from bot.scene import Scene


async def end_pointless(scene: Scene, is_pointless: Callable[[Dialogue], bool], text: str) -> list[Reply]:
    """End this person's form if it is such a one: its buttons go, and `text` says so (and takes a keyboard away)."""
    dialogue = await scene.uow.dialogues.get(scene.key)
    if dialogue is None or not is_pointless(dialogue):
        return []
    await scene.uow.dialogues.remove(scene.key)
    buttons: list[Reply] = [Strip(dialogue.prompt_message)] if dialogue.prompt_message else []
    return [*buttons, Say(Message(scene.t(text), NoKeyboard()))]


def asks_about(premises: PremisesId) -> Callable[[Dialogue], bool]:
    """Whether a form is about this shop."""
    return lambda dialogue: dialogue.form in (DETAILS.name, MOVE.name) and dialogue.draft["premises"] == premises
