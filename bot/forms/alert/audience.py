"""The audience of an alert: everybody within reach, or one KVO group only."""

from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import InvalidText, NotAllowed
from alerts.ids import KvoGroupId
from alerts.role import Action, Matter
from alerts.tlp_rules import check_label
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Picked, Question, marked
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft

EVERYBODY = 0
_USUAL_KM = 5


async def with_audiences(draft: AlertDraft, place: Place, request: Request) -> AlertDraft:
    """Return the draft with the groups for which this person may write there, and with the choices that their role
    fixes.

    Raises NotAllowed when the place lies in none of their scopes, or outside the group chosen before.
    """
    nearby = await request.uow.kvo_groups.in_postcodes({place.pc4 or ""})
    groups = {
        group.id: group.name
        for group in nearby
        if await request.may(Action.DRAFT_ALERT, Matter(place, kvo_groups=frozenset({group.id})))
    }
    own_branch = None if await request.may(Action.DRAFT_ALERT, place) else await _own_branch(place, request)
    own = frozenset({own_branch} if own_branch else ())
    may_reach_everybody = await request.may(Action.DRAFT_ALERT, Matter(place, branches=own))
    if not may_reach_everybody and not groups:
        raise NotAllowed("outside-scope")
    chosen = draft.kvo_group_id
    if chosen is not None and chosen not in groups:
        if draft.missing is None:
            raise NotAllowed("outside-group")
        chosen = None
    if not may_reach_everybody and len(groups) == 1:
        chosen = next(iter(groups))
    return draft.changed(
        groups={int(group): name for group, name in groups.items()},
        is_for_group=not may_reach_everybody,
        kvo_group_id=chosen,
        own_branch=own_branch,
        branches=own if own_branch else draft.branches,
    )


async def _own_branch(place: Place, request: Request) -> Branch | None:
    """Return the branch for which this person may write there: the first in scope, else any that they have."""
    branches = [grant.scope.branch for grant in request.grants if grant.scope.branch is not None]
    for branch in branches:
        if await request.may(Action.DRAFT_ALERT, Matter(place, branches=frozenset({branch}))):
            return branch
    return next(iter(branches), None)


def is_asked(draft: AlertDraft) -> bool:
    """Tell whether there is an audience to choose."""
    return bool(draft.groups) and not (draft.is_for_group and len(draft.groups) == 1)


async def ask_audience(draft: AlertDraft, request: Request) -> Question:
    """Ask whether the alert is for everybody or for one of the groups there."""
    t = request.t
    groups = [
        Choice(marked(t.plain("alert-audience-group", name=name), group == draft.kvo_group_id), str(group))
        for group, name in draft.groups.items()
    ]
    everybody = Choice(t.plain("alert-audience-everybody"), str(EVERYBODY))
    choices = groups if draft.is_for_group else [everybody, *groups]
    return Question(t("alert-ask-audience"), tuple((choice,) for choice in choices))


async def take_audience(draft: AlertDraft, answer: Answer, _request: Request) -> AlertDraft:
    """Take a tapped audience. A change from a group to everybody sets the usual reach, which the preview shows."""
    if not isinstance(answer, Picked):
        raise InvalidText("tap-a-button")
    group = safe_id(answer.value)
    if draft.tlp is not None and group in draft.groups:
        check_label(draft.tlp, draft.severity, group)
    if group in draft.groups:
        return draft.changed(kvo_group_id=KvoGroupId(group))
    if group != EVERYBODY or draft.is_for_group:
        raise InvalidText("tap-a-button")
    was_whole = draft.missing is None
    return draft.changed(kvo_group_id=None, reach_km=draft.reach_km or (_USUAL_KM if was_whole else None))
