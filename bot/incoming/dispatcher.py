"""The dispatcher: builds the request of an update, finds the one handler that matches, and returns its replies."""

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
from bot.conversation.chat import CHANNEL, STAND_INS, Chat, topic_of
from bot.conversation.dialogue import Dialogues
from bot.conversation.menu import main_keyboard
from bot.conversation.message import Message, NoKeyboard
from bot.conversation.replies import Edit, Prompt, Replies, Reply, Say
from bot.conversation.request import Context, Request
from bot.incoming.refusal_log import RefusalLog
from texts.phrases import Phrases

R = TypeVar("R", bound=Reply)
AnyApplication = Application[Any, Context, Any, Any, Any, Any]


class Dispatcher:
    """Dispatches updates to the application's handlers. PTB's `process_update` is not used: it drops what they
    return."""

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
        self._refusal_log = RefusalLog(one for group in application.handlers.values() for one in group)

    async def dispatch(self, update: Update, uow: UnitOfWork) -> Replies:
        """Run the first handler that matches the update and return its replies; an empty list when none matches."""
        found = self._find(update)
        if found is None:
            return []
        handler, match = found
        context = Context.from_update(update, self.application)
        query = update.callback_query
        context.set_request(await self.request(update, uow), query.data if query else None)
        replies: Replies | None = await handler.handle_update(update, self.application, match, context)
        await self._refusal_log.note(update, context.request, context.request.refusals)
        return [_with_main_keyboard(reply, context.request) for reply in replies or []]

    async def refused(self, update: Update, uow: UnitOfWork, error: AlertsError) -> Phrases:
        """Record the refusal of an update whose transaction was rolled back; return the texts for telling the
        sender."""
        request = await self.request(update, uow)
        request.refuse(error)
        await self._refusal_log.note(update, request, request.refusals)
        return request.t

    def phrases_of(self, update: Update) -> Phrases:
        """Return the texts in the language of the sender's app."""
        user = update.effective_user
        return self._texts[language_of(user.language_code if user else None)]

    async def request(self, update: Update, uow: UnitOfWork) -> Request:
        """Build the request of an update: its member, chat and roles. A member who had blocked the bot and now writes
        to it in private is marked as reachable again."""
        user, chat, message = update.effective_user, update.effective_chat, update.effective_message
        person_ref = str(user.id) if user and user.id not in STAND_INS else ""
        member = await uow.members.by_ref(CHANNEL, person_ref) if person_ref else None
        is_private = chat is not None and chat.type == ChatType.PRIVATE
        if member and not member.address.is_active and message is not None and is_private:
            await uow.members.set_active(CHANNEL, person_ref, active=True, now=self._clock.now())
        key = DialogueKey(
            chat_ref=str(chat.id) if chat else person_ref,
            person_ref=person_ref,
            topic=topic_of(update),
        )
        return await self._request(uow, key, member, language_of(user.language_code if user else None))

    async def prompts_due(self, uow: UnitOfWork) -> list[tuple[Prompt, Chat]]:
        """Return the questions that are not known to have been asked, each with its chat, rendered as they stand
        now."""
        due = []
        for dialogue in await uow.dialogues.prompts_due():
            member = await uow.members.by_ref(CHANNEL, dialogue.key.person_ref)
            request = await self._request(uow, dialogue.key, member, dialogue.language)
            if prompt := await self._dialogues.ask_again(request):
                chat = Chat(dialogue.key.chat_ref, topic=dialogue.key.topic)
                due.append((_with_main_keyboard(prompt, request), chat))
        return due

    async def _request(self, uow: UnitOfWork, key: DialogueKey, member: Member | None, language: Language) -> Request:
        return Request(
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


def _with_main_keyboard(reply: R, request: Request) -> R:
    """Put the main keyboard back in a member's private chat where a reply would remove the keyboard."""
    if request.member is None or request.key.chat_ref != request.key.person_ref:
        return reply

    def kept(message: Message) -> Message:
        is_bare = isinstance(message.keyboard, NoKeyboard)
        return replace(message, keyboard=main_keyboard(request.t)) if is_bare else message

    match reply:
        case Say() | Edit():
            return replace(reply, message=kept(reply.message))
        case Prompt():
            return replace(reply, messages=tuple(kept(one) for one in reply.messages))
        case _:
            return reply
