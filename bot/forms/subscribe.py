"""The sign-up form: from /start to receiving alerts in one typed line and three taps."""

from alerts.services.member.become_member import become_member
from alerts.services.shop.subscribe import check_room, subscribe
from bot.conversation.callbacks import button
from bot.conversation.form import Answer, Choice, Form, Question, Step, Then
from bot.conversation.menu import fresh_menu
from bot.conversation.message import Message
from bot.conversation.request import Request
from bot.forms.premises import DETAILS
from bot.forms.questions.shop import (
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
    take_branch,
    take_doubt,
    take_place,
)
from texts.html import paragraphs
from texts.places import place_words


async def _open(_argument: str, request: Request) -> ShopDraft:
    if request.member is not None:
        await check_room(request.uow, request.member, request.now)
    return ShopDraft()


async def _ask_place(draft: ShopDraft, request: Request) -> Question:
    t = request.t
    is_known = draft.found is not None or request.member is not None
    welcome = t("start-another") if is_known else paragraphs(t("start-welcome"), t("start-privacy"))
    return Question(
        t("start-postcode"),
        before=(Message(welcome, location_keyboard(t)),),
        links=(button(t.plain("start-privacy-more"), "privacy"),),
    )


async def _ask_branch(draft: ShopDraft, request: Request) -> Question:
    return Question(request.t("start-branch"), branch_rows(request.t, draft.branch_page))


async def _ask_confirm(draft: ShopDraft, request: Request) -> Question:
    t = request.t
    assert draft.found is not None, "the place was asked before"
    assert draft.branch is not None, "the branch was asked before"
    summary = t("start-confirm", place=place_words(draft.found, t), branch=branch_name(draft.branch, t))
    return Question(summary, ((Choice(t.plain("start-right"), YES),),))


async def _take_confirm(draft: ShopDraft, answer: Answer, _request: Request) -> ShopDraft:
    check_yes(answer)
    return draft


async def _finish(draft: ShopDraft, request: Request) -> Then:
    member = await become_member(
        request.uow, request.channel, request.key.person_ref, language=request.language, now=request.now
    )
    premises = await subscribe(request.uow, member, new_premises(draft), request.now)
    request.member = member
    return Then(DETAILS.name, f"{premises.id}-new", [await fresh_menu(request)])


SUBSCRIBE = Form(
    name="subscribe",
    model=ShopDraft,
    steps=(
        Step("place", _ask_place, take_place, echo=echo_found),
        Step("doubt", ask_doubt, take_doubt, applies=is_in_doubt, is_doubt=True),
        Step("branch", _ask_branch, take_branch),
        Step("confirm", _ask_confirm, _take_confirm),
    ),
    open=_open,
    finish=_finish,
)
