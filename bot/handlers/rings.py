"""The ring of a robbery: a notice for the shops in it, in one tap from the report's card."""

from telegram import Update

from alerts.role import Action
from bot.conversation.replies import Replies
from bot.conversation.request import Context
from bot.forms import dialogues
from bot.forms.alert.form import NAME, RING
from bot.handlers.matching import Handler, pressed


def handlers() -> list[Handler]:
    """List the handler for the button."""
    return [pressed("report-ring", draft)]


async def draft(_update: Update, context: Context) -> Replies:
    """Begin the form of /alert with the report and its ring."""
    request = context.request
    await request.check_may(Action.DRAFT_ALERT)
    return await dialogues.begin(NAME, request, f"{RING}{context.press.entity_id}")
