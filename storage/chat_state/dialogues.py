"""Dialogues in SQL: the forms under way. Erasing one leaves an empty row (see `storage.tables.work`), which is removed
when no dialogue is under way."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.ports import Dialogue, DialogueKey
from storage.database.transactions import Transaction
from storage.tables import dialogues as stored

_under_way = sa.text("form IS NOT NULL")
EMPTY = {
    "chat_ref": "",
    "person_ref": "",
    "form": None,
    "step": None,
    "draft": None,
    "trail": None,
    "prompt_due": False,
    "prompt_message": None,
    "expires_at": None,
}

_ITS = (
    _under_way,
    stored.c.chat_ref == sa.bindparam("its_chat"),
    stored.c.person_ref == sa.bindparam("its_person"),
    stored.c.topic == sa.bindparam("its_topic"),
)
_found = sa.select(stored).where(*_ITS)
_erased = sa.update(stored).where(*_ITS).values(EMPTY)
_new = sa.insert(stored)
_asked = (*_ITS, stored.c.version == sa.bindparam("its_version"))
_its_prompt = sa.select(stored.c.prompt_message).where(*_asked)
_prompt_sent = sa.update(stored).where(*_asked).values(prompt_due=False, prompt_message=sa.bindparam("prompt"))


class SqlDialogues:
    """`alerts.ports.Dialogues` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, key: DialogueKey) -> Dialogue | None:
        """The dialogue with this key, expired or not."""
        row = await self._transaction.first(_found, _is(key))
        return None if row is None else _dialogue(row)

    async def put(self, dialogue: Dialogue) -> None:
        """Insert or replace the dialogue, in a new row: SQLite would move the neighbours of a row that grew, and leave
        copies behind."""
        await self.remove(dialogue.key)
        row = {
            "chat_ref": dialogue.key.chat_ref,
            "person_ref": dialogue.key.person_ref,
            "topic": dialogue.key.topic,
            "form": dialogue.form,
            "step": dialogue.step,
            "draft": dict(dialogue.draft),
            "trail": list(dialogue.trail),
            "version": dialogue.version,
            "prompt_due": dialogue.prompt_due,
            "prompt_message": _roomy(dialogue.prompt_message, dialogue.prompt_hint),
            "expires_at": dialogue.expires_at,
            "language": dialogue.language,
        }
        await self._transaction.execute(_new, row)

    async def prompt_sent(self, key: DialogueKey, version: int, message: str | None, hint: str | None = None) -> None:
        """Note that the question of this version was sent (as this message, if it has buttons, below this hint; without
        one an earlier hint stays); a later version stays due."""
        asked = {**_is(key), "its_version": version}
        if hint is None:
            row = await self._transaction.first(_its_prompt, asked)
            hint = _ids(row.prompt_message)[1] if row is not None else None
        await self._transaction.execute(_prompt_sent, {**asked, "prompt": _roomy(message, hint)})

    async def remove(self, key: DialogueKey) -> None:
        """Erase the dialogue with its draft."""
        await self._erase(_erased, _is(key))

    async def prompts_due(self) -> list[Dialogue]:
        """The dialogues whose question is not known to have been sent, oldest first."""
        due = sa.select(stored).where(_under_way, stored.c.prompt_due).order_by(stored.c.id)
        return [_dialogue(row) for row in await self._transaction.rows(due)]

    async def expiring(self, form: str, after: datetime, before: datetime) -> list[Dialogue]:
        """The dialogues of this form that expire after `after` and until `before`, the earliest first."""
        between = sa.and_(stored.c.form == form, stored.c.expires_at > after, stored.c.expires_at <= before)
        rows = await self._transaction.rows(sa.select(stored).where(between).order_by(stored.c.expires_at))
        return [_dialogue(row) for row in rows]

    async def remove_expired(self, now: datetime) -> int:
        """Erase the dialogues that have expired; return how many."""
        expired = sa.update(stored).where(_under_way, stored.c.expires_at <= now)
        count = await self._erase(expired.values(EMPTY), {})
        something_is_under_way = sa.exists(sa.select(stored.c.id).where(_under_way))
        await self._transaction.execute(sa.delete(stored).where(~something_is_under_way))
        return count

    async def _erase(self, erased: sa.Update, parameters: Mapping[str, object]) -> int:
        count = await self._transaction.changed(erased, parameters)
        if count:
            self._transaction.erase()
        return count


def _is(key: DialogueKey) -> dict[str, object]:
    return {"its_chat": key.chat_ref, "its_person": key.person_ref, "its_topic": key.topic}


def _roomy(message: str | None, hint: str | None) -> str:
    """Write the ids of two messages in a fixed length, so that the row does not grow when they become known."""
    return f"{message or ''},{hint or ''}".ljust(32)


def _ids(stored_ids: str | None) -> tuple[str | None, str | None]:
    """Read the ids of the question and of the hint above it; a row of an earlier release has the question's only."""
    message, _, hint = (stored_ids or "").strip().partition(",")
    return message or None, hint or None


def _dialogue(row: sa.Row[Any]) -> Dialogue:
    message, hint = _ids(row.prompt_message)
    return Dialogue(
        key=DialogueKey(row.chat_ref, row.person_ref, row.topic),
        form=row.form,
        step=row.step,
        draft=row.draft,
        trail=tuple(row.trail),
        version=row.version,
        prompt_due=row.prompt_due,
        prompt_message=message,
        prompt_hint=hint,
        expires_at=row.expires_at,
        language=row.language,
    )
