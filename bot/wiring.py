"""The composition root: the only place where storage, Telegram and the domain meet."""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from telegram import Bot
from telegram.error import TelegramError
from telegram.ext import Application, ContextTypes

from alerts.clock import Clock, FollowingClock
from alerts.legal_grounds import FACT as GROUNDS_FACT
from alerts.member import Language
from alerts.ports import Standing, Storage
from alerts.services.shop.limit_people import FACT as PEOPLE_FACT
from bot.conversation.chat import CHANNEL
from bot.conversation.menu import menu
from bot.conversation.request import Context
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
from bot.jobs.menu_refresh import MenuRefresh
from bot.jobs.retention import LOOK_SECONDS as HOUSEKEEPING_SECONDS
from bot.jobs.retention import Housekeeping
from bot.jobs.schedule import Job, Schedule
from bot.logs import log_recorded, logger
from bot.metrics import Meter
from bot.outgoing.chat_check import ChatCheck
from bot.outgoing.delivery_sender import DeliverySender
from bot.outgoing.in_flight_window import InFlightWindow
from bot.outgoing.outbox import Outbox
from bot.outgoing.rate_shares import RateShares
from bot.outgoing.reply_sender import ReplySender
from bot.render.notices.writer import Writer
from bot.routes import handler_groups
from bot.runtime.clock_check import ClockCheck
from bot.runtime.health import Health
from bot.runtime.http_server import Listener, listening
from bot.runtime.leadership import LOOK_SECONDS as PRESENCE_SECONDS
from bot.runtime.leadership import Leadership, Place
from bot.settings import PREFIX, Settings
from bot.telegram_api.identity import USERNAME_FACT, introduce, make_bot
from bot.telegram_api.messenger import Messenger
from bot.telegram_api.rate_limiter import RateLimiter
from bot.telegram_api.transport import AiohttpRequest
from storage import open_storage
from texts.phrases import Phrases, load_texts

SWITCH_SECONDS = 0.0003  # how long one thread keeps the interpreter while another wants it
LOOKS_SECONDS = 60  # how soon a changed chat is checked, when checking it at once failed
MENUS_SECONDS = 5  # how soon a menu is renewed after a role ended

log = logger()


@dataclass(frozen=True, slots=True)
class Reception:
    """The work of the leading process alone: receives and handles updates, and runs the jobs."""

    supervisor: Supervisor
    inbox: Inbox
    receiver: Receiver
    schedule: Schedule

    async def run(self) -> None:
        """Run until cancelled; then let what is being stored or handled finish."""
        self.schedule.start()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.receiver.run())
                tasks.create_task(self.supervisor.run())
        finally:
            self.schedule.stop()
            await asyncio.shield(self._finish())

    async def _finish(self) -> None:
        await asyncio.gather(self.inbox.finish(), self.receiver.finish())

    async def say_stopped(self) -> None:
        """Write a last heartbeat that tells the doctor that the program was stopped, and does not hang."""
        await self.supervisor.write_down(has_stopped=True)


def _tune_python() -> None:
    """Tune the garbage collector and thread switching. Texts, statements and handlers stay for good: looking through
    them for garbage took a fifth of a fan-out. The threads of the database and the guard hand the interpreter over
    sooner than after Python's 5 ms, for which a press would wait: a third less at p95 during a fan-out
    (docs/performance.md)."""
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@dataclass(frozen=True, slots=True)
class Program:
    """The running parts of the program. `watch_clock` runs until cancelled."""

    bot_name: str
    leadership: Leadership
    watch_clock: Callable[[], Coroutine[Any, Any, None]]
    reception: Reception
    outbox: Outbox
    storage: Storage
    listeners: tuple[Listener, ...]
    meter: Meter

    async def run(self) -> None:
        """Send, and while this process leads receive and run the jobs, until cancelled; then let what is in flight
        finish."""
        _tune_python()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._send())
            tasks.create_task(self.leadership.run())
            tasks.create_task(self.watch_clock())

    async def _send(self) -> None:
        try:
            await self.outbox.run()
        finally:
            await asyncio.shield(self.outbox.finish())


async def open_database(settings: Settings, *, owner: bool = False) -> Storage:
    """Open the database of the settings and migrate it. `owner` is for a process that runs the bot.

    Raises WrongSettings for an address that is not understood.
    """
    try:
        return await open_storage(settings.database_url, owner=owner, on_record=log_recorded)
    except ValueError as error:
        raise WrongSettings(f"{PREFIX}DATABASE_URL: is {error}") from None


@asynccontextmanager
async def open_program(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Program]:
    """Open and wire everything; close it at the end of the block."""
    clock = clock or FollowingClock()
    transport = AiohttpRequest()
    bot = make_bot(settings, transport)
    storage = await open_database(settings, owner=True)
    try:
        await introduce(bot)
        await _write_down(settings, bot, storage)
        await _present(bot, clock)
        if settings.webhook_url:
            await _be_known(storage)
        program = _wire(settings, clock, transport, bot, storage)
        async with AsyncExitStack() as open_ports:
            for listener in program.listeners:
                await open_ports.enter_async_context(listening(listener, program.meter))
            yield program
    finally:
        await storage.close()
        await bot.shutdown()
        await transport.shutdown()


def _wire(settings: Settings, clock: Clock, transport: AiohttpRequest, bot: Bot, storage: Storage) -> Program:
    texts = load_texts()
    application = _application(bot)
    meter = Meter()
    limiter = RateLimiter(settings.overall_rate, settings.broadcast_rate, chat_rate=settings.chat_rate)
    messenger = Messenger(bot, limiter, meter)
    writer = Writer(texts, clock, settings.zone, bot.username)
    window = InFlightWindow(settings.broadcast_rate)
    outbox = Outbox(
        storage=storage,
        messenger=messenger,
        delivery_sender=DeliverySender(storage=storage, messenger=messenger, writer=writer, clock=clock, meter=meter),
        window=window,
        clock=clock,
        zone=settings.zone,
        owner=storage.owner,
        meter=meter,
    )
    strangers = Strangers(storage, CHANNEL)
    chat_check = ChatCheck(messenger=messenger, storage=storage, texts=texts, clock=clock, zone=settings.zone)
    receiver = Receiver(
        dispatcher=Dispatcher(
            application,
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
        meter=meter,
        after_commit=outbox.wake,
        others_store=bool(settings.webhook_url),
    )
    flood_control = FloodControl(
        settings.chat_rate,
        receiver.waiting,
        is_stranger=strangers.is_stranger,
        strangers_waiting=receiver.strangers_waiting,
    )
    inbox = Inbox(storage, clock, bot_id=bot.id, handler=receiver, flood_control=flood_control, strangers=strangers)
    clock_check = ClockCheck(storage, clock, transport.time.now)
    jobs = (
        Job(chat_check.check_due_chats, LOOKS_SECONDS),
        Job(Housekeeping(storage, clock, settings.retention, clock_check).clean_if_due, HOUSEKEEPING_SECONDS),
        *_jobs(settings, clock, storage, messenger, texts),
    )
    schedule = Schedule(storage, clock, outbox.wake, jobs)
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
    listeners = (*ways_in, where) if settings.health_port else ways_in
    reception = Reception(supervisor, inbox, receiver, schedule)
    shares = RateShares(limiter, window, outbox, share_updates=receiver.share)

    def on_look(standing: Standing | None) -> None:
        if standing is not None and standing.server_now is not None and isinstance(clock, FollowingClock):
            clock.follow(standing.server_now)
        shares.look(standing)

    leadership = Leadership(
        storage, clock, meter, lead=reception.run, on_look=on_look, on_end=reception.say_stopped, place=place
    )
    watch_clock = partial(clock_check.run, leads=lambda: supervisor.is_on, on_look=outbox.wake)
    return Program(bot.username, leadership, watch_clock, reception, outbox, storage, listeners, meter)


def _jobs(
    settings: Settings, clock: Clock, storage: Storage, messenger: Messenger, texts: Mapping[Language, Phrases]
) -> tuple[Job, ...]:
    file = Path(settings.audit_head_file) if settings.audit_head_file else None
    signer = load_signer(settings.audit_key_file) if settings.audit_key_file else None
    address = settings.audit_post_url.get_secret_value()
    return (
        Job(HeadKeeper(storage, clock, settings.zone, file, signer=signer, address=address).keep, HEAD_SECONDS),
        Job(MenuRefresh(messenger, storage, texts, clock).renew_stale, MENUS_SECONDS),
    )


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


async def _write_down(settings: Settings, bot: Bot, storage: Storage) -> None:
    """Store the bot's name, for links made while Telegram is out of reach, and the settings that every screen reads."""
    async with storage.transaction() as uow:
        await uow.facts.put(USERNAME_FACT, bot.username)
        await uow.facts.put(GROUNDS_FACT, settings.grounds)
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
