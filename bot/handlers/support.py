"""/steun: whom to call after a robbery, rights, and schemes of the municipality. For everybody; nothing is stored."""

from telegram import Update

from alerts.ids import MunicipalityId
from alerts.services.permission.locate_matter import municipalities_of
from alerts.services.support.find_support import ShownCard, cards_in
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed
from bot.render.support import RIGHTS, SCHEMES, SUPPORT, card_screen, rights_screen, schemes_screen, support_home


def handlers() -> list[Handler]:
    """List the handlers: the command, and the buttons of its screens."""
    return [command("steun", "support", show), pressed(SUPPORT, turn)]


async def show(_update: Update, context: Context) -> Replies:
    """Show what help there is for this person, also without a subscription."""
    return [Say(support_home(await _cards(context.request), context.request.t))]


async def turn(_update: Update, context: Context) -> Replies:
    """Show the list or the card of the button. A scheme that has ended since is said to be gone."""
    request, wanted = context.request, context.press.entity
    t, cards = request.t, await _cards(request)
    match wanted:
        case "":
            return [Edit(support_home(cards, t))]
        case _ if wanted == RIGHTS:
            return [Edit(rights_screen(cards, t))]
        case _ if wanted == SCHEMES:
            return [Edit(schemes_screen(cards, context.press.version, t))]
    found = next((one for one in cards if one.key == wanted), None)
    return [Edit(card_screen(found, t)) if found is not None else Say(Message(t("support-gone")))]


async def _cards(request: Request) -> list[ShownCard]:
    """Return the cards for the municipalities of this person's shops; for a stranger those for the whole country."""
    shops = [] if request.member is None else await request.uow.premises.followings(request.member.id)
    found: dict[MunicipalityId, None] = {}
    for one in shops:
        found |= dict.fromkeys(sorted(await municipalities_of(request.uow, one.premises.place)))
    return await cards_in(request.uow, list(found), request.now.astimezone(request.zone).date())
