"""The people of the story, and the words that they look for on their screens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from alerts.member import Language
from bot.demo.clock import DemoClock
from bot.demo.phone import WITHIN, Phone, Seen, Wanted
from bot.demo.playground import Playground
from bot.demo.transcript import Transcript
from bot.texts import Phrases, load_texts
from bot.wiring import Program


class Words:
    """The Dutch texts as a reader sees them: without markup."""

    def __init__(self) -> None:
        self._phrases: Phrases = load_texts()[Language.DUTCH]

    def __call__(self, text_id: str, /, **values: str | int) -> str:
        """A text."""
        return unescape(re.sub(r"<[^>]+>", "", self._phrases(text_id, **values)))


class Actor:
    """Somebody whose acts and screens go into the transcript."""

    def __init__(self, phone: Phone, transcript: Transcript, words: Words) -> None:
        self.phone = phone
        self._transcript = transcript
        self._words = words

    @property
    def name(self) -> str:
        """As in the transcript."""
        return self.phone.name

    async def types(self, text: str) -> None:
        """Write to the bot."""
        self._transcript.does(self.name, text)
        await self.phone.type(text)

    async def taps(self, text_id: str, /, **values: str | int) -> None:
        """Tap the button with this text."""
        label = self._words(text_id, **values)
        self._transcript.does(self.name, f"[{label}]")
        await self.phone.tap(label)

    async def follows(self, link: str, group: int | None = None) -> None:
        """Open a link to the bot, or one that adds it to this group."""
        self._transcript.does(self.name, f"opent {link}")
        await self.phone.follow(link, group)

    async def reads(self, text_id: str, /, **values: str | int) -> Seen:
        """Await a message that says this text."""
        return await self.sees(self._words(text_id, **values))

    async def sees(self, wanted: Wanted, within: float = WITHIN) -> Seen:
        """Await a message that says this, or fits, so many seconds."""
        message = await self.phone.expect(wanted, within)
        self._transcript.sees(self.name, message)
        return message


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everything on stage. `others` are shops that only listen, by name."""

    playground: Playground
    program: Program
    clock: DemoClock
    transcript: Transcript
    words: Words
    jeweller: Actor
    reporter: Actor
    across: Actor
    bakery: Actor
    marshal: Actor
    police: Actor
    others: Mapping[str, Phone]
