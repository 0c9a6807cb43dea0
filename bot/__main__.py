"""`python -m bot` is the command `wees-alert`."""

from bot.cli import main

main()
