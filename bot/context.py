"""The context that every handler gets: PTB's, with the scene."""

from typing import Any

from telegram import Bot
from telegram.ext import CallbackContext

from bot.callbacks import Press, read_press
from bot.scene import Scene


class Context(CallbackContext[Bot, dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """PTB's context with what Wees Alert knows about this update."""

    scene: Scene
    press: Press

    def set_scene(self, scene: Scene, data: str | None) -> None:
        """Called once for each update, before its handler."""
        self.scene = scene
        self.press = read_press(data) or Press("")
