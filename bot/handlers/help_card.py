"""/hulp: the emergency card, for everybody."""

from telegram import Update

from bot.conversation.menu import commands_for
from bot.conversation.message import Message, in_rows
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Context
from bot.handlers.matching import Handler, command
from bot.render.copy_button import copy_button
from texts.html import joined, paragraphs


def handlers() -> list[Handler]:
    """List the handler of /hulp, which needs no membership or role."""
    return [command("hulp", "help", card)]


async def card(_update: Update, context: Context) -> Replies:
    """Show whom to call and what to do (docs/domain.md §4)."""
    t = context.request.t
    may_report = any(one.english == "report" for one in await commands_for(context.request))
    end = joined(" ", t("help-bot"), t("help-report") if may_report else "", t("help-choices"))
    shown = Message(paragraphs(t("help-numbers"), t("help-saar"), t("help-raak"), end))
    phones = [copy_button(t.plain(f"phone-{whose}"), t) for whose in ("police", "anonymous", "support")]
    return [Say(shown.with_keyboard(*in_rows(phones, 1)))]
