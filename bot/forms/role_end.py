"""The last day of somebody's role."""

from datetime import datetime

from alerts.ids import RoleId
from alerts.role import Action
from alerts.services.end_role import end_role_on, role_in_scope
from bot.callbacks import safe_id
from bot.form import Answer, Draft, Form, Question, Step
from bot.forms.last_day import day_choices, taken_day
from bot.render.admin import role_card
from bot.replies import Replies, Say
from bot.scene import Scene


class RoleEndDraft(Draft):
    """Whose, and when it is over."""

    role: int
    ends_at: datetime | None = None


async def _check(scene: Scene) -> None:
    await scene.check_may(Action.ADMINISTER)


async def _open(argument: str, scene: Scene) -> RoleEndDraft:
    grant = await role_in_scope(scene.uow, scene.actor, RoleId(safe_id(argument)), scene.now)
    return RoleEndDraft(role=grant.id)


async def _ask(_draft: RoleEndDraft, scene: Scene) -> Question:
    return Question(scene.t("role-end-ask"), day_choices(scene.t))


async def _take(draft: RoleEndDraft, answer: Answer, scene: Scene) -> RoleEndDraft:
    return draft.model_copy(update={"ends_at": taken_day(answer, scene)})


async def _finish(draft: RoleEndDraft, scene: Scene) -> Replies:
    grant = await end_role_on(scene.uow, scene.actor, RoleId(draft.role), draft.ends_at, now=scene.now)
    return [Say(await role_card(grant, scene.view()))]


ROLE_END = Form(
    name="role-end",
    model=RoleEndDraft,
    steps=(Step("day", _ask, _take),),
    open=_open,
    finish=_finish,
    check=_check,
)
