"""Edit measures: police and trade associations change the words of a measure for a branch, leave one out, or add
one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.branch import Branch
from alerts.errors import Conflict, NotAllowed, NotFound, Rejected
from alerts.ids import MeasureEditId
from alerts.measure import (
    MEASURE_LENGTH,
    MEASURE_WORDS,
    SOURCE_LENGTH,
    MeasureEdit,
    MeasureSort,
    NewMeasureEdit,
)
from alerts.measure_table import MEASURES
from alerts.member import Language
from alerts.modus_operandi import MO_FIELDS
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Grant, Matter, Role, may
from alerts.typed_text import checked, tidied

_EDITORS = frozenset({Role.POLICE, Role.TRADE_ASSOCIATION})


def editable_branches(actor: Actor, now: datetime) -> list[Branch]:
    """Return the branches whose measures this person may edit: police and trade associations for a whole branch, or the
    country, as they may send it a tip."""
    return [one for one in Branch if _may_edit(actor, one, now)]


def check_editor(actor: Actor, branch: Branch, now: datetime) -> None:
    """Raise NotAllowed unless this person may edit the measures of the branch."""
    if not _may_edit(actor, branch, now):
        raise NotAllowed("measures")


def _may_edit(actor: Actor, branch: Branch, now: datetime) -> bool:
    editors: list[Grant] = [one for one in actor.grants if one.role in _EDITORS]
    return may(editors, Action.SEND_PREVENTION, Matter(Place(None), branches=frozenset({branch})), now=now)


async def check_words(typed: str) -> str:
    """Return the words of a measure as they are stored. Raises InvalidText, and Rejected when they are too many for a
    line under a notice."""
    words = " ".join((await checked(tidied(typed), MEASURE_LENGTH)).split())
    if len(words.split()) > MEASURE_WORDS:
        raise Rejected("measure-words", most=str(MEASURE_WORDS))
    return words


async def check_source(typed: str) -> str:
    """Return the source of a measure as it is stored. Raises InvalidText."""
    return " ".join((await checked(tidied(typed), SOURCE_LENGTH)).split())


async def change_measure(
    uow: UnitOfWork,
    actor: Actor,
    branch: Branch,
    key: str,
    *,
    words: Mapping[Language, str] | None,
    source: str,
    version: int,
    now: datetime,
) -> MeasureEdit:
    """Put these words in place of a measure's for the branch, or leave it out (no words). `version`: of the change that
    was shown; 0 when there was none. Raises NotAllowed, NotFound, Conflict, and as `check_words`."""
    check_editor(actor, branch, now)
    measure = next((one for one in MEASURES if one.key == key and one.is_for({branch})), None)
    if measure is None:
        raise NotFound
    told = await _checked(NewMeasureEdit(branch, key, measure.sort, words, source))
    edits = await uow.measures.edits()
    earlier = next((one for one in edits if one.told.branch is branch and one.told.replaces == key), None)
    if (0 if earlier is None else earlier.version) != version:
        raise Conflict
    if earlier is None:
        return await _added(uow, actor, told, now)
    saved = await uow.measures.save(replace(earlier, told=told), actor.member.id, now)
    await _record(uow, actor, saved, "left_out" if words is None else "changed", now)
    return saved


async def add_measure(
    uow: UnitOfWork,
    actor: Actor,
    branch: Branch,
    sort: MeasureSort,
    *,
    words: Mapping[Language, str],
    source: str,
    against: Mapping[str, str],
    now: datetime,
) -> MeasureEdit:
    """Add a measure for the branch, against these values of MO fields (none: any method). Raises NotAllowed, NotFound
    for a value that no field has, and as `check_words`."""
    check_editor(actor, branch, now)
    if any(value not in MO_FIELDS.get(name, ()) for name, value in against.items()):
        raise NotFound
    helps = {name: frozenset({value}) for name, value in against.items()}
    return await _added(uow, actor, await _checked(NewMeasureEdit(branch, None, sort, words, source, helps)), now)


async def restore_measure(
    uow: UnitOfWork, actor: Actor, branch: Branch, number: MeasureEditId, *, version: int, now: datetime
) -> None:
    """Take a change back, so that the measure of the program counts again; what was added is gone. Raises NotAllowed,
    NotFound and Conflict."""
    check_editor(actor, branch, now)
    edit = next((one for one in await uow.measures.edits() if one.id == number and one.told.branch is branch), None)
    if edit is None:
        raise NotFound
    await uow.measures.remove(edit.id, version)
    await _record(uow, actor, edit, "restored", now)


async def _checked(told: NewMeasureEdit) -> NewMeasureEdit:
    if told.words is None:
        return replace(told, source="")
    words = {language: await check_words(told.words.get(language, "")) for language in Language}
    return replace(told, words=words, source=await check_source(told.source))


async def _added(uow: UnitOfWork, actor: Actor, told: NewMeasureEdit, now: datetime) -> MeasureEdit:
    edit = await uow.measures.add(told, actor.member.id, now)
    what = "left_out" if told.words is None else "added" if told.replaces is None else "changed"
    await _record(uow, actor, edit, what, now)
    return edit


async def _record(uow: UnitOfWork, actor: Actor, edit: MeasureEdit, what: str, now: datetime) -> None:
    details = {"branch": edit.told.branch.value, "measure": edit.told.replaces or edit.key}
    await uow.audit.append(AuditEvent(f"measure.{what}", "measure", edit.id, actor.member.id, details), now)
