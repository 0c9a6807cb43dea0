"""The form behind /preventie: a tip for a KVO group. What looks like an incident goes to the police instead."""

from alerts.alert import WHAT_LENGTH
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
    """`groups`: those on offer, by name. `ticked`: what the writer says that it is about."""

    groups: dict[int, str]
    group: int | None = None
    what: str | None = None
    ticked: frozenset[str] = frozenset()

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
    if not groups:
        raise InvalidText("no-group")
    only = int(groups[0].id) if len(groups) == 1 else None
    return PreventionDraft(groups={int(group.id): group.name for group in groups}, group=only)


async def _ask_group(draft: PreventionDraft, scene: Scene) -> Question:
    rows = tuple((Choice(marked(name, group == draft.group), str(group)),) for group, name in draft.groups.items())
    return Question(scene.t("prevention-ask-group"), rows)


async def _take_group(draft: PreventionDraft, answer: Answer, _scene: Scene) -> PreventionDraft:
    group = safe_id(answer.value) if isinstance(answer, Picked) else 0
    if group not in draft.groups:
        raise InvalidText("tap-a-button")
    return draft.model_copy(update={"group": group})


async def _ask_what(draft: PreventionDraft, scene: Scene) -> Question:
    t = scene.t
    tips = tuple((Choice(t.plain(f"prevention-tip-{number}-label"), str(number)),) for number in range(1, TIPS + 1))
    now = t("alert-what-now", what=draft.what) if draft.what else ""
    name = draft.groups[draft.group or 0]
    return Question(paragraphs(t("prevention-ask-what", name=name), now), tips)


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
    t, name = scene.t, draft.groups[draft.group or 0]
    shown = paragraphs(t("prevention-preview", name=name), t("alert-what", what=draft.what or ""))
    if not draft.is_doubtful:
        return Question(shown, ((Choice(t.plain("alert-send"), "send"),),))
    signs = incident_signs(draft.what or "")
    why = t("prevention-doubtful-words", words=", ".join(signs)) if signs else ""
    to_police = (Choice(t.plain("prevention-to-police"), "send"),)
    return Question(paragraphs(shown, lines(t("prevention-doubtful"), why)), (to_police,))


async def _take_send(draft: PreventionDraft, answer: Answer, _scene: Scene) -> PreventionDraft:
    if answer != Picked("send"):
        raise InvalidText("tap-a-button")
    return draft


async def _finish(draft: PreventionDraft, scene: Scene) -> Replies:
    assert draft.group is not None, "the group was asked before"
    assert draft.what is not None, "the text was asked before"
    if draft.is_doubtful:
        return await _to_police(draft, scene)
    alert, recipients = await send_prevention(
        scene.uow, scene.actor, KvoGroupId(draft.group), draft.what, scene.now, zone=scene.zone
    )
    return [Say(Message(scene.t("alert-goes", number=alert.number or "", recipients=recipients)))]


async def _to_police(draft: PreventionDraft, scene: Scene) -> Replies:
    """A notice with these words, as far as it has come; the form for notices asks the rest."""
    begun = AlertDraft(what=draft.what, groups=draft.groups, kvo_group_id=draft.group)
    kept = await scene.uow.kept_forms.keep(scene.person().id, ALERT_FORM, begun.model_dump(mode="json"), scene.now)
    resume = button(scene.t.plain("draft-resume"), "draft", f"k{kept}")
    return [Say(Message(scene.t("prevention-kept-for-police")).with_keyboard((resume,)))]


PREVENTION = Form(
    name=NAME,
    model=PreventionDraft,
    steps=(
        Step("group", _ask_group, _take_group, applies=lambda draft: len(draft.groups) > 1),
        Step("what", _ask_what, _take_what),
        Step("about", _ask_checklist, _take_checklist),
        Step("send", _ask_send, _take_send),
    ),
    open=_open,
    finish=_finish,
    check=check_sender,
)
