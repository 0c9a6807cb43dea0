"""The form behind /preventie: a tip for a KVO group or a branch. What looks like an incident goes to the police."""

from alerts.alert import WHAT_LENGTH
from alerts.branch import Branch
from alerts.errors import InvalidText
from alerts.guard.incident import incident_signs
from alerts.ids import KvoGroupId
from alerts.role import Action
from alerts.services.find_groups import find_groups
from alerts.services.send_prevention import send_prevention
from bot.callbacks import button, safe_id
from bot.form import Answer, Choice, Draft, Form, Picked, Question, Stay, Step, marked
from bot.forms.alert import NAME as ALERT_FORM
from bot.forms.alert_draft import AlertDraft
from bot.forms.alert_what import checked, typed
from bot.message import Message, lines, paragraphs
from bot.replies import Replies, Say
from bot.scene import Scene

NAME = "prevention"
TIPS = 3
CHECKLIST = ("event", "person", "vehicle")


class PreventionDraft(Draft):
    """`groups` by name and `branches`: those on offer. `ticked`: what the writer says that it is about; `may_ask`:
    whether the police can be asked with a notice instead."""

    groups: dict[int, str]
    branches: tuple[Branch, ...] = ()
    group: int | None = None
    branch: Branch | None = None
    may_ask: bool = True
    what: str | None = None
    ticked: frozenset[str] = frozenset()

    @property
    def is_choice(self) -> bool:
        """Whether there is more than one on offer."""
        return len(self.groups) + len(self.branches) > 1

    @property
    def is_doubtful(self) -> bool:
        """Whether the words or the writer say that something happened."""
        return bool(self.ticked or incident_signs(self.what or ""))


async def check_sender(scene: Scene) -> None:
    """Who may send tips at all."""
    await scene.check_may(Action.SEND_PREVENTION)


async def _open(_argument: str, scene: Scene) -> PreventionDraft:
    await check_sender(scene)
    groups = await find_groups(scene.uow, scene.actor, Action.SEND_PREVENTION, scene.now)
    able = [one for one in scene.grants if one.is_active(scene.now) and Action.SEND_PREVENTION in one.actions]
    branches = tuple(dict.fromkeys(one.scope.branch for one in able if one.scope.branch is not None))
    if not groups and not branches:
        raise InvalidText("no-group")
    draft = PreventionDraft(
        groups={int(group.id): group.name for group in groups},
        branches=branches,
        may_ask=await scene.may(Action.DRAFT_ALERT),
    )
    if draft.is_choice:
        return draft
    only = {"group": int(groups[0].id)} if groups else {"branch": branches[0]}
    return draft.model_copy(update=only)


async def _ask_group(draft: PreventionDraft, scene: Scene) -> Question:
    rows = [(Choice(marked(name, group == draft.group), str(group)),) for group, name in draft.groups.items()]
    rows += [(Choice(marked(scene.t.plain(f"branch-{one}"), one is draft.branch), one),) for one in draft.branches]
    return Question(scene.t("prevention-ask-group"), tuple(rows))


async def _take_group(draft: PreventionDraft, answer: Answer, _scene: Scene) -> PreventionDraft:
    value = answer.value if isinstance(answer, Picked) else ""
    if value in draft.branches:
        return draft.model_copy(update={"group": None, "branch": Branch(value)})
    if safe_id(value) not in draft.groups:
        raise InvalidText("tap-a-button")
    return draft.model_copy(update={"group": safe_id(value), "branch": None})


async def _ask_what(draft: PreventionDraft, scene: Scene) -> Question:
    t = scene.t
    tips = tuple((Choice(t.plain(f"prevention-tip-{number}-label"), str(number)),) for number in range(1, TIPS + 1))
    now = t("alert-what-now", what=draft.what) if draft.what else ""
    return Question(paragraphs(t("prevention-ask-what", name=_name(draft, scene)), now), tips)


async def _take_what(draft: PreventionDraft, answer: Answer, scene: Scene) -> PreventionDraft:
    if isinstance(answer, Picked):
        if answer.value not in {str(number) for number in range(1, TIPS + 1)}:
            raise InvalidText("type-or-tap")
        return draft.model_copy(update={"what": scene.t.plain(f"prevention-tip-{answer.value}")})
    return draft.model_copy(update={"what": checked(typed(answer), WHAT_LENGTH)})


async def _ask_checklist(draft: PreventionDraft, scene: Scene) -> Question:
    t = scene.t
    rows = tuple((Choice(marked(t.plain(f"prevention-about-{one}"), one in draft.ticked), one),) for one in CHECKLIST)
    done = t.plain("alert-done" if draft.ticked else "prevention-about-nothing")
    return Question(t("prevention-ask-about"), (*rows, (Choice(done, "done"),)))


async def _take_checklist(
    draft: PreventionDraft, answer: Answer, _scene: Scene
) -> PreventionDraft | Stay[PreventionDraft]:
    value = answer.value if isinstance(answer, Picked) else ""
    if value == "done":
        return draft
    if value not in CHECKLIST:
        raise InvalidText("tap-a-button")
    return Stay(draft.model_copy(update={"ticked": draft.ticked ^ {value}}))


async def _ask_send(draft: PreventionDraft, scene: Scene) -> Question:
    t = scene.t
    preview = "prevention-preview-branch" if draft.branch else "prevention-preview"
    shown = paragraphs(t(preview, name=_name(draft, scene)), t("alert-what", what=draft.what or ""))
    if not draft.is_doubtful:
        return Question(shown, ((Choice(t.plain("alert-send"), "send"),),))
    signs = incident_signs(draft.what or "")
    why = t("prevention-doubtful-words", words=", ".join(signs)) if signs else ""
    if not draft.may_ask:
        return Question(paragraphs(shown, lines(t("prevention-no-tip"), why)))
    to_police = (Choice(t.plain("prevention-to-police"), "send"),)
    return Question(paragraphs(shown, lines(t("prevention-doubtful"), why)), (to_police,))


async def _take_send(draft: PreventionDraft, answer: Answer, _scene: Scene) -> PreventionDraft:
    if draft.is_doubtful and not draft.may_ask:
        raise InvalidText("no-tip")
    if answer != Picked("send"):
        raise InvalidText("tap-a-button")
    return draft


async def _finish(draft: PreventionDraft, scene: Scene) -> Replies:
    audience = draft.branch or KvoGroupId(draft.group or 0)
    assert draft.what is not None, "the text was asked before"
    if draft.is_doubtful:
        return await _to_police(draft, scene)
    alert, recipients = await send_prevention(scene.uow, scene.actor, audience, draft.what, scene.now, zone=scene.zone)
    return [Say(Message(scene.t("alert-goes", number=alert.number or "", recipients=recipients)))]


def _name(draft: PreventionDraft, scene: Scene) -> str:
    return scene.t.plain(f"branch-{draft.branch}") if draft.branch else draft.groups[draft.group or 0]


async def _to_police(draft: PreventionDraft, scene: Scene) -> Replies:
    """A notice with these words, as far as it has come; the form for notices asks the rest."""
    own = frozenset({draft.branch} if draft.branch else ())
    begun = AlertDraft(
        what=draft.what, groups=draft.groups, kvo_group_id=draft.group, own_branch=draft.branch, branches=own
    )
    kept = await scene.uow.kept_forms.keep(scene.person().id, ALERT_FORM, begun.model_dump(mode="json"), scene.now)
    resume = button(scene.t.plain("draft-resume"), "draft", f"k{kept}")
    return [Say(Message(scene.t("prevention-kept-for-police")).with_keyboard((resume,)))]


PREVENTION = Form(
    name=NAME,
    model=PreventionDraft,
    steps=(
        Step("group", _ask_group, _take_group, applies=lambda draft: draft.is_choice),
        Step("what", _ask_what, _take_what),
        Step("about", _ask_checklist, _take_checklist),
        Step("send", _ask_send, _take_send),
    ),
    open=_open,
    finish=_finish,
    check=check_sender,
)
