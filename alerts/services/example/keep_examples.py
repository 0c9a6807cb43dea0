"""Keep the example texts of a municipality: who writes notices in all of it makes them and changes their own, and who
sends notices there changes any."""

from collections.abc import Mapping
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.errors import InvalidText, LimitReached, NotAllowed, NotFound, Rejected
from alerts.example_text import MOST_OF_KIND, TEXT_LENGTH, ExampleContent, ExampleText, check_alike, placeholders_of
from alerts.ids import ExampleId, MunicipalityId
from alerts.member import Language
from alerts.municipality import Municipality
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, municipality_scope
from alerts.services.place.set_municipality import municipality_for, pc4_of
from alerts.services.scope.cover_scope import may_in_all_of
from alerts.typed_text import checked, tidied


async def examples_of(
    uow: UnitOfWork, actor: Actor, which: MunicipalityId, now: datetime
) -> tuple[Municipality, list[ExampleText]]:
    """Return a municipality and its examples, newest first, for who writes notices in all of it. Raises NotAllowed, and
    NotFound for a municipality that the postcode table lacks."""
    found = await municipality_for(uow, actor, which, now, action=Action.DRAFT_ALERT)
    if await pc4_of(uow, which) is None:
        raise NotFound
    return found, [one for one in await uow.example_texts.all() if one.content.municipality == which]


async def may_change(uow: UnitOfWork, actor: Actor, example: ExampleText, now: datetime) -> bool:
    """Whether this person may change an example of a municipality in which they may make them."""
    scope = municipality_scope(example.content.municipality, "")
    is_own = example.author_id == actor.member.id
    return is_own or await may_in_all_of(uow, actor, Action.APPROVE_ALERT, scope, now)


async def changeable(
    uow: UnitOfWork, actor: Actor, which: MunicipalityId, example: ExampleId, now: datetime
) -> ExampleText:
    """Return an example of the municipality that this person may change. Raises NotAllowed and NotFound."""
    _, examples = await examples_of(uow, actor, which, now)
    found = next((one for one in examples if one.id == example), None)
    if found is None:
        raise NotFound
    if not await may_change(uow, actor, found, now):
        raise NotAllowed("example-of-another")
    return found


async def keep_example(
    uow: UnitOfWork,
    actor: Actor,
    content: ExampleContent,
    now: datetime,
    *,
    example: ExampleId | None = None,
    version: int = 0,
) -> ExampleText:
    """Store an example (whose words `checked_words` returned), as a new one or in place of this version of another.
    Raises as `changeable`, LimitReached for one too many, and Conflict when it was changed since."""
    _, examples = await examples_of(uow, actor, content.municipality, now)
    if len([one for one in examples if one.content.kind is content.kind and one.id != example]) >= MOST_OF_KIND:
        raise LimitReached("examples", most=MOST_OF_KIND)
    if example is None:
        return await _recorded(uow, actor, await uow.example_texts.add(content, actor.member.id), "added", now)
    await changeable(uow, actor, content.municipality, example, now)
    return await _recorded(uow, actor, await uow.example_texts.save(example, content, version), "changed", now)


async def remove_example(
    uow: UnitOfWork, actor: Actor, which: MunicipalityId, example: ExampleId, *, version: int, now: datetime
) -> None:
    """Remove an example; notices that began with it stay. Raises as `keep_example`."""
    found = await changeable(uow, actor, which, example, now)
    await uow.example_texts.remove(example, version)
    await _recorded(uow, actor, found, "removed", now)


async def checked_words(typed: Mapping[Language, str]) -> tuple[dict[Language, str], dict[Language, Rejected]]:
    """Return the texts that may be stored, by language, and what is wrong with others: each is needed, the guard finds
    nothing in it, and all have the same placeholders."""
    words: dict[Language, str] = {}
    wrong: dict[Language, Rejected] = {}
    for language, text in typed.items():
        try:
            words[language] = await checked(tidied(text.replace("\r\n", "\n")), TEXT_LENGTH)
            placeholders_of(words[language])
        except InvalidText as error:
            wrong[language] = error
    if not wrong:
        try:
            check_alike(words)
        except InvalidText as error:
            wrong[Language.ENGLISH] = error
    return words, wrong


async def _recorded(uow: UnitOfWork, actor: Actor, example: ExampleText, what: str, now: datetime) -> ExampleText:
    pc4 = await pc4_of(uow, example.content.municipality)
    details: dict[str, str | int] = {"example": int(example.id)}
    event = AuditEvent(f"municipality.example_{what}", "municipality", int(pc4 or 0), actor.member.id, details)
    await uow.audit.append(event, now)
    return example
