"""The choice of a coordinator: on a button, or typed by number."""

from collections.abc import Collection, Mapping

from alerts.errors import Rejected
from alerts.ids import MemberId
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Picked, marked
from bot.conversation.likely_choices import MOST
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from texts.meetings import guest_words


async def owner_rows(
    people: Mapping[MemberId, bool] | Collection[MemberId],
    request: Request,
    *,
    chosen: Collection[int] = (),
    most: int = MOST,
) -> tuple[tuple[Choice, ...], ...]:
    """Make a button for each person, the one who is asked first and then those who were chosen; who is beyond the last
    is typed by number. `people`: with whether each is a victim, where some may be."""
    me = request.person().id
    ordered = sorted(people, key=lambda one: (one != me, one not in chosen))[:most]
    victims = {one for one, is_victim in people.items() if is_victim} if isinstance(people, Mapping) else set()
    words = [await guest_words(request.uow, one, one in victims, request.t, me) for one in ordered]
    return in_rows([Choice(marked(word, one in chosen), str(one)) for word, one in zip(words, ordered, strict=True)], 1)


def chosen_person(answer: Answer, people: Collection[MemberId], reason: str) -> MemberId:
    """Return the person who was tapped, or typed by number. Raises Rejected for this reason for one who is not among
    them."""
    number = safe_id(answer.value if isinstance(answer, Picked) else typed(answer).strip().removeprefix("nr. "))
    if number not in people:
        raise Rejected(reason)
    return MemberId(number)
