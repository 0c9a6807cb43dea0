"""The people of the demo's story, and the texts that they look for on their screens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from alerts.member import Language
from bot.demo.clock import DemoClock
from bot.demo.console import DemoConsole
from bot.demo.phone import WITHIN, Phone, Seen, Wanted
from bot.demo.playground import Playground
from bot.demo.transcript import Transcript
from bot.program import Program
from texts.phrases import Phrases, load_texts

_MARK = "\N{SYMBOL FOR NULL}"  # placeholder for a value


class Words:
    """The texts of a language as a reader sees them: without markup."""

    def __init__(self, language: Language = Language.DUTCH) -> None:
        self.language = language
        self._phrases: Phrases = load_texts()[language]

    def __call__(self, text_id: str, /, **values: str | int) -> str:
        """Return a text with these values."""
        return unescape(re.sub(r"<[^>]+>", "", self._phrases(text_id, **values)))

    def opening(self, text_id: str, *names: str) -> str:
        """Return the first line of a text, up to the first of its values, which have these names."""
        return self._around(text_id, *names)[0].strip().partition("\n")[0]

    def ending(self, text_id: str, *names: str) -> str:
        """Return what follows the last value of a text."""
        return self._around(text_id, *names)[-1].strip()

    def _around(self, text_id: str, *names: str) -> list[str]:
        return self(text_id, **dict.fromkeys(names, _MARK)).split(_MARK)


class Actor:
    """A person whose actions and screens go into the transcript."""

    def __init__(self, phone: Phone, transcript: Transcript, words: Words) -> None:
        self.phone = phone
        self._transcript = transcript
        self._words = words

    @property
    def name(self) -> str:
        """The person's name in the transcript."""
        return self.phone.name

    async def types(self, text: str) -> None:
        """Write a message to the bot."""
        self._transcript.does(self.name, text)
        await self.phone.type(text)

    async def taps(self, text_id: str, /, **values: str | int) -> None:
        """Tap the button with this text."""
        label = self._words(text_id, **values)
        self._transcript.does(self.name, f"[{label}]")
        await self.phone.tap(label)

    async def follows(self, link: str, group: int | None = None) -> None:
        """Open a link to the bot, or one that adds it to this group."""
        self._transcript.does(self.name, f"{self._transcript.either('opent', 'opens')} {link}")
        await self.phone.follow(link, group)

    async def reads(self, text_id: str, /, **values: str | int) -> Seen:
        """Await a message that contains this text."""
        return await self.sees(self._words(text_id, **values))

    async def sees(self, wanted: Wanted, within: float = WITHIN) -> Seen:
        """Await a message that contains a string or fits a predicate, for at most `within` seconds."""
        message = await self.phone.expect(wanted, within)
        self._transcript.sees(self.name, message)
        return message


@dataclass(frozen=True, slots=True)
class Cast:
    """Everything that the story uses. `others` are the silent shops by name; `words_in_groups` are the texts of a
    group's chat, which are Dutch whatever its members read."""

    playground: Playground
    program: Program
    clock: DemoClock
    console: DemoConsole
    transcript: Transcript
    words: Words
    words_in_groups: Words
    jeweller: Actor
    reporter: Actor
    across: Actor
    bakery: Actor
    marshal: Actor
    police: Actor
    others: Mapping[str, Phone]

    def either(self, dutch: str, english: str) -> str:
        """Return the text in the language of the demo."""
        return self.transcript.either(dutch, english)
