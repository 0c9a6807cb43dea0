"""What people write, before anybody looks at what it says: of a bearable length, and without what nobody sees."""

import unicodedata

from alerts.errors import InvalidText
from alerts.guard import is_blank

LENGTH = 4096  # of a message, at Telegram; other servers may bring more
_KEPT = {"\n", "\t", "\u200c", "\u200d"}  # the last two make emoji of several signs, and letters of some languages
# Controls, signs that turn the text around or have no width, halves of signs, and signs of no meaning (one of which
# holds a place in our own texts).
_DROPPED = {"Cc", "Cf", "Cs", "Co"}
_LOOK_LATIN = {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}


def tidied(text: str) -> str:
    """The text without signs that hide or turn around others. Raises InvalidText when it is too long to be read."""
    if len(text) > LENGTH:
        raise InvalidText("endless", most=str(LENGTH))
    return "".join(sign for sign in text if sign in _KEPT or unicodedata.category(sign) not in _DROPPED).strip()


def plain_name(text: str) -> str:
    """A name in plain signs, so that no other one looks the same. Raises InvalidText for letters that look Latin."""
    name = unicodedata.normalize("NFKC", text)
    name = "".join(sign if sign.isprintable() else " " for sign in name)
    name = "".join(sign for sign in name if sign == " " or not is_blank(sign))
    name = " ".join(unicodedata.normalize("NFKC", name).split())
    alphabets = {unicodedata.name(sign, "").partition(" ")[0] for sign in name if sign.isalpha()}
    if "LATIN" in alphabets and alphabets & _LOOK_LATIN:
        raise InvalidText("name-letters")
    return name
