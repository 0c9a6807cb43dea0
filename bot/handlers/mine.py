"""/mijn and /stop: what I follow, and the choices that hold for all my shops."""

from telegram import Update

from alerts.errors import NotFound
from alerts.ids import AreaId
from alerts.member import Language
from alerts.services.choose import choose_language, choose_night, pause, toggle_mute, unfollow_area
from alerts.services.stop import stop
from alerts.severity import Severity
from bot.context import Context
from bot.forms import dialogues
from bot.forms.area import AREA
from bot.forms.subscribe import SUBSCRIBE
from bot.handlers import attestation, my_premises, people
from bot.handlers.matching import Handler, command, pressed
from bot.menu import fresh_menu
from bot.message import Keyboard, Message
from bot.render.mine import areas_menu, overview
from bot.render.settings import FIRST_NIGHT, FIRST_NIGHT_KEPT, NO, YES, language_menu, pause_until, settings_menu
from bot.replies import Buttons, Edit, Replies, Say
from bot.scene import Scene


def handlers() -> list[Handler]:
    """The overview with its menus; those of one shop are in `my_premises`."""
    return [
        command("mijn", "mine", mine),
        command("stop", "stop", stop_alerts),
        pressed("mine", back_to_overview),
        pressed("settings", settings),
        pressed(FIRST_NIGHT, first_night),
        pressed(FIRST_NIGHT_KEPT, first_night_below),
        pressed("nights", night),
        pressed("mute", mute),
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
    """The overview."""
    scene = context.scene
    return [Say(await overview(scene, scene.person()))]


async def back_to_overview(_update: Update, context: Context) -> Replies:
    """The overview in place of a menu."""
    scene = context.scene
    return [Edit(await overview(scene, scene.person()))]


async def stop_alerts(_update: Update, context: Context) -> Replies:
    """No alerts from now on; everything is kept."""
    scene = context.scene
    await stop(scene.uow, scene.person(), scene.now)
    return [Say(Message(scene.t("stopped")))]


async def settings(_update: Update, context: Context) -> Replies:
    """When and how."""
    return [_settings(context.scene)]


async def first_night(_update: Update, context: Context) -> Replies:
    """The answer to the question that is asked once."""
    return [Edit(await _first_night(context))]


async def first_night_below(_update: Update, context: Context) -> Replies:
    """The same to a question that came with a welcome, which stays."""
    return [Buttons(Keyboard(())), Say(await _first_night(context))]


async def _first_night(context: Context) -> Message:
    scene = context.scene
    sounds = _yes_or_no(context)
    scene.member = await choose_night(scene.uow, scene.person(), sounds=sounds)
    return Message(scene.t("night-loud" if sounds else "night-quiet"))


async def night(_update: Update, context: Context) -> Replies:
    """The same, changed later."""
    scene = context.scene
    scene.member = await choose_night(scene.uow, scene.person(), sounds=_yes_or_no(context))
    return [_settings(scene)]


async def mute(_update: Update, context: Context) -> Replies:
    """P3 or P4 on or off."""
    scene = context.scene
    severity = next((one for one in Severity if one == context.press.entity), None)
    if severity is None:
        raise NotFound
    scene.member = await toggle_mute(scene.uow, scene.person(), severity)
    return [_settings(scene)]


async def pause_alerts(_update: Update, context: Context) -> Replies:
    """Not before a moment, or again at once."""
    scene = context.scene
    try:
        until = pause_until(context.press.entity, scene.now, scene.zone)
    except KeyError as error:
        raise NotFound from error
    scene.member = await pause(scene.uow, scene.person(), until, now=scene.now)
    return [_settings(scene)]


async def languages(_update: Update, context: Context) -> Replies:
    """Which language."""
    context.scene.person()
    return [Edit(language_menu(context.scene.t))]


async def language(_update: Update, context: Context) -> Replies:
    """That language from now on, the menu too."""
    scene = context.scene
    wanted = next((one for one in Language if one == context.press.entity), None)
    if wanted is None:
        raise NotFound
    scene.member = await choose_language(scene.uow, scene.person(), wanted)
    scene.language = wanted
    return [Edit(await overview(scene, scene.member)), await fresh_menu(scene)]


async def areas(_update: Update, context: Context) -> Replies:
    """What is followed besides the shops."""
    return [await _areas(context.scene)]


async def add_area(_update: Update, context: Context) -> Replies:
    """One more."""
    context.scene.person()
    return await dialogues.begin(AREA.name, context.scene)


async def drop_area(_update: Update, context: Context) -> Replies:
    """One less."""
    scene = context.scene
    await unfollow_area(scene.uow, scene.person(), AreaId(context.press.entity_id))
    return [await _areas(scene)]


async def add_shop(_update: Update, context: Context) -> Replies:
    """Another shop of the same person."""
    context.scene.person()
    return await dialogues.begin(SUBSCRIBE.name, context.scene)


def _settings(scene: Scene) -> Edit:
    return Edit(settings_menu(scene.person(), scene.t, scene.now, scene.zone))


async def _areas(scene: Scene) -> Edit:
    followed = await scene.uow.members.followed_areas(scene.person().id)
    return Edit(areas_menu(followed, scene.t))


def _yes_or_no(context: Context) -> bool:
    if context.press.entity not in (YES, NO):
        raise NotFound
    return context.press.entity == YES
