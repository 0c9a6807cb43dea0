"""The transcript: the story in the terminal, with every check and its outcome.

Every text is given in Dutch and in English; the language of the demo decides which is written.
"""

import textwrap
from collections.abc import Callable

from alerts.member import Language
from bot.demo.phone import Seen

WIDTH = 110
NAME_WIDTH = 24
BUTTONS_SHOWN = 10


_OUTCOMES = {Language.DUTCH: ("GOED", "FOUT"), Language.ENGLISH: ("GOOD", "FAIL")}


class CheckFailed(Exception):
    """A check of the story failed."""


class Transcript:
    """Writes the story's lines and counts its checks."""

    def __init__(self, write: Callable[[str], None], language: Language = Language.DUTCH) -> None:
        self._write = write
        self._is_dutch = language is Language.DUTCH
        self._good, self._wrong = _OUTCOMES[language]
        self.checks = 0

    def either(self, dutch: str, english: str) -> str:
        """Return the text in the language of the demo."""
        return dutch if self._is_dutch else english

    def story(self, dutch: str, english: str) -> None:
        """Begin a story."""
        self._write(f"\n{self.either(dutch, english).upper()}")

    def chapter(self, dutch: str, english: str) -> None:
        """Begin a part of the story."""
        title = self.either(dutch, english)
        self._write(f"\n{title}\n{'─' * len(title)}")

    def tell(self, dutch: str, english: str) -> None:
        """Write a sentence of narration."""
        self._write(textwrap.fill(self.either(dutch, english), WIDTH))

    def does(self, name: str, what: str) -> None:
        """Write what somebody types or taps."""
        self._lines(name, ">", what)

    def sees(self, name: str, message: Seen) -> None:
        """Write a new or edited message of the bot to somebody."""
        self._lines(name, "<", message.text)
        if message.labels:
            shown = [f"[{label}]" for label in message.labels[:BUTTONS_SHOWN]]
            more = " ..." if len(message.labels) > BUTTONS_SHOWN else ""
            self._lines("", " ", " ".join(shown) + more)

    def shows(self, name: str, words: str) -> None:
        """Write the words of a page that somebody reads."""
        self._lines(name, "<", words)

    def check(self, dutch: str, english: str, is_so: bool, otherwise: str = "") -> None:
        """Write a check's outcome. Raises CheckFailed if `is_so` is false; `otherwise` says what was found instead."""
        self.checks += 1
        what = self.either(dutch, english)
        if not is_so:
            raise CheckFailed(f"{what}; {otherwise}" if otherwise else what)
        self._write(textwrap.fill(f"  {self._good}  {what}", WIDTH, subsequent_indent=" " * 8))

    def failed(self, what: str) -> None:
        """Write why the story stopped."""
        self._write(f"  {self._wrong}  {what}")

    def _lines(self, name: str, sign: str, text: str) -> None:
        first, rest = f"  {name:<{NAME_WIDTH}} {sign} ", " " * (NAME_WIDTH + 5)
        for paragraph in text.splitlines():
            if paragraph.strip():
                self._write(textwrap.fill(paragraph, WIDTH, initial_indent=first, subsequent_indent=rest))
                first = rest
