"""The form of a report: 112 first, then what was seen.

Behind /melding a useful report takes eight taps and no typing. From a typed sentence it takes three, as what was
understood is shown at once.
"""

from collections.abc import Awaitable, Callable

from alerts.errors import Rejected
from alerts.report import NewReport, ReportKind
from alerts.services.report.submit_report import check_may_report, submit_report
from alerts.typed_text import Blocked
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Form, Picked, Question, Stay, Step, Typed, Words
from bot.conversation.replies import Replies
from bot.conversation.request import Request
from bot.forms.questions.shop import place_line
from bot.forms.report import sighting as saw
from bot.forms.report.draft import ELSEWHERE, HERE, ONLY_READ, ReportDraft, with_more
from bot.forms.report.overview import SEND, ask_overview, take_overview
from bot.forms.report.where import ask_spot, ask_where, own_shops, place_in, take_spot, take_where
from bot.forms.report.words import SAID, TYPED, add_words, ask_words, take_words, tells

LEAVE_OUT = "leave-out"
_FIELDS = {"loot": "loot_type", "injured": "is_injured", "when": "occurred_at"}  # of steps with another name
Ask = Callable[[ReportDraft, Request], Awaitable[Question]]
Take = Callable[[ReportDraft, Answer, Request], Awaitable[ReportDraft | Stay[ReportDraft]]]
Applies = Callable[[ReportDraft], bool]


async def check_reporter(request: Request) -> None:
    """Check that this person may report, within the quotas, before they type anything. Raises NotAllowed,
    LimitReached."""
    await check_may_report(request.uow, request.person().id, request.now, request.report_quotas)


async def open_report(argument: str, request: Request) -> ReportDraft:
    """Open a new report. With the argument TYPED (or `typed.1764000000`, the time at which that was) it begins with the
    person's own words, with `typed.1764000000.said` with words that read as no report; with the argument `robbery` it
    is one, by somebody who said that they are safe. Raises NotAllowed, LimitReached."""
    await check_reporter(request)
    has_one_shop, begun_at = len(await own_shops(request)) == 1, int(request.now.timestamp())
    how, typed_at, is_said = (*argument.split("."), "", "")[:3]
    return ReportDraft(
        begun_at=begun_at,
        typed_at=min(safe_id(typed_at) or begun_at, begun_at),
        has_one_shop=has_one_shop,
        shows_overview=how == TYPED,
        is_said=is_said == SAID,
        is_safe=how == ReportKind.ROBBERY,
        kind=ReportKind.ROBBERY if how == ReportKind.ROBBERY else None,
    )


async def finish_report(draft: ReportDraft, request: Request) -> Replies:
    """Submit the report; its receipt is sent by the outbox."""
    assert draft.kind_told is not None, "the kind is always asked"
    member = request.person()
    place, words, shop = await place_in(draft, request)
    new = NewReport(
        kind=draft.kind_told,
        content=draft.content(words),
        place=place,
        member_id=member.id,
        premises_id=shop.id if shop else None,
        is_confirmed=shop.is_verified if shop else await _is_known(request),
        occurred_at=draft.occurred_at,
    )
    await submit_report(request.uow, new, request.now, zone=request.zone, quotas=request.report_quotas)
    return []


async def _is_known(request: Request) -> bool:
    """Tell whether somebody vouched for this person: they have a verified shop, or a role."""
    if any(grant.is_active(request.now) for grant in request.grants):
        return True
    return any(shop.is_verified for shop in await own_shops(request))


def _asked(name: str, ask: Ask, take: Take, applies: Applies = lambda _: True) -> Step[ReportDraft]:
    """Make a step that may be skipped, and at which the report can be sent as it is; opened from the overview, it can
    be left out instead."""
    return Step(
        name,
        _with_send(ask),
        _or_words(_or_send(take, _FIELDS.get(name, name), name)),
        is_skippable=True,
        words=Words.ACCOUNT,
        applies=lambda draft: not (draft.is_ready or draft.shows_overview) and applies(draft),
    )


def _with_send(ask: Ask) -> Ask:
    async def asked(draft: ReportDraft, request: Request) -> Question:
        question = await ask(draft, request)
        last, value = ("report-leave-out", LEAVE_OUT) if draft.shows_overview else ("report-send", SEND)
        row = (Choice(request.t.plain(last), value),)
        return Question(question.text, (*question.rows, row), question.before, question.links)

    return asked


def _or_send(take: Take, field: str, step: str) -> Take:
    async def taken(draft: ReportDraft, answer: Answer, request: Request) -> ReportDraft | Stay[ReportDraft]:
        if (shown := with_more(draft, answer, step)) is not None:
            return shown
        if answer == Picked(LEAVE_OUT) and draft.shows_overview:
            return draft.answered(field, ReportDraft.model_fields[field].default)
        if answer == Picked(SEND):
            return draft.changed(is_ready=True)
        return await take(draft, answer, request)

    return taken


def _or_words(take: Take) -> Take:
    """Take a typed text that is no answer to the question, but tells of something, as words of the report: then all
    that was understood is shown."""

    async def taken(draft: ReportDraft, answer: Answer, request: Request) -> ReportDraft | Stay[ReportDraft]:
        try:
            return await take(draft, answer, request)
        except Rejected as error:
            if isinstance(error, Blocked) or not isinstance(answer, Typed):
                raise
            if not await tells(answer.text, draft, request):
                raise
            return await add_words(draft, answer, request)

    return taken


async def _take_anywhere(draft: ReportDraft, answer: Answer, request: Request) -> ReportDraft | Stay[ReportDraft]:
    """Take a place, or show more shops."""
    return with_more(draft, answer, "anywhere") or await take_where(draft, answer, request)


def _is_asked(draft: ReportDraft) -> bool:
    return not (draft.shows_overview or draft.is_safe)


def _asks_anywhere(draft: ReportDraft) -> bool:
    return not draft.has_one_shop and not draft.shows_overview


def _is_elsewhere(draft: ReportDraft) -> bool:
    return draft.where in (HERE, ELSEWHERE) and not draft.shows_overview


def _is_typed(draft: ReportDraft) -> bool:
    return draft.shows_overview


NAME = "report"
WAITS_FOR_WORDS = (NAME, "words")
"""The question of a report that was begun without its words."""

REPORT: Form[ReportDraft] = Form(
    name=NAME,
    model=ReportDraft,
    steps=(
        Step("words", ask_words, take_words, words=Words.TEXT, applies=_is_typed),
        Step("safety", saw.ask_safety, saw.take_safety, words=Words.TEXT, applies=lambda draft: not draft.is_safe),
        Step("kind", saw.ask_kind, _or_words(saw.take_kind), words=Words.ACCOUNT, applies=_is_asked),
        _asked("signals", saw.ask_signals, saw.take_signals, lambda draft: not draft.is_robbery),
        _asked("weapon", saw.ask_weapon, saw.take_weapon, lambda draft: draft.is_robbery),
        _asked("loot", saw.ask_loot, saw.take_loot, lambda draft: draft.kind is ReportKind.ROBBERY),
        _asked("injured", saw.ask_injured, saw.take_injured, lambda draft: draft.is_robbery),
        _asked("when", saw.ask_when, saw.take_when),
        _asked("persons", saw.ask_persons, saw.take_persons),
        _asked("clothing", saw.ask_clothing, saw.take_clothing),
        _asked("vehicle", saw.ask_vehicle, saw.take_vehicle),
        # A member with one shop may skip the place, which then is that shop; with more shops a place is needed.
        _asked("where", ask_where, take_where, lambda draft: draft.has_one_shop),
        Step("anywhere", ask_where, _or_words(_take_anywhere), words=Words.ACCOUNT, applies=_asks_anywhere),
        Step(
            "place",
            ask_spot,
            _or_words(take_spot),
            words=Words.ACCOUNT,
            applies=_is_elsewhere,
            echo=lambda draft, t: place_line(draft.found, t),
        ),
        _asked("what", saw.ask_what, saw.take_what),
        *(_asked(field, saw.ask_value(field), saw.take_value(field), lambda _: False) for field in ONLY_READ),
        Step("overview", ask_overview, take_overview, words=Words.ACCOUNT, applies=_is_typed),
        # The words again, from the overview: the gate with 112 was passed.
        Step("rewording", ask_words, take_words, words=Words.ACCOUNT, applies=lambda _: False),
    ),
    open=open_report,
    finish=finish_report,
    check=check_reporter,
)
