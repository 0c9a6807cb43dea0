"""/overval: what to do during a robbery and in the first hour after it. For everybody; nothing is asked or stored."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from alerts.errors import NotFound
from bot.conversation.callbacks import button
from bot.conversation.menu import commands_for
from bot.conversation.message import Button, Message
from bot.conversation.replies import Edit, Replies, Say
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed
from bot.render.copy_button import copy_button
from bot.render.support import support_button
from texts.html import joined, paragraphs
from texts.phrases import Phrases, load_texts

STEPS = 10  # of the first hour (docs/domain.md §4)
_SAFE, _FIRST_HOUR, _ALL = "robbery-safe", "first-hour", "all"


def handlers() -> list[Handler]:
    """List the handlers: the command, its button under the typing field, and the buttons of its screens."""
    labels = [t.plain("robbery-button") for t in load_texts().values()]
    tapped = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & filters.Text(labels)
    return [
        command("overval", "robbery", show_robbery),
        MessageHandler(tapped, show_robbery),
        pressed(_SAFE, show_safe),
        pressed(_FIRST_HOUR, show_first_hour),
    ]


async def show_robbery(_update: Update, context: Context) -> Replies:
    """Show four lines for who is being robbed: 112 first, and one button for when they are safe."""
    return [Say(robbery_card(context.request))]


def robbery_card(request: Request) -> Message:
    """Write the four lines for who is being robbed."""
    return Message(request.t("robbery-now")).with_keyboard((button(request.t.plain("robbery-safe"), _SAFE),))


async def show_safe(_update: Update, context: Context) -> Replies:
    """Show what comes first for who is safe again, with the way to a report (for who may report) and the first hour."""
    request, t = context.request, context.request.t
    may_report = any(one.english == "report" for one in await commands_for(request))
    rows = [(button(t.plain("robbery-report"), "report-robbery"),)] if may_report else []
    return [Edit(Message(t("robbery-safe-first")).with_keyboard(*rows, (_step_button("first-hour-title", 1, t),)))]


async def show_first_hour(_update: Update, context: Context) -> Replies:
    """Show one step of the first hour, or all of them. Raises NotFound for a step that there is not."""
    t, wanted = context.request.t, context.press.entity
    support = (copy_button(t.plain("phone-support"), t),), (support_button(t),)
    if wanted == _ALL:
        steps = joined("\n", *(f"{number}. {t(f'first-hour-{number}')}" for number in range(1, STEPS + 1)))
        return [Edit(Message(paragraphs(t("first-hour-all"), steps, t("first-hour-end"))).with_keyboard(*support))]
    step = context.press.entity_id
    if not 1 <= step <= STEPS:
        raise NotFound
    words = paragraphs(t("first-hour-step", step=step, steps=STEPS), t(f"first-hour-{step}"))
    if step == STEPS:
        last = Message(paragraphs(words, t("first-hour-end")))
        return [Edit(last.with_keyboard(*support, (_all_button(t),)))]
    return [Edit(Message(words).with_keyboard((_step_button("first-hour-next", step + 1, t),), (_all_button(t),)))]


def _step_button(label: str, step: int, t: Phrases) -> Button:
    return button(t.plain(label), _FIRST_HOUR, step)


def _all_button(t: Phrases) -> Button:
    return button(t.plain("first-hour-show-all"), _FIRST_HOUR, _ALL)
