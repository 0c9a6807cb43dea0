"""python-telegram-bot in its default setup: `bot.send_message` through its own HTTPXRequest, with a given number in
flight.

With a rate: an ExtBot with its AIORateLimiter, which retries after a 429 as its documentation shows.
"""

import asyncio

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bench.peers.job import TOKEN, Job, read_job, send_to_all, tell_done, wait_for_start

RETRIES = 5


def _bot(job: Job) -> Bot:
    request = HTTPXRequest(connection_pool_size=job.in_flight, pool_timeout=60)
    url = f"{job.url}/bot"
    if job.rate is None:
        return Bot(TOKEN, base_url=url, request=request)
    limiter = AIORateLimiter(overall_max_rate=job.rate, overall_time_period=1, max_retries=RETRIES)
    return ExtBot(TOKEN, base_url=url, request=request, rate_limiter=limiter)


async def run(job: Job) -> None:
    """Send the job's message to all its chats."""
    async with _bot(job) as bot:
        markup = InlineKeyboardMarkup.de_json(job.markup, bot) if job.markup else None
        no_preview = LinkPreviewOptions(is_disabled=True)
        wait_for_start()

        async def send(chat: int) -> None:
            await bot.send_message(
                chat,
                job.text,
                parse_mode="HTML",
                reply_markup=markup,
                protect_content=True,
                link_preview_options=no_preview,
            )

        await send_to_all(job, send)
        tell_done()


if __name__ == "__main__":
    asyncio.run(run(read_job()))
