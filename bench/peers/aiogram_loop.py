"""aiogram 3 in a bare loop: `bot.send_message` with a given number in flight."""

import asyncio

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardMarkup, LinkPreviewOptions

from bench.peers.job import TOKEN, Job, read_job, send_to_all, tell_done, wait_for_start

LONGEST_S = 900  # seconds; with a task for each message this includes the wait for a connection


async def run(job: Job) -> None:
    """Send the job's message to all its chats."""
    markup = InlineKeyboardMarkup.model_validate(job.markup) if job.markup else None
    no_preview = LinkPreviewOptions(is_disabled=True)
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(job.url)))
    await bot.get_me()
    wait_for_start()

    async def send(chat: int) -> None:
        await bot.send_message(
            chat,
            job.text,
            parse_mode="HTML",
            reply_markup=markup,
            protect_content=True,
            link_preview_options=no_preview,
            request_timeout=LONGEST_S,
        )

    await send_to_all(job, send)
    tell_done()
    await bot.session.close()


if __name__ == "__main__":
    asyncio.run(run(read_job()))
