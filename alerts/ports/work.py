"""What is under way, in storage: updates, dialogues, kept forms, facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from alerts.ids import (
    MemberId,
)
from alerts.member import Language


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """One update as the platform sent it. `lane` is what keeps its order: the chat, or the person without one."""

    update_id: int
    lane: str
    body: str


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """An update that waits to be handled; `attempts` counts failures so far."""

    id: int
    update_id: int
    lane: str
    body: str
    attempts: int


class Updates(Protocol):
    """Updates, stored (or done) before they are acknowledged; a body is erased in the commit that marks it done."""

    async def store(self, bot_id: int, updates: Sequence[RawUpdate], now: datetime) -> list[StoredUpdate]:
        """Keep those that are new for this bot; return them in the order given."""

    async def store_done(self, bot_id: int, update: RawUpdate, now: datetime) -> bool:
        """It has its effect in this transaction, so its body is never kept. False when it is not new for this bot."""

    async def store_limited(self, bot_id: int, updates: Sequence[RawUpdate], now: datetime) -> None:
        """They came and are beyond what their senders may: that is their effect. Nothing of what they say is kept."""

    async def limited(self, since: datetime, until: datetime) -> int:
        """How many were limited from then until then, the second moment included."""

    async def waiting(self, limit: int) -> list[StoredUpdate]:
        """Those that wait, oldest first, up to so many."""

    async def mark_done(self, update: int, now: datetime) -> bool:
        """It has its effect in this transaction; erase the body. False when it does not wait: it had it before."""

    async def record_failure(self, update: int) -> int:
        """Count one failure; return how many there are now. Raises NotFound when there is no such update."""

    async def set_aside(self, update: int, now: datetime) -> bool:
        """Give up on it; erase the body, keep the row. False when it does not wait."""

    async def prune(self, before: datetime) -> int:
        """Forget settled updates received before; return how many."""


@dataclass(frozen=True, slots=True)
class DialogueKey:
    """One person in one chat and topic (0 without topics)."""

    chat_ref: str
    person_ref: str
    topic: int = 0


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where somebody is in a form. `trail` are the steps gone through, for Back. `prompt_due`: the question is not
    known to have been sent. `prompt_message` is the message whose buttons count. `version` rises at every question.
    `language` is that in which a stranger is asked again.
    """

    key: DialogueKey
    form: str
    step: str
    draft: Mapping[str, Any]
    trail: tuple[str, ...]
    version: int
    prompt_due: bool
    prompt_message: str | None
    expires_at: datetime
    language: Language = Language.DUTCH


class Dialogues(Protocol):
    """Forms under way: one for each key."""

    async def get(self, key: DialogueKey) -> Dialogue | None:
        """The one under way, expired or not."""

    async def put(self, dialogue: Dialogue) -> None:
        """Insert or replace."""

    async def prompt_sent(self, key: DialogueKey, version: int, message: str | None) -> None:
        """The question of this version reached the person (as this message, if it has buttons); later ones stay due."""

    async def remove(self, key: DialogueKey) -> None:
        """Erase it with its draft."""

    async def prompts_due(self) -> list[Dialogue]:
        """Those whose question is not known to have been sent."""

    async def expiring(self, form: str, after: datetime, before: datetime) -> list[Dialogue]:
        """Those of this form that expire between these moments."""

    async def remove_expired(self, now: datetime) -> int:
        """Erase what expired; return how many."""


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A form put aside half filled, so that nothing has to be typed again."""

    id: int
    form: str
    draft: Mapping[str, Any]
    kept_at: datetime


class KeptForms(Protocol):
    """Forms that members put aside; what they hold has passed the guard."""

    async def keep(self, member: MemberId, form: str, draft: Mapping[str, Any], now: datetime) -> int:
        """Put one aside."""

    async def of_member(self, member: MemberId, form: str) -> list[KeptForm]:
        """The member's, newest first."""

    async def get(self, kept: int, member: MemberId) -> KeptForm:
        """One of the member's. Raises NotFound, also when it is somebody else's."""

    async def forget(self, kept: int, member: MemberId) -> None:
        """Erase it; harmless when it is gone."""


class Closures(Protocol):
    """Chats that the platform closed for a while (429), for every process that sends to see, after a restart too.

    In the place of a chat may stand `*`: nothing to anybody.
    """

    async def put(self, ref: str, seconds: float, now: datetime) -> None:
        """Nothing to this chat for so long; what is closed for longer stays so."""

    async def left(self, now: datetime) -> list[tuple[str, float]]:
        """Each chat that is closed, with the seconds that it still is."""


class Facts(Protocol):
    """Small things to remember between runs, by name."""

    async def get(self, name: str) -> str | None:
        """The value."""

    async def put(self, name: str, value: str) -> None:
        """Insert or replace."""
