"""What is shown and done in private only."""

from telegram import Update

from alerts.errors import NotAllowed
from alerts.role import Action
from bot.context import Context
from bot.handlers.matching import Callback
from bot.replies import Replies
from bot.scene import Scene


def check_private(scene: Scene) -> None:
    """Raise NotAllowed for a stranger, and where others read along."""
    scene.person()
    if not scene.is_private:
        raise NotAllowed("in-private")


def in_private(callback: Callback) -> Callback:
    """The same for members in private; refused to anybody else, as above."""

    async def answered(update: Update, context: Context) -> Replies:
        check_private(context.scene)
        return await callback(update, context)

    return answered


async def check_administrator(scene: Scene) -> None:
    """Raise NotAllowed for who administers nothing, and where others read along."""
    await scene.check_may(Action.ADMINISTER)
    check_private(scene)
