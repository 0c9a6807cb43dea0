"""The question which place is meant, for a postcode in several municipalities or with places far apart."""

from alerts.found_place import PlaceFound, is_of_several
from alerts.services.place.find_place import chosen_part, parts_of
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Picked, Question
from bot.conversation.request import Request
from bot.forms.questions.place import place_of
from texts.places import part_words

_PART = "part."


async def ask_which(found: PlaceFound, request: Request) -> Question:
    """Ask which of the places of this postcode is meant; each has a button."""
    t = request.t
    rows = [
        (Choice(part_words(part, t), f"{_PART}{number}"),)
        for number, part in enumerate(await parts_of(request.uow, found), 1)
    ]
    return Question(t("place-which", code=found.code or found.place.pc4 or ""), tuple(rows))


async def place_among(before: PlaceFound | None, answer: Answer, request: Request) -> PlaceFound:
    """Return the place in an answer, which may choose between the several places of an earlier answer."""
    if before is not None and is_of_several(before):
        return await take_which(before, answer, request, allow_pc4=True)
    return await place_of(answer, request, allow_pc4=True)


async def take_which(found: PlaceFound, answer: Answer, request: Request, *, allow_pc4: bool = False) -> PlaceFound:
    """Return the tapped place; or another one that was typed or shared, which may be one of several again."""
    parts = await parts_of(request.uow, found)
    number = safe_id(answer.value.removeprefix(_PART)) if isinstance(answer, Picked) else 0
    if not 1 <= number <= len(parts):
        return await place_of(answer, request, allow_pc4=allow_pc4)
    return chosen_part(found, parts[number - 1])
