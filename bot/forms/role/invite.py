"""The form that invites somebody to a role: which role, where, the function or label, and until when."""

from datetime import datetime

from alerts.account import ADDRESS_FACT
from alerts.branch import Branch
from alerts.errors import InvalidText, NotAllowed, Rejected
from alerts.ids import KvoGroupId
from alerts.invite import FOR_LENGTH, LABEL_LENGTH
from alerts.role import Action, Role, Scope, ScopeKind, parse_scope
from alerts.role_function import usual_function
from alerts.services.invite.invite_role import check_may_invite_to, invite_role
from alerts.services.scope.cover_scope import check_covers
from alerts.services.scope.find_scope import find_area
from alerts.shop_name import ALLOWED, shop_name
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Form, Picked, Question, Stay, Step, Typed, Words
from bot.conversation.likely_choices import MORE, MOST
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.shop import branch_rows
from bot.forms.questions.typed_text import typed
from bot.forms.role.function import FunctionDraft, function_question, taken_function
from bot.forms.role.last_day import day_choices, taken_day
from bot.render.admin import last_day
from bot.render.invitation import console_invitation, invitation
from texts.html import lines, paragraphs
from texts.phrases import Phrases
from texts.roles import RoleOffer, role_and_scope, role_choice, role_words

MOST_GROUPS = 90  # Telegram takes a hundred buttons
_ROLES_AT_ONCE = MOST - 1  # beside the button for the others
_NATIONAL, _MAKE, _BRANCH, _CHAT, _CONSOLE = "national", "make", "branch", "chat", "console"


class RoleInviteDraft(FunctionDraft):
    """The role, its scope as text, and its other properties. `branch` is for police who follow one branch, in the whole
    country or in a part of it. `address`: the console's, while there is one; `whom`: for whom a link is that works
    there only."""

    role: Role | None = None
    role_page: int = 0
    branch_page: int = 0
    scope: str | None = None
    is_for_branch: bool = False
    branch: Branch | None = None
    ends_at: datetime | None = None
    address: str = ""
    is_for_console: bool = False
    whom: str | None = None

    @property
    def wanted(self) -> RoleOffer:
        """The chosen role, scope and function."""
        assert self.role is not None, "the role was asked before"
        assert self.scope is not None, "the scope was asked before"
        return RoleOffer(self.role, parse_scope(self.scope), self.function)


async def _check(request: Request) -> None:
    await request.check_may(Action.ADMINISTER)


async def _open(_argument: str, request: Request) -> RoleInviteDraft:
    await _check(request)
    return RoleInviteDraft(address=await request.uow.facts.get(ADDRESS_FACT) or "")


async def _ask_role(draft: RoleInviteDraft, request: Request) -> Question:
    begin = draft.role_page * _ROLES_AT_ONCE % (len(Role) + -len(Role) % _ROLES_AT_ONCE)
    shown = [Choice(role_choice(role, request.t), role) for role in tuple(Role)[begin : begin + _ROLES_AT_ONCE]]
    more = Choice(request.t.plain("choices-more"), MORE)
    return Question(request.t("role-invite-role"), tuple((one,) for one in (*shown, more)))


async def _take_role(
    draft: RoleInviteDraft, answer: Answer, _request: Request
) -> RoleInviteDraft | Stay[RoleInviteDraft]:
    if answer == Picked(MORE):
        return Stay(draft.model_copy(update={"role_page": draft.role_page + 1}))
    if isinstance(answer, Picked) and answer.value in set(Role):
        return draft.model_copy(
            update={"role": Role(answer.value), "scope": None, "is_for_branch": False, "function": None}
        )
    raise InvalidText("tap-a-button")


async def _ask_scope(draft: RoleInviteDraft, request: Request) -> Question:
    t = request.t
    match draft.role:
        case Role.KVO_MANAGER:
            groups = [
                one for one in await request.uow.kvo_groups.all_open() if await _is_mine(_of_group(one.id), request)
            ]
            rows = tuple((Choice(one.name[:LABEL_LENGTH], str(one.id)),) for one in groups[:MOST_GROUPS])
            return Question(t("role-invite-group" if groups else "role-invite-no-group"), rows)
        case Role.TRADE_ASSOCIATION:
            return _branches(draft, t)
        case _:
            national = ((Choice(t.plain("scope-national"), _NATIONAL),),)
            rows = national if await _is_mine(Scope(ScopeKind.NATIONAL), request) else ()
            if draft.role is Role.POLICE:
                rows += ((Choice(t.plain("role-invite-one-branch"), _BRANCH),),)
            return Question(t("role-invite-scope"), rows)


def _branches(draft: RoleInviteDraft, t: Phrases) -> Question:
    return Question(t("role-invite-branch"), branch_rows(t, draft.branch_page))


def _next_page(draft: RoleInviteDraft) -> Stay[RoleInviteDraft]:
    return Stay(draft.model_copy(update={"branch_page": draft.branch_page + 1}))


async def _take_scope(
    draft: RoleInviteDraft, answer: Answer, request: Request
) -> RoleInviteDraft | Stay[RoleInviteDraft]:
    assert draft.role is not None, "the role was asked before"
    match draft.role, answer:
        case Role.POLICE, Picked(value) if value == _BRANCH:
            return draft.model_copy(update={"is_for_branch": True, "scope": None})
        case Role.KVO_MANAGER, Picked(value):
            scope = _of_group(KvoGroupId(safe_id(value)))
        case Role.TRADE_ASSOCIATION, Picked(value) if value == MORE:
            return _next_page(draft)
        case Role.TRADE_ASSOCIATION, Picked(value) if value in set(Branch):
            scope = Scope(ScopeKind.BRANCH, branch=Branch(value))
        case _, Picked(value) if value == _NATIONAL:
            scope = Scope(ScopeKind.NATIONAL)
        case _, Typed(text):
            scope = await find_area(request.uow, text)
        case _:
            raise InvalidText("type-or-tap")
    return await _scoped(draft, scope, request)


async def _scoped(draft: RoleInviteDraft, scope: Scope, request: Request) -> RoleInviteDraft:
    """Return the draft with this scope. Raises NotAllowed or InvalidText if this person cannot give it."""
    assert draft.role is not None, "the role was asked before"
    await check_may_invite_to(request.uow, request.actor, draft.role, scope, request.now)
    function = usual_function(draft.role, scope)
    is_for_branch = scope.branch is not None
    return draft.model_copy(update={"scope": str(scope), "is_for_branch": is_for_branch, "function": function})


async def _ask_branch(draft: RoleInviteDraft, request: Request) -> Question:
    """Ask which branch the police member follows."""
    return _branches(draft, request.t)


async def _take_branch(
    draft: RoleInviteDraft, answer: Answer, _request: Request
) -> RoleInviteDraft | Stay[RoleInviteDraft]:
    if answer == Picked(MORE):
        return _next_page(draft)
    if isinstance(answer, Picked) and answer.value in set(Branch):
        return draft.model_copy(update={"branch": Branch(answer.value)})
    raise InvalidText("tap-a-button")


async def _ask_within(draft: RoleInviteDraft, request: Request) -> Question:
    """Ask where the police member follows the branch: the whole country, or a range of postcodes."""
    t, whole = request.t, Scope(ScopeKind.BRANCH, branch=draft.branch)
    national = ((Choice(t.plain("scope-national"), _NATIONAL),),)
    rows = national if await _is_mine(whole, request) else ()
    return Question(t("role-invite-within", branch=t.plain(f"branch-{draft.branch}")), rows)


async def _take_within(draft: RoleInviteDraft, answer: Answer, request: Request) -> RoleInviteDraft:
    whole = Scope(ScopeKind.BRANCH, branch=draft.branch)
    if answer == Picked(_NATIONAL):
        return await _scoped(draft, whole, request)
    try:
        scope = parse_scope(f"{whole}:{typed(answer).replace(' ', '')}")
    except Rejected as error:
        raise InvalidText("role-postcodes") from error
    return await _scoped(draft, scope, request)


async def _ask_label(draft: RoleInviteDraft, request: Request) -> Question:
    return function_question(draft.role, request.t)


async def _take_label(draft: RoleInviteDraft, answer: Answer, _request: Request) -> RoleInviteDraft:
    return draft.model_copy(update=taken_function(draft.role, answer))


async def _ask_end(_draft: RoleInviteDraft, request: Request) -> Question:
    return Question(request.t("role-invite-end"), day_choices(request.t))


async def _take_end(draft: RoleInviteDraft, answer: Answer, request: Request) -> RoleInviteDraft:
    return draft.model_copy(update={"ends_at": taken_day(answer, request)})


async def _ask_way(_draft: RoleInviteDraft, request: Request) -> Question:
    """Ask whether the person uses Telegram or the browser only."""
    t = request.t
    ways = (Choice(t.plain("role-invite-by-chat"), _CHAT), Choice(t.plain("role-invite-by-console"), _CONSOLE))
    return Question(t("role-invite-way"), tuple((one,) for one in ways))


async def _take_way(draft: RoleInviteDraft, answer: Answer, _request: Request) -> RoleInviteDraft:
    if answer not in (Picked(_CHAT), Picked(_CONSOLE)):
        raise InvalidText("tap-a-button")
    return draft.model_copy(update={"is_for_console": answer == Picked(_CONSOLE)})


async def _ask_whom(_draft: RoleInviteDraft, request: Request) -> Question:
    return Question(request.t("role-invite-whom"))


async def _take_whom(draft: RoleInviteDraft, answer: Answer, _request: Request) -> RoleInviteDraft:
    return draft.model_copy(update={"whom": shop_name(typed(answer), FOR_LENGTH)})


async def _ask_make(draft: RoleInviteDraft, request: Request) -> Question:
    t = request.t
    said = await role_words(request.uow, draft.wanted, t, "admin-role")
    label = t("admin-label", label=draft.label) if draft.label else ""
    end = t("admin-until", date=last_day(draft.ends_at, request.zone)) if draft.ends_at else t("admin-no-end")
    whom = t("role-invite-for", who=draft.whom) if draft.is_for_console and draft.whom else ""
    text = paragraphs(t("role-invite-confirm"), lines(said, label, end, whom), t("role-invite-means"))
    return Question(text, ((Choice(t.plain("invite-make"), _MAKE),),))


async def _take_make(draft: RoleInviteDraft, answer: Answer, _request: Request) -> RoleInviteDraft:
    if answer != Picked(_MAKE):
        raise InvalidText("tap-a-button")
    return draft


async def _finish(draft: RoleInviteDraft, request: Request) -> Replies:
    wanted = draft.wanted
    created = await invite_role(
        request.uow,
        request.actor,
        wanted.role,
        wanted.scope,
        label=draft.label,
        ends_at=draft.ends_at,
        now=request.now,
        function=draft.function,
        for_console=draft.whom if draft.is_for_console else None,
    )
    words = await role_and_scope(request.uow, wanted, request.t)
    if draft.is_for_console:
        return [Say(console_invitation(created, f"{draft.address}/link/{created.secret}", request, **words))]
    return [Say(invitation(created, request, text="role-invite", **words))]


async def _is_mine(scope: Scope, request: Request) -> bool:
    try:
        await check_covers(request.uow, request.actor, Action.ADMINISTER, scope, request.now)
    except NotAllowed:
        return False
    return True


def _of_group(group: KvoGroupId) -> Scope:
    return Scope(ScopeKind.KVO_GROUP, kvo_group_id=group)


def _has_console(draft: RoleInviteDraft) -> bool:
    return bool(draft.address)


def _is_for_console(draft: RoleInviteDraft) -> bool:
    return draft.is_for_console


def _follows_branch(draft: RoleInviteDraft) -> bool:
    return draft.role is Role.POLICE and draft.is_for_branch


ROLE_INVITE = Form(
    name="role-invite",
    model=RoleInviteDraft,
    steps=(
        Step("role", _ask_role, _take_role),
        Step("scope", _ask_scope, _take_scope),
        Step("branch", _ask_branch, _take_branch, applies=_follows_branch),
        Step("within", _ask_within, _take_within, applies=_follows_branch),
        Step("label", _ask_label, _take_label, is_skippable=True, advice="guard-function", words=Words.NAME),
        Step("end", _ask_end, _take_end, is_skippable=True),
        Step("way", _ask_way, _take_way, applies=_has_console),
        Step("whom", _ask_whom, _take_whom, applies=_is_for_console, allows=ALLOWED, words=Words.NAME),
        Step("make", _ask_make, _take_make),
    ),
    open=_open,
    finish=_finish,
    check=_check,
)
