"""Set the text of an outcome in a municipality, as police whose scope has all of it."""

from collections.abc import Mapping
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.errors import Conflict, NotFound, Rejected
from alerts.guard import is_blank
from alerts.ids import MunicipalityId
from alerts.member import Language
from alerts.municipality import Municipality
from alerts.outcome_text import TEXT_LENGTH, NewOutcomeText, OutcomeText, TextKey
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.place.set_municipality import municipality_for, pc4_of
from alerts.typed_text import checked, tidied


async def texts_of(
    uow: UnitOfWork, actor: Actor, which: MunicipalityId, now: datetime
) -> tuple[Municipality, list[OutcomeText]]:
    """Return a municipality and its texts, oldest first, for who may change them. Raises NotAllowed, and NotFound if
    the postcode table lacks it."""
    municipality = await municipality_for(uow, actor, which, now, action=Action.WORD_OUTCOMES)
    if await pc4_of(uow, which) is None:
        raise NotFound
    return municipality, list(await uow.outcome_texts.of_municipality(which))


async def set_outcome_text(
    uow: UnitOfWork, actor: Actor, key: TextKey, words: Mapping[Language, str], *, seen: int, now: datetime
) -> OutcomeText | None:
    """Store the words (which `checked_words` returned) for reports that end from now on; no words bring the standard
    text back. `seen` is the id of the text that was in force when they were typed (0: none).

    Returns None when they are the words in force. Raises NotAllowed, and Conflict when a colleague changed it since.
    """
    await municipality_for(uow, actor, key.municipality, now, action=Action.WORD_OUTCOMES)
    in_force = await uow.outcome_texts.newest(key)
    if dict(words) == dict(in_force.words if in_force else {}):
        return None
    if seen != (in_force.id if in_force else 0):
        raise Conflict
    stored = await uow.outcome_texts.add(NewOutcomeText(key, words, actor.member.id), now)
    pc4 = await pc4_of(uow, key.municipality)
    details = {"outcome": key.outcome.value, "kind": key.kind.value if key.kind else "", "text": stored.id}
    event = AuditEvent("municipality.outcome_worded", "municipality", int(pc4 or 0), actor.member.id, details)
    await uow.audit.append(event, now)
    return stored


async def checked_words(typed: Mapping[Language, str]) -> tuple[dict[Language, str], dict[Language, Rejected]]:
    """Return the words that may be stored, by language, and what is wrong with others. A field that was left empty is
    neither."""
    words: dict[Language, str] = {}
    wrong: dict[Language, Rejected] = {}
    for language, text in typed.items():
        try:
            clean = tidied(text.replace("\r\n", "\n"))
            if not is_blank(clean):
                words[language] = await checked(clean, TEXT_LENGTH)
        except Rejected as error:
            wrong[language] = error
    return words, wrong
