"""The doctor: looks at everything the bot needs, and says in a line each what to do."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

import aiohttp
from telegram.error import InvalidToken, TelegramError

from alerts.clock import SystemClock
from alerts.errors import Conflict, Unavailable
from alerts.ports import QueueDepth
from alerts.role import Role
from bot.errors import CannotStart
from bot.health import STUCK_SECONDS
from bot.settings import PREFIX, Settings, load_settings
from bot.transport import AiohttpRequest
from bot.watch import SILENT_SECONDS, Heartbeat, last_heartbeat
from bot.wiring import make_bot, open_database

CLOCK_TOLERANCE_SECONDS = 30.0
Finding = tuple[str, bool, str]


async def examine(say: Callable[[str], None]) -> int:
    """Say a line per check; return 0 when all is well, else 1."""
    findings = [finding async for finding in _findings()]
    for subject, is_well, text in findings:
        say(f"{'ok  ' if is_well else 'FAIL'}  {subject}: {text}")
    return 0 if all(is_well for _, is_well, _ in findings) else 1


async def _findings() -> AsyncIterator[Finding]:
    try:
        settings = load_settings()
    except CannotStart as error:
        yield "settings", False, str(error)
        return
    yield "settings", True, "read"
    yield await _token(settings)
    yield await _clock(settings)
    async for finding in _database(settings):
        yield finding


async def _token(settings: Settings) -> Finding:
    transport = AiohttpRequest()
    try:
        bot = make_bot(settings, transport)
        await bot.initialize()
        await bot.shutdown()
    except CannotStart as error:
        return "token", False, str(error)
    except InvalidToken:
        return "token", False, f"Telegram does not know it; ask @BotFather and set {PREFIX}TELEGRAM_TOKEN"
    except TelegramError as error:
        return (
            "token",
            False,
            f"{settings.telegram_api_url} does not answer ({type(error).__name__}); is the network up?",
        )
    finally:
        await transport.shutdown()
    return "token", True, f"belongs to @{bot.username}"


async def _clock(settings: Settings) -> Finding:
    timeout = aiohttp.ClientTimeout(total=5)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session, session.head(settings.telegram_api_url) as answer:
            theirs = parsedate_to_datetime(answer.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, KeyError, ValueError):
        return "clock", False, f"cannot be compared: {settings.telegram_api_url} does not answer"
    off = abs((datetime.now(UTC) - theirs).total_seconds())
    local = SystemClock().now().astimezone(settings.zone)
    if off > CLOCK_TOLERANCE_SECONDS:
        return "clock", False, f"is {off:.0f} seconds off; set the machine's clock (NTP)"
    return "clock", True, f"{local:%Y-%m-%d %H:%M} in {settings.timezone}"


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    try:
        storage = await open_database(settings)
    except Conflict as error:  # opening brings the schema up to date, or says why it cannot
        yield "migrations", False, f"{error}; run the newest version of the program, or stop the other process"
        return
    except Unavailable as error:
        yield (
            "database",
            False,
            f"{settings.database_name} cannot be used now ({error}); is the server up, or the disk full?",
        )
        return
    except Exception as error:  # whatever it is, the doctor says it
        yield "database", False, f"{settings.database_name} cannot be opened ({error}); restore a backup"
        return
    try:
        problems = await storage.problems()
        if problems:
            yield "database", False, f"is damaged ({problems[0]}); restore a backup"
        else:
            yield "database", True, f"{settings.database_name}, whole"
        yield "migrations", True, "up to date"
        now = SystemClock().now()
        async with storage.reading() as uow:
            held = {grant.role for grant in await uow.roles.active(now)}
            count = await uow.postcodes.count()
            heartbeat = await last_heartbeat(uow)
            depth = await uow.deliveries.depth(now)
        yield _running(heartbeat, now, settings.zone)
        yield _outbox(heartbeat, depth, now)
        for role in (Role.ADMINISTRATOR, Role.POLICE):
            yield _role(role, is_held=role in held)
        if count:
            yield "postcodes", True, f"{count} rows"
        else:
            yield "postcodes", False, "no table; run `wees-alert postcodes import`"
    finally:
        await storage.close()


def _role(role: Role, *, is_held: bool) -> Finding:
    if is_held:
        return role.value, True, "is there"
    lacks = {Role.ADMINISTRATOR: "looks after roles", Role.POLICE: "approves a notice"}[role]
    return role.value, False, f"nobody {lacks}; run `wees-alert invite --role {role} --scope national` and hand it on"


def _running(heartbeat: Heartbeat | None, now: datetime, zone: ZoneInfo) -> Finding:
    if heartbeat is None:
        return "receiving", True, "the bot has not run yet; start it with `wees-alert run`"
    last = f"{heartbeat.at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    if heartbeat.has_stopped:
        return "receiving", True, f"the bot was stopped at {last}; start it with `wees-alert run`"
    if (now - heartbeat.at).total_seconds() > SILENT_SECONDS:
        return "receiving", False, f"the bot was last heard of at {last}: it hangs or is not there; start it again"
    if heartbeat.problem:
        return "receiving", False, heartbeat.problem
    since = heartbeat.restarted_at
    again = f"; started again {heartbeat.restarts} times, last at {since.astimezone(zone):%H:%M:%S}" if since else ""
    return "receiving", True, ("the bot polls" if heartbeat.is_polling else "the bot has a webhook") + again


def _outbox(heartbeat: Heartbeat | None, depth: QueueDepth, now: datetime) -> Finding:
    due = 0.0 if depth.oldest_due is None else (now - depth.oldest_due).total_seconds()
    text = f"{depth.queued} due (the oldest for {due:.0f} seconds), {depth.held} later, {depth.sending} under way"
    is_alive = heartbeat is not None and not heartbeat.has_stopped
    if heartbeat is not None and is_alive and min(due, (now - heartbeat.sent_at).total_seconds()) > STUCK_SECONDS:
        return "outbox", False, f"{text}: nothing goes out; look at the log"
    return "outbox", True, text
