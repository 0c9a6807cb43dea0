"""Group: make a KVO group, or change its name, ground or branches."""

import re

from alerts.errors import InvalidPostcode, InvalidText, LimitReached
from alerts.ids import KvoGroupId
from alerts.kvo_group import NAME_LENGTH, NewKvoGroup
from alerts.role import Action
from alerts.services.create_invite import invite_group_manager
from alerts.services.make_group import change_group, changeable_group, make_group, may_make_at, may_make_groups
from alerts.services.tie_chat import new_tie_code
from alerts.shop_name import ALLOWED, shop_name
from bot.callbacks import safe_id
from bot.form import Answer, Choice, Form, Picked, Question, Stay, Step, Typed
from bot.forms.alert_what import typed
from bot.forms.branches import BranchesDraft, branch_choices, take_branches
from bot.forms.place import place_of
from bot.forms.shop import YES, check_yes
from bot.message import Message, paragraphs
from bot.render.invitation import invitation
from bot.render.kvo_group import branches_words, codes_words, group_card, how_to_tie
from bot.replies import Replies, Say
from bot.scene import Scene

MOST_CODES = 300  # a shopping area has tens of PC6s
_CODE = re.compile(r"[0-9]+[ \t]+[A-Za-z]{2}(?![A-Za-z0-9])|[^\s,;]+")
_AND = re.compile(r"\s(?:en|and|&|\+)(?=\s+[0-9])")  # in small letters: 2903 EN is a postcode
_KEEP, _DONE, _CLEAR = "keep", "done", "clear"


class GroupDraft(BranchesDraft):
    """A group so far; `group` is 0 for a new one. `had`: the ground that it has already."""

    group: int = 0
    version: int = 0
    name: str | None = None
    codes: frozenset[str] = frozenset()
    had: frozenset[str] = frozenset()

    def changed(self, **values: object) -> "GroupDraft":
        """The same with these values."""
        return self.model_copy(update=values)


async def _check(scene: Scene) -> None:
    await scene.check_may(Action.MANAGE_KVO_GROUP)


async def _open(argument: str, scene: Scene) -> GroupDraft:
    await _check(scene)
    if not argument:
        if not may_make_groups(scene.actor, scene.now):
            raise InvalidText("no-new-group")
        return GroupDraft()
    group = await changeable_group(scene.uow, scene.actor, KvoGroupId(safe_id(argument)), now=scene.now)
    return GroupDraft(
        group=group.id,
        version=group.version,
        name=group.name,
        codes=group.codes,
        had=group.codes,
        branches=group.branches,
        all_branches=not group.branches,
    )


async def _ask_name(draft: GroupDraft, scene: Scene) -> Question:
    t = scene.t
    if draft.name is None:
        return Question(t("group-ask-name"))
    keep = Choice(t.plain("details-keep-name"), _KEEP)
    return Question(t("group-ask-name-again", name=draft.name), ((keep,),))


async def _take_name(draft: GroupDraft, answer: Answer, _scene: Scene) -> GroupDraft:
    if answer == Picked(_KEEP) and draft.name is not None:
        return draft
    return draft.changed(name=shop_name(typed(answer), NAME_LENGTH))


async def _ask_codes(draft: GroupDraft, scene: Scene) -> Question:
    t = scene.t
    if not draft.codes:
        return Question(t("group-ask-codes"))
    now = t("group-codes-now", codes=codes_words(draft.codes, t))
    done = Choice(t.plain("group-codes-done", count=len(draft.codes)), _DONE)
    clear = Choice(t.plain("group-codes-clear"), _CLEAR)
    return Question(paragraphs(t("group-ask-codes"), now), ((done,), (clear,)))


async def _take_codes(draft: GroupDraft, answer: Answer, scene: Scene) -> GroupDraft | Stay[GroupDraft]:
    """What is typed is added to the list, all of it or nothing."""
    match answer:
        case Picked(value) if value == _DONE and draft.codes:
            return draft
        case Picked(value) if value == _CLEAR:
            return Stay(draft.changed(codes=frozenset()))
        case Typed(text):
            codes = draft.codes | {await _code(written, draft, scene) for written in written_codes(text)}
            if len(codes) > MOST_CODES:
                raise LimitReached("codes", most=str(MOST_CODES))
            return Stay(draft.changed(codes=codes))
        case _:
            raise InvalidText("type-or-tap")


def written_codes(text: str) -> list[str]:
    """The postcodes in a list as people write it: `2903 AB, 2904;2905ac`. Raises InvalidPostcode without any."""
    codes = re.findall(_CODE, re.sub(_AND, ",", text))
    if not codes:
        raise InvalidPostcode("not-a-postcode")
    return codes


async def _code(written: str, draft: GroupDraft, scene: Scene) -> str:
    try:
        found = await place_of(Typed(written), scene, allow_pc4=True)
        if found.doubt is not None:
            raise InvalidPostcode(str(found.doubt), code=found.code)
    except InvalidPostcode as error:
        sentence = scene.t.plain(error.text_id, **error.fields)
        raise InvalidPostcode("in-list", code=written[:20], sentence=sentence) from error
    code = found.place.pc6 or found.place.pc4 or ""
    if code not in draft.had and not await may_make_at(scene.uow, scene.actor, code, scene.now):
        raise InvalidPostcode("not-yours", code=found.code)
    return code


async def _ask_branches(draft: GroupDraft, scene: Scene) -> Question:
    return Question(scene.t("group-ask-branches"), branch_choices(draft, scene.t))


async def _ask_confirm(draft: GroupDraft, scene: Scene) -> Question:
    t, new = scene.t, _new(draft)
    words = {"codes": codes_words(new.codes, t), "branches": branches_words(new.branches, t)}
    label = t.plain("group-save" if draft.group else "group-make")
    return Question(t("group-confirm", name=new.name, **words), ((Choice(label, YES),),))


async def _take_confirm(draft: GroupDraft, answer: Answer, _scene: Scene) -> GroupDraft:
    check_yes(answer)
    return draft


async def _finish(draft: GroupDraft, scene: Scene) -> Replies:
    uow, actor, t, now = scene.uow, scene.actor, scene.t, scene.now
    if draft.group:
        group = await change_group(uow, actor, KvoGroupId(draft.group), _new(draft), version=draft.version, now=now)
        return [Say(await group_card(uow, actor, group, t, zone=scene.zone, now=now))]
    group = await make_group(uow, actor, _new(draft), now)
    shops, verified = await uow.kvo_groups.shops_held(group.id)
    made = t("group-made", name=group.name, shops=shops, verified=verified)
    code = await new_tie_code(uow, actor, group.id, now)
    invited = await invite_group_manager(uow, actor, group.id, now)
    return [
        Say(Message(made)),
        Say(how_to_tie(code, scene)),
        Say(invitation(invited, scene, text="group-manager-invite", name=group.name)),
    ]


def _new(draft: GroupDraft) -> NewKvoGroup:
    return NewKvoGroup(draft.name or "", draft.codes, frozenset() if draft.all_branches else draft.branches)


GROUP = Form(
    name="group",
    model=GroupDraft,
    steps=(
        Step("name", _ask_name, _take_name, allows=ALLOWED),
        Step("codes", _ask_codes, _take_codes),
        Step("branches", _ask_branches, take_branches),
        Step("confirm", _ask_confirm, _take_confirm),
    ),
    open=_open,
    finish=_finish,
    check=_check,
)
