"""`python -m playground`: start the server and say where it listens."""

import argparse
import asyncio
import contextlib
import re
import signal
import sys

from playground.server import start
from playground.state import Bot
from playground.world import World

_BOT = re.compile(r"(?P<token>(?P<id>\d+):[A-Za-z0-9_-]+)=(?P<username>\w+)$")


def parse_bot(value: str) -> Bot:
    """Parse `TOKEN=USERNAME` or `TOKEN=USERNAME=Name to show`. Raises argparse.ArgumentTypeError."""
    described, _, name = value.partition("=")[2].partition("=")
    match = _BOT.match(f"{value.partition('=')[0]}={described}")
    if match is None:
        raise argparse.ArgumentTypeError("give TOKEN=USERNAME, for example 110201543:secret=playground_bot")
    first_name = name or match["username"].removesuffix("_bot").replace("_", " ").title()
    return Bot(int(match["id"]), match["token"], match["username"], first_name)


def parser() -> argparse.ArgumentParser:
    """Make the parser of the command line's options."""
    options = argparse.ArgumentParser(prog="python -m playground", description=__doc__)
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    options.add_argument(
        "--bot", type=parse_bot, action="append", required=True, help="TOKEN=USERNAME[=NAME], may be repeated"
    )
    options.add_argument("--enforce-limits", action="store_true", help="answer 429 as Telegram does")
    return options


async def serve(options: argparse.Namespace) -> None:
    """Serve until SIGINT or SIGTERM."""
    world = World(options.bot, enforce_limits=options.enforce_limits)
    runner, address = await start(world, options.host, options.port)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    sys.stdout.write(f"Playground listening on {address}\n")
    sys.stdout.flush()
    try:
        await stop.wait()
    finally:
        await runner.cleanup()


def main() -> None:
    """Run the command line program."""
    options = parser().parse_args()
    try:
        asyncio.run(serve(options))
    except OSError as error:
        sys.exit(f"Cannot listen on {options.host}:{options.port}: {error.strerror}")


if __name__ == "__main__":
    main()
