"""Delivery of updates to a bot's webhook, in order; each is retried until the webhook accepts it."""

import asyncio

import aiohttp

from playground.errors import Json
from playground.state import Bot, Webhook
from playground.world import World

FIRST_PAUSE = 0.1
LONGEST_PAUSE = 5.0
PATIENCE = aiohttp.ClientTimeout(total=30)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 a header's name


async def deliver_forever(world: World, bot: Bot) -> None:
    """Deliver waiting updates while the bot has a webhook; runs until cancelled."""
    async with aiohttp.ClientSession(timeout=PATIENCE) as session:
        pause = FIRST_PAUSE
        while True:
            waiting = bot.updates.waiting() if bot.webhook is not None else []
            if not waiting or bot.webhook is None:
                bot.updates.changed.clear()
                await bot.updates.changed.wait()
                continue
            webhook = bot.webhook
            problem = await _post(session, webhook, waiting[0])
            if bot.webhook is not webhook:
                continue
            if problem is None:
                if waiting[0] in bot.updates.waiting()[:1]:
                    bot.updates.settle_first()
                pause = FIRST_PAUSE
                continue
            webhook.last_error_date, webhook.last_error_message = world.now, problem
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)


async def _post(session: aiohttp.ClientSession, webhook: Webhook, update: Json) -> str | None:
    """Post an update; return None if the webhook accepted it, else the error's text."""
    headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
    try:
        async with session.post(webhook.url, json=update, headers=headers) as response:
            if 200 <= response.status < 300:
                return None
            return f"Wrong response from the webhook: {response.status} {response.reason}"
    except aiohttp.ClientConnectorError:
        return "Connection refused"
    except (aiohttp.ClientError, TimeoutError):
        return "Connection timed out"
