"""The stage: sets the scene for an update, finds the one handler that matches, and lets it answer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import Application, BaseHandler

from alerts.clock import Clock
from alerts.errors import AlertsError
from alerts.limits import REPORTS, Quotas
from alerts.member import Language, Member, language_of
from alerts.ports import DialogueKey, UnitOfWork
from bot.answers import Chat, topic_of
from bot.context import Context
from bot.dialogue import Dialogues
from bot.menu import main_keyboard
from bot.message import Message, NoKeyboard
from bot.refusals import Requests
from bot.replies import Prompt, Replies, Reply, Say
from bot.scene import Scene
from bot.texts import Phrases

CHANNEL = "telegram"
ANONYMOUS_ADMIN = 1087968824  # Telegram's stand-in for an admin who posts as the group: never authority

R = TypeVar("R", bound=Reply)
AnyApplication = Application[Any, Context, Any, Any, Any, Any]


class Stage:
    """Walks the application's handlers itself: PTB's `process_update` drops what they return."""

    def __init__(
        self,
        application: AnyApplication,
        *,
        texts: Mapping[Language, Phrases],
        dialogues: Dialogues,
        clock: Clock,
        zone: ZoneInfo,
        report_quotas: Quotas = REPORTS,
    ) -> None:
        self.application = application
        self._texts = texts
        self._dialogues = dialogues
        self._clock = clock
        self._zone = zone
        self._report_quotas = report_quotas
        self._requests = Requests(one for group in application.handlers.values() for one in group)

    async def play(self, update: Update, uow: UnitOfWork) -> Replies:
        """The replies of the handler that matches; none when nothing does."""
        found = self._find(update)
        if found is None:
            return []
        handler, match = found
        context = Context.from_update(update, self.application)
        query = update.callback_query
        context.set_scene(await self.scene(update, uow), query.data if query else None)
        replies: Replies | None = await handler.handle_update(update, self.application, match, context)
        await self._requests.note(update, context.scene, context.scene.refusals)
        return [_with_main_keyboard(reply, context.scene) for reply in replies or []]

    async def refused(self, update: Update, uow: UnitOfWork, error: AlertsError) -> Phrases:
        """What was asked for was rolled back: it is noted that it was refused; the texts to say so in."""
        scene = await self.scene(update, uow)
        scene.refuse(error)
        await self._requests.note(update, scene, scene.refusals)
        return scene.t

    async def scene(self, update: Update, uow: UnitOfWork) -> Scene:
        """Who this is, where, and what they were granted. Somebody who writes to the bot can be written to again."""
        user, chat, message = update.effective_user, update.effective_chat, update.effective_message
        person_ref = str(user.id) if user and user.id != ANONYMOUS_ADMIN else ""
        member = await uow.members.by_ref(CHANNEL, person_ref) if person_ref else None
        is_private = chat is not None and chat.type == ChatType.PRIVATE
        if member and not member.address.is_active and message is not None and is_private:
            await uow.members.set_active(CHANNEL, person_ref, active=True, now=self._clock.now())
        key = DialogueKey(
            chat_ref=str(chat.id) if chat else person_ref,
            person_ref=person_ref,
            topic=topic_of(update),
        )
        return await self._scene(uow, key, member, language_of(user.language_code if user else None))

    async def prompts_due(self, uow: UnitOfWork) -> list[tuple[Prompt, Chat]]:
        """Questions that are not known to have been asked, as they stand."""
        due = []
        for dialogue in await uow.dialogues.prompts_due():
            member = await uow.members.by_ref(CHANNEL, dialogue.key.person_ref)
            scene = await self._scene(uow, dialogue.key, member, dialogue.language)
            if prompt := await self._dialogues.ask_again(scene):
                chat = Chat(dialogue.key.chat_ref, topic=dialogue.key.topic)
                due.append((_with_main_keyboard(prompt, scene), chat))
        return due

    async def _scene(self, uow: UnitOfWork, key: DialogueKey, member: Member | None, language: Language) -> Scene:
        return Scene(
            uow=uow,
            now=self._clock.now(),
            zone=self._zone,
            texts=self._texts,
            language=member.language if member else language,
            channel=CHANNEL,
            key=key,
            bot_username=self.application.bot.username,
            member=member,
            grants=tuple(await uow.roles.of_member(member.id)) if member else (),
            report_quotas=self._report_quotas,
        )

    def _find(self, update: Update) -> tuple[BaseHandler[Any, Context, Any], object] | None:
        for group in sorted(self.application.handlers):
            for handler in self.application.handlers[group]:
                match = handler.check_update(update)
                if match is not None and match is not False:
                    return handler, match
        return None


def _with_main_keyboard(reply: R, scene: Scene) -> R:
    """What would take the keyboard under the typing field away gives a member the button back that belongs there."""
    if scene.member is None or scene.key.chat_ref != scene.key.person_ref:
        return reply

    def kept(message: Message) -> Message:
        is_bare = isinstance(message.keyboard, NoKeyboard)
        return replace(message, keyboard=main_keyboard(scene.t)) if is_bare else message

    match reply:
        case Say():
            return replace(reply, message=kept(reply.message))
        case Prompt():
            return replace(reply, messages=tuple(kept(one) for one in reply.messages))
        case _:
            return reply
