"""Scene: all that a handler or a form may know and use while it answers one update."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.area import Place
from alerts.errors import AlertsError, NotAllowed
from alerts.limits import REPORTS, Quotas
from alerts.member import Language, Member
from alerts.ports import DialogueKey, UnitOfWork
from alerts.refusal import reason_of
from alerts.role import Action, Actor, Grant, Matter, may
from alerts.services.find_coordinators import located
from bot.render.link import deep_link
from bot.render.view import View
from bot.texts import Phrases


@dataclass(slots=True)
class Scene:
    """One person in one chat at one moment, inside one transaction. `member` is None for a stranger."""

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

    @property
    def t(self) -> Phrases:
        """The texts in this person's language."""
        return self.texts[self.language]

    @property
    def is_private(self) -> bool:
        """Whether nobody else reads along."""
        return self.key.chat_ref == self.key.person_ref

    @property
    def actor(self) -> Actor:
        """The member with the grants. Raises NotAllowed for a stranger."""
        return Actor(self.person(), self.grants)

    def person(self) -> Member:
        """The member. Raises NotAllowed for a stranger, with how to become one."""
        if self.member is None:
            raise NotAllowed("start-first")
        return self.member

    async def may(self, action: Action, about: Matter | Place | None = None) -> bool:
        """Whether this person may do it in this matter; without one: anywhere at all."""
        matter = None if about is None else await located(self.uow, about)
        return may(self.grants, action, matter, now=self.now)

    async def check_may(self, action: Action, about: Matter | Place | None = None) -> None:
        """Raise NotAllowed unless this person may do it there."""
        if not await self.may(action, about):
            raise NotAllowed(action if about is None or not await self.may(action) else "outside-scope")

    def refuse(self, why: str | AlertsError) -> None:
        """What was asked for is not done, and the reply says so: for the audit record, by a key or by the error."""
        reason = why if isinstance(why, str) else reason_of(why)
        if reason is not None:
            self.refusals.append(reason)

    def view(self) -> View:
        """What to render from, here and now, without the fields of a notice."""
        reader = self.member.id if self.member else None
        return View({}, self.t, self.uow, self.now, self.zone, self.bot_username, reader)

    def link(self, payload: str) -> str:
        """A deep link to this bot."""
        return deep_link(self.bot_username, payload)
