"""Two forms for a shop: its name and house number, which a coordinator needs, and its move to another place or
branch."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from alerts.errors import InvalidPostcode
from alerts.found_place import PlaceFound, is_of_several
from alerts.ids import PremisesId
from alerts.premises import Premises
from alerts.role import Action
from alerts.services.permission.locate_matter import shop_matter
from alerts.services.shop.describe_premises import Described, Description, describe_premises
from alerts.services.shop.find_premises import owned_premises
from alerts.services.shop.move_premises import move_premises
from alerts.shop_name import ALLOWED, house_number, shop_name
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Stay, Step, Then, Typed, Words
from bot.conversation.menu import fresh_menu
from bot.conversation.message import Message, NoKeyboard
from bot.conversation.replies import Replies, Reply, Say
from bot.conversation.request import Request
from bot.forms.questions.place import NEAR_M, place_of
from bot.forms.questions.shop import (
    BRANCHES_AT_ONCE,
    KEEP,
    YES,
    ShopDraft,
    ask_doubt,
    branch_name,
    branch_rows,
    check_yes,
    echo_found,
    is_in_doubt,
    location_keyboard,
    new_premises,
    place_line,
    take_branch,
    take_doubt,
    take_place,
)
from bot.forms.questions.typed_text import typed
from bot.forms.questions.which_place import ask_which, take_which
from bot.render.settings import night_question
from bot.render.shop import same_shop_question, standing
from texts.html import Html, paragraphs
from texts.phrases import Phrases
from texts.places import place_words
from texts.shops import facts

NEW = "new"
Taken = Awaitable["DetailsDraft | Stay[DetailsDraft]"]
Take = Callable[["DetailsDraft", Answer, Request], Taken]


class DetailsDraft(Draft):
    """The details given for a shop; a detail that the shop has already is only asked again in order to change it."""

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
        """Tell whether a question is asked: it is wanted, and the member still runs the shop."""
        return is_wanted and not self.is_gone


async def _open_details(argument: str, request: Request) -> DetailsDraft:
    number, _, why = argument.partition("-")
    premises = (await owned_premises(request.uow, request.person().id, PremisesId(safe_id(number)))).premises
    has_table = await request.uow.postcodes.count() > 0
    return DetailsDraft(
        premises=premises.id,
        is_new=why == NEW,
        has_name=premises.name is not None,
        lacks_pc6=premises.pc6 is None,
        lacks_point=premises.point is None and not has_table and not premises.is_verified,
    )


async def _shop(draft: DetailsDraft, request: Request) -> Premises:
    return await request.uow.premises.get(PremisesId(draft.premises))


async def _ask_name(draft: DetailsDraft, request: Request) -> Question:
    t, premises = request.t, await _shop(draft, request)
    before = (Message(paragraphs(t("details-subscribed"), facts(premises, t)), NoKeyboard()),) if draft.is_new else ()
    if premises.name is not None:
        keep = Choice(t.plain("details-keep-name"), KEEP)
        return Question(_warned(t("details-name-again", name=premises.name), premises, t), ((keep,),), before=before)
    return Question(paragraphs(t("details-why"), t("details-name")), before=before)


def _warned(question: Html, premises: Premises, t: Phrases) -> Html:
    """Append the warning that another answer drops the verification, if the shop is verified."""
    return paragraphs(question, t("details-drops") if premises.is_verified else "")


async def _runs(draft: DetailsDraft, request: Request) -> bool:
    followings = await request.uow.premises.followings(request.person().id)
    return any(one.premises.id == draft.premises and one.is_owner for one in followings)


def _while_there(take: Take) -> Take:
    """Guard a parser: if the member no longer runs the shop, ignore the answer and end the questions."""

    async def taken(draft: DetailsDraft, answer: Answer, request: Request) -> DetailsDraft | Stay[DetailsDraft]:
        if not await _runs(draft, request):
            return draft.model_copy(update={"is_gone": True})
        return await take(draft, answer, request)

    return taken


@_while_there
async def _take_name(draft: DetailsDraft, answer: Answer, request: Request) -> DetailsDraft:
    if answer == Picked(KEEP):
        return draft
    return draft.model_copy(update={"name": shop_name(typed(answer)), "has_name": True})


async def _ask_number(draft: DetailsDraft, request: Request) -> Question:
    premises = await _shop(draft, request)
    if premises.house_number is not None:
        asked = request.t("details-number-again", number=premises.house_number)
        return Question(_warned(asked, premises, request.t))
    return Question(request.t("details-number"))


@_while_there
async def _take_number(draft: DetailsDraft, answer: Answer, request: Request) -> DetailsDraft:
    return draft.model_copy(update={"house_number": house_number(typed(answer))})


async def _ask_postcode(draft: DetailsDraft, request: Request) -> Question:
    if draft.postcode is not None and is_of_several(draft.postcode):
        return await ask_which(draft.postcode, request)
    return Question(request.t("details-postcode"))


@_while_there
async def _take_postcode(draft: DetailsDraft, answer: Answer, request: Request) -> DetailsDraft | Stay[DetailsDraft]:
    if draft.postcode is not None and is_of_several(draft.postcode):
        found = await take_which(draft.postcode, answer, request)
    else:
        found = await place_of(Typed(typed(answer)), request)
    premises = await _shop(draft, request)
    if is_of_several(found) and premises.municipality and premises.pc4 == found.place.pc4:  # chosen before
        found = replace(found, place=replace(found.place, municipality=premises.municipality), doubt=None)
    if is_of_several(found):
        return Stay(draft.model_copy(update={"postcode": found}))
    point = premises.point
    if found.place.point and point and found.place.point.squared_chord(point) > NEAR_M * NEAR_M:
        raise InvalidPostcode("far-away", code=found.code)
    return draft.model_copy(update={"postcode": found})


async def _ask_location(_draft: DetailsDraft, request: Request) -> Question:
    t = request.t
    return Question(t("details-location-how"), before=(Message(t("details-location"), location_keyboard(t)),))


@_while_there
async def _take_location(draft: DetailsDraft, answer: Answer, request: Request) -> DetailsDraft:
    found = await place_of(answer, request)
    if found.place.point is None:
        raise InvalidPostcode("location-wanted")
    return draft.model_copy(update={"location": found})


async def _finish_details(draft: DetailsDraft, request: Request) -> Replies:
    if not await _runs(draft, request):
        return [Say(Message(request.t("details-gone")))]
    told = Description(
        name=draft.name,
        house_number=draft.house_number,
        pc6=draft.postcode.place if draft.postcode else None,
        location=draft.location.place if draft.location else None,
        needs_check=draft.postcode is not None and draft.postcode.doubt is not None,
    )
    member = request.person()
    described = await describe_premises(request.uow, member, PremisesId(draft.premises), told, request.now)
    replies: list[Reply] = [await fresh_menu(request)]
    if not described.lost_verification:  # else the notice says the rest
        replies = [Say(await _said(described, request))]
    if described.same_shop is not None:
        replies.append(Say(same_shop_question(described.premises, described.same_shop, request.t)))
    if member.p1_at_night is None:
        replies.append(Say(night_question(request.t)))
    return replies


async def _who_looks(described: Described, request: Request) -> Html:
    """Say who will verify the shop; members cannot verify their own shop."""
    if described.coordinators:
        return request.t("details-asked")
    matter = await shop_matter(request.uow, described.premises.place, described.premises.branch)
    is_own = await request.may(Action.VERIFY_PREMISES, matter)
    return request.t("details-only-you" if is_own else "details-nobody")


async def _said(described: Described, request: Request) -> Message:
    t, premises = request.t, described.premises
    if not premises.is_verified and premises.can_be_verified:
        return Message(paragraphs(facts(premises, t), await _who_looks(described, request)))
    return Message(paragraphs(facts(premises, t), standing(premises, t)))


DETAILS = Form(
    name="details",
    model=DetailsDraft,
    steps=(
        Step("name", _ask_name, _take_name, is_skippable=True, allows=ALLOWED, words=Words.NAME),
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
            echo=lambda draft, t: place_line(draft.location, t),
        ),
    ),
    open=_open_details,
    finish=_finish_details,
    can_cancel=False,
)


class MoveDraft(ShopDraft):
    """A new place or branch for a shop at this version; None keeps the present one."""

    premises: int
    version: int


async def _open_move(argument: str, request: Request) -> MoveDraft:
    number, _, version = argument.partition("-")
    following = await owned_premises(
        request.uow, request.person().id, PremisesId(safe_id(number)), version=safe_id(version)
    )
    return MoveDraft(premises=following.premises.id, version=following.premises.version)


async def _ask_move_place(_draft: MoveDraft, request: Request) -> Question:
    t = request.t
    return Question(
        t("move-place"),
        ((Choice(t.plain("move-keep-place"), KEEP),),),
        before=(Message(t("move-intro"), location_keyboard(t)),),
    )


async def _take_move_place(draft: MoveDraft, answer: Answer, request: Request) -> MoveDraft:
    if answer == Picked(KEEP):
        return draft.model_copy(update={"found": None, "sure": False})
    return await take_place(draft, answer, request)


async def _ask_move_branch(draft: MoveDraft, request: Request) -> Question:
    t = request.t
    now = (await request.uow.premises.get(PremisesId(draft.premises))).branch
    keep = Choice(t.plain("move-keep-branch", branch=branch_name(now, t)), KEEP)
    return Question(t("move-branch"), ((keep,), *branch_rows(t, draft.branch_page, BRANCHES_AT_ONCE - 1)))


async def _take_move_branch(draft: MoveDraft, answer: Answer, request: Request) -> MoveDraft | Stay[MoveDraft]:
    if answer == Picked(KEEP):
        return draft.model_copy(update={"branch": None})
    return await take_branch(draft, answer, request)


async def _ask_move_confirm(draft: MoveDraft, request: Request) -> Question:
    t = request.t
    now = await request.uow.premises.get(PremisesId(draft.premises))
    place = place_words(draft.found, t) if draft.found else t.plain("move-same-place")
    branch = branch_name(draft.branch or now.branch, t)
    warning = t("move-drops") if now.is_verified else ""
    text = paragraphs(t("start-confirm", place=place, branch=branch), warning)
    return Question(text, ((Choice(t.plain("start-right"), YES),),))


async def _take_move_confirm(draft: MoveDraft, answer: Answer, _request: Request) -> MoveDraft:
    check_yes(answer)
    return draft


async def _finish_move(draft: MoveDraft, request: Request) -> Replies | Then:
    member = request.person()
    now = (await owned_premises(request.uow, member.id, PremisesId(draft.premises), version=draft.version)).premises
    kept = PlaceFound(now.place, "", now.point_source)
    wanted = draft.model_copy(update={"found": draft.found or kept, "branch": draft.branch or now.branch})
    to = new_premises(wanted)
    to = to if draft.found else replace(to, needs_check=now.needs_check)
    moved = await move_premises(request.uow, member, now.id, version=draft.version, to=to, now=request.now)
    if not moved.is_changed:
        return [Say(Message(request.t("move-nothing")))]
    if moved.premises.can_be_verified:
        return [await fresh_menu(request)]  # the notice says the rest
    return Then(DETAILS.name, str(now.id))


MOVE = Form(
    name="move",
    model=MoveDraft,
    steps=(
        Step("place", _ask_move_place, _take_move_place, echo=echo_found),
        Step("doubt", ask_doubt, take_doubt, applies=is_in_doubt, is_doubt=True),
        Step("branch", _ask_move_branch, _take_move_branch),
        Step("confirm", _ask_move_confirm, _take_move_confirm),
    ),
    open=_open_move,
    finish=_finish_move,
)
