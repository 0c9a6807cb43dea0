"""Premises: the name and house number that a coordinator needs, and moving to another place or branch."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from alerts.errors import InvalidPostcode, Rejected
from alerts.ids import PremisesId
from alerts.premises import Premises
from alerts.role import Action
from alerts.services.describe_premises import Described, Description, describe_premises
from alerts.services.find_coordinators import shop_matter
from alerts.services.find_premises import owned_premises
from alerts.services.move_premises import move_premises
from alerts.shop_name import ALLOWED, house_number, shop_name
from bot.dialogue import Dialogues
from bot.form import Answer, Choice, Draft, Form, Picked, Question, Stay, Step, Typed
from bot.forms.place import NEAR_M, PlaceFound, place_of
from bot.forms.shop import (
    KEEP,
    YES,
    ShopDraft,
    ask_doubt,
    branch_name,
    branch_rows,
    check_yes,
    is_in_doubt,
    location_keyboard,
    new_premises,
    place_words,
    take_branch,
    take_doubt,
    take_place,
)
from bot.menu import fresh_menu
from bot.message import Html, Message, NoKeyboard, paragraphs
from bot.render.settings import night_question
from bot.render.shop import facts, same_shop_question, standing
from bot.replies import Replies, Reply, Say
from bot.scene import Scene
from bot.texts import Phrases

NEW = "new"
Take = Callable[["DetailsDraft", Answer, Scene], Awaitable["DetailsDraft"]]


class DetailsDraft(Draft):
    """What is told about a shop; what is there already is only asked again to change it."""

    premises: int
    is_gone: bool = False  # the member does not run the shop any more, or it is closed
    is_new: bool = False
    has_name: bool = False
    lacks_pc6: bool = False
    lacks_point: bool = False
    name: str | None = None
    house_number: str | None = None
    postcode: PlaceFound | None = None
    location: PlaceFound | None = None

    def asks(self, is_wanted: bool) -> bool:
        """Whether a question is asked: only while one runs the shop."""
        return is_wanted and not self.is_gone


async def _open_details(argument: str, scene: Scene) -> DetailsDraft:
    number, _, why = argument.partition("-")
    premises = (await owned_premises(scene.uow, scene.person().id, _id(number))).premises
    has_table = await scene.uow.postcodes.count() > 0
    return DetailsDraft(
        premises=premises.id,
        is_new=why == NEW,
        has_name=premises.name is not None,
        lacks_pc6=premises.pc6 is None,
        lacks_point=premises.point is None and not has_table and not premises.is_verified,
    )


async def _shop(draft: DetailsDraft, scene: Scene) -> Premises:
    return await scene.uow.premises.get(PremisesId(draft.premises))


async def _ask_name(draft: DetailsDraft, scene: Scene) -> Question:
    t, premises = scene.t, await _shop(draft, scene)
    before = (Message(paragraphs(t("details-subscribed"), facts(premises, t)), NoKeyboard()),) if draft.is_new else ()
    if premises.name is not None:
        keep = Choice(t.plain("details-keep-name"), KEEP)
        return Question(_warned(t("details-name-again", name=premises.name), premises, t), ((keep,),), before=before)
    return Question(paragraphs(t("details-why"), t("details-name")), before=before)


def _warned(question: Html, premises: Premises, t: Phrases) -> Html:
    """With what another answer would do."""
    return paragraphs(question, t("details-drops") if premises.is_verified else "")


async def _runs(draft: DetailsDraft, scene: Scene) -> bool:
    followings = await scene.uow.premises.followings(scene.person().id)
    return any(one.premises.id == draft.premises and one.is_owner for one in followings)


def _while_there(take: Take) -> Take:
    """What is told about a shop that one does not run any more counts no longer, and ends the questions."""

    async def taken(draft: DetailsDraft, answer: Answer, scene: Scene) -> DetailsDraft:
        if not await _runs(draft, scene):
            return draft.model_copy(update={"is_gone": True})
        return await take(draft, answer, scene)

    return taken


@_while_there
async def _take_name(draft: DetailsDraft, answer: Answer, scene: Scene) -> DetailsDraft:
    if answer == Picked(KEEP):
        return draft
    return draft.model_copy(update={"name": shop_name(typed(answer)), "has_name": True})


async def _ask_number(draft: DetailsDraft, scene: Scene) -> Question:
    premises = await _shop(draft, scene)
    if premises.house_number is not None:
        asked = scene.t("details-number-again", number=premises.house_number)
        return Question(_warned(asked, premises, scene.t))
    return Question(scene.t("details-number"))


@_while_there
async def _take_number(draft: DetailsDraft, answer: Answer, scene: Scene) -> DetailsDraft:
    return draft.model_copy(update={"house_number": house_number(typed(answer))})


async def _ask_postcode(_draft: DetailsDraft, scene: Scene) -> Question:
    return Question(scene.t("details-postcode"))


@_while_there
async def _take_postcode(draft: DetailsDraft, answer: Answer, scene: Scene) -> DetailsDraft:
    found = await place_of(Typed(typed(answer)), scene)
    point = (await _shop(draft, scene)).point
    if found.place.point and point and found.place.point.squared_chord(point) > NEAR_M * NEAR_M:
        raise InvalidPostcode("far-away", code=found.code)
    return draft.model_copy(update={"postcode": found})


async def _ask_location(_draft: DetailsDraft, scene: Scene) -> Question:
    t = scene.t
    return Question(t("details-location-how"), before=(Message(t("details-location"), location_keyboard(t)),))


@_while_there
async def _take_location(draft: DetailsDraft, answer: Answer, scene: Scene) -> DetailsDraft:
    found = await place_of(answer, scene)
    if found.place.point is None:
        raise InvalidPostcode("location-wanted")
    return draft.model_copy(update={"location": found})


async def _finish_details(draft: DetailsDraft, scene: Scene) -> Replies:
    if not await _runs(draft, scene):
        return [Say(Message(scene.t("details-gone"), NoKeyboard()))]
    told = Description(
        name=draft.name,
        house_number=draft.house_number,
        pc6=draft.postcode.place if draft.postcode else None,
        location=draft.location.place if draft.location else None,
        needs_check=draft.postcode is not None and draft.postcode.doubt is not None,
    )
    member = scene.person()
    described = await describe_premises(scene.uow, member, PremisesId(draft.premises), told, scene.now)
    replies: list[Reply] = [await fresh_menu(scene)]
    if not described.lost_verification:  # else the notice says the rest
        replies = [Say(await _said(described, scene))]
    if described.same_shop is not None:
        replies.append(Say(same_shop_question(described.premises, described.same_shop, scene.t)))
    if member.p1_at_night is None:
        replies.append(Say(night_question(scene.t)))
    return replies


async def _who_looks(described: Described, scene: Scene) -> Html:
    """Who will verify it; nobody does so for the own shop."""
    if described.coordinators:
        return scene.t("details-asked")
    matter = await shop_matter(scene.uow, described.premises.place, described.premises.branch)
    is_own = await scene.may(Action.VERIFY_PREMISES, matter)
    return scene.t("details-only-you" if is_own else "details-nobody")


async def _said(described: Described, scene: Scene) -> Message:
    t, premises = scene.t, described.premises
    if not premises.is_verified and premises.can_be_verified:
        return Message(paragraphs(facts(premises, t), await _who_looks(described, scene)), NoKeyboard())
    return Message(paragraphs(facts(premises, t), standing(premises, t)), NoKeyboard())


DETAILS = Form(
    name="details",
    model=DetailsDraft,
    steps=(
        Step("name", _ask_name, _take_name, is_skippable=True, allows=ALLOWED),
        Step("number", _ask_number, _take_number, is_skippable=True, applies=lambda draft: draft.asks(draft.has_name)),
        Step(
            "postcode",
            _ask_postcode,
            _take_postcode,
            is_skippable=True,
            applies=lambda draft: draft.asks(draft.lacks_pc6),
        ),
        Step(
            "location",
            _ask_location,
            _take_location,
            is_skippable=True,
            applies=lambda draft: draft.asks(draft.lacks_point),
        ),
    ),
    open=_open_details,
    finish=_finish_details,
    can_cancel=False,
)


class MoveDraft(ShopDraft):
    """Another place or branch for a shop as it was at this version; None leaves it as it is."""

    premises: int
    version: int


async def _open_move(argument: str, scene: Scene) -> MoveDraft:
    number, _, version = argument.partition("-")
    following = await owned_premises(scene.uow, scene.person().id, _id(number), version=_id(version))
    return MoveDraft(premises=following.premises.id, version=following.premises.version)


async def _ask_move_place(_draft: MoveDraft, scene: Scene) -> Question:
    t = scene.t
    return Question(
        t("move-place"),
        ((Choice(t.plain("move-keep-place"), KEEP),),),
        before=(Message(t("move-intro"), location_keyboard(t)),),
    )


async def _take_move_place(draft: MoveDraft, answer: Answer, scene: Scene) -> MoveDraft:
    if answer == Picked(KEEP):
        return draft.model_copy(update={"found": None, "sure": False})
    return await take_place(draft, answer, scene)


async def _ask_move_branch(draft: MoveDraft, scene: Scene) -> Question:
    t = scene.t
    now = (await scene.uow.premises.get(PremisesId(draft.premises))).branch
    keep = Choice(t.plain("move-keep-branch", branch=branch_name(now, t)), KEEP)
    return Question(t("move-branch"), ((keep,), *branch_rows(t, shows_all=draft.shows_all)))


async def _take_move_branch(draft: MoveDraft, answer: Answer, scene: Scene) -> MoveDraft | Stay[MoveDraft]:
    if answer == Picked(KEEP):
        return draft.model_copy(update={"branch": None})
    return await take_branch(draft, answer, scene)


async def _ask_move_confirm(draft: MoveDraft, scene: Scene) -> Question:
    t = scene.t
    now = await scene.uow.premises.get(PremisesId(draft.premises))
    place = place_words(draft.found, t) if draft.found else t.plain("move-same-place")
    branch = branch_name(draft.branch or now.branch, t)
    warning = t("move-drops") if now.is_verified else ""
    text = paragraphs(t("start-confirm", place=place, branch=branch), warning)
    return Question(text, ((Choice(t.plain("start-right"), YES),),))


async def _take_move_confirm(draft: MoveDraft, answer: Answer, _scene: Scene) -> MoveDraft:
    check_yes(answer)
    return draft


async def _finish_move(draft: MoveDraft, scene: Scene) -> Replies:
    member = scene.person()
    now = (await owned_premises(scene.uow, member.id, PremisesId(draft.premises), version=draft.version)).premises
    kept = PlaceFound(now.place, "", now.point_source)
    wanted = draft.model_copy(update={"found": draft.found or kept, "branch": draft.branch or now.branch})
    to = new_premises(wanted)
    to = to if draft.found else replace(to, needs_check=now.needs_check)
    moved = await move_premises(scene.uow, member, now.id, version=draft.version, to=to, now=scene.now)
    if not moved.is_changed:
        return [Say(Message(scene.t("move-nothing"), NoKeyboard()))]
    if moved.premises.can_be_verified:
        return [await fresh_menu(scene)]  # the notice says the rest
    return await Dialogues({DETAILS.name: DETAILS}).begin(DETAILS.name, scene, str(now.id))


MOVE = Form(
    name="move",
    model=MoveDraft,
    steps=(
        Step("place", _ask_move_place, _take_move_place),
        Step("doubt", ask_doubt, take_doubt, applies=is_in_doubt),
        Step("branch", _ask_move_branch, _take_move_branch),
        Step("confirm", _ask_move_confirm, _take_move_confirm),
    ),
    open=_open_move,
    finish=_finish_move,
)


def typed(answer: Answer) -> str:
    """What was typed. Raises Rejected for anything else."""
    if isinstance(answer, Typed):
        return answer.text
    raise Rejected("typed-wanted")


def _id(text: str) -> PremisesId:
    return PremisesId(int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0)
