"""The region of an alert: a municipality, a range of postcodes or the country, chosen where its reach is asked."""

from alerts.errors import InvalidText, NotAllowed, Rejected
from alerts.region import check_urgency
from alerts.role import Scope
from alerts.services.alert.find_audience import may_draft_for
from alerts.services.scope.find_region import find_region
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Choice, Detour, marked
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft
from texts.phrases import Phrases
from texts.roles import scope_words

_CHOSEN = "region."


def region_rows(draft: AlertDraft, t: Phrases) -> tuple[tuple[Choice, ...], ...]:
    """Make a button for each region that is offered."""
    return tuple(
        (Choice(marked(_label(one, t), one == draft.region), f"{_CHOSEN}{number}"),)
        for number, one in enumerate(draft.regions)
    )


def picked_region(draft: AlertDraft, value: str) -> Scope | None:
    """Return the region of a tapped button; None for another button."""
    number = safe_id(value.removeprefix(_CHOSEN)) if value.startswith(_CHOSEN) else len(draft.regions)
    return draft.regions[number] if number < len(draft.regions) else None


async def typed_region(text: str, draft: AlertDraft, request: Request) -> Scope:
    """Return the region that somebody typed. Raises InvalidText, and NotAllowed for one outside the person's scope."""
    if draft.is_for_group or draft.place is None:
        raise InvalidText("no-kilometres")
    try:
        region = await find_region(request.uow, text)
    except InvalidText as error:
        if error.reason != "role-scope":
            raise
        raise InvalidText("no-reach") from error
    if not await may_draft_for(draft, region, draft.place.place, request.uow, request.actor, request.now):
        raise NotAllowed("outside-scope")
    return region


def with_region(draft: AlertDraft, region: Scope) -> AlertDraft | Detour[AlertDraft]:
    """Return the draft with this region; it leads to the branches unless some were chosen. Raises Rejected for a P1
    that somebody chose."""
    if "severity" not in draft.by_default:
        check_urgency(region, draft.severity)
    chosen = draft.changed(region=region, kvo_group_id=None, all_branches=False)
    return chosen if chosen.branches else Detour(chosen, "branches", comes_back=False)


def check_not_everybody(draft: AlertDraft) -> None:
    """Raise Rejected for a region and all branches: that would be every shop there."""
    if draft.region is not None and draft.all_branches:
        raise Rejected("region-branches")


def _label(region: Scope, t: Phrases) -> str:
    words = scope_words(region, t)
    return f"{words[:1].upper()}{words[1:]}"
