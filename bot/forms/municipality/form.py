"""The form that asks which municipality to set up."""

from hashlib import sha256

from alerts.errors import InvalidText, NotFound
from alerts.ids import MunicipalityId
from alerts.role import Action
from alerts.services.place.set_municipality import municipality_for, named_municipality, pc4_of
from bot.conversation.form import Answer, Draft, Form, Question, Step
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from bot.render.admin import place_card


class MunicipalityDraft(Draft):
    """The chosen municipality."""

    municipality: MunicipalityId = MunicipalityId("")


def mark_of(municipality: MunicipalityId) -> str:
    """Return the hash that a button carries beside a postcode, so that it always means the same municipality."""
    return sha256(municipality.encode()).hexdigest()[:8]


async def named(pc4: str, request: Request, mark: str = "") -> MunicipalityId:
    """Return the municipality of a button: the one in this postcode that has the mark. Raises NotFound, also for a
    button without a mark where the postcode lies in several municipalities."""
    found = [
        one.id for one in await request.uow.postcodes.municipalities(pc4, pc4) if not mark or mark_of(one.id) == mark
    ]
    if len(found) != 1:
        raise NotFound
    return found[0]


async def place_message(municipality: MunicipalityId, request: Request) -> Message:
    """Render the municipality's card. Raises NotAllowed, and NotFound if the postcode table lacks it."""
    settings = await municipality_for(request.uow, request.actor, municipality, request.now)
    pc4 = await pc4_of(request.uow, municipality)
    if pc4 is None:
        raise NotFound
    return await place_card(settings, pc4, mark_of(municipality), request.view())


async def _check(request: Request) -> None:
    await request.check_may(Action.ADMINISTER)


async def _open(_argument: str, request: Request) -> MunicipalityDraft:
    await _check(request)
    if not await request.uow.postcodes.count():
        raise InvalidText("no-table")
    return MunicipalityDraft()


async def _ask(_draft: MunicipalityDraft, request: Request) -> Question:
    return Question(request.t("municipality-ask"))


async def _take(draft: MunicipalityDraft, answer: Answer, request: Request) -> MunicipalityDraft:
    """Take a PC4, or a municipality's name. Raises InvalidText, NotAllowed."""
    found = await named_municipality(request.uow, request.actor, typed(answer), request.now)
    return draft.model_copy(update={"municipality": found})


async def _finish(draft: MunicipalityDraft, request: Request) -> Replies:
    return [Say(await place_message(draft.municipality, request))]


MUNICIPALITY = Form(
    name="municipality",
    model=MunicipalityDraft,
    steps=(Step("which", _ask, _take),),
    open=_open,
    finish=_finish,
    check=_check,
)
