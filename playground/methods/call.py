"""A call of a Bot API method, with the checks that most methods share."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playground.errors import bad_request, too_many_requests
from playground.params import Params
from playground.state import Bot, Chat, Message
from playground.world import World


@dataclass(slots=True)
class Call:
    """A bot's call; its helpers raise ApiRefusal with Telegram's words."""

    world: World
    bot: Bot
    params: Params
    method: str

    def writable_chat(self) -> Chat:
        """Return the chat of `chat_id`, if the bot may write there."""
        return self.world.writable_chat(self.bot, self.params.values.get("chat_id"))

    def known_chat(self) -> Chat:
        """Return the chat of `chat_id`, if the bot may look at it."""
        return self.world.known_chat(self.bot, self.params.values.get("chat_id"))

    def group(self, name: str = "chat_id") -> Chat:
        """Return the group named by a parameter, if the bot may write there."""
        chat = self.world.writable_chat(self.bot, self.params.values.get(name))
        if chat.is_private:
            raise bad_request("method is available only for supergroups")
        return chat

    def message(self, chat: Chat, missing: str) -> Message:
        """Return the message of `message_id`; `missing` is the error's text if it does not exist."""
        message = chat.messages.get(self.params.number("message_id") or 0)
        if message is None:
            raise bad_request(missing)
        return message

    def spend(self, chat: Chat) -> None:
        """Count a message against the rate limits, if they are enforced."""
        limits = self.world.limits
        if limits is None:
            return
        wait = limits.retry_after(self.bot.id, chat, paid=self.params.flag("allow_paid_broadcast"))
        if wait:
            raise too_many_requests(wait)


Method = Callable[[Call], object | Awaitable[object]]
