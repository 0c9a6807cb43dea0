"""Identity: which bot this is, by its token and by what Telegram answers to getMe."""

import asyncio
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from alerts.ports import Storage
from bot.errors import CannotStart, WrongSettings
from bot.logs import logger
from bot.settings import PREFIX, Settings
from bot.telegram_api.responses import UNREADABLE
from bot.telegram_api.transport import AiohttpRequest

USERNAME_FACT = "bot_username"

log = logger()


def make_bot(settings: Settings, transport: AiohttpRequest) -> Bot:
    """Build the bot of the token in the settings. Raises WrongSettings when there is none."""
    url = settings.telegram_api_url
    return Bot(
        settings.token(),
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=transport,
        get_updates_request=transport,
    )


async def identify(bot: Bot) -> None:
    """Ask Telegram who the bot is. Raises TelegramError, also for an answer that cannot be read."""
    try:
        await bot.initialize()
        if not _is_known(bot):
            await bot.get_me()  # `initialize` does not ask a second time
    except TelegramError:
        raise
    except Exception as error:  # whatever the library raises for an odd answer
        raise TelegramError(UNREADABLE) from error
    if not _is_known(bot):
        raise TelegramError(UNREADABLE)


async def introduce(bot: Bot) -> None:
    """Ask Telegram who the bot is, until it answers. Raises WrongSettings when it does not know the token."""
    wait = 1.0
    while True:
        try:
            await identify(bot)
            return
        except InvalidToken as error:
            raise WrongSettings(
                f"{PREFIX}TELEGRAM_TOKEN: Telegram does not know this token; look it up with @BotFather"
            ) from error
        except TelegramError as error:
            log.warning("telegram_unreachable", host=_host(bot), cause=str(error), retry_in=wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, 30.0)


async def bot_username(settings: Settings, storage: Storage) -> str:
    """Return the bot's username from Telegram, else as it was last known. Raises WrongSettings for an unknown token,
    CannotStart when neither tells."""
    transport = AiohttpRequest()
    bot = make_bot(settings, transport)
    try:
        await identify(bot)
        return bot.username
    except InvalidToken as error:
        raise WrongSettings(f"{PREFIX}TELEGRAM_TOKEN: Telegram does not know this token") from error
    except TelegramError as error:
        async with storage.reading() as uow:
            known = await uow.facts.get(USERNAME_FACT)
        if known is None:
            where = f"Telegram cannot be reached at {settings.telegram_api_url} ({error})"
            raise CannotStart(f"{where}; try again later") from error
        return known
    finally:
        await bot.shutdown()
        await transport.shutdown()


def _host(bot: Bot) -> str:
    """Return the host of the Bot API, with the port where one is given."""
    address = urlsplit(bot.base_url)
    host = address.hostname or ""
    return f"{host}:{address.port}" if address.port else host


def _is_known(bot: Bot) -> bool:
    try:
        number, name = bot.id, bot.username
    except Exception:
        return False
    return isinstance(number, int) and number > 0 and isinstance(name, str) and name != ""
