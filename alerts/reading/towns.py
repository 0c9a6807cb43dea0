"""Towns: find the names of Dutch places among the words of a text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

from alerts.guard.plain import bare
from alerts.place_names import without_addition
from alerts.reading.dutch_places import NAMES
from alerts.reading.tokens import Token

_PIECES = re.compile(r"[a-z0-9]+")
_ALSO = {
    "den bosch": "'s-Hertogenbosch",
    "the hague": "Den Haag",
    "s gravenhage": "Den Haag",
    "hoogvliet": "Hoogvliet Rotterdam",
    "alphen a d rijn": "Alphen aan den Rijn",
    "ijmuiden": "IJmuiden",
}
# Names that are ordinary words, or names of people, as well: a place only behind `in` or `te`, and with a capital.
_WORDS_TEXT = """
    sloten schijf alem almen amen america andel anderen ane annen arum asch asperen baak baard baars balk bant basse
    bears bedum beek beers beets bern best born broek boer bunde buren dalen dalem darp deelen demen dieren dijken
    doorn dorst echt echten ee eede een ees eext ell elp elst ens enter erm erica espel est etten gaast gauw
    gees glimmen goor graauw graft grave groet hall halle hallum hank handel haps haler hee heeg heel heide hem
    hemmen heeten helden herten hoek hoeven hollum horn horst huizen hulst ingen joppe kaag kapelle kats lent
    lies leur linde linden linne loon made malden mander mill monster nes neer noorden notter nutter oranje
    opende peins peest putte reek rekken rien ried rijs ruinen rutten schijf schore sluis smakt spier spijk spui
    stein thorn tuil tuk velden veen voorst vries vuren waal waarde waarder warns warten well wier wierden
    winkel winde wons zegge zetten zurich zwaag philippine middelaar donderen nooitgedacht overslag oosterend
    noordeinde westhoek hoogland nieuwland wetering hempens bakel bladel marken kessel kilder ommel drempt
    duiven dussen rossum groede hulten hoogeweg standdaarbuiten oudemolen koningslust kronenberg kruisland
    molenhoek buitenpost gasthuis hengstdijk zandberg vinkel lutten leende geleen ressen lemmer nisse
"""
_WORDS = frozenset(_WORDS_TEXT.split())
# Names that are a place without a capital only behind `in` or `te`.
_SHORT_TEXT = """
    assen houten leiden haren roden kampen hoorn schagen putten rijen laren weert soest sneek vianen muiden wouw
    borne made huissen
"""
_SHORT = frozenset(_SHORT_TEXT.split())
_PREPOSITIONS = frozenset({"in", "te", "bij", "near", "uit", "from", "regio", "centrum", "gemeente"})
_AWAY = frozenset(
    {
        "ri",
        "rtg",
        "richting",
        "naar",
        "towards",
        "toward",
        "to",
        "heading",
        "kant",
        "over",
        "van",
        "uit",
        "from",
    }
)
# `centrum van Gouda` is Gouda, and not on the way from there.
_PARTS_OF_TOWN = frozenset(
    {"centrum", "binnenstad", "hart", "rand", "noorden", "zuiden", "oosten", "westen", "omgeving", "regio", "stadshart"}
    | {"gemeente", "buurt", "midden", "winkelstraat", "winkelcentrum", "station", "markt", "buitenwijk", "kern"}
)
_TOLD_FROM = frozenset({"melding", "meldingen", "bericht", "tip", "signaal", "report"})  # `melding uit Meppel`
_TOO_SHORT = 5  # letters up to which a name needs a capital or a preposition


@dataclass(frozen=True, slots=True)
class SeenTown:
    """The official name of a town, and the indices of the first and last token of what was written."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Towns:
    """Names of towns, ready to be found: `by_words` has the official name for each way to write it, `longest` the most
    words of a name that begins with this one."""

    by_words: Mapping[str, str]
    longest: Mapping[str, int]

    @classmethod
    def of(cls, names: Iterable[str]) -> Self:
        """Prepare these names, which may have an addition in brackets: once, not for each text."""
        by_words: dict[str, str] = {}
        for name in names:
            official = without_addition(name)
            for written in _ways_to_write(official):
                by_words.setdefault(written, official)
        by_words |= {written: name for written, name in _ALSO.items() if name in by_words.values()}
        longest: dict[str, int] = {}
        for words in by_words:
            first, *rest = words.split()
            longest[first] = max(longest.get(first, 0), 1 + len(rest))
        return cls(by_words, longest)

    def find(self, tokens: Sequence[Token]) -> Iterator[SeenTown]:
        """Yield the towns in the order of the text, the longest name at each place."""
        pieces = [(piece, index) for index, token in enumerate(tokens) for piece in _PIECES.findall(token.word)]
        place = 0
        while place < len(pieces):
            length = self._length(pieces, place)
            if length:
                words = " ".join(piece for piece, _ in pieces[place : place + length])
                first, last = pieces[place][1], pieces[place + length - 1][1]
                if _is_place(tokens, first, words):
                    yield SeenTown(self.by_words[words], first, last)
            place += max(length, 1)

    def _length(self, pieces: Sequence[tuple[str, int]], place: int) -> int:
        most = self.longest.get(pieces[place][0], 0)
        for length in range(min(most, len(pieces) - place), 0, -1):
            if " ".join(piece for piece, _ in pieces[place : place + length]) in self.by_words:
                return length
        return 0


def _ways_to_write(name: str) -> Iterator[str]:
    words = " ".join(_PIECES.findall(bare(name.lower())))
    yield words
    for long in (" aan den ", " aan de "):
        if long in words:
            yield from (words.replace(long, short) for short in (" a d ", " ad ", " aan de ", " aan den "))
    if words.startswith("s ") and len(words) > len("s graveland"):
        yield words[2:]
    if "ij" in words:
        yield words.replace("ij", "y")
    if words.startswith("sint "):
        yield words.replace("sint ", "st ", 1)


def _is_place(tokens: Sequence[Token], first: int, words: str) -> bool:
    """Whether these words are a place here, and not a word, or where somebody went."""
    token = tokens[first]
    before = tokens[first - 1] if first and tokens[first - 1].sentence == token.sentence else None
    word = before.word if before is not None else ""
    earlier = tokens[first - 2].word if word == "van" and first > 1 else ""
    if word == "of" and first > 1 and tokens[first - 2].word in ("direction", "outskirts"):
        return False
    if word in ("uit", "from") and token.is_capital and first > 1 and tokens[first - 2].word in _TOLD_FROM:
        return True
    if word in _AWAY and earlier not in _PARTS_OF_TOWN:
        return False
    is_behind = (
        word in _PREPOSITIONS
        or bool(earlier)
        or (before is not None and "SHOPKIND" in before.concepts)
        or (before is not None and before.word.isdigit() and len(before.word) == 4)
    )
    if words in _WORDS:
        return is_behind and token.is_capital and word != "bij"
    if words.split()[0] in ("de", "den", "t", "het", "s") and not token.is_capital:
        return words in _ALSO or (words.startswith("den h") and is_behind) or words.startswith("s ")
    if words in _SHORT or len(words) <= _TOO_SHORT:
        return is_behind or token.is_capital
    return True


@cache
def dutch_towns() -> Towns:
    """Return the places of the Netherlands."""
    return Towns.of(NAMES)
