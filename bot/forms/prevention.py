"""The form behind /preventie: a tip for a KVO group or a branch. A text that looks like an incident goes to the
police."""

from alerts.alert import WHAT_LENGTH
from alerts.branch import Branch
from alerts.errors import InvalidText
from alerts.guard.incident import incident_signs
from alerts.ids import KvoGroupId
from alerts.role import Action
from alerts.services.group.find_groups import find_groups
from alerts.services.prevention.hold_tip import Held
from alerts.services.prevention.send_prevention import send_prevention
from alerts.typed_text import checked
from bot.conversation.callbacks import button, safe_id
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Stay, Step, Words, marked
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft
from bot.forms.alert.form import NAME as ALERT_FORM
from bot.forms.questions.typed_text import typed
from texts.html import lines, paragraphs
from texts.times_and_distances import moment

NAME = "prevention"
TIPS = 3
CHECKLIST = ("event", "person", "vehicle")


class PreventionDraft(Draft):
    """A tip so far. `groups` (id to name) and `branches` are the audiences on offer; `ticked` holds the incident signs
    that the writer ticked; `may_ask` tells whether the writer may send the police a notice instead."""

    groups: dict[int, str]
    branches: tuple[Branch, ...] = ()
    group: int | None = None
    branch: Branch | None = None
    may_ask: bool = True
    what: str | None = None
    is_template: bool = False  # whether the text is one of the ready-made tips
    ticked: frozenset[str] = frozenset()

    @property
    def is_choice(self) -> bool:
        """Whether more than one audience is on offer."""
        return len(self.groups) + len(self.branches) > 1

    @property
    def is_doubtful(self) -> bool:
        """Whether the text or the writer's ticks suggest that an incident happened."""
        return bool(self.ticked or incident_signs(self.what or ""))


async def check_sender(request: Request) -> None:
    """Check that this person may send tips. Raises NotAllowed otherwise."""
    await request.check_may(Action.SEND_PREVENTION)


async def _open(_argument: str, request: Request) -> PreventionDraft:
    await check_sender(request)
    groups = await find_groups(request.uow, request.actor, Action.SEND_PREVENTION, request.now)
    able = [one for one in request.grants if one.is_active(request.now) and Action.SEND_PREVENTION in one.actions]
    whole = [one.scope.branch for one in able if one.scope.is_whole_branch]  # a tip for a branch goes to all of it
    branches = tuple(dict.fromkeys(one for one in whole if one is not None))
    if not groups and not branches:
        raise InvalidText("no-group")
    draft = PreventionDraft(
        groups={int(group.id): group.name for group in groups},
        branches=branches,
        may_ask=await request.may(Action.DRAFT_ALERT),
    )
    if draft.is_choice:
        return draft
    only = {"group": int(groups[0].id)} if groups else {"branch": branches[0]}
    return draft.model_copy(update=only)


async def _ask_group(draft: PreventionDraft, request: Request) -> Question:
    rows = [(Choice(marked(name, group == draft.group), str(group)),) for group, name in draft.groups.items()]
    rows += [(Choice(marked(request.t.plain(f"branch-{one}"), one is draft.branch), one),) for one in draft.branches]
    return Question(request.t("prevention-ask-group"), tuple(rows))


async def _take_group(draft: PreventionDraft, answer: Answer, _request: Request) -> PreventionDraft:
    value = answer.value if isinstance(answer, Picked) else ""
    if value in draft.branches:
        return draft.model_copy(update={"group": None, "branch": Branch(value)})
    if safe_id(value) not in draft.groups:
        raise InvalidText("tap-a-button")
    return draft.model_copy(update={"group": safe_id(value), "branch": None})


async def _ask_what(draft: PreventionDraft, request: Request) -> Question:
    t = request.t
    tips = tuple((Choice(t.plain(f"prevention-tip-{number}-label"), str(number)),) for number in range(1, TIPS + 1))
    now = t("alert-what-now", what=draft.what) if draft.what else ""
    return Question(paragraphs(t("prevention-ask-what", name=_name(draft, request)), now), tips)


async def _take_what(draft: PreventionDraft, answer: Answer, request: Request) -> PreventionDraft:
    if isinstance(answer, Picked):
        if answer.value not in {str(number) for number in range(1, TIPS + 1)}:
            raise InvalidText("type-or-tap")
        what = request.t.plain(f"prevention-tip-{answer.value}")
        return draft.model_copy(update={"what": what, "is_template": True})
    return draft.model_copy(update={"what": await checked(typed(answer), WHAT_LENGTH), "is_template": False})


async def _ask_checklist(draft: PreventionDraft, request: Request) -> Question:
    t = request.t
    rows = tuple((Choice(marked(t.plain(f"prevention-about-{one}"), one in draft.ticked), one),) for one in CHECKLIST)
    done = t.plain("alert-done" if draft.ticked else "prevention-about-nothing")
    return Question(t("prevention-ask-about"), (*rows, (Choice(done, "done"),)))


async def _take_checklist(
    draft: PreventionDraft, answer: Answer, _request: Request
) -> PreventionDraft | Stay[PreventionDraft]:
    value = answer.value if isinstance(answer, Picked) else ""
    if value == "done":
        return draft
    if value not in CHECKLIST:
        raise InvalidText("tap-a-button")
    return Stay(draft.model_copy(update={"ticked": draft.ticked ^ {value}}))


async def _ask_send(draft: PreventionDraft, request: Request) -> Question:
    t = request.t
    preview = "prevention-preview-branch" if draft.branch else "prevention-preview"
    shown = paragraphs(t(preview, name=_name(draft, request)), t("alert-what", what=draft.what or ""))
    if not draft.is_doubtful and draft.is_template:
        return Question(shown, ((Choice(t.plain("alert-send"), "send"),),))
    if not draft.is_doubtful:
        return Question(paragraphs(shown, t("tip-explained")), ((Choice(t.plain("tip-hold"), "send"),),))
    signs = incident_signs(draft.what or "")
    why = t("prevention-doubtful-words", words=", ".join(signs)) if signs else ""
    if not draft.may_ask:
        return Question(paragraphs(shown, lines(t("prevention-no-tip"), why)))
    to_police = (Choice(t.plain("prevention-to-police"), "send"),)
    return Question(paragraphs(shown, lines(t("prevention-doubtful"), why)), (to_police,))


async def _take_send(draft: PreventionDraft, answer: Answer, _request: Request) -> PreventionDraft:
    if draft.is_doubtful and not draft.may_ask:
        raise InvalidText("no-tip")
    if answer != Picked("send"):
        raise InvalidText("tap-a-button")
    return draft


async def _finish(draft: PreventionDraft, request: Request) -> Replies:
    audience = draft.branch or KvoGroupId(draft.group or 0)
    assert draft.what is not None, "the text was asked before"
    if draft.is_doubtful:
        return await _to_police(draft, request)
    sent = await send_prevention(
        request.uow, request.actor, audience, draft.what, request.now, zone=request.zone, is_template=draft.is_template
    )
    if isinstance(sent, Held):
        return [Say(_held(sent, request))]
    alert, recipients = sent
    return [Say(Message(request.t("alert-goes", number=alert.number or "", recipients=recipients)))]


def _held(held: Held, request: Request) -> Message:
    """Say when the tip is sent or whose approval it waits for, with a button that stops it."""
    t, number = request.t, held.alert.number or ""
    if held.until is None:
        text = t("tip-waits", number=number, count=held.asked)
    else:
        text = t("tip-held", number=number, moment=moment(held.until, t, request.zone, request.now))
    return Message(text).with_keyboard((button(t.plain("tip-not"), "tip-stop", held.alert.id, held.alert.version),))


def _name(draft: PreventionDraft, request: Request) -> str:
    return request.t.plain(f"branch-{draft.branch}") if draft.branch else draft.groups[draft.group or 0]


async def _to_police(draft: PreventionDraft, request: Request) -> Replies:
    """Keep a draft notice with this text; the form for notices asks the remaining questions."""
    own = frozenset({draft.branch} if draft.branch else ())
    begun = AlertDraft(
        what=draft.what, groups=draft.groups, kvo_group_id=draft.group, own_branch=draft.branch, branches=own
    )
    kept = await request.uow.kept_forms.keep(
        request.person().id, ALERT_FORM, begun.model_dump(mode="json"), request.now
    )
    resume = button(request.t.plain("draft-resume"), "draft", f"k{kept}")
    return [Say(Message(request.t("prevention-kept-for-police")).with_keyboard((resume,)))]


PREVENTION = Form(
    name=NAME,
    model=PreventionDraft,
    steps=(
        Step("group", _ask_group, _take_group, applies=lambda draft: draft.is_choice),
        Step("what", _ask_what, _take_what, words=Words.TEXT),
        Step("about", _ask_checklist, _take_checklist),
        Step("send", _ask_send, _take_send),
    ),
    open=_open,
    finish=_finish,
    check=check_sender,
)
