"""The form that follows an extra area: a circle around a place."""

from alerts.area import circle
from alerts.errors import InvalidPostcode, NotFound
from alerts.found_place import Doubt, PlaceFound, is_of_several
from alerts.services.member.choose_settings import follow_area
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Stay, Step
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.shop import check_yes, location_keyboard, place_line
from bot.forms.questions.which_place import ask_which, place_among
from bot.render.my_overview import areas_menu
from texts.places import place_words

RADII_KM = (1, 3, 5, 10)


class AreaDraft(Draft):
    """The place to follow and the radius around it in kilometres."""

    found: PlaceFound | None = None
    kilometres: int = 0


async def _open(_argument: str, request: Request) -> AreaDraft:
    request.person()
    return AreaDraft()


async def _ask_place(draft: AreaDraft, request: Request) -> Question:
    t = request.t
    if draft.found is not None and is_of_several(draft.found):
        return await ask_which(draft.found, request)
    return Question(t("area-place"), before=(Message(t("area-intro"), location_keyboard(t)),))


async def _take_place(draft: AreaDraft, answer: Answer, request: Request) -> AreaDraft | Stay[AreaDraft]:
    found = await place_among(draft.found, answer, request)
    if is_of_several(found):
        return Stay(draft.model_copy(update={"found": found}))
    if found.doubt is not None:
        reason = "unknown" if found.doubt is Doubt.UNKNOWN else "post-boxes"
        raise InvalidPostcode(reason, code=found.code)
    return draft.model_copy(update={"found": found})


async def _ask_radius(draft: AreaDraft, request: Request) -> Question:
    t = request.t
    assert draft.found is not None, "the place was asked before"
    choices = [Choice(t.plain("wider-choice", kilometres=str(one)), str(one)) for one in RADII_KM]
    return Question(t("area-radius", place=place_words(draft.found, t)), (tuple(choices[:2]), tuple(choices[2:])))


async def _take_radius(draft: AreaDraft, answer: Answer, _request: Request) -> AreaDraft:
    if not isinstance(answer, Picked):
        check_yes(answer)
    for kilometres in RADII_KM:
        if answer == Picked(str(kilometres)):
            return draft.model_copy(update={"kilometres": kilometres})
    raise NotFound


async def _finish(draft: AreaDraft, request: Request) -> Replies:
    assert draft.found is not None, "the place was asked before"
    member, place = request.person(), draft.found.place
    words = place_words(draft.found, request.t)
    area = circle(place, draft.kilometres * 1_000)
    await follow_area(request.uow, member, area, words, now=request.now)
    return [Say(areas_menu(await request.uow.members.followed_areas(member.id), request.t))]


AREA = Form(
    name="area",
    model=AreaDraft,
    steps=(
        Step("place", _ask_place, _take_place, echo=lambda draft, t: place_line(draft.found, t)),
        Step("radius", _ask_radius, _take_radius),
    ),
    open=_open,
    finish=_finish,
)
