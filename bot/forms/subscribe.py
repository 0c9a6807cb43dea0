"""Subscribe: from /start to getting alerts in one typed line and three taps."""

from alerts.services.become_member import become_member
from alerts.services.subscribe import check_room, subscribe
from bot.callbacks import button
from bot.dialogue import Dialogues
from bot.form import Answer, Choice, Form, Question, Step
from bot.forms.premises import DETAILS
from bot.forms.shop import (
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
from bot.message import Message, paragraphs
from bot.replies import Replies
from bot.scene import Scene


async def _open(_argument: str, scene: Scene) -> ShopDraft:
    if scene.member is not None:
        await check_room(scene.uow, scene.member, scene.now)
    return ShopDraft()


async def _ask_place(draft: ShopDraft, scene: Scene) -> Question:
    t = scene.t
    is_known = draft.found is not None or scene.member is not None
    welcome = t("start-another") if is_known else paragraphs(t("start-welcome"), t("start-privacy"))
    return Question(
        t("start-postcode"),
        before=(Message(welcome, location_keyboard(t)),),
        links=(button(t.plain("start-privacy-more"), "privacy"),),
    )


async def _ask_branch(draft: ShopDraft, scene: Scene) -> Question:
    return Question(scene.t("start-branch"), branch_rows(scene.t, shows_all=draft.shows_all))


async def _ask_confirm(draft: ShopDraft, scene: Scene) -> Question:
    t = scene.t
    assert draft.found is not None, "the place was asked before"
    assert draft.branch is not None, "the branch was asked before"
    summary = t("start-confirm", place=place_words(draft.found, t), branch=branch_name(draft.branch, t))
    return Question(summary, ((Choice(t.plain("start-right"), YES),),))


async def _take_confirm(draft: ShopDraft, answer: Answer, _scene: Scene) -> ShopDraft:
    check_yes(answer)
    return draft


async def _finish(draft: ShopDraft, scene: Scene) -> Replies:
    member = await become_member(scene.uow, scene.channel, scene.key.person_ref, language=scene.language, now=scene.now)
    premises = await subscribe(scene.uow, member, new_premises(draft), scene.now)
    scene.member = member
    details = await Dialogues({DETAILS.name: DETAILS}).begin(DETAILS.name, scene, f"{premises.id}-new")
    return [*details, await fresh_menu(scene)]


SUBSCRIBE = Form(
    name="subscribe",
    model=ShopDraft,
    steps=(
        Step("place", _ask_place, take_place),
        Step("doubt", ask_doubt, take_doubt, applies=is_in_doubt),
        Step("branch", _ask_branch, take_branch),
        Step("confirm", _ask_confirm, _take_confirm),
    ),
    open=_open,
    finish=_finish,
)
