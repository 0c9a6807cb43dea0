"""Tests of stored changes of measures."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

import pytest

from alerts.branch import Branch
from alerts.errors import Conflict
from alerts.measure import MeasureSort, NewMeasureEdit
from alerts.member import Language, Member
from alerts.ports import Storage

NewMember = Callable[..., Awaitable[Member]]
WORDS = {Language.DUTCH: "Doe het zo.", Language.ENGLISH: "Do it so."}
TOLD = NewMeasureEdit(Branch.JEWELLER, "one_piece", MeasureSort.ORGANISATIONAL, WORDS, "FGZ")
ADDED = replace(TOLD, replaces=None, against={"weapon": frozenset({"knife", "firearm"})})


async def test_changes_come_back_as_they_were_stored(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """Words in each language, what is left out, and what was added come back, oldest first."""
    member = await new_member()
    told = [TOLD, replace(TOLD, branch=Branch.OPTICIAN, words=None, source=""), ADDED, ADDED]
    async with storage.transaction() as uow:
        for one in told:
            await uow.measures.add(one, member.id, now)
    async with storage.reading() as uow:
        edits = await uow.measures.edits()
    assert told == [one.told for one in edits]
    assert [(1, now)] * 4 == [(one.version, one.changed_at) for one in edits]


async def test_of_a_measure_there_is_one_change_for_each_branch(
    storage: Storage, now: datetime, new_member: NewMember
) -> None:
    """A second change of the same measure for the same branch clashes, whoever makes it."""
    member = await new_member()
    async with storage.transaction() as uow:
        await uow.measures.add(TOLD, member.id, now)
    with pytest.raises(Conflict):
        async with storage.transaction() as uow:
            await uow.measures.add(replace(TOLD, words=None), member.id, now)


async def test_only_the_version_that_was_shown_is_changed(
    storage: Storage, now: datetime, new_member: NewMember
) -> None:
    """A change that was saved meanwhile is neither overwritten nor removed."""
    member = await new_member()
    async with storage.transaction() as uow:
        shown = await uow.measures.add(TOLD, member.id, now)
        saved = await uow.measures.save(replace(shown, told=replace(TOLD, source="Politie")), member.id, now)
        assert (2, "Politie") == (saved.version, saved.told.source)
        with pytest.raises(Conflict):
            await uow.measures.save(shown, member.id, now)
        with pytest.raises(Conflict):
            await uow.measures.remove(shown.id, shown.version)
        assert [saved] == await uow.measures.edits()
        await uow.measures.remove(saved.id, saved.version)
        assert [] == await uow.measures.edits()
