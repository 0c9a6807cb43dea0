"""The form behind *Verlengen*: asks until when, then lets a live alert last longer."""

from dataclasses import replace
from datetime import datetime, timedelta

from alerts.alert import LONGEST_LIVE, Alert, RevisionKind
from alerts.errors import IllegalTransition, InvalidText
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.alert.change_alert import correct_alert, extends_at_once, newest_number
from alerts.services.alert.find_changeable import find_changeable
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Step
from bot.conversation.message import Message, in_rows
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.moment import parse_future
from bot.forms.questions.typed_text import typed
from texts.approval_asked import waits_words
from texts.html import paragraphs
from texts.times_and_distances import moment

NAME = "extension"
HOURS = (6, 24, 72, 7 * 24)  # longer than the alert lasts now; as many as fit in two rows


class ExtensionDraft(Draft):
    """The alert, the number of its newest revision, and until when it is to last."""

    alert_id: int
    revision: int
    until: datetime | None = None


async def _check(request: Request) -> None:
    await request.check_may(Action.DRAFT_ALERT)


async def _open(argument: str, request: Request) -> ExtensionDraft:
    alert = await _changeable(AlertId(safe_id(argument)), request)
    return ExtensionDraft(alert_id=alert.id, revision=await newest_number(request.uow, alert.id))


async def _ask_until(draft: ExtensionDraft, request: Request) -> Question:
    """Ask how much longer, counted from the end that the alert has now."""
    t, uow, now = request.t, request.uow, request.now
    alert = await uow.alerts.get(AlertId(draft.alert_id))
    is_at_once = await extends_at_once(uow, alert, request.person().id, RevisionKind.EXTENSION, now)
    text = paragraphs(
        t("extension-ask", number=alert.number or "", until=moment(alert.content.until, t, request.zone)),
        t("change-reaches", count=(await uow.deliveries.received(alert.id)).count),
        t("closing-at-once" if is_at_once else "closing-needs-approval"),
    )
    choices = [Choice(t.plain(f"extension-{hours}"), f"hours.{hours}") for hours in HOURS]
    return Question(text, in_rows(choices, 2))


async def _take_until(draft: ExtensionDraft, answer: Answer, request: Request) -> ExtensionDraft:
    """Take a number of hours more, or a typed moment. Raises InvalidText."""
    ends = (await request.uow.alerts.get(AlertId(draft.alert_id))).content.until
    if isinstance(answer, Picked):
        hours = safe_id(answer.value.partition(".")[2])
        if hours not in HOURS:
            raise InvalidText("type-or-tap")
        until = ends + timedelta(hours=hours)
    else:
        until = parse_future(typed(answer), request.now, request.zone)
    if until <= ends:
        raise InvalidText("extension-earlier")
    if until > request.now + LONGEST_LIVE:
        raise InvalidText("too-far-away", days=LONGEST_LIVE.days)
    return draft.model_copy(update={"until": until})


async def _finish(draft: ExtensionDraft, request: Request) -> Replies:
    """Check everything again and extend the alert; if somebody changed it first, say so and end the form."""
    t = request.t
    try:
        alert = await _changeable(AlertId(draft.alert_id), request)
        wanted = replace(alert.content, until=draft.until or alert.content.until)
        submitted = await correct_alert(
            request.uow,
            alert.id,
            draft.revision,
            request.person().id,
            wanted,
            request.now,
            kind=RevisionKind.EXTENSION,
        )
    except IllegalTransition as error:
        request.refuse(error)
        return [Say(Message(t(error.text_id, **error.fields)))]
    number = alert.number or ""
    if submitted.approvers:
        return [Say(Message(waits_words(number, submitted, t)))]
    return [Say(Message(t("change-goes-extension", number=number, count=submitted.recipients)))]


async def _changeable(alert: AlertId, request: Request) -> Alert:
    return await find_changeable(request.uow, request.actor, alert, RevisionKind.EXTENSION, request.now)


async def _discard(_draft: ExtensionDraft, _request: Request) -> str | None:
    return "correction-cancelled"


EXTENSION: Form[ExtensionDraft] = Form(
    name=NAME,
    model=ExtensionDraft,
    steps=(Step("until", _ask_until, _take_until),),
    open=_open,
    finish=_finish,
    discard=_discard,
    check=_check,
)
