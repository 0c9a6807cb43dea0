"""How many offenders there were: one number, from how they are counted and told of."""

import re
from collections.abc import Iterator

from alerts.reading.numbers import WORD
from alerts.reading.patterns import Read
from alerts.reading.person_counts import FOURTH, WHOLE, added, counts, named
from alerts.reading.tokens import Tokens
from alerts.reading.told_persons import of_one_or_two

_N = rf"(\d{{1,2}}|(?:{WORD})\b)"
_UNKNOWN = re.compile(
    r"\b(?:onbekend (?:met )?hoeveel|hoeveel (?:het er |er |ze )?(?:waren|zijn|daders)? ?(?:is |was "
    r")?onbekend|onbekend aantal|aantal (?:daders )?onbekend|onbek\.? aantal"
    r"|aantal (?:daders |dd )?(?:is )?(?:niet bekend|nog onbekend)|(?:weet|weten|wist) niet (?:hoeveel|met "
    r"hoeveel)|geen idee (?:hoeveel|met hoeveel)|niet gezien hoeveel|unknown number|number (?:of suspects "
    r")?unknown"
    r"|(?:don'?t|doesn'?t|didn'?t|do not|does not|couldn'?t|can'?t|could not|cannot) (?:know|see|tell|say|count) how "
    r"many"
    r"|(?:kon|konden|kan|kunnen) (?:ik |we |wij |ze )?niet (?:zien|zeggen|tellen) (?:hoeveel|met hoeveel)|(?:hoeveel|"
    r"met "
    r"hoeveel) (?:het er |ze |er )?(?:waren |zijn )?(?:weet|weten) (?:ik|we|wij) niet|no clue how many|unsure how many|"
    r"(?:weet|weten|wist) niet met z'?n hoevelen|aantal (?:personen|verdachten|overvallers) onbekend"
    r"|(?:no info|no information|no word|geen info|nog niets bekend)(?: [a-z]+){0,9} (?:how many|hoeveel)"
    r"|onbekend met hoeveel|hoeveel (?:personen|verdachten|overvallers) (?:is )?onbekend|no idea how many|not sure "
    r"how many|"
    r"how many (?:is )?unknown|unknown how many|how many (?:there were|they were|of them) (?:is |was )?"
    r"(?:unknown|not known))\b"
)
_UNDECIDED = re.compile(
    rf"\b(?:maybe|misschien|of|or) (?:maybe |misschien )?{_N} (?:maybe|of misschien|misschien|or maybe|of|or|"
    rf"a) {_N}\b"
)


def persons(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield the value of `offender_count`; nothing when it is not said or left open. Spans are of the plain text."""
    small = tokens.told
    if match := _UNKNOWN.search(small):
        yield Read("unknown", *match.span())
        return
    if _UNDECIDED.search(small):
        return
    found = added(small) or counts(small)
    values = {value for value, _, _ in found}
    if 0 in values:
        return
    more = values - {1}
    if match := FOURTH.search(small):
        found = [(3 if match["third"] else WHOLE, *match.span())]
        more = {found[0][0]}
    if len(more) == 1:
        yield from (Read(named(value), start, end) for value, start, end in found if value in more)
    elif not more:
        yield from of_one_or_two(tokens, [Read("1", start, end) for _, start, end in found])
