"""Typed text: bounded in length, cleaned of invisible characters, and refused where the guard finds what may not be
broadcast."""

import unicodedata
from collections.abc import Collection, Sequence
from itertools import pairwise

from alerts.errors import InvalidText
from alerts.guard import Finding, Found, find, is_blank
from alerts.guard.off_loop import off_loop

LENGTH = 4096  # of a message, at Telegram; other servers may bring more
_KEPT = {"\n", "\t", "\u200c", "\u200d"}  # the last two make emoji of several signs, and letters of some languages
# Controls, signs that turn the text around or have no width, halves of signs, and signs of no meaning (one of which
# holds a place in our own texts).
_DROPPED = {"Cc", "Cf", "Cs", "Co"}
# Alphabets with letters that look Latin, and which of theirs do, accents aside; None: nearly all of them.
_LOOK_LATIN = {
    "CYRILLIC": frozenset("АВЕЅІЈКМНОРСТУХҮҺԌԚԜЬӀҪаеѕіјорсухүһԁԛԝьӏҫ"),
    "GREEK": frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿαγινορυχϲϳ"),
    "ARMENIAN": frozenset("ԼՍՏՕՈհսոօցյզգքլ"),
    "CHEROKEE": None,
    "LISU": None,
    "COPTIC": None,
}
# Letters of phonetic script, which no language spells names with: ɑ, ɡ, and capitals as small as the rest.
_PHONETIC = frozenset("ɑɡɢʙʜɪɴʀʏʟꜰꜱ") | {chr(code) for code in range(0x1D00, 0x1D80)}
_BETWEEN = (" ", "", " - ")  # how a reader may join what stands in two fields
_SPOKEN = "sprak"


class Blocked(InvalidText):
    """The text contains something that may not be broadcast.

    The error is raised for the first such finding, with the words found, so that the person can correct just those.
    `found` is everything that was found in `text`, so that it need not be searched again.
    """

    def __init__(self, first: Found, text: str, allowed: Collection[Finding], found: Sequence[Found]) -> None:
        super().__init__(first.kind, found=text[first.start : first.end])
        self.text = text
        self.allowed = frozenset(allowed)
        self.found = found


def tidied(text: str) -> str:
    """Return the text without characters that hide or reorder others. Raises InvalidText when it is too long."""
    if len(text) > LENGTH:
        raise InvalidText("endless", most=str(LENGTH))
    return "".join(sign for sign in text if sign in _KEPT or unicodedata.category(sign) not in _DROPPED).strip()


def plain_name(text: str) -> str:
    """Return a name in plain characters, so that no other looks the same. Raises InvalidText for letters that only look
    Latin, among Latin ones or by themselves."""
    name = unicodedata.normalize("NFKC", text)
    name = "".join(sign if sign.isprintable() else " " for sign in name)
    name = "".join(sign for sign in name if sign == " " or not is_blank(sign))
    name = " ".join(unicodedata.normalize("NFKC", name).split())
    if _only_looks_latin(name):
        raise InvalidText("name-letters")
    return name


def _only_looks_latin(name: str) -> bool:
    letters = [(sign, unicodedata.name(sign, "").partition(" ")[0]) for sign in name if sign.isalpha()]
    if any(sign in _PHONETIC for sign, _ in letters):
        return True
    of_others = [(sign, alphabet) for sign, alphabet in letters if alphabet in _LOOK_LATIN]
    is_mixed = any(alphabet == "LATIN" for _, alphabet in letters)
    return bool(of_others) and (is_mixed or all(_looks_latin(*one) for one in of_others))


def _looks_latin(sign: str, alphabet: str) -> bool:
    alike = _LOOK_LATIN[alphabet]
    return alike is None or unicodedata.normalize("NFD", sign)[0] in alike


def check(text: str, *, allowed: Collection[Finding] = ()) -> None:
    """Raise Blocked when the text holds a finding that blocks."""
    found = find(text, allowed=allowed)
    first = next((one for one in found if not one.kind.is_warning), None)
    if first is not None:
        raise Blocked(first, text, allowed, found)


async def checked(text: str, length: int) -> str:
    """Return the text if it may be broadcast. Raises InvalidText if it is empty, too long, or refused by the guard."""
    if is_blank(text):
        raise InvalidText("empty")
    if utf16_length(text) > length:
        raise InvalidText("too-long", length=str(length), typed=str(utf16_length(text)))
    await off_loop(check, text)
    return text


def utf16_length(text: str) -> int:
    """Return the length as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def check_together(*texts: str | None, allowed: Collection[Finding] = ()) -> None:
    """Raise InvalidText for a finding that blocks, begins in one of these texts and ends in the next. Empty texts are
    skipped; `check` finds what is within one text."""
    for first, second in pairwise(text.strip() for text in texts if text and text.strip()):
        for between in _BETWEEN:
            text, border = first + between + second, len(first)
            for one in find(text, allowed=allowed):
                if not one.kind.is_warning and one.start < border and one.end > border + len(between):
                    raise InvalidText(one.kind, found=text[one.start : one.end])


def check_language(text: str) -> None:
    """Raise InvalidText for a language that tells origin, in a text that says which one was spoken."""
    check(f"{_SPOKEN} {text}")
