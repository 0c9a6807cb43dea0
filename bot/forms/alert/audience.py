"""The audience of an alert: everybody within reach, or one KVO group only."""

from alerts.errors import InvalidText
from alerts.ids import KvoGroupId
from alerts.tlp_rules import check_label
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Picked, Question, marked
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft

EVERYBODY = 0
_USUAL_KM = 5


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
        return draft.changed(kvo_group_id=KvoGroupId(group), region=None)
    if group != EVERYBODY or draft.is_for_group:
        raise InvalidText("tap-a-button")
    was_whole = draft.missing is None
    return draft.changed(kvo_group_id=None, reach_km=draft.reach_km or (_USUAL_KM if was_whole else None))
