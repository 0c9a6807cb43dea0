"""The doctor: checks everything that the bot needs, and says for each in one line what to do."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from telegram.error import InvalidToken, TelegramError

from alerts.clock import SystemClock
from alerts.errors import Conflict, Trouble, Unavailable, WrongSchema
from alerts.ports import QueueDepth, UnitOfWork
from alerts.role import Grant, Role
from alerts.services.scope.find_coverage_gaps import (
    Uncovered,
    roles_without_ground,
    roles_without_source,
    uncovered_shops,
    unsettled_shops,
)
from bot.cli.channel_check import mail_finding, services_finding
from bot.cli.console_check import console_findings
from bot.cli.private_files import exposed
from bot.cli.provider_check import provider_finding
from bot.errors import CannotStart
from bot.incoming.inbox import ALLOWED_UPDATES
from bot.incoming.polling import WEBHOOK_SET
from bot.incoming.supervisor import SILENT_SECONDS, Heartbeat, last_heartbeat
from bot.incoming.webhook_state import judge, webhook_state
from bot.outgoing.queue_health import LATE_SECONDS, misdated_words
from bot.runtime.clock_check import ClockCheck
from bot.runtime.health import closed_words
from bot.settings import PREFIX, Settings, load_settings
from bot.telegram_api.identity import identify, make_bot
from bot.telegram_api.rate_limiter import EVERYTHING
from bot.telegram_api.retry_after import LONGEST_SECONDS, PROBED
from bot.telegram_api.server_time import time_at
from bot.telegram_api.transport import AiohttpRequest
from bot.wiring import open_database

CLOCK_TOLERANCE_SECONDS = 30.0
MOST_NAMED = 5  # examples named of one kind of fault
ADVICE = {
    Trouble.UNREACHABLE: "is the server up, and its address right?",
    Trouble.LOGIN: f"look at user and password in {PREFIX}DATABASE_URL, and at the server's pg_hba.conf",
    Trouble.MISSING: "make the database, or restore a backup; is its name right?",
    Trouble.CROWDED: "end other programs on the server, or raise max_connections or this user's limit",
    Trouble.READ_ONLY: "it takes no changes: give the address of the primary server, or make the disk writable",
    Trouble.FULL: "free space on its disk",
    Trouble.BUSY: "another program holds it: end that one, or try again",
    Trouble.FORBIDDEN: "give this user the right to read and write it",
    Trouble.DAMAGED: "look at its disk, and restore a backup",
    Trouble.GONE: "a new database has no members: nobody would be warned",
    Trouble.OTHER: "look at the log of the server, or at the disk",
}
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
    yield _files(settings)
    yield await _token(settings)
    if (webhook := await _webhook(settings)) is not None:
        yield webhook
    yield await _clock(settings)
    if settings.console_url:
        for finding in await console_findings(settings.console_url, SystemClock().now()):
            yield finding
    if settings.oidc_issuer:
        yield await provider_finding(settings)
    if settings.smtp_host:
        yield await mail_finding(settings)
    if settings.organisations:
        yield services_finding(settings)
    async for finding in _database(settings):
        yield finding


def _files(settings: Settings) -> Finding:
    found = [str(path) for path in exposed(settings)]
    if found:
        return "files", False, f"others may read or replace {', '.join(found)}; run `chmod go-rw {' '.join(found)}`"
    return "files", True, "nobody else may read them"


async def _token(settings: Settings) -> Finding:
    transport = AiohttpRequest()
    try:
        bot = make_bot(settings, transport)
        await identify(bot)
        await bot.shutdown()
    except CannotStart as error:
        return "token", False, str(error)
    except InvalidToken:
        return "token", False, f"Telegram does not know it; ask @BotFather and set {PREFIX}TELEGRAM_TOKEN"
    except TelegramError as error:
        return (
            "token",
            False,
            f"{settings.telegram_api_url} does not answer ({error}); is the network up?",
        )
    finally:
        await transport.shutdown()
    return "token", True, f"belongs to @{bot.username}"


async def _webhook(settings: Settings) -> Finding | None:
    """Check the webhook as Telegram knows it; None where there is none and none should be, or it cannot be known."""
    transport = AiohttpRequest()
    try:
        bot = make_bot(settings, transport)
        await transport.initialize()
        state = await webhook_state(bot)
    except (CannotStart, TelegramError) as error:  # the check of the token says so already
        return ("webhook", False, f"Telegram does not tell ({error})") if settings.webhook_url else None
    finally:
        await transport.shutdown()
    if not settings.webhook_url:
        return ("webhook", False, f"{WEBHOOK_SET} (the bot polls)") if state.url else None
    found = judge(state, settings.webhook_url, ALLOWED_UPDATES, SystemClock().now())
    return "webhook", not found.problem, found.problem or f"is set, {state.waiting} updates wait"


async def _clock(settings: Settings) -> Finding:
    theirs = await time_at(settings.telegram_api_url)
    if theirs is None:
        return "clock", False, f"cannot be compared: {settings.telegram_api_url} does not answer"
    off = abs((datetime.now(UTC) - theirs).total_seconds())
    local = SystemClock().now().astimezone(settings.zone)
    if off > CLOCK_TOLERANCE_SECONDS:
        return "clock", False, f"is {off:.0f} seconds off; set the machine's clock (NTP)"
    return "clock", True, f"{local:%Y-%m-%d %H:%M} in {settings.timezone}"


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    try:
        storage = await open_database(settings)
    except WrongSchema as error:
        yield "migrations", False, str(error)
        return
    except Conflict as error:  # opening migrates the schema, or says why it cannot
        yield "migrations", False, f"{error}; run the newest version of the program, or stop the other process"
        return
    except CannotStart as error:
        yield "settings", False, str(error)
        return
    except Unavailable as error:
        yield "database", False, f"{settings.database_name} cannot be used now ({error}); {ADVICE[error.trouble]}"
        return
    except Exception as error:  # any other error is reported, not raised
        yield "database", False, f"{settings.database_name} cannot be opened ({error}); restore a backup"
        return
    try:
        problems = await storage.problems()
        if problems:
            yield "database", False, f"is damaged ({problems[0]}); restore a backup"
        else:
            yield "database", True, f"{settings.database_name}, whole"
        yield "migrations", True, "up to date"
        check = ClockCheck(storage, SystemClock(), lambda: None)
        await check.check(is_kept=False)
        if check.problem:
            yield "clock", False, check.problem
        now = SystemClock().now()
        async with storage.reading() as uow:
            # Police with a branch as scope approve nothing that is for others as well.
            held = {one.role for one in await uow.roles.active(now) if one.scope.branch is None}
            count = await uow.postcodes.count()
            heartbeat = await last_heartbeat(uow)
            depth, misdated = await uow.deliveries.depth(now), await uow.deliveries.misdated(now)
            on_ground = [*await ground_findings(uow, now), source_finding(await roles_without_source(uow, now))]
            closed = dict(await uow.closures.left(now))
        yield _running(heartbeat, now, settings.zone)
        yield _outbox(heartbeat, depth, misdated, now)
        yield _limits(closed)
        for role in (Role.ADMINISTRATOR, Role.POLICE):
            yield _role(role, is_held=role in held)
        if count:
            yield "postcodes", True, f"{count} rows"
        else:
            yield "postcodes", False, "no table; run `wees-alert postcodes import`"
        for finding in on_ground:
            yield finding
    finally:
        await storage.close()


def _role(role: Role, *, is_held: bool) -> Finding:
    if is_held:
        return role.value, True, "is there"
    lacks = {Role.ADMINISTRATOR: "looks after roles", Role.POLICE: "approves a notice"}[role]
    command = f'wees-alert invite --role {role} --scope national --for "NAME, FUNCTION"'
    return role.value, False, f"nobody {lacks}; run `{command}` and hand it on"


async def ground_findings(uow: UnitOfWork, now: datetime) -> list[Finding]:
    """Find roles that cover nothing, shops whose reports would reach nobody, and shops that may lie in several
    places."""
    return [
        _ground(await roles_without_ground(uow, now)),
        _coverage(await uncovered_shops(uow, now)),
        _places(await unsettled_shops(uow)),
    ]


def _ground(roles: Sequence[Grant]) -> Finding:
    if not roles:
        return "scopes", True, "every role covers something"
    named = "; ".join(f"role {one.id} ({one.role}), {one.scope}" for one in roles[:MOST_NAMED])
    return "scopes", False, f"{len(roles)} cover nothing: {named}; end them under /beheer and give them anew"


def source_finding(roles: Sequence[Grant]) -> Finding:
    """Report roles that end with no other role, as it is not known by which of several they were given."""
    if not roles:
        return "sources", True, "of every role that somebody gave it is known by which role"
    named = "; ".join(f"role {one.id} ({one.role}), {one.scope}" for one in roles[:MOST_NAMED])
    return (
        "sources",
        False,
        f"{len(roles)} were given by one of several roles, and end with none of them: {named}; under /beheer end them, "
        "or give them an end date and take it away again, which a second person confirms",
    )


def _places(unsettled: int) -> Finding:
    if not unsettled:
        return "places", True, "of every shop it is known in which place of its postcode it lies"
    return (
        "places",
        True,
        f"{unsettled} shops have a postcode with several places and never said which: coordinators of each hear, and "
        "distances count from the first; under /mijn they can move to the same postcode, and are verified anew",
    )


def _coverage(uncovered: Uncovered) -> Finding:
    if not uncovered.shops:
        return "coverage", True, f"each of {uncovered.of} shops lies where police or a city marshal is"
    where = ", ".join(f"{pc4 or 'no postcode'} ({count})" for pc4, count in uncovered.by_pc4[:MOST_NAMED])
    return (
        "coverage",
        False,
        f"{uncovered.shops} of {uncovered.of} shops lie where no police and no city marshal is, so nobody gets their "
        f"reports: {where}; give somebody a role there",
    )


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


def _limits(closed: Mapping[str, float]) -> Finding:
    everything = closed.get(EVERYTHING, 0.0)
    chats = [seconds for ref, seconds in closed.items() if ref != EVERYTHING]
    if everything > LONGEST_SECONDS:
        return "limits", False, closed_words(everything)
    if chats and max(chats) > LONGEST_SECONDS:
        longest = max(chats) / 3600
        return "limits", False, f"Telegram closed {len(chats)} chats, one for {longest:.1f} hours (429): {PROBED}"
    return "limits", True, f"{len(chats)} chats closed for a moment (429)" if chats else "none met"


def _outbox(heartbeat: Heartbeat | None, depth: QueueDepth, misdated: int, now: datetime) -> Finding:
    due = 0.0 if depth.oldest_due is None else (now - depth.oldest_due).total_seconds()
    text = f"{depth.queued} due (the oldest for {due:.0f} seconds), {depth.held} later, {depth.sending} under way"
    is_alive = heartbeat is not None and not heartbeat.has_stopped
    if heartbeat is not None and is_alive and min(due, (now - heartbeat.sent_at).total_seconds()) > LATE_SECONDS:
        return "outbox", False, f"{text}: nothing goes out; look at the log"
    return "outbox", not misdated, f"{text}; {misdated_words(misdated)}" if misdated else text
