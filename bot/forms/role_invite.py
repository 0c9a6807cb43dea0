"""Inviting somebody to a role: which, where, what others call the person, and until when."""

from datetime import datetime

from alerts.branch import Branch
from alerts.errors import InvalidText, NotAllowed, Rejected
from alerts.ids import KvoGroupId
from alerts.role import Action, Role, Scope, ScopeKind, parse_scope
from alerts.services.cover_scope import check_covers
from alerts.services.invite_role import check_may_invite_to, invite_role
from alerts.shop_name import shop_name
from bot.callbacks import safe_id
from bot.form import Answer, Choice, Draft, Form, Picked, Question, Step, Typed
from bot.forms.alert_what import typed
from bot.forms.last_day import day_choices, taken_day
from bot.message import in_rows, lines, paragraphs
from bot.render.admin import last_day
from bot.render.invitation import invitation
from bot.render.role import group_of, role_name, role_words, scope_words
from bot.replies import Replies, Say
from bot.scene import Scene

LABEL_LENGTH = 40
MOST_GROUPS = 90  # Telegram takes a hundred buttons
_NATIONAL, _MAKE = "national", "make"


class RoleInviteDraft(Draft):
    """The role with its scope as it is written, and what is said about it."""

    role: Role | None = None
    scope: str | None = None
    label: str | None = None
    ends_at: datetime | None = None

    @property
    def wanted(self) -> tuple[Role, Scope]:
        """What was chosen."""
        assert self.role is not None, "the role was asked before"
        assert self.scope is not None, "the scope was asked before"
        return self.role, parse_scope(self.scope)


async def _check(scene: Scene) -> None:
    await scene.check_may(Action.ADMINISTER)


async def _open(_argument: str, scene: Scene) -> RoleInviteDraft:
    await _check(scene)
    return RoleInviteDraft()


async def _ask_role(_draft: RoleInviteDraft, scene: Scene) -> Question:
    rows = tuple((Choice(scene.t.plain(f"role-{role}"), role),) for role in Role)
    return Question(scene.t("role-invite-role"), rows)


async def _take_role(draft: RoleInviteDraft, answer: Answer, _scene: Scene) -> RoleInviteDraft:
    if isinstance(answer, Picked) and answer.value in set(Role):
        return draft.model_copy(update={"role": Role(answer.value), "scope": None})
    raise InvalidText("tap-a-button")


async def _ask_scope(draft: RoleInviteDraft, scene: Scene) -> Question:
    t = scene.t
    match draft.role:
        case Role.KVO_MANAGER:
            groups = [one for one in await scene.uow.kvo_groups.all_open() if await _is_mine(_of_group(one.id), scene)]
            rows = tuple((Choice(one.name[:LABEL_LENGTH], str(one.id)),) for one in groups[:MOST_GROUPS])
            return Question(t("role-invite-group" if groups else "role-invite-no-group"), rows)
        case Role.TRADE_ASSOCIATION:
            branches = sorted(Branch, key=lambda one: t.plain(f"branch-{one}").casefold())
            return Question(
                t("role-invite-branch"), in_rows([Choice(t.plain(f"branch-{one}"), one) for one in branches], 2)
            )
        case _:
            national = ((Choice(t.plain("scope-national"), _NATIONAL),),)
            rows = national if await _is_mine(Scope(ScopeKind.NATIONAL), scene) else ()
            return Question(t("role-invite-scope"), rows)


async def _take_scope(draft: RoleInviteDraft, answer: Answer, scene: Scene) -> RoleInviteDraft:
    assert draft.role is not None, "the role was asked before"
    match draft.role, answer:
        case Role.KVO_MANAGER, Picked(value):
            scope = _of_group(KvoGroupId(safe_id(value)))
        case Role.TRADE_ASSOCIATION, Picked(value) if value in set(Branch):
            scope = Scope(ScopeKind.BRANCH, branch=Branch(value))
        case _, Picked(value) if value == _NATIONAL:
            scope = Scope(ScopeKind.NATIONAL)
        case _, Typed(text):
            scope = await _written(text, scene)
        case _:
            raise InvalidText("type-or-tap")
    await check_may_invite_to(scene.uow, scene.actor, draft.role, scope, scene.now)
    return draft.model_copy(update={"scope": str(scope)})


async def _written(text: str, scene: Scene) -> Scope:
    """Postcodes, or a municipality as the postcode table writes it. Raises InvalidText."""
    names = {one.casefold(): one for one in await scene.uow.postcodes.municipalities("1000", "9999")}
    name = names.get(" ".join(text.split()).casefold())
    if name is not None:
        return Scope(ScopeKind.MUNICIPALITY, name=name)
    try:
        scope = parse_scope(text)
    except Rejected as error:
        raise InvalidText("role-scope") from error
    if scope.kind is not ScopeKind.POSTCODES:
        raise InvalidText("role-scope")
    return scope


async def _ask_label(_draft: RoleInviteDraft, scene: Scene) -> Question:
    return Question(scene.t("role-invite-label"))


async def _take_label(draft: RoleInviteDraft, answer: Answer, _scene: Scene) -> RoleInviteDraft:
    return draft.model_copy(update={"label": shop_name(typed(answer), LABEL_LENGTH)})


async def _ask_end(_draft: RoleInviteDraft, scene: Scene) -> Question:
    return Question(scene.t("role-invite-end"), day_choices(scene.t))


async def _take_end(draft: RoleInviteDraft, answer: Answer, scene: Scene) -> RoleInviteDraft:
    return draft.model_copy(update={"ends_at": taken_day(answer, scene)})


async def _ask_make(draft: RoleInviteDraft, scene: Scene) -> Question:
    t = scene.t
    said = await role_words(scene.uow, *draft.wanted, t, "admin-role")
    label = t("admin-label", label=draft.label) if draft.label else ""
    end = t("admin-until", date=last_day(draft.ends_at, scene.zone)) if draft.ends_at else t("admin-no-end")
    text = paragraphs(t("role-invite-confirm"), lines(said, label, end), t("role-invite-means"))
    return Question(text, ((Choice(t.plain("invite-make"), _MAKE),),))


async def _take_make(draft: RoleInviteDraft, answer: Answer, _scene: Scene) -> RoleInviteDraft:
    if answer != Picked(_MAKE):
        raise InvalidText("tap-a-button")
    return draft


async def _finish(draft: RoleInviteDraft, scene: Scene) -> Replies:
    (role, scope), t = draft.wanted, scene.t
    created = await invite_role(
        scene.uow, scene.actor, role, scope, label=draft.label, ends_at=draft.ends_at, now=scene.now
    )
    words = {
        "role": await role_name(scene.uow, role, scope, t),
        "scope": scope_words(scope, t, await group_of(scene.uow, scope)),
    }
    return [Say(invitation(created, scene, text="role-invite", **words))]


async def _is_mine(scope: Scope, scene: Scene) -> bool:
    try:
        await check_covers(scene.uow, scene.actor, Action.ADMINISTER, scope, scene.now)
    except NotAllowed:
        return False
    return True


def _of_group(group: KvoGroupId) -> Scope:
    return Scope(ScopeKind.KVO_GROUP, kvo_group_id=group)


ROLE_INVITE = Form(
    name="role-invite",
    model=RoleInviteDraft,
    steps=(
        Step("role", _ask_role, _take_role),
        Step("scope", _ask_scope, _take_scope),
        Step("label", _ask_label, _take_label, is_skippable=True, advice="guard-function"),
        Step("end", _ask_end, _take_end, is_skippable=True),
        Step("make", _ask_make, _take_make),
    ),
    open=_open,
    finish=_finish,
    check=_check,
)
