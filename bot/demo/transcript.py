"""The transcript: the story as it is told in the terminal, with every check and its outcome."""

import textwrap
from collections.abc import Callable

from bot.demo.phone import Seen

WIDTH = 110
NAME_WIDTH = 24
BUTTONS_SHOWN = 10


class CheckFailed(Exception):
    """Something in the story is not as it should be."""


class Transcript:
    """Writes lines; counts what was checked."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self.checks = 0

    def story(self, title: str) -> None:
        """Begin a story."""
        self._write(f"\n{title.upper()}")

    def chapter(self, title: str) -> None:
        """Begin a part of the story."""
        self._write(f"\n{title}\n{'─' * len(title)}")

    def tell(self, text: str) -> None:
        """Say what is going on."""
        self._write(textwrap.fill(text, WIDTH))

    def does(self, name: str, what: str) -> None:
        """Somebody types or taps."""
        self._lines(name, ">", what)

    def sees(self, name: str, message: Seen) -> None:
        """The bot says something to somebody, or changes what it said."""
        self._lines(name, "<", message.text)
        if message.labels:
            shown = [f"[{label}]" for label in message.labels[:BUTTONS_SHOWN]]
            more = " ..." if len(message.labels) > BUTTONS_SHOWN else ""
            self._lines("", " ", " ".join(shown) + more)

    def check(self, what: str, is_so: bool, otherwise: str = "") -> None:
        """One line with the outcome. Raises CheckFailed when it is not so; `otherwise` says what was found instead."""
        self.checks += 1
        if not is_so:
            raise CheckFailed(f"{what}; {otherwise}" if otherwise else what)
        self._write(textwrap.fill(f"  GOED  {what}", WIDTH, subsequent_indent=" " * 8))

    def failed(self, what: str) -> None:
        """The story stops here, and why."""
        self._write(f"  FOUT  {what}")

    def _lines(self, name: str, sign: str, text: str) -> None:
        first, rest = f"  {name:<{NAME_WIDTH}} {sign} ", " " * (NAME_WIDTH + 5)
        for paragraph in text.splitlines():
            if paragraph.strip():
                self._write(textwrap.fill(paragraph, WIDTH, initial_indent=first, subsequent_indent=rest))
                first = rest
