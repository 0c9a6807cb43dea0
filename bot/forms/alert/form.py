"""The form behind /alert: from what happened to a preview that equals the message that arrives.

The short way asks what happened and where, and sets the rest by default; the long way asks everything, step by step.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial

from alerts.alert_form import FORM
from alerts.errors import NotFound, Rejected
from alerts.found_place import is_of_several
from alerts.ids import AlertId, IncidentId, PatternId, ReportId
from alerts.role import Action
from alerts.services.alert.compose_alert import discard_alert, recompose_alert
from alerts.services.alert.open_form import open_again, open_as_kept, open_numbered, open_put_aside
from alerts.services.alert.start_follow_up import start_follow_up
from alerts.services.alert.start_from_pattern import start_from_pattern
from alerts.services.alert.start_from_report import names_nearby, start_from_report
from alerts.services.alert.start_from_ring import start_from_ring
from alerts.services.alert.store_form import keep_beside, put_aside
from alerts.services.alert.submit_alert import submit_alert
from alerts.services.incident.start_from_incident import start_from_incident
from alerts.services.pattern.read_pattern import read_pattern
from alerts.services.permission.locate_matter import alert_matter
from alerts.services.report.take_report import take_to_draft
from alerts.services.template.make_template import make_template
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Form, Stay, Step, Then, Words
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.alert.audience import ask_audience, is_asked, take_audience
from bot.forms.alert.defaults import as_chosen
from bot.forms.alert.draft import AlertDraft
from bot.forms.alert.drill import ask_drill, take_drill
from bot.forms.alert.example import (
    ask_example,
    ask_placeholder,
    is_choosing,
    is_filling,
    take_example,
    take_placeholder,
)
from bot.forms.alert.incident import ask_kind, ask_what, ask_when, take_kind, take_what, take_when, whole_what
from bot.forms.alert.modus_operandi import ask_mo, take_mo
from bot.forms.alert.named_readers import ask_named, take_named
from bot.forms.alert.open_field import ask_open_field, take_open_field
from bot.forms.alert.preview import ask_preview, enter_preview, take_preview
from bot.forms.alert.reach import (
    ask_branches,
    ask_place,
    ask_reach,
    ask_severity,
    ask_tlp,
    ask_until,
    take_chosen_branches,
    take_place,
    take_reach,
    take_severity,
    take_tlp,
    take_until,
)
from bot.forms.alert.reason import ask_reason, take_reason
from bot.forms.alert.words import ask_words, take_words, whole_words
from bot.forms.questions.shop import place_line
from texts.approval_asked import waits_words
from texts.composed_notice import left_out, words_below
from texts.follow_ups import follow_up_text
from texts.patterns import notice_words

NAME = FORM
AT, RING, INCIDENT, FOLLOW_UP, DRILL, _WALK, _WALK_CONCEPT = "t", "n", "i", "f", "o", "w", "v"


async def check_drafter(request: Request) -> None:
    """Check that this person may draft alerts. Raises NotAllowed."""
    await request.check_may(Action.DRAFT_ALERT)


async def open_alert(argument: str, request: Request) -> AlertDraft:
    """Parse the argument: empty starts a new draft, `k12` continues a kept form, `a5` a numbered draft, `r5` reuses the
    content of a rejected or retracted alert, `o` starts a drill, `m7` starts from a report, `n7` from the ring of a
    robbery, `i7` from an incident, `p7` from a pattern, and `f5` as the follow-up of a notice; `w5` (of a concept:
    `v5`) walks through every step of a numbered draft, and `t1790000000` starts with words that were typed then. Raises
    NotFound."""
    await check_drafter(request)
    uow, actor, number = request.uow, request.actor, safe_id(argument[1:])
    match argument[:1]:
        case "":
            return AlertDraft(is_short=True, heard_at=request.now)
        case way if way == DRILL:
            return AlertDraft(is_short=True, heard_at=request.now, is_drill=True)
        case way if way == AT:
            typed_at = datetime.fromtimestamp(min(number, int(request.now.timestamp())), UTC)
            return AlertDraft(is_short=True, heard_at=typed_at)
        case "k":
            return (await open_put_aside(AlertDraft, number, uow, actor)).changed(is_concept=True)
        case "a":
            draft, is_as_kept = await open_as_kept(AlertDraft, AlertId(number), uow, actor, request.now)
            return draft.changed(is_concept=True, is_as_kept=is_as_kept)
        case way if way in (_WALK, _WALK_CONCEPT):
            draft = await open_numbered(AlertDraft, AlertId(number), uow, actor, request.now)
            return draft.changed(walks=True, is_concept=way == _WALK_CONCEPT)
        case "r":
            return await open_again(AlertDraft, AlertId(number), uow, actor, request.now)
        case _:
            return await _started(argument[:1], number, request)


async def _started(way: str, number: int, request: Request) -> AlertDraft:
    """Start a draft from something else that this person may see. Raises NotFound for an unknown way."""
    uow, actor = request.uow, request.actor
    match way:
        case "m":
            report = await take_to_draft(uow, actor, ReportId(number), request.now)
            return await start_from_report(AlertDraft(), report, uow, actor, request.now, words=left_out(request.t))
        case _ if way == RING:
            words = left_out(request.t)
            report_id = ReportId(number)
            return await start_from_ring(
                AlertDraft(), report_id, uow, actor, request.now, words=words, to_draft=take_to_draft
            )
        case _ if way == INCIDENT:
            words, incident = left_out(request.t), IncidentId(number)
            return await start_from_incident(
                AlertDraft(), incident, uow, actor, request.now, words=words, to_draft=take_to_draft
            )
        case _ if way == FOLLOW_UP:
            text = partial(follow_up_text, t=request.t)
            return await start_follow_up(AlertDraft, AlertId(number), uow, actor, request.now, words=text)
        case "p":
            seen = await read_pattern(uow, actor, PatternId(number), request.now)
            return await start_from_pattern(
                AlertDraft(), seen, uow, actor, request.now, words=partial(notice_words, t=request.t)
            )
        case _:
            raise NotFound


async def finish_alert(draft: AlertDraft, request: Request) -> Replies | Then:
    """Submit the alert, or keep it as a template; or walk through its steps."""
    assert draft.alert_id is not None, "the preview gave it a number"
    if draft.walks:
        return Then(NAME, f"{_WALK_CONCEPT if draft.is_concept else _WALK}{draft.alert_id}")
    await request.check_may(Action.DRAFT_ALERT, alert_matter(draft.content()))
    if draft.is_template:
        return await _keep_as_template(draft, request)
    submitted = await submit_alert(
        request.uow,
        AlertId(draft.alert_id),
        draft.version,
        request.person().id,
        request.now,
        reason=draft.reason,
        grounds=draft.grounds,
    )
    number = submitted.alert.number or ""
    if submitted.approvers:
        return [Say(Message(waits_words(number, submitted, request.t)))]
    return [Say(Message(request.t("alert-goes", number=number, recipients=submitted.recipients)))]


async def _keep_as_template(draft: AlertDraft, request: Request) -> Replies:
    """Make a template for a colleague to approve; the draft is discarded unless it was kept before this dialogue."""
    member = request.person().id
    _, asked = await make_template(request.uow, draft.content(), member, request.now)
    if draft.alert_id is not None and not draft.is_concept:
        await discard_alert(request.uow, AlertId(draft.alert_id), member, request.now)
    return [Say(Message(request.t("template-made", count=asked)))]


async def save_alert(draft: AlertDraft, request: Request) -> Replies:
    """Keep the draft for later: in its numbered alert if it is complete, otherwise as a half-filled form."""
    if draft.missing is not None or not await _is_stored(draft, request):
        await put_aside(draft, request.uow, request.actor, request.now)
    return [Say(Message(request.t("alert-kept")))]


async def discard_draft(draft: AlertDraft, request: Request) -> str | None:
    """Leave the form: a draft that was kept before this dialogue stays, any other is discarded."""
    if draft.is_concept:
        return "alert-concept-stays"
    await _forget_kept(draft, request)
    if draft.alert_id is not None:
        with suppress(NotFound, Rejected):  # the alert was discarded, sent or withdrawn meanwhile
            await discard_alert(request.uow, AlertId(draft.alert_id), request.person().id, request.now)
    return None


async def _is_stored(draft: AlertDraft, request: Request) -> bool:
    """Store the draft in its numbered alert; return False if there is none, or if it is no draft any more."""
    if draft.alert_id is None:
        return False
    try:
        author, content = request.person().id, draft.content()
        alert = await recompose_alert(request.uow, AlertId(draft.alert_id), author, content, request.now)
        await keep_beside(alert, draft, request.uow, request.now)
    except (NotFound, Rejected):
        return False
    return True


async def _forget_kept(draft: AlertDraft, request: Request) -> None:
    if draft.kept_id is not None:
        await request.uow.kept_forms.forget(draft.kept_id, request.person().id)


async def _names_nearby(draft: AlertDraft, request: Request) -> Sequence[str]:
    return await names_nearby(request.uow, ReportId(draft.report_id) if draft.report_id is not None else None)


async def _take_what(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft | Stay[AlertDraft]:
    """Take the text. Where it begins as it was composed, the rest becomes the drafter's words; else all of it does,
    alone."""
    taken = await take_what(draft, answer, request)
    if isinstance(taken, Stay) or not taken.is_short:
        return taken
    words = words_below(draft, taken.what or "", request.t)
    return taken.changed(words=words or taken.what, is_own_words=words is None)


def _is_long(draft: AlertDraft) -> bool:
    return not draft.is_short


def _asks_words(draft: AlertDraft) -> bool:
    return draft.is_short and draft.words is None and draft.kind is None


def _asks_place(draft: AlertDraft) -> bool:
    return _is_long(draft) or draft.place is None or is_of_several(draft.place)


def _asks_audience(draft: AlertDraft) -> bool:
    """Tell whether the audience is asked: in the short way only of who must choose one of several groups."""
    return is_asked(draft) and (_is_long(draft) or (draft.is_for_group and draft.kvo_group_id is None))


def _first(draft: AlertDraft) -> str:
    if draft.walks:
        return "kind"
    if draft.is_short:
        return next(step.name for step in ALERT.steps if step.applies(draft))
    return draft.missing or "preview"


ALERT: Form[AlertDraft] = Form(
    name=NAME,
    model=AlertDraft,
    steps=(
        Step("words", ask_words, take_words, applies=_asks_words, words=Words.TEXT, whole=whole_words),
        Step("example", ask_example, take_example, applies=is_choosing),
        Step("placeholder", ask_placeholder, take_placeholder, applies=is_filling, words=Words.TEXT),
        Step("kind", ask_kind, take_kind, applies=lambda draft: _is_long(draft) or draft.kind is None),
        Step(
            "what",
            ask_what,
            _take_what,
            applies=_is_long,
            words=Words.TEXT,
            shops=_names_nearby,
            whole=whole_what,
        ),
        Step("when", ask_when, as_chosen("when", take_when), is_skippable=True, applies=_is_long),
        Step("mo", ask_mo, take_mo, is_skippable=True, words=Words.TEXT, applies=_is_long),
        Step("place", ask_place, take_place, applies=_asks_place, echo=lambda draft, t: place_line(draft.place, t)),
        Step("audience", ask_audience, take_audience, applies=_asks_audience),
        Step(
            "reach",
            ask_reach,
            as_chosen("reach", take_reach),
            applies=lambda draft: _is_long(draft) and draft.kvo_group_id is None,
        ),
        Step(
            "branches",
            ask_branches,
            as_chosen("branches", take_chosen_branches),
            applies=lambda draft: _is_long(draft) and draft.own_branch is None,
        ),
        Step("severity", ask_severity, as_chosen("severity", take_severity), applies=_is_long),
        Step("tlp", ask_tlp, as_chosen("tlp", take_tlp), is_skippable=True, skip_label="alert-keep", applies=_is_long),
        Step("named", ask_named, take_named, applies=lambda draft: _is_long(draft) and bool(draft.nameable)),
        Step(
            "until",
            ask_until,
            as_chosen("until", take_until),
            is_skippable=True,
            skip_label="alert-keep",
            applies=_is_long,
        ),
        Step("preview", ask_preview, take_preview, enter=enter_preview),
        Step("open-field", ask_open_field, take_open_field, applies=lambda _draft: False),
        Step("drill", ask_drill, take_drill, applies=lambda draft: draft.is_drill and not draft.is_left),
        Step("reason", ask_reason, take_reason, words=Words.TEXT, applies=lambda draft: draft.needs_reason),
    ),
    open=open_alert,
    finish=finish_alert,
    save=save_alert,
    discard=discard_draft,
    check=check_drafter,
    first=_first,
)
