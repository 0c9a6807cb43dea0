"""/patronen: the possible patterns in police's own scope; each can become a notice or be dismissed with a reason."""

from telegram import Update

from alerts.errors import Conflict, IllegalTransition, NotFound
from alerts.ids import PatternId
from alerts.patterns import DismissReason
from alerts.role import Action
from alerts.services.pattern.dismiss_pattern import dismiss_pattern
from alerts.services.pattern.read_pattern import SeenPattern, patterns_in_scope, read_pattern
from bot.conversation.callbacks import button, id_and_choice
from bot.conversation.likely_choices import MOST
from bot.conversation.message import Message, in_rows
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context
from bot.forms import dialogues
from bot.forms.alert.form import NAME as ALERT
from bot.handlers.matching import Handler, command, pressed
from bot.render.pattern import pattern_card, pattern_line, reason_question
from texts.html import paragraphs


def handlers() -> list[Handler]:
    """List the handlers for the list and for the actions on one pattern."""
    return [
        command("patronen", "patterns", show),
        pressed("pattern-open", open_card),
        pressed("pattern-card", back_to_card),
        pressed("pattern-alert", convert),
        pressed("pattern-dismiss", ask_reason),
        pressed("pattern-reason", dismiss),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """List the open patterns, the last changed first; the console has those beyond one message."""
    request, t = context.request, context.request.t
    await request.check_may(Action.SEE_PATTERNS)
    found = (await patterns_in_scope(request.uow, request.actor, request.now))[:MOST]
    told = [pattern_line(one, request.view()) for one in found]
    opened = [
        button(t.plain("patterns-open", number=str(one.pattern.id)), "pattern-open", one.pattern.id) for one in found
    ]
    text = paragraphs(t("patterns-title"), *told, "" if found else t("patterns-none"))
    return [Say(Message(text, is_protected=True).with_keyboard(*in_rows(opened, 2)))]


async def open_card(_update: Update, context: Context) -> Replies:
    """Show a pattern below the list."""
    return [Say(pattern_card(await _seen(context), context.request.view()))]


async def back_to_card(_update: Update, context: Context) -> Replies:
    """Show the pattern's card again."""
    return [Edit(pattern_card(await _seen(context), context.request.view()))]


async def convert(_update: Update, context: Context) -> Replies:
    """Begin the form of /alert with what several reports of the pattern tell."""
    request, press = context.request, context.press
    await request.check_may(Action.DRAFT_ALERT)
    seen = await _seen(context)
    if seen.pattern.version != press.version:
        return _overtaken(context, seen, Conflict())
    return await dialogues.begin(ALERT, request, f"p{press.entity_id}")


async def ask_reason(_update: Update, context: Context) -> Replies:
    """Ask why the pattern is dismissed."""
    seen = await _seen(context)
    if seen.pattern.version != context.press.version:
        return _overtaken(context, seen, Conflict())
    return [Edit(reason_question(seen, context.request.view()))]


async def dismiss(_update: Update, context: Context) -> Replies:
    """Dismiss the pattern with the chosen reason."""
    request, press = context.request, context.press
    number, choice = id_and_choice(press)
    reason = next((one for one in DismissReason if one == choice), None)
    if reason is None:
        raise NotFound
    which = PatternId(number)
    try:
        seen = await dismiss_pattern(request.uow, request.actor, which, reason, version=press.version, now=request.now)
    except (IllegalTransition, Conflict) as error:
        return _overtaken(context, await read_pattern(request.uow, request.actor, which, request.now), error)
    return [Toast(request.t.plain("pattern-dismissed")), Edit(pattern_card(seen, request.view()))]


def _overtaken(context: Context, seen: SeenPattern, error: IllegalTransition | Conflict) -> Replies:
    """Say that something changed before this press, and show the pattern as it is."""
    request = context.request
    request.refuse(error)
    text = error.text_id if isinstance(error, IllegalTransition) else "pattern-changed"
    return [Toast(request.t.plain(text), is_alert=True), Edit(pattern_card(seen, request.view()))]


async def _seen(context: Context) -> SeenPattern:
    """Read the pattern for display; the audit record notes that, unless it did so recently for this person."""
    request = context.request
    return await read_pattern(request.uow, request.actor, PatternId(context.press.entity_id), request.now)
