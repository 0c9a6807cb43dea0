"""Invite: a coordinator makes an entry for a shop within the own scope, and hands on its link."""

from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import NotAllowed, Rejected
from alerts.role import Action
from alerts.services.create_invite import CreatedInvite, branches_to_invite, create_premises_invite
from alerts.shop_name import ALLOWED, house_number, shop_name
from bot.form import Answer, Choice, Form, Picked, Question, Shared, Stay, Step
from bot.forms.premises import typed
from bot.forms.shop import (
    YES,
    ShopDraft,
    ask_doubt,
    branch_name,
    branch_rows,
    check_yes,
    is_in_doubt,
    new_premises,
    place_words,
    take_branch,
    take_doubt,
    take_place,
)
from bot.message import Html, Message, NoKeyboard, paragraphs
from bot.render.invitation import invitation
from bot.replies import Replies, Say
from bot.scene import Scene
from bot.texts import Phrases

COUNTER = "counter"


class InviteDraft(ShopDraft):
    """The shop that is invited."""

    name: str | None = None
    house_number: str | None = None
    for_counter: bool = False


async def _open(_argument: str, scene: Scene) -> InviteDraft:
    await scene.check_may(Action.INVITE_PREMISES)
    return InviteDraft()


async def _ask_place(_draft: InviteDraft, scene: Scene) -> Question:
    return Question(scene.t("invite-place"))


async def _take_place(draft: InviteDraft, answer: Answer, scene: Scene) -> InviteDraft:
    if isinstance(answer, Shared):
        raise Rejected("typed-wanted")  # a shop needs its postcode to be recognised
    return await _in_scope(await take_place(draft, answer, scene), scene)


async def _ask_doubt(draft: InviteDraft, scene: Scene) -> Question:
    return await ask_doubt(draft, scene, unknown="invite-unknown-place")


async def _take_doubt(draft: InviteDraft, answer: Answer, scene: Scene) -> InviteDraft | Stay[InviteDraft]:
    taken = await take_doubt(draft, answer, scene)
    await _in_scope(taken.draft if isinstance(taken, Stay) else taken, scene)
    return taken


async def _in_scope(draft: InviteDraft, scene: Scene) -> InviteDraft:
    """Whether a shop of any branch could be invited there."""
    if not await _branches(draft, scene):
        raise NotAllowed("outside-scope")
    return draft


async def _branches(draft: InviteDraft, scene: Scene) -> frozenset[Branch]:
    place = draft.found.place if draft.found else Place(None)
    return await branches_to_invite(scene.uow, scene.actor, place, scene.now)


async def _ask_branch(draft: InviteDraft, scene: Scene) -> Question:
    return Question(scene.t("invite-branch"), branch_rows(scene.t, shows_all=draft.shows_all))


async def _take_branch(draft: InviteDraft, answer: Answer, scene: Scene) -> InviteDraft | Stay[InviteDraft]:
    taken = await take_branch(draft, answer, scene)
    if not isinstance(taken, Stay) and taken.branch not in await _branches(draft, scene):
        raise NotAllowed("outside-branch")
    return taken


async def _ask_name(_draft: InviteDraft, scene: Scene) -> Question:
    return Question(scene.t("invite-name"))


async def _take_name(draft: InviteDraft, answer: Answer, _scene: Scene) -> InviteDraft:
    return draft.model_copy(update={"name": shop_name(typed(answer))})


async def _ask_number(_draft: InviteDraft, scene: Scene) -> Question:
    return Question(scene.t("invite-number"))


async def _take_number(draft: InviteDraft, answer: Answer, _scene: Scene) -> InviteDraft:
    return draft.model_copy(update={"house_number": house_number(typed(answer))})


async def _ask_confirm(draft: InviteDraft, scene: Scene) -> Question:
    t = scene.t
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


async def _take_confirm(draft: InviteDraft, answer: Answer, _scene: Scene) -> InviteDraft:
    if answer == Picked(COUNTER):
        return draft.model_copy(update={"for_counter": True})
    check_yes(answer)
    return draft


async def _finish(draft: InviteDraft, scene: Scene) -> Replies:
    new = new_premises(draft, name=draft.name, house_number=draft.house_number)
    created = await create_premises_invite(scene.uow, scene.actor, new, scene.now, for_counter=draft.for_counter)
    text = "invite-join" if created.has_people else "invite-counter" if draft.for_counter else "invite-shop"
    return [Say(invitation(created, scene, text=text)), Say(Message(_what_it_gives(created, scene.t), NoKeyboard()))]


def _what_it_gives(created: CreatedInvite, t: Phrases) -> Html:
    gives = t("invite-join-after" if created.has_people else "invite-after")
    return paragraphs(gives, t("invite-twin") if created.has_twin else "")


INVITE = Form(
    name="invite",
    model=InviteDraft,
    steps=(
        Step("place", _ask_place, _take_place),
        Step("doubt", _ask_doubt, _take_doubt, applies=is_in_doubt),
        Step("branch", _ask_branch, _take_branch),
        Step("name", _ask_name, _take_name, allows=ALLOWED),
        Step("number", _ask_number, _take_number),
        Step("confirm", _ask_confirm, _take_confirm),
    ),
    open=_open,
    finish=_finish,
)
