"""The form that invites somebody to manage a KVO group: under which function others see them, then the link."""

from alerts.ids import KvoGroupId
from alerts.role import Action, Role, Scope, ScopeKind
from alerts.services.invite.create_invite import check_may_invite_manager, invite_group_manager
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Form, Question, Step, Words
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.role.function import FunctionDraft, function_question, taken_function
from bot.render.invitation import invitation
from texts.roles import RoleOffer, role_name


class ManagerDraft(FunctionDraft):
    """The KVO group, and the function of its manager."""

    group: int


async def _check(request: Request) -> None:
    await request.check_may(Action.MANAGE_KVO_GROUP)


async def _open(argument: str, request: Request) -> ManagerDraft:
    await _check(request)
    group = KvoGroupId(safe_id(argument))
    await check_may_invite_manager(request.uow, request.actor, group, request.now)
    return ManagerDraft(group=group)


async def _ask_function(_draft: ManagerDraft, request: Request) -> Question:
    return function_question(Role.KVO_MANAGER, request.t)


async def _take_function(draft: ManagerDraft, answer: Answer, _request: Request) -> ManagerDraft:
    return draft.model_copy(update=taken_function(Role.KVO_MANAGER, answer))


async def _finish(draft: ManagerDraft, request: Request) -> Replies:
    uow, group = request.uow, KvoGroupId(draft.group)
    label, function = draft.label, draft.function
    created = await invite_group_manager(uow, request.actor, group, request.now, label=label, function=function)
    scope = Scope(ScopeKind.KVO_GROUP, kvo_group_id=group)
    seen_as = label or await role_name(uow, RoleOffer(Role.KVO_MANAGER, scope, function), request.t)
    name = (await uow.kvo_groups.get(group)).name
    return [Say(invitation(created, request, text="group-manager-invite", name=name, role=seen_as))]


MANAGER_INVITE = Form(
    name="manager-invite",
    model=ManagerDraft,
    steps=(Step("label", _ask_function, _take_function, is_skippable=True, advice="guard-function", words=Words.NAME),),
    open=_open,
    finish=_finish,
    check=_check,
)
