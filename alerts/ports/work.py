"""The port for work in progress: updates, dialogues, kept forms, closed chats and small facts."""

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
    """One update as the platform sent it. `lane` is what keeps its order: the chat, or the person where there is no
    chat."""

    update_id: int
    lane: str
    body: str


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """A stored update that waits to be handled; `attempts` counts its failures so far."""

    id: int
    update_id: int
    lane: str
    body: str
    attempts: int


class Updates(Protocol):
    """The store of updates. An update is stored, or done, before it is acknowledged to the platform; its body is erased
    in the commit that marks it done."""

    async def store(self, bot_id: int, updates: Sequence[RawUpdate], now: datetime) -> list[StoredUpdate]:
        """Store the updates that are new for this bot; return those, in the order given."""

    async def store_done(self, bot_id: int, update: RawUpdate, now: datetime) -> bool:
        """Store an update whose effect is in this transaction, without its body. False when it is not new for this
        bot."""

    async def store_limited(self, bot_id: int, updates: Sequence[RawUpdate], now: datetime) -> None:
        """Store that these updates came and were turned away by flood control; nothing of their content is kept."""

    async def limited(self, since: datetime, until: datetime) -> int:
        """How many updates were limited after `since` and until `until`, the latter included."""

    async def waiting(self, limit: int) -> list[StoredUpdate]:
        """Up to `limit` updates that wait to be handled, oldest first."""

    async def mark_done(self, update: int, now: datetime) -> bool:
        """Mark an update done, as its effect is in this transaction, and erase its body. False when it does not wait:
        it had its effect before."""

    async def record_failure(self, update: int) -> int:
        """Count one failure of an update; return its failures so far. Raises NotFound when there is no such update."""

    async def set_aside(self, update: int, now: datetime) -> bool:
        """Give up on an update: erase its body, keep its row. False when it does not wait."""

    async def prune(self, before: datetime) -> int:
        """Remove settled updates that were received before this moment; return how many. Removes nothing while updates
        wait."""


@dataclass(frozen=True, slots=True)
class DialogueKey:
    """The key of a dialogue: one person in one chat and topic (0 without topics)."""

    chat_ref: str
    person_ref: str
    topic: int = 0


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The place of a person in a form. `trail` holds the steps that were gone through, for Back. `prompt_due`: the
    question is not known to have been sent. `prompt_message`: the message whose buttons count; `prompt_hint`: the one
    above it that brought a keyboard. `version` rises with every question. `language`: the one in which a stranger is
    asked again."""

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
    prompt_hint: str | None = None


class Dialogues(Protocol):
    """The repository of dialogues, one for each key."""

    async def get(self, key: DialogueKey) -> Dialogue | None:
        """The dialogue with this key, expired or not."""

    async def put(self, dialogue: Dialogue) -> None:
        """Insert or replace the dialogue."""

    async def prompt_sent(self, key: DialogueKey, version: int, message: str | None, hint: str | None = None) -> None:
        """Note that the question of this version was sent (as this message, if it has buttons, below this hint; without
        one an earlier hint stays); a later version stays due."""

    async def remove(self, key: DialogueKey) -> None:
        """Erase the dialogue with its draft."""

    async def prompts_due(self) -> list[Dialogue]:
        """The dialogues whose question is not known to have been sent, oldest first."""

    async def expiring(self, form: str, after: datetime, before: datetime) -> list[Dialogue]:
        """The dialogues of this form that expire after `after` and until `before`, the earliest first."""

    async def remove_expired(self, now: datetime) -> int:
        """Erase the dialogues that have expired; return how many."""


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A half-filled form that was put aside, so that nothing has to be typed again."""

    id: int
    form: str
    draft: Mapping[str, Any]
    kept_at: datetime


class KeptForms(Protocol):
    """The repository of forms that members put aside; their drafts have passed the guard."""

    async def keep(self, member: MemberId, form: str, draft: Mapping[str, Any], now: datetime) -> int:
        """Store a draft; return its id."""

    async def of_member(self, member: MemberId, form: str) -> list[KeptForm]:
        """The member's kept drafts of this form, newest first."""

    async def get(self, kept: int, member: MemberId) -> KeptForm:
        """The member's kept draft with this id. Raises NotFound, also when it is somebody else's."""

    async def forget(self, kept: int, member: MemberId) -> None:
        """Erase the draft; harmless when it is gone."""


class Closures(Protocol):
    """The chats that the platform closed for a while (429), shared by every process that sends, also after a restart.

    `*` in place of a chat means that nothing may be sent to anybody.
    """

    async def put(self, ref: str, seconds: float, now: datetime) -> None:
        """Close this chat for so many seconds; a chat that is closed for longer stays so."""

    async def remove(self, ref: str) -> None:
        """Open this chat again."""

    async def clear(self, now: datetime) -> int:
        """Open every chat again; return how many were closed."""

    async def left(self, now: datetime) -> list[tuple[str, float]]:
        """The chats that are closed, each with the seconds that are left."""


class Facts(Protocol):
    """A store of small values by name, to remember between runs."""

    async def get(self, name: str) -> str | None:
        """The value with this name, if there is one."""

    async def put(self, name: str, value: str) -> None:
        """Insert or replace the value with this name."""
