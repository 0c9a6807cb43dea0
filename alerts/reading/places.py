"""Where it happened: a postcode, a town, or here."""

import re
from collections.abc import Iterator, Mapping, Sequence

from alerts.reading.patterns import Patterns, Read
from alerts.reading.tokens import Token, Tokens
from alerts.reading.towns import SeenTown

_PC6 = re.compile(r"(?<![\w.,:/€-])([1-9]\d{3})( ?)-?([a-z]{2})\b(?!-)")
_NEVER_ISSUED = {"sa", "sd", "ss"}
# Behind four digits and a space these are words, and no letters of a postcode, unless they are capitals.
_TWO_LETTER_WORDS_TEXT = """
    in en om op te de is ik je we ze al af an at to of on by or nu uu er ri dd ca hr km cm ml gr kg pm am we do
    me it if no so up us he hi hij ja u. m2 st nd rd th
"""
_TWO_LETTER_WORDS = frozenset(_TWO_LETTER_WORDS_TEXT.split())
_PC4 = re.compile(
    r"(?<![\w.,:/€-])([1-9]\d{3})(?![\w/-]|[.,:]\d| ?(?:euro|eur|uur|u\b|h\b|meter|km|kilo|stuks|jaar|keer|x\b|gram))"
)
_CALLED = re.compile(r"\b(?:postcode|pc|pc4|postal code|postcodegebied|zip|gebied|in|omgeving|regio|wijk) ?:? ?$")
_AFTER_SHOP = 2  # tokens back in which a kind of shop may stand before a bare postcode
# What may stand behind a place that begins a text, or before one.
_HAPPENED = frozenset(
    {"CRIME", "overval", "beroving", "ramkraak", "plofkraak", "straatroof", "robbery", "verkenning", "voorverkenning"}
)
_AFTER_PLACE = _HAPPENED | {"ONE", "SHOPKIND", "poging", "verdacht", "verdachte", "attempted", "suspicious"}
_HERE = re.compile(
    r"\b(?:hier\b(?!naast|achter|voor|na\b| (?:naast|verderop|om de hoek|in de buurt(?! van)|in de straat|tegenover|"
    r"achter(?! (?:aan|bij) de (?:\w{0,12})deur)))|bij (?:mij|ons|me)\b(?! (?:om de hoek|in de buurt|in de straat|"
    r"thuis|naast)|(?<=bij me) is\b)"
    r"|voor (?:de|mijn|onze|mn|m'n) deur\b|at ours\b|at our place\b|right here\b|here\b"
    r"|(?:in front of|outside|in front|at|by) (?:my|our) (?:shop |store )?door\b|outside our place)"
)
_INTRODUCES = re.compile(
    r"(?:bezorger|koerier|chauffeur|driver|reception|receptie|rider|courier|"
    r"manager|owner|guard|beveiliger|"
    r"politie|police|boa|marshal|portier|medewerker|medewerkster|eigenaar"
    r"|\bik ben|i'm|i am|we are|collega|hoi|hi|hallo|hello|receptionist|juwelier|bakker|slager|apotheker|"
    r"opticien|work|werk|comes?|kwam|komt|komen|van|from|nooit|never|staff|team|wie|iemand|anybody|"
    r"someone)(?: is| was|,)? $"
)
# Who knows something, or sits with whoever types, is no place: `niet bekend bij mij`.
_NOT_OF_PLACE = re.compile(r"\b(?:bekend|onbekend|zit|zat|ligt|blijft|langs|known|sitting) $")
_MINE = re.compile(r"\b(?:mijn|mn|m'n|onze|ons|my|our) (?:[a-z'-]{2,16} ){0,2}?$")
_SHOP_WORDS = Patterns[str](
    {
        "": (
            "mijn|mn|m'n|onze|my|our ..1 SHOP|winkelpui|winkeldeur|winkelruit|winkelraam|*winkel|*zaak|*zaken|"
            "supermarkt|slijterij|"
            "tankstation|pompstation|benzinestation|snackbar|cafetaria|restaurant|cafe|hotel|apotheek|"
            "drogist|drogisterij|bakkerij"
            "|slagerij|juwelier|opticien|boetiek|kiosk|goudinkoop|filiaal|vestiging|casino|gokhal|kantoor|"
            "lobby|receptie|supermarket|pharmacy|drugstore|bakery|boutique|optician|pub|bar|etalage|pand|"
            "pizzeria|jewellers|jewelers"
            "|lunchroom|kapsalon|bloemist|bouwmarkt|station|toko|wisselkantoor|kroeg|parkeerplaats|terrein|"
            "terras|bakker|shopfront",
            "ons cafe|restaurant|hotel|filiaal|tankstation|pand|winkeltje|zaakje|kantoor|casino|pompstation|bedrijf|"
            "benzinestation|terras|terrein",
            "to mine",
            "then mine",
            "bij mijne|mij",
        )
    }
)
_NOT_MINE = Patterns[str](
    {
        "": (
            "buren|buurman|neighbour|neighbours|buurvrouw|achter|naast|tegenover|opposite|behind|next|across ..2 "
            "mijn|onze|my|our",
            "STAFF van|of|from mijn|onze|my|our",
            "al|for|over ..2 jaar|jaren|years ..8 mijn|onze|my|our",
            "mijn|onze|my|our tankstation_|overbuurman|buren|buurman|straat|neighbours|neighbour",
        )
    }
)


def postcodes(tokens: Tokens, towns: Sequence[SeenTown]) -> Iterator[Read[str]]:
    """Yield the postcodes: four digits and two capitals, or four digits."""
    small, text = tokens.told, tokens.plain.text
    taken: set[int] = set()
    for match in _PC6.finditer(small):
        digits, gap, letters = match.groups()
        is_shouted = text[match.start(3) : match.end(3)].isupper()
        if letters in _NEVER_ISSUED or (not is_shouted and gap and letters in _TWO_LETTER_WORDS):
            continue
        if not gap and not is_shouted and letters in ("uu", "ml", "kg", "km"):
            continue
        taken.add(match.start())
        yield Read(digits + letters.upper(), *match.span())
    beside = {one.first - 1: False for one in towns} | {one.last + 1: True for one in towns}
    at = {token.start: index for index, token in enumerate(tokens.all)}
    for match in _PC4.finditer(small):
        index = at.get(match.start())
        if match.start() not in taken and index is not None and _is_postcode(tokens, match[1], index, beside):
            yield Read(match[1], *match.span())


def _is_postcode(tokens: Tokens, digits: str, index: int, beside: Mapping[int, bool]) -> bool:
    """Whether four digits are called a postcode, or stand beside a town or behind a kind of shop.

    `beside` has the indices next to towns: True behind one, where it may be a year.
    """
    start = tokens.all[index].start
    is_year = digits.startswith(("19", "20"))
    if called := _CALLED.search(tokens.told[max(0, start - 20) : start]):
        return not is_year or called[0].strip(" :") in ("postcode", "pc", "pc4", "postal code", "zip")
    if not (is_year or _is_clock(digits)) and _stands_apart(tokens.all, index):
        return True
    if index in beside:
        return not (beside[index] and is_year)
    earlier = tokens.all[max(0, index - _AFTER_SHOP) : index]
    return not is_year and any("SHOPKIND" in token.concepts or "SHOP" in token.concepts for token in earlier)


def _is_clock(digits: str) -> bool:
    """Whether it may be a time of the clock: `1640 overval`."""
    return int(digits[:2]) < 24 and int(digits[2:]) < 60


def _stands_apart(tokens: Sequence[Token], index: int) -> bool:
    """Whether the number is the place with which a text begins, or behind what happened: `overval 3072, ...`."""
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    is_last = behind is None or behind.clause != tokens[index].clause
    if index:
        return is_last and bool(_HAPPENED & tokens[index - 1].concepts)
    return behind is not None and (is_last or bool(_AFTER_PLACE & behind.concepts))


def here(tokens: Tokens) -> Iterator[Read[bool]]:
    """Yield the words that say that it was at the shop of whoever types."""
    apart = {index for seen in _NOT_MINE.find(tokens) for index in range(seen.first, seen.last + 1)}
    for match in _HERE.finditer(tokens.told):
        before = tokens.told[max(0, match.start() - 24) : match.start()]
        is_in_place = re.match(
            r" (?:in|te|at|voor|bij|nu|is|hangen|staat|staan|binnen|net|vlak)\b", tokens.told[match.end() :]
        )
        if _NOT_OF_PLACE.search(before):
            continue
        if match[0] not in ("hier", "here") or is_in_place or not _INTRODUCES.search(before):
            yield Read(True, *match.span())
    for seen in _SHOP_WORDS.find(tokens):
        if seen.first not in apart:
            yield Read(True, *seen.span(tokens))
