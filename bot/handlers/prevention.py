"""Tips for a KVO group: /preventie."""

from telegram import Update

from alerts.role import Action
from bot.context import Context
from bot.forms import dialogues
from bot.forms.prevention import NAME
from bot.handlers.matching import Handler, command
from bot.replies import Replies


def handlers() -> list[Handler]:
    """What managers of groups do."""
    return [command("preventie", "prevention", write)]


async def write(_update: Update, context: Context) -> Replies:
    """Begin a tip."""
    scene = context.scene
    await scene.check_may(Action.SEND_PREVENTION)
    return await dialogues.begin(NAME, scene)
