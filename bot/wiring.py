"""The composition root: the only place where storage, Telegram and the domain meet."""

import asyncio
import gc
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes

from alerts.clock import Clock, SystemClock
from alerts.grounds import FACT as GROUNDS_FACT
from alerts.member import Language
from alerts.ports import Storage
from bot.answers import Answers
from bot.audit_heads import LOOK_SECONDS as HEAD_SECONDS
from bot.audit_heads import HeadKeeper
from bot.carrier import Carrier
from bot.context import Context
from bot.errors import CannotStart, WrongSettings
from bot.forms import dialogues
from bot.gate import Gate
from bot.group_looks import GroupLooks
from bot.health import Health
from bot.housekeeping import LOOK_SECONDS as HOUSEKEEPING_SECONDS
from bot.housekeeping import Housekeeping
from bot.inbox import Inbox
from bot.leadership import LOOK_SECONDS as PRESENCE_SECONDS
from bot.leadership import Leadership
from bot.limiter import Limiter
from bot.logs import log_recorded, logger
from bot.menu import menu
from bot.menus import Menus
from bot.messenger import Messenger
from bot.metrics import Meter
from bot.outbox import Outbox
from bot.poll import Poller
from bot.receive import Receiver
from bot.render.writer import Writer
from bot.routes import handler_groups
from bot.schedule import Chore, Schedule
from bot.settings import PREFIX, Settings
from bot.shares import Shares
from bot.stage import AnyApplication, Stage
from bot.texts import Phrases, load_texts
from bot.transport import AiohttpRequest
from bot.watch import Watch
from bot.web import Listener, listening
from bot.webhook import Webhook
from bot.window import Window
from storage import open_storage

LOOKS_SECONDS = 60  # how soon a chat that changed is looked at, when that failed at once
MENUS_SECONDS = 5  # how soon a menu fits again after a role ended
USERNAME_FACT = "bot_username"

log = logger()


@dataclass(frozen=True, slots=True)
class Reception:
    """What only the process that leads does: receive, handle and tick."""

    watch: Watch
    inbox: Inbox
    receiver: Receiver
    schedule: Schedule

    async def run(self) -> None:
        """Until cancelled; then let what is under way finish."""
        self.schedule.start()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.receiver.run())
                tasks.create_task(self.watch.run())
        finally:
            self.schedule.stop()
            await asyncio.shield(self._finish())

    async def _finish(self) -> None:
        await asyncio.gather(self.inbox.finish(), self.receiver.finish())

    async def say_stopped(self) -> None:
        """For the doctor: nobody hangs."""
        await self.watch.write_down(has_stopped=True)


def _collect_less() -> None:
    """Texts, statements and handlers stay for good: looking through them for garbage took a fifth of a fan-out."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@dataclass(frozen=True, slots=True)
class Program:
    """The running parts."""

    leadership: Leadership
    reception: Reception
    outbox: Outbox
    storage: Storage
    listeners: tuple[Listener, ...]

    async def run(self) -> None:
        """Send, and receive and tick while this process leads, until cancelled; then let what is under way finish."""
        _collect_less()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._send())
            tasks.create_task(self.leadership.run())

    async def _send(self) -> None:
        try:
            await self.outbox.run()
        finally:
            await asyncio.shield(self.outbox.finish())


async def open_database(settings: Settings, *, owner: bool = False) -> Storage:
    """The database of the settings, migrated. `owner` for a process that runs the bot."""
    return await open_storage(settings.database_url, owner=owner, on_record=log_recorded)


def make_bot(settings: Settings, transport: AiohttpRequest) -> Bot:
    """The bot of the token. Raises WrongSettings when there is none."""
    url = settings.telegram_api_url
    return Bot(
        settings.token(),
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=transport,
        get_updates_request=transport,
    )


async def introduce(bot: Bot) -> None:
    """Ask Telegram who the bot is, until it answers. Raises WrongSettings when it does not know the token."""
    wait = 1.0
    while True:
        try:
            await bot.initialize()
            return
        except InvalidToken as error:
            raise WrongSettings(
                f"{PREFIX}TELEGRAM_TOKEN: Telegram does not know this token; look it up with @BotFather"
            ) from error
        except TelegramError as error:
            log.warning("telegram_unreachable", error=type(error).__name__, retry_in=wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, 30.0)


@asynccontextmanager
async def open_program(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Program]:
    """Everything opened and wired; closed again at the end."""
    clock = clock or SystemClock()
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
                await open_ports.enter_async_context(listening(listener))
            yield program
    finally:
        await storage.close()
        await bot.shutdown()
        await transport.shutdown()


def _wire(settings: Settings, clock: Clock, transport: AiohttpRequest, bot: Bot, storage: Storage) -> Program:
    texts = load_texts()
    application = _application(bot)
    meter = Meter()
    limiter = Limiter(settings.overall_rate, settings.broadcast_rate, chat_rate=settings.chat_rate)
    messenger = Messenger(bot, limiter, meter)
    writer = Writer(texts, clock, settings.zone, bot.username)
    window = Window(settings.broadcast_rate)
    outbox = Outbox(
        storage=storage,
        messenger=messenger,
        carrier=Carrier(storage=storage, messenger=messenger, writer=writer, clock=clock, meter=meter),
        window=window,
        clock=clock,
        zone=settings.zone,
        owner=storage.owner,
        meter=meter,
    )
    looks = GroupLooks(messenger=messenger, storage=storage, texts=texts, clock=clock, zone=settings.zone)
    receiver = Receiver(
        stage=Stage(
            application,
            texts=texts,
            dialogues=dialogues,
            clock=clock,
            zone=settings.zone,
            report_quotas=settings.report_quotas,
        ),
        storage=storage,
        answers=Answers(messenger, storage, looks),
        clock=clock,
        meter=meter,
        after_commit=outbox.wake,
        others_store=bool(settings.webhook_url),
    )
    gate = Gate(settings.chat_rate, receiver.waiting)
    inbox = Inbox(storage, clock, bot_id=bot.id, handler=receiver, gate=gate)
    chores = (Chore(looks.look_at_due, LOOKS_SECONDS), *_chores(settings, clock, storage, messenger, texts))
    schedule = Schedule(storage, clock, outbox.wake, chores)
    source, ways_in = _source(settings, bot, transport, inbox)
    watch = Watch(source, inbox, storage=storage, clock=clock, meter=meter, is_polling=isinstance(source, Poller))
    health = Health(watch=watch, storage=storage, clock=clock, meter=meter)
    where = Listener(health.app(), settings.health_host, settings.health_port, f"{PREFIX}HEALTH_PORT")
    listeners = (*ways_in, where) if settings.health_port else ways_in
    reception = Reception(watch, inbox, receiver, schedule)
    shares = Shares(limiter, window, outbox, share_updates=receiver.share)
    leadership = Leadership(
        storage, clock, meter, lead=reception.run, on_look=shares.look, on_end=reception.say_stopped
    )
    return Program(leadership, reception, outbox, storage, listeners)


def _chores(
    settings: Settings, clock: Clock, storage: Storage, messenger: Messenger, texts: Mapping[Language, Phrases]
) -> tuple[Chore, ...]:
    file = Path(settings.audit_head_file) if settings.audit_head_file else None
    return (
        Chore(HeadKeeper(storage, clock, settings.zone, file).keep, HEAD_SECONDS),
        Chore(Menus(messenger, storage, texts, clock).renew_stale, MENUS_SECONDS),
        Chore(Housekeeping(storage, clock, settings.retention).clean_if_due, HOUSEKEEPING_SECONDS),
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
    settings: Settings, bot: Bot, transport: AiohttpRequest, inbox: Inbox
) -> tuple[Poller | Webhook, tuple[Listener, ...]]:
    if not settings.webhook_url:
        return Poller(bot, transport, inbox), ()
    webhook = Webhook(bot, inbox, url=settings.webhook_url, secret=settings.webhook_secret.get_secret_value())
    where = Listener(webhook.app(), settings.webhook_host, settings.webhook_port, f"{PREFIX}WEBHOOK_PORT")
    return webhook, (where,)


async def _write_down(settings: Settings, bot: Bot, storage: Storage) -> None:
    """The name, for links made while Telegram is out of reach, and the grounds for every screen."""
    async with storage.transaction() as uow:
        await uow.facts.put(USERNAME_FACT, bot.username)
        await uow.facts.put(GROUNDS_FACT, settings.grounds)


async def _be_known(storage: Storage) -> None:
    """Others have seen that this process is there, and ask the database for the order of a chat, before it stores."""
    if (await storage.stand()).alive > 1:
        await asyncio.sleep(2 * PRESENCE_SECONDS)


async def _present(bot: Bot, clock: Clock) -> None:
    """The stranger's menu."""
    try:
        for language, t in load_texts().items():
            code = None if language is Language.DUTCH else language.value
            await bot.set_my_commands(menu(None, (), t, clock.now()).commands, language_code=code)
    except TelegramError as error:
        log.warning("menu_not_set", error=type(error).__name__, detail=str(error))


async def bot_username(settings: Settings, storage: Storage) -> str:
    """The bot's name from Telegram, else as it was last known. Raises CannotStart when neither tells."""
    transport = AiohttpRequest()
    bot = make_bot(settings, transport)
    try:
        await bot.initialize()
        return bot.username
    except InvalidToken as error:
        raise WrongSettings(f"{PREFIX}TELEGRAM_TOKEN: Telegram does not know this token") from error
    except TelegramError as error:
        async with storage.reading() as uow:
            known = await uow.facts.get(USERNAME_FACT)
        if known is None:
            raise CannotStart(f"Telegram cannot be reached at {settings.telegram_api_url}; try again later") from error
        return known
    finally:
        await bot.shutdown()
        await transport.shutdown()
