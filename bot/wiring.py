"""The composition root: the only place where storage, Telegram and the domain meet."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from telegram import Bot
from telegram.error import TelegramError
from telegram.ext import Application, ContextTypes

from alerts.account import ADDRESS_FACT, ISSUER_FACT
from alerts.channel import MAIL_FACT
from alerts.clock import Clock, FollowingClock
from alerts.legal_grounds import FACT as GROUNDS_FACT
from alerts.member import Language
from alerts.ports import Standing, Storage
from alerts.services.shop.limit_people import FACT as PEOPLE_FACT
from bot.channel_wiring import channel_jobs
from bot.conversation.chat import CHANNEL
from bot.conversation.menu import menu
from bot.conversation.request import Context
from bot.drawing.drawer import Drawer
from bot.errors import WrongSettings
from bot.forms import dialogues
from bot.incoming.dispatcher import AnyApplication, Dispatcher
from bot.incoming.flood_control import FloodControl
from bot.incoming.inbox import Inbox
from bot.incoming.polling import Poller
from bot.incoming.receiver import Receiver
from bot.incoming.strangers import Strangers
from bot.incoming.supervisor import Supervisor
from bot.incoming.webhook import Webhook
from bot.jobs.audit_heads import LOOK_SECONDS as HEAD_SECONDS
from bot.jobs.audit_heads import HeadKeeper
from bot.jobs.audit_key import load_signer
from bot.jobs.menu_refresh import MenuMessenger, MenuRefresh
from bot.jobs.pattern_search import LOOK_SECONDS as PATTERN_SECONDS
from bot.jobs.pattern_search import PatternSearch
from bot.jobs.retention import LOOK_SECONDS as HOUSEKEEPING_SECONDS
from bot.jobs.retention import Housekeeping
from bot.jobs.ring_measurement import LOOK_SECONDS as RINGS_SECONDS
from bot.jobs.ring_measurement import RingMeasurement
from bot.jobs.schedule import Job, Schedule
from bot.logs import log_recorded, logger
from bot.metrics import Meter
from bot.outgoing.chat_check import ChatCheck, ChatMessenger
from bot.outgoing.delivery_sender import DeliveryMessenger, DeliverySender
from bot.outgoing.in_flight_window import InFlightWindow
from bot.outgoing.outbox import Outbox
from bot.outgoing.pictures import Pictures
from bot.outgoing.rate_shares import RateShares
from bot.outgoing.reply_sender import ReplyMessenger, ReplySender
from bot.program import Program, Reception
from bot.render.notices.writer import Writer
from bot.routes import handler_groups
from bot.runtime.clock_check import ClockCheck
from bot.runtime.connections import Patience
from bot.runtime.health import Health
from bot.runtime.http_server import Listener, listening
from bot.runtime.leadership import LOOK_SECONDS as PRESENCE_SECONDS
from bot.runtime.leadership import Leadership, Place
from bot.settings import PREFIX, Settings
from bot.telegram_api.closures import Closures
from bot.telegram_api.identity import USERNAME_FACT, introduce, make_bot
from bot.telegram_api.messenger import Messenger
from bot.telegram_api.rate_limiter import RateLimiter
from bot.telegram_api.transport import AiohttpRequest
from storage import open_storage
from texts.phrases import Phrases, load_texts

LOOKS_SECONDS = 60  # how soon a changed chat is checked, when checking it at once failed
CONSOLE_PATIENCE = Patience(most=500, handling=150.0)  # pages that are open hold a stream for two minutes
MENUS_SECONDS = 5  # how soon a menu is renewed after a role ended

log = logger()


async def open_database(settings: Settings, *, owner: bool = False) -> Storage:
    """Open the database of the settings and migrate it. `owner` is for a process that runs the bot.

    Raises WrongSettings for an address that is not understood.
    """
    try:
        return await open_storage(settings.database_url, owner=owner, on_record=log_recorded, zone=settings.zone)
    except ValueError as error:
        raise WrongSettings(f"{PREFIX}DATABASE_URL: is {error}") from None


@asynccontextmanager
async def open_program(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Program]:
    """Open and wire everything; close it at the end of the block."""
    clock = clock or FollowingClock()
    transport = AiohttpRequest()
    bot = make_bot(settings, transport)
    storage, drawer = await open_database(settings, owner=True), Drawer()
    try:
        await introduce(bot)
        await _write_down(settings, bot, storage)
        await _present(bot, clock)
        if settings.webhook_url:
            await _be_known(storage)
        program = _wire(settings, clock, transport, bot, storage, drawer)
        console = await _console(settings, clock, storage, bot.username, program.outbox)
        async with AsyncExitStack() as open_ports:
            for listener in (*program.listeners, *console):
                await open_ports.enter_async_context(listening(listener, program.meter))
            yield program
    finally:
        drawer.close()
        await storage.close()
        await bot.shutdown()
        await transport.shutdown()


@dataclass(frozen=True, slots=True)
class Dependencies:
    """What most parts of the program take."""

    settings: Settings
    clock: Clock
    storage: Storage
    texts: Mapping[Language, Phrases]
    meter: Meter
    bot_name: str
    drawer: Drawer = field(default_factory=Drawer)


class ConversationMessenger(ReplyMessenger, ChatMessenger, MenuMessenger, Protocol):
    """Makes the requests of a conversation."""


def build_outbox(
    deps: Dependencies, messenger: DeliveryMessenger, closures: Closures, window: InFlightWindow
) -> Outbox:
    """Build the outbox with its sender of deliveries."""
    storage, clock, zone, meter = deps.storage, deps.clock, deps.settings.zone, deps.meter
    writer = Writer(deps.texts, clock, zone, deps.bot_name)
    sender = DeliverySender(
        storage=storage,
        messenger=messenger,
        writer=writer,
        pictures=Pictures(storage, deps.drawer, clock),
        clock=clock,
        meter=meter,
    )
    return Outbox(
        storage=storage,
        closures=closures,
        delivery_sender=sender,
        window=window,
        clock=clock,
        zone=zone,
        owner=storage.owner,
        meter=meter,
    )


@dataclass(frozen=True, slots=True)
class Conversation:
    """What answers people: updates go into the receiver, replies come out of its sender."""

    strangers: Strangers
    chat_check: ChatCheck
    receiver: Receiver
    menu_refresh: MenuRefresh


def build_conversation(
    deps: Dependencies, bot: Bot, messenger: ConversationMessenger, *, after_commit: Callable[[], None]
) -> Conversation:
    """Build what handles updates and replies to them; `after_commit` is called when an update may have queued
    deliveries."""
    settings, storage, texts, clock = deps.settings, deps.storage, deps.texts, deps.clock
    strangers = Strangers(storage, CHANNEL)
    chat_check = ChatCheck(messenger=messenger, storage=storage, texts=texts, clock=clock, zone=settings.zone)
    receiver = Receiver(
        dispatcher=Dispatcher(
            _application(bot),
            texts=texts,
            dialogues=dialogues,
            clock=clock,
            zone=settings.zone,
            report_quotas=settings.report_quotas,
        ),
        storage=storage,
        strangers=strangers,
        reply_sender=ReplySender(messenger, storage, chat_check, clock),
        clock=clock,
        meter=deps.meter,
        after_commit=after_commit,
        others_store=bool(settings.webhook_url),
    )
    return Conversation(strangers, chat_check, receiver, MenuRefresh(messenger, storage, texts, clock))


def _wire(
    settings: Settings, clock: Clock, transport: AiohttpRequest, bot: Bot, storage: Storage, drawer: Drawer
) -> Program:
    meter = Meter()
    deps = Dependencies(settings, clock, storage, load_texts(), meter, bot.username, drawer)
    limiter = RateLimiter(settings.overall_rate, settings.broadcast_rate, chat_rate=settings.chat_rate)
    messenger = Messenger(bot, limiter, meter)
    window = InFlightWindow(settings.broadcast_rate)
    outbox = build_outbox(deps, messenger, messenger.closures, window)
    conversation = build_conversation(deps, bot, messenger, after_commit=outbox.wake)
    inbox = _inbox(deps, bot.id, conversation)
    clock_check = ClockCheck(storage, clock, transport.time.now)
    schedule = Schedule(storage, clock, outbox.wake, _jobs(deps, conversation, clock_check))
    if isinstance(clock, FollowingClock):  # not the demo's clock, which moves as the story needs
        outbox.policy_check.is_time_doubted = schedule.is_time_doubted = clock_check.is_doubted
    source, ways_in = _source(settings, bot, transport, inbox, clock=clock, meter=meter)
    supervisor = Supervisor(
        source, inbox, storage=storage, clock=clock, meter=meter, is_polling=isinstance(source, Poller)
    )
    place = Place()
    health = Health(
        supervisor=supervisor,
        storage=storage,
        clock=clock,
        meter=meter,
        waits=messenger.waits,
        share=lambda: window.rate,
        place=place,
        clock_check=clock_check,
    )
    where = Listener(health.app(), settings.health_host, settings.health_port, f"{PREFIX}HEALTH_PORT", "health")
    listeners = (*ways_in, *((where,) if settings.health_port else ()))
    reception = Reception(supervisor, inbox, conversation.receiver, schedule)
    shares = RateShares(limiter, window, outbox, share_updates=conversation.receiver.share)

    def on_look(standing: Standing | None) -> None:
        if standing is not None and standing.server_now is not None and isinstance(clock, FollowingClock):
            clock.follow(standing.server_now)
        shares.update(standing)

    leadership = Leadership(
        storage, clock, meter, lead=reception.run, on_look=on_look, on_end=reception.say_stopped, place=place
    )
    watch_clock = partial(clock_check.run, leads=lambda: supervisor.is_on, on_look=outbox.wake)
    return Program(bot.username, leadership, watch_clock, reception, outbox, storage, listeners, meter)


def _inbox(deps: Dependencies, bot_id: int, conversation: Conversation) -> Inbox:
    strangers, receiver = conversation.strangers, conversation.receiver
    flood_control = FloodControl(
        deps.settings.chat_rate,
        receiver.waiting,
        is_stranger=strangers.is_stranger,
        strangers_waiting=receiver.strangers_waiting,
    )
    return Inbox(
        deps.storage,
        deps.clock,
        bot_id=bot_id,
        handler=receiver,
        flood_control=flood_control,
        strangers=strangers,
    )


def _jobs(deps: Dependencies, conversation: Conversation, clock_check: ClockCheck) -> tuple[Job, ...]:
    housekeeping = Housekeeping(deps.storage, deps.clock, deps.settings.retention, clock_check)
    return (
        Job(conversation.chat_check.check_due_chats, LOOKS_SECONDS),
        Job(housekeeping.clean_if_due, HOUSEKEEPING_SECONDS),
        Job(_head_keeper(deps).keep, HEAD_SECONDS),
        Job(conversation.menu_refresh.renew_stale, MENUS_SECONDS),
        Job(RingMeasurement(deps.storage, deps.clock).measure_if_due, RINGS_SECONDS),
        Job(PatternSearch(deps.storage, deps.clock, deps.settings.pattern_rules).look, PATTERN_SECONDS),
        *channel_jobs(deps.settings, deps.storage, deps.clock, deps.texts, deps.bot_name),
    )


def _head_keeper(deps: Dependencies) -> HeadKeeper:
    settings = deps.settings
    file = Path(settings.audit_head_file) if settings.audit_head_file else None
    signer = load_signer(settings.audit_key_file) if settings.audit_key_file else None
    address = settings.audit_post_url.get_secret_value()
    return HeadKeeper(deps.storage, deps.clock, settings.zone, file, signer=signer, address=address)


def _application(bot: Bot) -> AnyApplication:
    application = (
        Application.builder()
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=Context))
        .build()
    )
    for group, handlers in handler_groups().items():
        application.add_handlers(handlers, group=group)
    return application


def _source(
    settings: Settings, bot: Bot, transport: AiohttpRequest, inbox: Inbox, *, clock: Clock, meter: Meter
) -> tuple[Poller | Webhook, tuple[Listener, ...]]:
    if not settings.webhook_url:
        return Poller(bot, transport, inbox), ()
    secret = settings.webhook_secret.get_secret_value()
    webhook = Webhook(bot, inbox, url=settings.webhook_url, secret=secret, clock=clock, meter=meter)
    where = Listener(webhook.app(), settings.webhook_host, settings.webhook_port, f"{PREFIX}WEBHOOK_PORT", "webhook")
    return webhook, (where,)


async def _console(
    settings: Settings, clock: Clock, storage: Storage, bot_name: str, outbox: Outbox
) -> tuple[Listener, ...]:
    """Build the console where it has an address. It is imported only then: what reads passkeys takes most of a second
    to load."""
    if not settings.console_url:
        return ()
    from bot.console_wiring import build_console

    app = await build_console(settings, clock, storage, bot_name, after_commit=outbox.wake)
    where = (app, settings.console_host, settings.console_port, f"{PREFIX}CONSOLE_PORT", "console", CONSOLE_PATIENCE)
    return (Listener(*where),)


async def _write_down(settings: Settings, bot: Bot, storage: Storage) -> None:
    """Store the bot's name, for links made while Telegram is out of reach, and the settings that every screen reads."""
    async with storage.transaction() as uow:
        await uow.facts.put(USERNAME_FACT, bot.username)
        await uow.facts.put(GROUNDS_FACT, settings.grounds)
        await uow.facts.put(ADDRESS_FACT, settings.console_url)
        await uow.facts.put(MAIL_FACT, settings.smtp_sender if settings.smtp_host else "")
        await uow.facts.put(ISSUER_FACT, settings.oidc_issuer)
        await uow.accounts.end_sessions_of_others(settings.oidc_issuer)
        await uow.facts.put(PEOPLE_FACT, str(settings.people_per_shop))


async def _be_known(storage: Storage) -> None:
    """Wait until other processes have seen this one: they then ask the database for the order of a chat, before this
    one stores updates."""
    if (await storage.heartbeat()).alive > 1:
        await asyncio.sleep(2 * PRESENCE_SECONDS)


async def _present(bot: Bot, clock: Clock) -> None:
    """Set the command menu of strangers at Telegram, in every language."""
    try:
        for language, t in load_texts().items():
            code = None if language is Language.DUTCH else language.value
            await bot.set_my_commands(menu(None, (), t, clock.now()).commands, language_code=code)
    except TelegramError as error:
        log.warning("menu_not_set", error=type(error).__name__, detail=str(error))
