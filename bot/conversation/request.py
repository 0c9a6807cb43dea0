"""The request: everything that a handler or a form may know and use while it answers one update."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Bot
from telegram.ext import CallbackContext

from alerts.area import Place
from alerts.errors import AlertsError, NotAllowed, OutOfReach
from alerts.limits import REPORTS, Quotas
from alerts.member import Language, Member
from alerts.ports import DialogueKey, UnitOfWork
from alerts.refusal import reason_of
from alerts.role import Action, Actor, Grant, Matter, is_police, may
from alerts.services.permission.locate_matter import located
from bot.conversation.callbacks import Press, read_press
from bot.conversation.view import View, deep_link
from texts.phrases import Phrases


@dataclass(slots=True)
class Request:
    """The request of one person in one chat at one moment, inside one transaction. `member` is None for a stranger.
    `has_answered` is false once what they typed turned out to be no answer to the open question, nor its beginning."""

    uow: UnitOfWork
    now: datetime
    zone: ZoneInfo
    texts: Mapping[Language, Phrases]
    language: Language
    channel: str
    key: DialogueKey
    bot_username: str
    member: Member | None = None
    grants: tuple[Grant, ...] = ()
    report_quotas: Quotas = REPORTS
    refusals: list[str] = field(default_factory=list)
    has_answered: bool = True

    @property
    def t(self) -> Phrases:
        """The texts in this person's language, with the variants for police if they are police."""
        phrases = self.texts[self.language]
        return phrases.for_police if is_police(self.grants, self.now) else phrases

    @property
    def is_private(self) -> bool:
        """Whether this is the person's own chat, in which nobody else reads along."""
        return self.key.chat_ref == self.key.person_ref

    @property
    def actor(self) -> Actor:
        """The member with the roles granted to them. Raises NotAllowed for a stranger."""
        return Actor(self.person(), self.grants)

    def person(self) -> Member:
        """Return the member. Raises NotAllowed for a stranger, with how to become one."""
        if self.member is None:
            raise NotAllowed("start-first")
        return self.member

    async def may(self, action: Action, about: Matter | Place | None = None) -> bool:
        """Return whether this person may do the action in this matter; without a matter: anywhere at all."""
        matter = None if about is None else await located(self.uow, about)
        return may(self.grants, action, matter, now=self.now)

    async def check_may(self, action: Action, about: Matter | Place | None = None) -> None:
        """Raise NotAllowed unless this person may do the action in this matter."""
        if not await self.may(action, about):
            raise NotAllowed(action if about is None or not await self.may(action) else "outside-scope")

    async def check_reach(self, action: Action, about: Matter | Place) -> None:
        """Raise OutOfReach unless this person may act on something named by its number; the error does not tell whether
        it exists."""
        if not await self.may(action, about):
            raise OutOfReach("outside-scope")

    def refuse(self, why: str | AlertsError) -> None:
        """Note for the audit record, by a key or by the error, that the reply refuses what was asked for."""
        reason = why if isinstance(why, str) else reason_of(why)
        if reason is not None:
            self.refusals.append(reason)

    def view(self) -> View:
        """Return a view to render from, here and now, without the fields of a notice."""
        reader = self.member.id if self.member else None
        return View({}, self.t, self.uow, self.now, self.zone, self.bot_username, reader)

    def link(self, payload: str) -> str:
        """Return a deep link to this bot."""
        return deep_link(self.bot_username, payload)


# The context that every handler gets: PTB's, with the request.


class Context(CallbackContext[Bot, dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """PTB's context with the request, and the press, of this update."""

    request: Request
    press: Press

    def set_request(self, request: Request, data: str | None) -> None:
        """Set the request and the press; called once for each update, before its handler."""
        self.request = request
        self.press = read_press(data) or Press("")
