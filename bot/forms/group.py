"""The form that makes a KVO group, or changes its name, postcodes or branches."""

import re

from alerts.errors import InvalidPostcode, InvalidText, LimitReached, NotAllowed
from alerts.found_place import Doubt
from alerts.ids import KvoGroupId
from alerts.kvo_group import NAME_LENGTH, KvoGroup, NewKvoGroup
from alerts.role import Action
from alerts.services.chat.tie_chat import new_tie_code
from alerts.services.group.make_group import change_group, changeable_group, make_group, may_make_at, may_make_groups
from alerts.services.invite.create_invite import check_may_invite_manager
from alerts.services.scope.find_scope import known_beside
from alerts.shop_name import ALLOWED, shop_name
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Form, Picked, Question, Stay, Step, Typed, Words
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.branches import BranchesDraft, branch_choices, take_branches
from bot.forms.questions.place import place_of
from bot.forms.questions.shop import YES, check_yes
from bot.forms.questions.typed_text import typed
from bot.render.kvo_group import branches_words, codes_words, group_card, how_to_tie, manager_row
from texts.html import paragraphs

MOST_CODES = 300  # a shopping area has tens of PC6s
_CODE = re.compile(r"[0-9]+[ \t]{0,9}[-–—]?[ \t]{0,9}[A-Za-z]{2}(?![A-Za-z0-9])|[^\s,;]+")
_AND = re.compile(r"\s(?:en|and|&|\+)(?=\s+[0-9])")  # lower case only: 2903 EN is a postcode
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
            codes = draft.codes | {await _code(written, draft, request) for written in written_codes(text)}
            if len(codes) > MOST_CODES:
                raise LimitReached("codes", most=str(MOST_CODES))
            return Stay(draft.changed(codes=codes))
        case _:
            raise InvalidText("type-or-tap")


def written_codes(text: str) -> list[str]:
    """Split a typed list such as `2903 AB, 2904;2905ac` into postcodes. Raises InvalidPostcode if there are none."""
    found = re.findall(_CODE, re.sub(_AND, ",", text))
    codes = [code for code in found if any(sign.isalnum() for sign in code)]  # not the dashes of a list
    if not codes:
        raise InvalidPostcode("not-a-postcode")
    return codes


async def _code(written: str, draft: GroupDraft, request: Request) -> str:
    try:
        found = await place_of(Typed(written), request, allow_pc4=True)
        if found.doubt is Doubt.UNKNOWN:
            near = await known_beside(request.uow, found.place.pc4 or "", found.place.pc4 or "")
            raise InvalidPostcode("unknown-near", code=found.code, near=near)
        if found.doubt not in (None, Doubt.SEVERAL):  # a list needs no choice between several places
            raise InvalidPostcode(str(found.doubt), code=found.code)
    except InvalidPostcode as error:
        sentence = request.t.plain(error.text_id, **error.fields)
        raise InvalidPostcode("in-list", code=written[:20], sentence=sentence) from error
    code = found.place.pc6 or found.place.pc4 or ""
    if code not in draft.had and not await may_make_at(request.uow, request.actor, code, request.now):
        raise InvalidPostcode("not-yours", code=found.code)
    return code


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
