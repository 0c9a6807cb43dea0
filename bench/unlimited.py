"""The program without rate limits: `wees-alert run` at rates that no setting allows."""

import asyncio
import contextlib
import signal

from bot.logs import set_up_logs
from bot.settings import load_settings
from bot.wiring import open_program

RATE = 100_000.0  # messages per second: more than any machine sends


async def run() -> None:
    """Run the program until terminated."""
    settings = load_settings(env_file=None)
    set_up_logs(settings.log_format, settings.log_level)
    unlimited = settings.model_copy(update={"broadcast_rate": RATE, "overall_rate": RATE})  # not validated
    async with open_program(unlimited) as program:
        running = asyncio.create_task(program.run())
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, running.cancel)
        with contextlib.suppress(asyncio.CancelledError):
            await running


if __name__ == "__main__":
    asyncio.run(run())
