"""The form that makes a KVO group, or changes its name, postcodes or branches."""

from alerts.errors import InvalidText, NotAllowed
from alerts.ids import KvoGroupId
from alerts.kvo_group import NAME_LENGTH, KvoGroup, NewKvoGroup
from alerts.role import Action
from alerts.services.chat.tie_chat import new_tie_code
from alerts.services.group.make_group import change_group, changeable_group, make_group, may_make_groups
from alerts.services.group.read_ground import read_ground
from alerts.services.invite.create_invite import check_may_invite_manager
from alerts.shop_name import ALLOWED, shop_name
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Form, Picked, Question, Stay, Step, Typed, Words
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.branches import BranchesDraft, branch_choices, take_branches
from bot.forms.questions.shop import YES, check_yes
from bot.forms.questions.typed_text import typed
from bot.render.kvo_group import group_card, how_to_tie, manager_row
from texts.html import paragraphs
from texts.kvo_groups import branches_words, codes_words

_KEEP, _DONE, _CLEAR = "keep", "done", "clear"


class GroupDraft(BranchesDraft):
    """The answers so far; `group` is 0 for a new group, `had` holds the postcodes that the group has already."""

    group: int = 0
    version: int = 0
    name: str | None = None
    codes: frozenset[str] = frozenset()
    had: frozenset[str] = frozenset()

    def changed(self, **values: object) -> "GroupDraft":
        """Return a copy with these values."""
        return self.model_copy(update=values)


async def _check(request: Request) -> None:
    await request.check_may(Action.MANAGE_KVO_GROUP)


async def _open(argument: str, request: Request) -> GroupDraft:
    await _check(request)
    if not argument:
        if not may_make_groups(request.actor, request.now):
            raise InvalidText("no-new-group")
        return GroupDraft()
    group = await changeable_group(request.uow, request.actor, KvoGroupId(safe_id(argument)), now=request.now)
    return GroupDraft(
        group=group.id,
        version=group.version,
        name=group.name,
        codes=group.codes,
        had=group.codes,
        branches=group.branches,
        all_branches=not group.branches,
    )


async def _ask_name(draft: GroupDraft, request: Request) -> Question:
    t = request.t
    if draft.name is None:
        return Question(t("group-ask-name"))
    keep = Choice(t.plain("details-keep-name"), _KEEP)
    return Question(t("group-ask-name-again", name=draft.name), ((keep,),))


async def _take_name(draft: GroupDraft, answer: Answer, _request: Request) -> GroupDraft:
    if answer == Picked(_KEEP) and draft.name is not None:
        return draft
    return draft.changed(name=shop_name(typed(answer), NAME_LENGTH))


async def _ask_codes(draft: GroupDraft, request: Request) -> Question:
    t = request.t
    if not draft.codes:
        return Question(t("group-ask-codes"))
    now = t("group-codes-now", codes=codes_words(draft.codes, t))
    done = Choice(t.plain("group-codes-done", count=len(draft.codes)), _DONE)
    clear = Choice(t.plain("group-codes-clear"), _CLEAR)
    return Question(paragraphs(t("group-ask-codes"), now), ((done,), (clear,)))


async def _take_codes(draft: GroupDraft, answer: Answer, request: Request) -> GroupDraft | Stay[GroupDraft]:
    """Add the typed postcodes to the list: all of them, or none when one is refused."""
    match answer:
        case Picked(value) if value == _DONE and draft.codes:
            return draft
        case Picked(value) if value == _CLEAR:
            return Stay(draft.changed(codes=frozenset()))
        case Typed(text):
            codes = await read_ground(
                request.uow,
                request.actor,
                text,
                had=draft.had,
                chosen=draft.codes,
                tell=lambda error: request.t.plain(error.text_id, **error.fields),
                now=request.now,
            )
            return Stay(draft.changed(codes=codes))
        case _:
            raise InvalidText("type-or-tap")


async def _ask_branches(draft: GroupDraft, request: Request) -> Question:
    return Question(request.t("group-ask-branches"), branch_choices(draft, request.t))


async def _ask_confirm(draft: GroupDraft, request: Request) -> Question:
    t, new = request.t, _new(draft)
    words = {"codes": codes_words(new.codes, t), "branches": branches_words(new.branches, t)}
    label = t.plain("group-save" if draft.group else "group-make")
    return Question(t("group-confirm", name=new.name, **words), ((Choice(label, YES),),))


async def _take_confirm(draft: GroupDraft, answer: Answer, _request: Request) -> GroupDraft:
    check_yes(answer)
    return draft


async def _finish(draft: GroupDraft, request: Request) -> Replies:
    uow, actor, t, now = request.uow, request.actor, request.t, request.now
    if draft.group:
        group = await change_group(uow, actor, KvoGroupId(draft.group), _new(draft), version=draft.version, now=now)
        return [Say(await group_card(uow, actor, group, t, zone=request.zone, now=now))]
    group = await make_group(uow, actor, _new(draft), now)
    shops, verified = await uow.kvo_groups.shops_held(group.id)
    made = t("group-made", name=group.name, shops=shops, verified=verified)
    code = await new_tie_code(uow, actor, group.id, now)
    return [Say(Message(made)), Say(how_to_tie(code, request)), Say(await _manager_next(group, request))]


async def _manager_next(group: KvoGroup, request: Request) -> Message:
    """Offer to invite a manager; where nobody could confirm one yet, say so instead."""
    t = request.t
    try:
        await check_may_invite_manager(request.uow, request.actor, group.id, request.now)
    except NotAllowed as error:
        return Message(t(error.text_id))
    return Message(t("group-manager-next")).with_keyboard(manager_row(group, t))


def _new(draft: GroupDraft) -> NewKvoGroup:
    return NewKvoGroup(draft.name or "", draft.codes, frozenset() if draft.all_branches else draft.branches)


GROUP = Form(
    name="group",
    model=GroupDraft,
    steps=(
        Step("name", _ask_name, _take_name, allows=ALLOWED, words=Words.NAME),
        Step("codes", _ask_codes, _take_codes),
        Step("branches", _ask_branches, take_branches),
        Step("confirm", _ask_confirm, _take_confirm),
    ),
    open=_open,
    finish=_finish,
    check=_check,
)
