"""Plain language: sentences that are too long and words that are hard, in a text that shopkeepers read at their till.

The aim is level B1 of the Common European Framework. A sentence of more than fifteen words and a word with a plainer
one are marked; nobody is stopped. The list is ours, after the plain words that Dutch government writes with.
"""

import re
from dataclasses import dataclass

MOST_WORDS = 15  # in one sentence
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[^a-z])|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")

# Hard words, each with a plainer one. Longer phrases come before the words in them.
PLAINER = {
    "aangaande": "over",
    "alvorens": "voordat",
    "betreffende": "over",
    "bewerkstelligen": "zorgen voor",
    "blijkens": "volgens",
    "conform": "volgens",
    "consequent": "steeds",
    "daar waar": "waar",
    "dan wel": "of",
    "derhalve": "daarom",
    "desalniettemin": "toch",
    "desgewenst": "als je wilt",
    "dienen te": "moeten",
    "dient te": "moet",
    "doorgaans": "meestal",
    "echter": "maar",
    "eveneens": "ook",
    "evenwel": "maar",
    "gedurende": "tijdens",
    "geëigende": "goede",
    "gelieve": "wil je",
    "hetgeen": "wat",
    "heden": "nu",
    "hieromtrent": "hierover",
    "inachtneming": "rekening houden met",
    "indien": "als",
    "ingeval": "als",
    "inzake": "over",
    "jegens": "tegen",
    "kenbaar": "bekend",
    "locatie": "plek",
    "middels": "met",
    "mitigeren": "kleiner maken",
    "modus operandi": "manier van werken",
    "mogelijkerwijs": "misschien",
    "momenteel": "nu",
    "nabij": "dicht bij",
    "naar aanleiding van": "door",
    "nadien": "daarna",
    "omtrent": "over",
    "onverwijld": "meteen",
    "per direct": "meteen",
    "perceel": "pand",
    "pogen": "proberen",
    "preventief": "om iets te voorkomen",
    "reeds": "al",
    "signalement": "hoe iemand eruitzag",
    "significant": "duidelijk",
    "teneinde": "om",
    "ten behoeve van": "voor",
    "ten gevolge van": "door",
    "ten tijde van": "tijdens",
    "terzake": "hierover",
    "thans": "nu",
    "tevens": "ook",
    "trachten": "proberen",
    "uitsluitend": "alleen",
    "vermits": "omdat",
    "verzoeken": "vragen",
    "vigerende": "geldende",
    "voornemens": "van plan",
    "voorts": "ook",
    "vooralsnog": "voorlopig",
    "woonachtig": "die woont",
    "zodanig": "zo",
    "zulks": "dit",
}
_HARD = re.compile(
    r"\b(" + "|".join(re.escape(one) for one in sorted(PLAINER, key=len, reverse=True)) + r")\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class HardWord:
    """A hard word as it was typed, and a plainer one."""

    word: str
    plainer: str


def long_sentences(text: str) -> list[str]:
    """Return the sentences of more than `MOST_WORDS` words, as they were typed."""
    return [one for one in (part.strip() for part in _ENDS.split(text)) if len(_WORD.findall(one)) > MOST_WORDS]


def hard_words(text: str) -> list[HardWord]:
    """Return the hard words of the text, each once, in the order in which they stand there."""
    found = {one.lower(): one for one in reversed(_HARD.findall(text))}
    order = sorted(found, key=text.lower().index)
    return [HardWord(found[one], PLAINER[one]) for one in order]
