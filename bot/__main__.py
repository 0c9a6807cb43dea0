"""The program's entry point, for `wees-alert` and `python -m bot` alike."""

import gc
import os
import sys

from bot.cli.interrupt import stop_at_interrupt


def main() -> None:
    """Run a command. `check-text` needs neither database nor Telegram, and starts in a tenth of the time."""
    # The time zone of people is a setting. A library reads TZ as it is imported, and fails at a wrong one.
    os.environ["TZ"] = "UTC"
    try:
        _run()
    except KeyboardInterrupt:
        stop_at_interrupt()


def _run() -> None:
    if sys.argv[1:] == ["check-text"]:
        from bot.cli.check_text import check_text

        check_text()
        return
    gc.disable()  # what is imported stays; looking for garbage in it takes a fifth of the start
    from bot.cli.commands import main as run_command

    gc.enable()
    run_command()


if __name__ == "__main__":
    main()
