"""aiogram-broadcaster: one mailer for all chats, without an interval and without a storage."""

import asyncio

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardMarkup, LinkPreviewOptions
from aiogram_broadcaster import Broadcaster
from aiogram_broadcaster.contents import TextContent

from bench.peers.job import TOKEN, Job, read_job, tell_done, wait_for_start


async def run(job: Job) -> None:
    """Send the job's message to all its chats."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(job.url)))
    content = TextContent(
        text=job.text,
        parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup.model_validate(job.markup) if job.markup else None,
        protect_content=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    mailer = await Broadcaster(bot).create_mailer(chats=job.chats, content=content)
    wait_for_start()
    await mailer.start()
    tell_done()
    await bot.session.close()


if __name__ == "__main__":
    asyncio.run(run(read_job()))
