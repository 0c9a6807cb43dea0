"""What is shown and done in private only."""

from alerts.errors import NotAllowed
from alerts.role import Action
from bot.scene import Scene


def check_private(scene: Scene) -> None:
    """Raise NotAllowed for a stranger, and where others read along."""
    scene.person()
    if not scene.is_private:
        raise NotAllowed("in-private")


async def check_administrator(scene: Scene) -> None:
    """Raise NotAllowed for who administers nothing, and where others read along."""
    await scene.check_may(Action.ADMINISTER)
    check_private(scene)
