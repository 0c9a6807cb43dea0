"""The form that sets the last day of a role."""

from datetime import datetime

from alerts.ids import RoleId
from alerts.role import Action
from alerts.services.role.end_role import end_role_on, role_in_scope
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Draft, Form, Question, Step
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.role.last_day import day_choices, taken_day
from bot.render.admin import role_card


class RoleEndDraft(Draft):
    """The role, and the moment at which it ends."""

    role: int
    ends_at: datetime | None = None


async def _check(request: Request) -> None:
    await request.check_may(Action.ADMINISTER)


async def _open(argument: str, request: Request) -> RoleEndDraft:
    grant = await role_in_scope(request.uow, request.actor, RoleId(safe_id(argument)), request.now)
    return RoleEndDraft(role=grant.id)


async def _ask(_draft: RoleEndDraft, request: Request) -> Question:
    return Question(request.t("role-end-ask"), day_choices(request.t))


async def _take(draft: RoleEndDraft, answer: Answer, request: Request) -> RoleEndDraft:
    return draft.model_copy(update={"ends_at": taken_day(answer, request)})


async def _finish(draft: RoleEndDraft, request: Request) -> Replies:
    grant = await end_role_on(request.uow, request.actor, RoleId(draft.role), draft.ends_at, now=request.now)
    return [Say(await role_card(grant, request.view()))]


ROLE_END = Form(
    name="role-end",
    model=RoleEndDraft,
    steps=(Step("day", _ask, _take),),
    open=_open,
    finish=_finish,
    check=_check,
)
