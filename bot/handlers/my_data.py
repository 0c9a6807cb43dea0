"""/mijngegevens and /verwijder: what is held on me, and how to be erased."""

from datetime import UTC, datetime, timedelta

from telegram import Update

from alerts.errors import IllegalTransition, NotAllowed
from alerts.services.erase_member import erase_member
from alerts.services.export_member import export_member
from alerts.services.keep_administrator import check_not_last_administrator
from bot.callbacks import button
from bot.context import Context
from bot.handlers.matching import Handler, command, pressed
from bot.menu import fresh_menu
from bot.message import Keyboard, Message, NoKeyboard, paragraphs
from bot.render.my_data import file_of, in_words
from bot.replies import Buttons, Edit, Replies, Say, Toast
from bot.scene import Scene

YES, NO = "erase-me", "erase-not"
VALID = timedelta(hours=1)  # a confirmation that is older was about something else


def handlers() -> list[Handler]:
    """Both commands, and the two buttons of the second."""
    return [
        command("mijngegevens", "mydata", show),
        command("verwijder", "erase", ask),
        pressed(YES, erase),
        pressed(NO, keep),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """Everything, in words and as a file that may be saved and taken elsewhere (AVG, article 20)."""
    scene = context.scene
    if scene.member is None:
        return _nothing(scene)
    export = await export_member(scene.uow, scene.member, scene.now)
    caption = scene.t("mydata-file")
    return [
        Say(Message(in_words(export, scene.t, scene.zone))),
        Say(Message(caption, document=file_of(export))),
    ]


async def ask(_update: Update, context: Context) -> Replies:
    """What goes and what stays, and a button."""
    scene, t = context.scene, context.scene.t
    if scene.member is None:
        return _nothing(scene)
    member = scene.member
    await check_not_last_administrator(scene.uow, member.id, scene.now)
    asked_at = int(scene.now.timestamp())
    text = paragraphs(t("erase-ask"), t("erase-goes"), t("erase-stays"), t("erase-chats"), t("erase-telegram"))
    yes = button(t.plain("erase-yes"), YES, member.id, asked_at)
    return [Say(Message(text).with_keyboard((yes,), (button(t.plain("erase-no"), NO),)))]


async def erase(_update: Update, context: Context) -> Replies:
    """Nothing is left of who pressed: they are a stranger from here on."""
    scene, press = context.scene, context.press
    member = scene.person()
    if press.entity_id != member.id:
        raise NotAllowed("erase-other")
    if scene.now - datetime.fromtimestamp(min(press.version, 1 << 32), UTC) > VALID:
        raise IllegalTransition("erase")
    t = scene.t
    await erase_member(scene.uow, member, scene.now)
    scene.member, scene.grants = None, ()
    gone = Message(paragraphs(t("erase-done"), t("erase-telegram")), NoKeyboard())
    return [Toast(""), Buttons(Keyboard(())), Say(gone), await fresh_menu(scene)]


async def keep(_update: Update, context: Context) -> Replies:
    """Nothing happened."""
    return [Edit(Message(context.scene.t("erase-kept")))]


def _nothing(scene: Scene) -> Replies:
    """A stranger is not told to sign up first."""
    return [Say(Message(scene.t("mydata-nothing")))]
