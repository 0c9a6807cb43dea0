"""One call of a method, and what most methods ask of it."""

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
        """The chat of `chat_id`, if the bot may write there."""
        return self.world.writable_chat(self.bot, self.params.values.get("chat_id"))

    def known_chat(self) -> Chat:
        """The chat of `chat_id`, if the bot may look at it."""
        return self.world.known_chat(self.bot, self.params.values.get("chat_id"))

    def group(self, name: str = "chat_id") -> Chat:
        """The group of a parameter, of which the bot is a member."""
        chat = self.world.writable_chat(self.bot, self.params.values.get(name))
        if chat.is_private:
            raise bad_request("method is available only for supergroups")
        return chat

    def group_as_admin(self, right: str) -> Chat:
        """The group of `chat_id`, in which the bot has a right."""
        chat = self.group()
        if not chat.member(self.bot.id).may(right):
            raise bad_request("not enough rights")
        return chat

    def message(self, chat: Chat, missing: str) -> Message:
        """The message of `message_id`; `missing` is said when it is not there."""
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
