"""Free text: what somebody types in private although nothing was asked. It becomes a report, or for who may draft also
a notice, or gets a fitting answer.

A text that is no report is stored nowhere: its answer is a reply to it, and a press of the button under that brings the
text along.
"""

from collections.abc import Iterable
from dataclasses import replace

from telegram import Message as TelegramMessage
from telegram import Update

from alerts.emergency import is_cry_of_robbery, is_emergency
from alerts.errors import InvalidText, LimitReached, NotAllowed
from alerts.guard import Verdict, find, is_blank, verdict
from alerts.guard.off_loop import off_loop
from alerts.guard.remainder import remainder
from alerts.reading import read
from alerts.report import WHAT_LENGTH, Report
from alerts.role import Action, Role
from alerts.services.report.answer_question import open_questions
from alerts.services.report.report_robbery import robbery_just_now
from alerts.typed_text import tidied, utf16_length
from bot.conversation.callbacks import button
from bot.conversation.form import Typed
from bot.conversation.menu import commands_for
from bot.conversation.menu_words import likely_commands, says_hello, says_thanks
from bot.conversation.message import Button, Keyboard, Message, Style
from bot.conversation.redaction import MOST_SIGNS
from bot.conversation.replies import Buttons, Edit, Replies, Reply, Say
from bot.conversation.request import Context, Request
from bot.conversation.text_parts import parts
from bot.conversation.typed_answer import is_account
from bot.forms import dialogues
from bot.forms.alert.form import ALERT, AT
from bot.forms.report.addition import ADDITION
from bot.forms.report.answer import ANSWER
from bot.forms.report.form import REPORT, WAITS_FOR_WORDS, check_reporter
from bot.forms.report.words import SAID, TYPED
from bot.handlers.aftercare import hear_distress, stop_typed
from bot.handlers.matching import Handler, pressed
from bot.handlers.menu import RUN, run_command
from bot.handlers.robbery_now import robbery_card
from texts.composed_notice import instead
from texts.html import Html, paragraphs

TAKE_UP = "take-up"
ANSWER_UP = "report-reply"  # the button that takes up a text as the answer to the question about a report
ADD_UP = "robbery-words"  # the button that adds a text to the report of a robbery of just now
WRITE_UP = "write-up"  # the button that takes up a text in a notice
BEGINNING = "beginning"  # on buttons of earlier releases: the first part of a text that is too long for a report
MOST = 3  # commands under an answer
_WARN = frozenset({Role.POLICE, Role.CITY_MARSHAL})
# Commands that work without a slash, by what is typed.
_SPOKEN = {"help": "help", "hulp": "help", "112": "help", "stop": "stop", "menu": "menu"}


def handlers() -> list[Handler]:
    """List the handlers of the buttons under an answer to free text."""
    return [
        pressed(TAKE_UP, take_up),
        pressed(WRITE_UP, write_up),
        pressed(ANSWER_UP, answer_up),
        pressed(ADD_UP, add_up),
    ]


def says_stop(text: str) -> bool:
    """Whether a text is the word STOP, and nothing else."""
    return text.strip(" .!?").casefold() == "stop"


async def answer_text(text: str, update: Update, context: Context) -> Replies:
    """Answer a text that no question waits for: words of a victim first (STOP, or distress), then whatever else it may
    be."""
    if says_stop(text) and (stopped := await stop_typed(context.request)) is not None:
        return stopped
    heard = await hear_distress(text, context.request)
    if heard and not is_emergency(text):
        return heard
    return [*heard, *await _answer(text, update, context)]


async def _answer(text: str, update: Update, context: Context) -> Replies:
    """Run the command that a text names, begin a report with it (or ask who may draft what it is for), or offer what it
    may be about."""
    request = context.request
    if (name := _SPOKEN.get(text.strip(" .!?").casefold())) is not None:
        return await run_command(name, update, context)
    if is_cry_of_robbery(text):
        return [Say(robbery_card(request))]
    if (report := await _asked(text, request)) is not None:
        return [await _offer_answer(report, update, request)]
    if (robbery := await _robbery(text, request)) is not None:
        return [await _offer_addition(robbery, text, update, request)]
    may_draft = await request.may(Action.DRAFT_ALERT)
    try:
        await check_reporter(request)
    except (NotAllowed, LimitReached) as error:
        if not may_draft:
            request.refuse(error)
            return [_reply(error_text(error, request), update, *_rows_after(error, request))]
    if is_blank(text) or not await _is_report(text, request):
        return [await _offer(text, update, request)]
    if may_draft:
        asked = paragraphs(request.t("typed-first"), request.t("typed-which"))
        return [_reply(asked, update, *_ways(request, shows_usual=True))]
    if utf16_length(text) > WHAT_LENGTH:
        return [_too_long(text, update, request)]
    return await begin_report(text, request, update.effective_message)


async def offers_after(text: str, update: Update, request: Request) -> Replies:
    """Offer to take up a typed text that the open question refused, if it tells of something: what reads as a report,
    or has as many words. Any other was meant as the answer."""
    if request.has_answered or not (is_account(text) or await _is_report(text, request)):
        return []
    return [await offer_again(text, update, request)]


async def offer_again(text: str, update: Update, request: Request) -> Say:
    """Offer to take up a text that was no answer to the open question."""
    ways = _ways(request, shows_usual=False) if await request.may(Action.DRAFT_ALERT) else (_take_up_row(request),)
    first = request.t("typed-first") if is_emergency(text) else ""
    return _reply(paragraphs(first, request.t("typed-no-answer")), update, *ways)


def answer_location(request: Request) -> Say:
    """Answer a location that no question waits for."""
    t = request.t
    report = (button(t.plain("report-button"), "report"),)
    message = Message(paragraphs(t("typed-first"), t("typed-location")))
    return Say(message.with_keyboard(report, _command_row("help", request)))


async def begin_report(
    text: str, request: Request, message: TelegramMessage | None, *, is_said: bool = False
) -> Replies:
    """Begin a report with a typed text that is not too long, of this message; `is_said` by a tap only, as the words do
    not read as one. The guard looks at it first: what it refuses is kept nowhere."""
    argument = f"{TYPED}.{int(message.date.timestamp())}" if message else TYPED
    argument += f".{SAID}" if message and is_said else ""
    replies = await dialogues.begin(REPORT.name, request, argument, Typed(text))
    return [_with_112_first(one, request) for one in replies]


async def take_up(update: Update, context: Context) -> Replies:
    """Begin a report with the text to which the pressed message is a reply, or with one part of it; ask for it if that
    is gone. A report that waits for its words takes them."""
    request = context.request
    await check_reporter(request)
    under_way = await dialogues.under_way(request)
    message, whole = replied_text(update)
    if not whole:
        return await dialogues.begin(REPORT.name, request, TYPED)
    told, number = parts(whole, WHAT_LENGTH), 1 if context.press.entity == BEGINNING else context.press.entity_id
    if len(told) > 1 and not 1 <= number <= len(told):
        return [Edit(_too_long(whole, update, request).message)]
    number = number if 1 <= number <= len(told) else 1
    text, others = told[number - 1], _part_rows(range(number + 1, len(told) + 1), request)
    if under_way is not None and (under_way.form, under_way.step) == WAITS_FOR_WORDS:
        begun = await dialogues.answer(Typed(text), request) or []
    else:
        is_said = not await _is_report(text, request)
        begun = await begin_report(text, request, message, is_said=is_said)
        if under_way is not None:
            return _to(message, begun)
    return [Buttons(Keyboard(others)), *begun]


async def answer_up(update: Update, context: Context) -> Replies:
    """Take the text to which the pressed message is a reply as the answer to the question about a report; ask for it if
    that is gone."""
    return await _taken_by(ANSWER.name, update, context)


async def add_up(update: Update, context: Context) -> Replies:
    """Add the text to which the pressed message is a reply to the report of a robbery; ask for it if that is gone."""
    return await _taken_by(ADDITION.name, update, context)


async def _taken_by(form: str, update: Update, context: Context) -> Replies:
    """Begin the form about the pressed report with the text to which the message is a reply."""
    request, number = context.request, str(context.press.entity_id)
    is_busy = await dialogues.under_way(request) is not None
    message, _ = replied_text(update)
    begun = await dialogues.begin(form, request, number, told_in(update))
    return _to(message, begun) if is_busy else [Buttons(Keyboard(())), *begun]


async def write_up(update: Update, context: Context) -> Replies:
    """Begin a notice with the text to which the pressed message is a reply; ask for it if that is gone."""
    request = context.request
    await request.check_may(Action.DRAFT_ALERT)
    is_busy = await dialogues.under_way(request) is not None
    message, text = replied_text(update)
    if message is None or not text:
        return await dialogues.begin(ALERT.name, request)
    begun = await dialogues.begin(ALERT.name, request, f"{AT}{int(message.date.timestamp())}", Typed(text))
    return _to(message, begun) if is_busy else [Buttons(Keyboard(())), *begun]


def error_text(error: InvalidText | LimitReached | NotAllowed, request: Request) -> Html:
    """Write a refusal, below the advice to call 112."""
    return paragraphs(request.t("typed-first"), request.t(error.text_id, **error.fields))


def _too_long(text: str, update: Update, request: Request) -> Say:
    """Say how much fits and show what does not, to copy; offer to report it in parts."""
    t, typed, told = request.t, utf16_length(text), parts(text, WHAT_LENGTH)
    request.refuse(InvalidText("too-long", length=str(WHAT_LENGTH), typed=str(typed)))
    how = t("typed-too-long", length=str(WHAT_LENGTH), typed=str(typed), parts=str(len(told)))
    rest = t("typed-rest", text=text[len(told[0]) :].strip())
    return _reply(paragraphs(t("typed-first"), how, rest), update, *_part_rows(range(1, len(told) + 1), request))


def _part_rows(numbers: Iterable[int], request: Request) -> tuple[tuple[Button, ...], ...]:
    return tuple((button(request.t.plain("typed-part", number=str(one)), TAKE_UP, one),) for one in numbers)


async def _is_report(text: str, request: Request) -> bool:
    """Tell whether a text reads as a report; a cry for help is one.

    Of what the guard refuses only the rest is read. A text without a rest is one, so that its writer hears what was
    refused.
    """
    found = await off_loop(find, text)
    is_refused = verdict(found) is Verdict.BLOCK
    rest = await off_loop(remainder, text, instead(request.t), found=found) if is_refused else text
    if not rest or is_emergency(rest):
        return True
    reading = await off_loop(read, rest, now=request.now, zone=request.zone)
    return reading.is_report


async def _asked(text: str, request: Request) -> Report | None:
    """Return the report about which this person was asked a question that the text may answer; a cry for help answers
    none."""
    if request.member is None or is_emergency(text):
        return None
    return next(iter(await open_questions(request.uow, request.member)), None)


async def _robbery(text: str, request: Request) -> Report | None:
    """Return the robbery that this person reported just now, of which the text may tell more: who types then did not
    mean a second robbery. Thanks and a greeting tell nothing."""
    if request.member is None or is_blank(text) or says_thanks(text) or says_hello(text):
        return None
    return await robbery_just_now(request.uow, request.member.id, request.now)


async def _offer_addition(robbery: Report, text: str, update: Update, request: Request) -> Say:
    """Offer to add the text to this report, or to take it up as another; in danger 112 comes first."""
    t = request.t
    first = t("typed-first") if is_emergency(text) else ""
    add = button(t.plain("robbery-add-words"), ADD_UP, robbery.id, style=Style.PRIMARY)
    asked = t("robbery-typed", number=robbery.number)
    return _reply(paragraphs(first, asked), update, (add,), (button(t.plain("robbery-other"), TAKE_UP),))


async def _offer_answer(asked: Report, update: Update, request: Request) -> Say:
    """Offer to take the text as the answer to the question about this report, or for something else."""
    answer = button(request.t.plain("typed-answer"), ANSWER_UP, asked.id, style=Style.PRIMARY)
    is_drafter = await request.may(Action.DRAFT_ALERT)
    ways = _ways(request, shows_usual=False) if is_drafter else (_take_up_row(request),)
    return _reply(request.t("typed-asked", number=asked.number), update, (answer,), *ways)


async def _offer(text: str, update: Update, request: Request) -> Say:
    """Offer the likeliest commands, and to take the text up as a report."""
    t = request.t
    offered = [one.english for one in await commands_for(request)]
    rows = [_command_row(name, request) for name in likely_commands(text, offered, MOST)]
    what = "typed-thanks" if says_thanks(text) else "typed-hello" if says_hello(text) else "typed-nothing"
    is_drafter = await request.may(Action.DRAFT_ALERT)
    ways = _ways(request, shows_usual=False) if is_drafter else (_take_up_row(request),)
    return _reply(paragraphs(t("typed-first"), t(what)), update, *rows, *ways)


def _ways(request: Request, *, shows_usual: bool) -> tuple[tuple[Button, ...], ...]:
    """Make the buttons for a notice and a report with the text. The one that is usual for this role comes first, and
    with `shows_usual` says so and has a colour: police and city marshals warn, others who may draft have shops to
    report from."""
    warns = any(one.role in _WARN and one.is_active(request.now) for one in request.grants)
    notice, report = (WRITE_UP, "typed-notice"), (TAKE_UP, "typed-report")
    usual, other = (notice, report) if warns else (report, notice)
    label, second = request.t.plain(usual[1]), (button(request.t.plain(other[1]), other[0]),)
    if not shows_usual:
        return (button(label, usual[0]),), second
    return (button(request.t.plain("alert-usual", label=label), usual[0], style=Style.PRIMARY),), second


def _rows_after(error: NotAllowed | LimitReached, request: Request) -> list[tuple[Button, ...]]:
    """Return the buttons under a refusal: what to do first, or to try again later with the same text."""
    if isinstance(error, LimitReached):
        return [_take_up_row(request), _command_row("help", request)]
    return [_command_row("start", request), _command_row("help", request)]


def _command_row(name: str, request: Request) -> tuple[Button, ...]:
    return (button(request.t.plain(f"menu-{name}"), RUN, name),)


def _take_up_row(request: Request) -> tuple[Button, ...]:
    return (button(request.t.plain("typed-happened"), TAKE_UP),)


def _reply(text: Html, update: Update, *rows: tuple[Button, ...]) -> Say:
    message = update.effective_message
    return Say(Message(text).with_keyboard(*rows), reply_to=str(message.message_id) if message else None)


def _to(message: TelegramMessage | None, which: Replies) -> Replies:
    """Let the question which of two forms to go on with be a reply to this message, so that its text comes along."""
    answered = str(message.message_id) if message else None
    return [replace(one, reply_to=answered) if isinstance(one, Say) else one for one in which]


def _with_112_first(reply: Reply, request: Request) -> Reply:
    """Put the advice to call 112 above what the guard refuses, where it fits; a question of the form has its own."""
    if not isinstance(reply, Say):
        return reply
    text = paragraphs(request.t("typed-first"), reply.message.text)
    return replace(reply, message=replace(reply.message, text=text)) if utf16_length(text) <= MOST_SIGNS else reply


def told_in(update: Update) -> Typed | None:
    """Return the text to which the message with the pressed button is a reply, as an answer; None without one."""
    _, text = replied_text(update)
    return Typed(text) if text else None


def replied_text(update: Update) -> tuple[TelegramMessage | None, str]:
    """Return the message to which the one with the pressed button is a reply, and its text or caption; None and empty
    if it was deleted."""
    message = update.effective_message
    replied = message.reply_to_message if isinstance(message, TelegramMessage) else None
    return replied, tidied(replied.text or replied.caption or "") if replied else ""
