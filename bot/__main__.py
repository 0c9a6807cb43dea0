"""The program: `wees-alert`, and the same as `python -m bot`."""

import gc
import sys

from bot.check_text import check_text


def main() -> None:
    """Run a command. What only reads text needs neither database nor Telegram, and starts in a tenth of the time."""
    if sys.argv[1:] == ["check-text"]:
        check_text()
        return
    gc.disable()  # what is imported stays, and looking for garbage in it is a fifth of the start
    from bot.cli import main as run_command

    gc.enable()
    run_command()


if __name__ == "__main__":
    main()
