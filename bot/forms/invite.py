"""The form by which a coordinator registers a shop in their own scope and gets an invitation link to hand on."""

from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import NotAllowed, Rejected
from alerts.role import Action
from alerts.services.invite.create_invite import CreatedInvite, branches_to_invite, create_premises_invite
from alerts.shop_name import ALLOWED, house_number, shop_name
from bot.conversation.form import Answer, Choice, Form, Picked, Question, Shared, Stay, Step, Words
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.shop import (
    YES,
    ShopDraft,
    ask_doubt,
    branch_name,
    branch_rows,
    check_yes,
    is_in_doubt,
    new_premises,
    take_branch,
    take_doubt,
    take_place,
)
from bot.forms.questions.typed_text import typed
from bot.render.invitation import invitation
from texts.html import Html, paragraphs
from texts.phrases import Phrases
from texts.places import place_words

COUNTER = "counter"


class InviteDraft(ShopDraft):
    """The shop to invite."""

    name: str | None = None
    house_number: str | None = None
    for_counter: bool = False


async def _open(_argument: str, request: Request) -> InviteDraft:
    await request.check_may(Action.INVITE_PREMISES)
    return InviteDraft()


async def _ask_place(_draft: InviteDraft, request: Request) -> Question:
    return Question(request.t("invite-place"))


async def _take_place(draft: InviteDraft, answer: Answer, request: Request) -> InviteDraft:
    if isinstance(answer, Shared):
        raise Rejected("typed-wanted")  # a shop needs its postcode to be recognised
    return await _in_scope(await take_place(draft, answer, request), request)


async def _ask_doubt(draft: InviteDraft, request: Request) -> Question:
    return await ask_doubt(draft, request, unknown="invite-unknown-place")


async def _take_doubt(draft: InviteDraft, answer: Answer, request: Request) -> InviteDraft | Stay[InviteDraft]:
    taken = await take_doubt(draft, answer, request)
    await _in_scope(taken.draft if isinstance(taken, Stay) else taken, request)
    return taken


async def _in_scope(draft: InviteDraft, request: Request) -> InviteDraft:
    """Return the draft if a shop of some branch may be invited at its place. Raises NotAllowed otherwise."""
    if not await _branches(draft, request):
        raise NotAllowed("outside-scope")
    return draft


async def _branches(draft: InviteDraft, request: Request) -> frozenset[Branch]:
    place = draft.found.place if draft.found else Place(None)
    return await branches_to_invite(request.uow, request.actor, place, request.now)


async def _ask_branch(draft: InviteDraft, request: Request) -> Question:
    return Question(request.t("invite-branch"), branch_rows(request.t, draft.branch_page))


async def _take_branch(draft: InviteDraft, answer: Answer, request: Request) -> InviteDraft | Stay[InviteDraft]:
    taken = await take_branch(draft, answer, request)
    if not isinstance(taken, Stay) and taken.branch not in await _branches(draft, request):
        raise NotAllowed("outside-branch")
    return taken


async def _ask_name(_draft: InviteDraft, request: Request) -> Question:
    return Question(request.t("invite-name"))


async def _take_name(draft: InviteDraft, answer: Answer, _request: Request) -> InviteDraft:
    return draft.model_copy(update={"name": shop_name(typed(answer))})


async def _ask_number(_draft: InviteDraft, request: Request) -> Question:
    return Question(request.t("invite-number"))


async def _take_number(draft: InviteDraft, answer: Answer, _request: Request) -> InviteDraft:
    return draft.model_copy(update={"house_number": house_number(typed(answer))})


async def _ask_confirm(draft: InviteDraft, request: Request) -> Question:
    t = request.t
    assert draft.found is not None, "the place was asked before"
    assert draft.branch is not None, "the branch was asked before"
    summary = t(
        "invite-confirm",
        name=draft.name or "",
        place=place_words(draft.found, t),
        number=draft.house_number or "",
        branch=branch_name(draft.branch, t),
    )
    ways = (Choice(t.plain("invite-make"), YES),), (Choice(t.plain("invite-make-counter"), COUNTER),)
    return Question(summary, ways)


async def _take_confirm(draft: InviteDraft, answer: Answer, _request: Request) -> InviteDraft:
    if answer == Picked(COUNTER):
        return draft.model_copy(update={"for_counter": True})
    check_yes(answer)
    return draft


async def _finish(draft: InviteDraft, request: Request) -> Replies:
    new = new_premises(draft, name=draft.name, house_number=draft.house_number)
    created = await create_premises_invite(request.uow, request.actor, new, request.now, for_counter=draft.for_counter)
    text = "invite-join" if created.has_people else "invite-counter" if draft.for_counter else "invite-shop"
    return [
        Say(invitation(created, request, text=text)),
        Say(Message(_what_it_gives(created, request.t))),
    ]


def _what_it_gives(created: CreatedInvite, t: Phrases) -> Html:
    gives = t("invite-join-after" if created.has_people else "invite-after")
    return paragraphs(gives, t("invite-twin") if created.has_twin else "")


INVITE = Form(
    name="invite",
    model=InviteDraft,
    steps=(
        Step("place", _ask_place, _take_place),
        Step("doubt", _ask_doubt, _take_doubt, applies=is_in_doubt, is_doubt=True),
        Step("branch", _ask_branch, _take_branch),
        Step("name", _ask_name, _take_name, allows=ALLOWED, words=Words.NAME),
        Step("number", _ask_number, _take_number),
        Step("confirm", _ask_confirm, _take_confirm),
    ),
    open=_open,
    finish=_finish,
)
