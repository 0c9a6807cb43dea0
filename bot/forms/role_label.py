"""What a role is called in a municipality."""

from alerts.errors import NotFound
from alerts.role import Action, Role
from alerts.services.set_municipality import municipality_for, set_label
from alerts.shop_name import shop_name
from bot.form import Answer, Choice, Draft, Form, Picked, Question, Step
from bot.forms.alert_what import typed
from bot.forms.municipality import named, place_message
from bot.replies import Replies, Say
from bot.scene import Scene

LENGTH = 40
_USUAL = "usual"


class RoleLabelDraft(Draft):
    """One role of one municipality; without a label it has its usual name."""

    name: str
    role: Role
    label: str | None = None


async def _check(scene: Scene) -> None:
    await scene.check_may(Action.ADMINISTER)


async def _open(argument: str, scene: Scene) -> RoleLabelDraft:
    pc4, _, role = argument.partition(".")
    name = await named(pc4, scene)
    await municipality_for(scene.uow, scene.actor, name, scene.now)
    if role not in set(Role):
        raise NotFound
    return RoleLabelDraft(name=name, role=Role(role))


async def _ask(draft: RoleLabelDraft, scene: Scene) -> Question:
    t = scene.t
    usual = Choice(t.plain("role-label-usual"), _USUAL)
    return Question(t("role-label-ask", role=t.plain(f"role-{draft.role}"), name=draft.name), ((usual,),))


async def _take(draft: RoleLabelDraft, answer: Answer, _scene: Scene) -> RoleLabelDraft:
    label = None if answer == Picked(_USUAL) else shop_name(typed(answer), LENGTH)
    return draft.model_copy(update={"label": label})


async def _finish(draft: RoleLabelDraft, scene: Scene) -> Replies:
    await set_label(scene.uow, scene.actor, draft.name, draft.role, draft.label, now=scene.now)
    return [Say(await place_message(draft.name, scene))]


ROLE_LABEL = Form(
    name="role-label",
    model=RoleLabelDraft,
    steps=(Step("label", _ask, _take, advice="guard-function"),),
    open=_open,
    finish=_finish,
    check=_check,
)
