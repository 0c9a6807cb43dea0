"""The form for the opening hours of a shop: typed as people write them, shown as they were read, and stored after a
tap."""

from alerts.ids import PremisesId
from alerts.opening_hours import OpeningHours, read_hours
from alerts.services.shop.find_premises import owned_premises
from alerts.services.shop.set_hours import set_hours
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Stay, Step
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from texts.html import lines, paragraphs
from texts.opening_hours import hours_lines, shop_hours

FORGET, CLOSED, OPEN = "forget", "closed", "open"


class HoursDraft(Draft):
    """The hours as they were read, in the text in which they are stored; None: they are to be forgotten."""

    premises: int
    version: int
    hours: str | None = None
    opens_on_holidays: bool = False


async def _open(argument: str, request: Request) -> HoursDraft:
    number, _, version = argument.partition("-")
    found = await owned_premises(
        request.uow, request.person().id, PremisesId(safe_id(number)), version=safe_id(version)
    )
    return HoursDraft(premises=found.premises.id, version=found.premises.version)


async def _ask_hours(draft: HoursDraft, request: Request) -> Question:
    t, shop = request.t, await request.uow.premises.get(PremisesId(draft.premises))
    if shop.hours is None:
        return Question(paragraphs(t("hours-why"), t("hours-ask")))
    now = paragraphs(t("hours-now"), shop_hours(shop, t), t("hours-ask"))
    return Question(now, ((Choice(t.plain("hours-forget"), FORGET),),))


async def _take_hours(draft: HoursDraft, answer: Answer, _request: Request) -> HoursDraft:
    hours = None if answer == Picked(FORGET) else str(read_hours(typed(answer)))
    return draft.model_copy(update={"hours": hours})


async def _ask_holidays(draft: HoursDraft, request: Request) -> Question:
    t = request.t
    assert draft.hours is not None, "asked where there are hours"
    read = lines(t("hours-read"), hours_lines(OpeningHours.stored(draft.hours), t))
    choices = tuple((Choice(t.plain(f"hours-holidays-{one}"), one),) for one in (CLOSED, OPEN))
    return Question(paragraphs(read, t("hours-holidays")), choices)


async def _take_holidays(draft: HoursDraft, answer: Answer, request: Request) -> HoursDraft | Stay[HoursDraft]:
    """Take the tap; what is typed here are the hours once more."""
    if not isinstance(answer, Picked):
        return Stay(await _take_hours(draft, answer, request))
    return draft.model_copy(update={"opens_on_holidays": answer.value == OPEN})


async def _finish(draft: HoursDraft, request: Request) -> Replies:
    t = request.t
    hours = None if draft.hours is None else OpeningHours.stored(draft.hours)
    shop = await set_hours(
        request.uow,
        request.person().id,
        PremisesId(draft.premises),
        hours,
        opens_on_holidays=draft.opens_on_holidays,
        version=draft.version,
        now=request.now,
    )
    if hours is None:
        return [Say(Message(t("hours-forgotten")))]
    return [Say(Message(paragraphs(t("hours-kept"), shop_hours(shop, t))))]


HOURS = Form(
    name="hours",
    model=HoursDraft,
    steps=(
        Step("hours", _ask_hours, _take_hours),
        Step("holidays", _ask_holidays, _take_holidays, applies=lambda draft: draft.hours is not None),
    ),
    open=_open,
    finish=_finish,
)
