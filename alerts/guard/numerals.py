"""Numbers in words, Dutch and English, converted to the digits that a listener writes down."""

import re

_ONES = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TEENS = ["tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_ENGLISH_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_ENGLISH_TEENS_TEXT = """
    ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_ENGLISH_TEENS = _ENGLISH_TEENS_TEXT.split()
_ENGLISH_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende"]
_ENGLISH_ORDINALS_TEXT = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
"""
_ENGLISH_ORDINALS = _ENGLISH_ORDINALS_TEXT.split()
ENGLISH_ONES = {word: str(value) for value, word in enumerate(_ENGLISH_ONES) if value}
"""The words for one to nine, which follow tens: `seventy-four`."""


def _below_hundred() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_ONES + _TEENS)}
    words |= {word: value for value, word in enumerate(_ENGLISH_ONES + _ENGLISH_TEENS)}
    for tens, (word, english) in enumerate(zip(_TENS, _ENGLISH_TENS, strict=True), start=2):
        words |= {word: tens * 10, english: tens * 10}
        words |= {f"{one}en{word}": tens * 10 + value for value, one in enumerate(_ONES) if value}
        words |= {f"{english}{one}": tens * 10 + value for value, one in enumerate(_ENGLISH_ONES) if value}
    return words


_BELOW_HUNDRED = _below_hundred()
_SPOKEN_ONLY = {"oh": "0", "niner": "9", "nihil": "0"}
_ONE_BY_ONE = re.compile(rf"(?:{'|'.join(_ONES)}){{2,12}}")
_ONE = re.compile("|".join(_ONES))
_BARE = str.maketrans("ëéèï", "eeei", "-")
_LONGEST = 40

NUMERAL_HEADS = frozenset(
    word[:3] for word in [*_BELOW_HUNDRED, *_SPOKEN_ONLY, "honderd", "duizend", *_ORDINALS, *_ENGLISH_ORDINALS, "één"]
) | {"oh", "éé"}
"""The first characters of everything that may be a number in words."""


def digits_of(word: str) -> str | None:
    """Return the digits of a number in words (small letters): `nulzes` is 06, `elf` is 11."""
    if len(word) > _LONGEST:
        return None
    bare = word.translate(_BARE)
    if bare in _SPOKEN_ONLY:
        return _SPOKEN_ONLY[bare]
    value = _value(bare)
    if value is not None:
        return str(value)
    if _ONE_BY_ONE.fullmatch(bare):
        return "".join(str(_ONES.index(one)) for one in _ONE.findall(bare))
    return None


def day_of(word: str) -> str | None:
    """Return the digits of an ordinal below a hundred: `derde`, `eenentwintigste`, `twentieth`."""
    bare = word.translate(_BARE)
    for words in (_ORDINALS, _ENGLISH_ORDINALS):
        if bare in words:
            return str(words.index(bare) + 1)
    for tens in ("twenty", "thirty"):
        if bare.removeprefix(tens) in _ENGLISH_ORDINALS[:9] and bare.startswith(tens):
            return str(_BELOW_HUNDRED[tens] + _ENGLISH_ORDINALS.index(bare.removeprefix(tens)) + 1)
    for ending in ("ste", "de"):
        if bare.endswith(ending) and (value := _BELOW_HUNDRED.get(bare.removesuffix(ending))) is not None:
            return str(value)
    return None


def _value(bare: str) -> int | None:
    if bare in _BELOW_HUNDRED:
        return _BELOW_HUNDRED[bare]
    if "duizend" in bare:
        return _counted(*bare.split("duizend", 1), each=1000)
    if "honderd" in bare:
        return _counted(*bare.split("honderd", 1), each=100)
    if bare.startswith("negentien"):  # negentientachtig, a year
        rest = _BELOW_HUNDRED.get(bare.removeprefix("negentien").removeprefix("en"))
        return None if rest is None else 1900 + rest
    return None


def _counted(before: str, after: str, *, each: int) -> int | None:
    """Return the value of hundreds or thousands and the rest: `twee`, `zesenveertig`."""
    count = _BELOW_HUNDRED.get(before, 1 if not before else None)
    rest = 0 if after in ("", "en") else _value(after.removeprefix("en"))
    return None if count is None or rest is None or rest >= each else count * each + rest
