"""The program's entry point, for `wees-alert` and `python -m bot` alike."""

import gc
import os
import sys

from bot.cli.interrupt import stop_at_interrupt


def main() -> None:
    """Run a command. `check-text` and `read-text` need neither database nor Telegram, and start in a tenth of the
    time."""
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
    if sys.argv[1:2] == ["read-text"] and (len(sys.argv) == 2 or sys.argv[2:-1] == ["--now"]):
        from bot.cli.read_text import WrongMoment, read_lines

        try:
            read_lines(sys.argv[3] if sys.argv[3:] else None)
        except WrongMoment as error:
            sys.exit(_one_line(error))
        return
    gc.disable()  # what is imported stays; looking for garbage in it takes a fifth of the start
    from bot.cli.commands import main as run_command

    gc.enable()
    run_command()


def _one_line(error: Exception) -> int:
    """Print an error as the other commands do, and return the exit code."""
    sys.stderr.write(f"wees-alert: {error}\n")
    return 2


if __name__ == "__main__":
    main()
