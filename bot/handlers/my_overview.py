"""/mijn and /stop: the overview of shops, areas and settings, and the choices that hold for all of a member's shops."""

from telegram import Update

from alerts.errors import NotFound
from alerts.ids import AreaId
from alerts.member import Language
from alerts.services.aftercare.answer_case import stop_all
from alerts.services.channel.add_mail_address import has_mail
from alerts.services.member.choose_settings import choose_language, choose_night, pause, unfollow_area
from alerts.services.member.stop import stop
from bot.conversation.menu import fresh_menu
from bot.conversation.message import Keyboard, Message
from bot.conversation.replies import Buttons, Edit, Replies, Say
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.area import AREA
from bot.forms.subscribe import SUBSCRIBE
from bot.handlers import attestation, my_premises, people
from bot.handlers.matching import Handler, command, pressed
from bot.render.my_overview import ALL, areas_menu, overview
from bot.render.settings import FIRST_NIGHT, FIRST_NIGHT_KEPT, NO, YES, language_menu, pause_until, settings_menu


def handlers() -> list[Handler]:
    """List the handlers for the overview and its menus, and those of shops, people and attestation."""
    return [
        command("mijn", "mine", mine),
        command("instellingen", "settings", settings),
        command("taal", "language", languages),
        command("stop", "stop", stop_alerts),
        pressed("mine", back_to_overview),
        pressed("settings", settings),
        pressed(FIRST_NIGHT, first_night),
        pressed(FIRST_NIGHT_KEPT, first_night_below),
        pressed("nights", night),
        pressed("pause", pause_alerts),
        pressed("languages", languages),
        pressed("language", language),
        pressed("areas", areas),
        pressed("area-add", add_area),
        pressed("area-drop", drop_area),
        pressed("add-shop", add_shop),
        *my_premises.handlers(),
        *people.handlers(),
        *attestation.handlers(),
    ]


async def mine(_update: Update, context: Context) -> Replies:
    """Show the overview."""
    request = context.request
    return [Say(await overview(request, request.person()))]


async def back_to_overview(_update: Update, context: Context) -> Replies:
    """Show the overview in place of a menu."""
    request = context.request
    return [Edit(await overview(request, request.person(), shows_all=context.press.entity == ALL))]


async def stop_alerts(_update: Update, context: Context) -> Replies:
    """Stop all messages from now on, aftercare too; the member's data is kept."""
    request = context.request
    await stop(request.uow, request.person(), request.now)
    await stop_all(request.uow, request.person().id, request.now)
    return [Say(Message(request.t("stopped")))]


async def settings(_update: Update, context: Context) -> Replies:
    """Show the settings: when alerts sound, which severities, which pause."""
    return [await _settings(context.request)]


async def first_night(_update: Update, context: Context) -> Replies:
    """Store the answer to the night question, which is asked once, and replace the question."""
    return [Edit(await _first_night(context))]


async def first_night_below(_update: Update, context: Context) -> Replies:
    """Store the answer to a night question that is part of a welcome; the welcome stays, the answer comes below."""
    return [Buttons(Keyboard(())), Say(await _first_night(context))]


async def _first_night(context: Context) -> Message:
    request = context.request
    sounds = _yes_or_no(context)
    request.member = await choose_night(request.uow, request.person(), sounds=sounds)
    return Message(request.t("night-loud" if sounds else "night-quiet"))


async def night(_update: Update, context: Context) -> Replies:
    """Change whether P1 alerts sound at night."""
    request = context.request
    request.member = await choose_night(request.uow, request.person(), sounds=_yes_or_no(context))
    return [await _settings(request)]


async def pause_alerts(_update: Update, context: Context) -> Replies:
    """Pause alerts until a moment, or end the pause."""
    request = context.request
    try:
        until = pause_until(context.press.entity, request.now, request.zone)
    except KeyError as error:
        raise NotFound from error
    request.member = await pause(request.uow, request.person(), until, now=request.now)
    return [await _settings(request)]


async def languages(_update: Update, context: Context) -> Replies:
    """Show the menu of languages."""
    context.request.person()
    return [Edit(language_menu(context.request.t))]


async def language(_update: Update, context: Context) -> Replies:
    """Set the member's language and update the overview and the command menu."""
    request = context.request
    wanted = next((one for one in Language if one == context.press.entity), None)
    if wanted is None:
        raise NotFound
    request.member = await choose_language(request.uow, request.person(), wanted)
    request.language = wanted
    return [Edit(await overview(request, request.member)), await fresh_menu(request)]


async def areas(_update: Update, context: Context) -> Replies:
    """Show the areas that the member follows besides the shops."""
    return [await _areas(context.request)]


async def add_area(_update: Update, context: Context) -> Replies:
    """Begin the form that adds an area."""
    context.request.person()
    return await dialogues.begin(AREA.name, context.request)


async def drop_area(_update: Update, context: Context) -> Replies:
    """Stop following an area."""
    request = context.request
    await unfollow_area(request.uow, request.person(), AreaId(context.press.entity_id))
    return [await _areas(request)]


async def add_shop(_update: Update, context: Context) -> Replies:
    """Begin the sign-up form for another shop of this member."""
    context.request.person()
    return await dialogues.begin(SUBSCRIBE.name, context.request)


async def _settings(request: Request) -> Edit:
    offers = await has_mail(request.uow)
    return Edit(settings_menu(request.person(), request.t, request.now, request.zone, has_mail=offers))


async def _areas(request: Request) -> Edit:
    followed = await request.uow.members.followed_areas(request.person().id)
    return Edit(areas_menu(followed, request.t))


def _yes_or_no(context: Context) -> bool:
    if context.press.entity not in (YES, NO):
        raise NotFound
    return context.press.entity == YES
