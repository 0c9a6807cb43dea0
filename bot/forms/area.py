"""Area: something else to follow, a circle around a place."""

from alerts.area import circle
from alerts.errors import InvalidPostcode, NotFound
from alerts.services.choose import follow_area
from bot.form import Answer, Choice, Draft, Form, Picked, Question, Step
from bot.forms.place import Doubt, PlaceFound, place_of
from bot.forms.shop import check_yes, location_keyboard, place_words
from bot.message import Message
from bot.render.mine import areas_menu
from bot.replies import Replies, Say
from bot.scene import Scene

RADII_KM = (1, 3, 5, 10)


class AreaDraft(Draft):
    """A place and how far around it, in kilometres."""

    found: PlaceFound | None = None
    kilometres: int = 0


async def _open(_argument: str, scene: Scene) -> AreaDraft:
    scene.person()
    return AreaDraft()


async def _ask_place(_draft: AreaDraft, scene: Scene) -> Question:
    t = scene.t
    return Question(t("area-place"), before=(Message(t("area-intro"), location_keyboard(t)),))


async def _take_place(draft: AreaDraft, answer: Answer, scene: Scene) -> AreaDraft:
    found = await place_of(answer, scene, allow_pc4=True)
    if found.doubt is not None:
        reason = "unknown" if found.doubt is Doubt.UNKNOWN else "post-boxes"
        raise InvalidPostcode(reason, code=found.code)
    return draft.model_copy(update={"found": found})


async def _ask_radius(draft: AreaDraft, scene: Scene) -> Question:
    t = scene.t
    assert draft.found is not None, "the place was asked before"
    choices = [Choice(t.plain("wider-choice", kilometres=str(one)), str(one)) for one in RADII_KM]
    return Question(t("area-radius", place=place_words(draft.found, t)), (tuple(choices[:2]), tuple(choices[2:])))


async def _take_radius(draft: AreaDraft, answer: Answer, _scene: Scene) -> AreaDraft:
    if not isinstance(answer, Picked):
        check_yes(answer)
    for kilometres in RADII_KM:
        if answer == Picked(str(kilometres)):
            return draft.model_copy(update={"kilometres": kilometres})
    raise NotFound


async def _finish(draft: AreaDraft, scene: Scene) -> Replies:
    assert draft.found is not None, "the place was asked before"
    member, place = scene.person(), draft.found.place
    words = place_words(draft.found, scene.t)
    area = circle(place, draft.kilometres * 1_000)
    await follow_area(scene.uow, member, area, words, now=scene.now)
    return [Say(areas_menu(await scene.uow.members.followed_areas(member.id), scene.t))]


AREA = Form(
    name="area",
    model=AreaDraft,
    steps=(Step("place", _ask_place, _take_place), Step("radius", _ask_radius, _take_radius)),
    open=_open,
    finish=_finish,
)
