"""Tests of forms under way, and of forms that were put aside."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from alerts.errors import NotFound
from alerts.member import Member
from alerts.ports import Dialogue, DialogueKey, Storage

KEY = DialogueKey("1001", "1001")


@pytest.fixture
def dialogue(now: datetime) -> Dialogue:
    """Return a dialogue halfway through a sign-up."""
    return Dialogue(
        key=KEY,
        form="subscribe",
        step="branch",
        draft={"postcode": "2903AB", "count": 2, "wants": ["a", "b"], "name": None},
        trail=("postcode", "place"),
        version=3,
        prompt_due=True,
        prompt_message=None,
        expires_at=now + timedelta(minutes=30),
    )


async def test_one_dialogue_per_person_chat_and_topic(storage: Storage, dialogue: Dialogue) -> None:
    """A dialogue is read back as it was stored, and storing another one for its key replaces it."""
    elsewhere = replace(dialogue, key=replace(KEY, topic=4), step="elsewhere")
    async with storage.transaction() as uow:
        await uow.dialogues.put(dialogue)
        await uow.dialogues.put(elsewhere)
        assert await uow.dialogues.get(KEY) == dialogue
        later = replace(dialogue, step="name", version=4, draft={})
        await uow.dialogues.put(later)
        assert await uow.dialogues.get(KEY) == later
        assert await uow.dialogues.get(elsewhere.key) == elsewhere
        assert await uow.dialogues.get(DialogueKey("1001", "2")) is None


async def test_a_prompt_is_due_until_its_own_version_was_sent(storage: Storage, dialogue: Dialogue) -> None:
    """A prompt is due until the prompt of its own version was sent; sending an older question does not settle a newer
    one."""
    async with storage.transaction() as uow:
        await uow.dialogues.put(dialogue)
        await uow.dialogues.prompt_sent(KEY, 2, "77")
        assert await uow.dialogues.prompts_due() == [dialogue]
        await uow.dialogues.prompt_sent(KEY, 3, "78")
        assert await uow.dialogues.prompts_due() == []
        assert await uow.dialogues.get(KEY) == replace(dialogue, prompt_due=False, prompt_message="78")
        await uow.dialogues.prompt_sent(KEY, 3, "80", "79")
        await uow.dialogues.prompt_sent(KEY, 3, "81")
        assert await uow.dialogues.get(KEY) == replace(
            dialogue, prompt_due=False, prompt_message="81", prompt_hint="79"
        ), "a hint stays until the question is left"


async def test_a_removed_dialogue_leaves_nothing_that_was_said(
    storage: Storage, dialogue: Dialogue, query: Callable[[str], list[Any]]
) -> None:
    """A removed dialogue leaves no text; removing it twice is harmless, and its key is free again."""
    async with storage.transaction() as uow:
        await uow.dialogues.put(dialogue)
        await uow.dialogues.remove(KEY)
        await uow.dialogues.remove(KEY)
        assert await uow.dialogues.get(KEY) is None
        assert await uow.dialogues.prompts_due() == []
    assert query("SELECT chat_ref, person_ref, form, draft, trail FROM dialogues") == [("", "", None, None, None)]
    async with storage.transaction() as uow:
        await uow.dialogues.put(dialogue)
        assert await uow.dialogues.get(KEY) == dialogue


async def test_what_expired_is_removed(
    storage: Storage, dialogue: Dialogue, now: datetime, query: Callable[[str], list[Any]]
) -> None:
    """Dialogues are removed at the moment they expire; empty rows go when no dialogue is under way any more."""
    other = replace(dialogue, key=DialogueKey("2", "2"), expires_at=now + timedelta(hours=2))
    async with storage.transaction() as uow:
        await uow.dialogues.put(dialogue)
        await uow.dialogues.put(other)
        assert await uow.dialogues.remove_expired(now) == 0
        assert await uow.dialogues.remove_expired(dialogue.expires_at) == 1
        assert await uow.dialogues.get(KEY) is None
        assert await uow.dialogues.get(other.key) == other
        assert await uow.dialogues.remove_expired(other.expires_at) == 1
    assert query("SELECT count(*) FROM dialogues") == [(0,)]


async def test_a_kept_form_is_its_members_own(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """A kept form is listed for its own member only, newest first, and gone when it is forgotten."""
    mine, other = await new_member(), await new_member()
    async with storage.transaction() as uow:
        old = await uow.kept_forms.keep(mine.id, "report", {"what": "een"}, now)
        new = await uow.kept_forms.keep(mine.id, "report", {}, now)
        await uow.kept_forms.keep(mine.id, "alert", {"what": "drie"}, now)
        assert [one.id for one in await uow.kept_forms.of_member(mine.id, "report")] == [new, old]
        kept = await uow.kept_forms.get(old, mine.id)
        assert (kept.form, kept.draft, kept.kept_at) == ("report", {"what": "een"}, now)
        with pytest.raises(NotFound):
            await uow.kept_forms.get(old, other.id)
        await uow.kept_forms.forget(old, other.id)
        await uow.kept_forms.get(old, mine.id)
        await uow.kept_forms.forget(old, mine.id)
        await uow.kept_forms.forget(old, mine.id)
        with pytest.raises(NotFound):
            await uow.kept_forms.get(old, mine.id)
        assert [one.id for one in await uow.kept_forms.of_member(mine.id, "report")] == [new]


async def test_forms_that_lie_still_are_found_by_when_they_expire(storage: Storage, dialogue: Dialogue) -> None:
    """Kept forms are found by the time of their last change, oldest first: only those of one form that have not
    expired."""
    at, minute = dialogue.expires_at, timedelta(minutes=1)
    later = replace(dialogue, key=DialogueKey("1002", "1002"), expires_at=at + minute)
    other = replace(dialogue, key=DialogueKey("1003", "1003"), form="area")
    async with storage.transaction() as uow:
        for one in (later, dialogue, other):
            await uow.dialogues.put(one)
        assert [dialogue, later] == await uow.dialogues.expiring("subscribe", at - minute, at + minute)
        assert [later] == await uow.dialogues.expiring("subscribe", at, at + minute)
        assert [dialogue] == await uow.dialogues.expiring("subscribe", at - minute, at)
        await uow.dialogues.remove(KEY)
        assert [later] == await uow.dialogues.expiring("subscribe", at - minute, at + minute)
