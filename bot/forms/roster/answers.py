"""Answers about shifts, as people tap or type them: a day, times, and a person."""

import re
from collections.abc import Collection, Iterable
from datetime import date, time, timedelta

from alerts.errors import InvalidShift, InvalidText
from alerts.ids import MemberId
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Picked
from bot.conversation.likely_choices import MOST
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from texts.rosters import day_words, person_on

USUAL_TIMES = ("0700.1500", "1500.2300", "2300.0700", "0800.1700", "0000.0000")
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}))?")
_TIMES = re.compile(r"(\d{1,2})[:.](\d{2})\s*(?:-|–|tot|to)\s*(\d{1,2})[:.](\d{2})(?: ?uur)?")


def day_rows(days: Iterable[date], request: Request) -> tuple[tuple[Choice, ...], ...]:
    """Make a button for each day."""
    return in_rows([Choice(day_words(one, request.t), one.isoformat()) for one in days], 2)


def day_of(answer: Answer, request: Request) -> date:
    """Return the day that was tapped or typed (`24-11`: the next such day). Raises InvalidText."""
    today = request.now.astimezone(request.zone).date()
    try:
        if isinstance(answer, Picked):
            return date.fromisoformat(answer.value)
        match = _DAY.fullmatch(typed(answer).strip())
        if match is None:
            raise InvalidText("no-day")
        day = date(int(match[3] or today.year), int(match[2]), int(match[1]))
    except ValueError as error:
        raise InvalidText("no-day") from error
    return day if match[3] or day >= today else day.replace(year=day.year + 1)


def days_ahead(request: Request, monday: date) -> list[date]:
    """Return the seven days from today, or those of the week that was shown where that lies ahead."""
    first = max(monday, request.now.astimezone(request.zone).date())
    return [first + timedelta(days=n) for n in range(7)]


def times_rows(request: Request) -> tuple[tuple[Choice, ...], ...]:
    """Make a button for each of the usual times."""
    choices = [
        Choice(request.t.plain("shift-times", begins=_shown(one[:4]), ends=_shown(one[5:])), one)
        for one in USUAL_TIMES[:-1]
    ]
    return (*in_rows(choices, 2), (Choice(request.t.plain("shift-whole-day"), USUAL_TIMES[-1]),))


def times_of(answer: Answer) -> tuple[time, time]:
    """Return when a shift begins and ends, tapped or typed (`9:00-17:30`). Raises InvalidText."""
    if isinstance(answer, Picked):
        if answer.value not in USUAL_TIMES:
            raise InvalidText("type-or-tap")
        return _time(answer.value[:2], answer.value[2:4]), _time(answer.value[5:7], answer.value[7:])
    match = _TIMES.fullmatch(typed(answer).strip().lower())
    if match is None:
        raise InvalidText("no-times")
    return _time(match[1], match[2]), _time(match[3], match[4])


async def people_rows(people: Collection[MemberId], request: Request) -> tuple[tuple[Choice, ...], ...]:
    """Make a button for each person, the one who is asked first; who is beyond the eighth is typed by number."""
    me = request.person().id
    ordered = [*(one for one in people if one == me), *(one for one in people if one != me)][:MOST]
    choices = [Choice(await person_on(request.uow, one, request.t, me), str(one)) for one in ordered]
    return in_rows(choices, 1)


def person_of(answer: Answer, people: Collection[MemberId]) -> MemberId:
    """Return the person who was tapped, or typed by number. Raises InvalidShift for one who cannot stand there."""
    number = safe_id(answer.value if isinstance(answer, Picked) else typed(answer).strip().removeprefix("nr. "))
    if number not in people:
        raise InvalidShift("people")
    return MemberId(number)


def _time(hour: str, minute: str) -> time:
    try:
        return time(int(hour), int(minute))
    except ValueError as error:
        raise InvalidText("no-times") from error


def _shown(digits: str) -> str:
    return f"{digits[:2]}:{digits[2:]}"
