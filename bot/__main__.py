"""The program: `wees-alert`, and the same as `python -m bot`."""

import sys

from bot.check_text import check_text


def main() -> None:
    """Run a command. What only reads text needs neither database nor Telegram, and starts in a tenth of the time."""
    if sys.argv[1:] == ["check-text"]:
        check_text()
        return
    from bot.cli import main as run_command

    run_command()


if __name__ == "__main__":
    main()
