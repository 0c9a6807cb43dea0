"""Tests of stored example texts: each comes back as it was stored, and is changed in its current version only."""

from collections.abc import Awaitable, Callable

import pytest

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.errors import Conflict, NotFound
from alerts.example_text import ExampleContent
from alerts.ids import MunicipalityId
from alerts.member import Language, Member
from alerts.ports import Storage

WORDS = {Language.DUTCH: "Let op in {plaats}.", Language.ENGLISH: "Take care in {plaats}."}


async def test_an_example_is_kept_changed_and_removed(
    storage: Storage, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """The newest comes first; an older version changes and removes nothing."""
    author, where = await new_member(), MunicipalityId("0502")
    async with storage.transaction() as uow:
        first = await uow.example_texts.add(ExampleContent(where, IncidentKind.OTHER, None, WORDS), author.id)
        for_one = ExampleContent(where, IncidentKind.RAM_RAID, Branch.JEWELLER, WORDS)
        second = await uow.example_texts.add(for_one, author.id)
        changed = await uow.example_texts.save(first.id, for_one, 1)
        assert (for_one, 2, author.id) == (changed.content, changed.version, changed.author_id)
        assert [second, changed] == list(await uow.example_texts.all())
        assert second == await uow.example_texts.get(second.id)
    async with storage.transaction() as uow:
        with pytest.raises(Conflict):
            await uow.example_texts.save(first.id, for_one, 1)
        with pytest.raises(Conflict):
            await uow.example_texts.remove(first.id, 1)
    async with storage.transaction() as uow:
        await uow.example_texts.remove(first.id, 2)
        with pytest.raises(NotFound):
            await uow.example_texts.get(first.id)
