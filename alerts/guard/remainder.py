"""Remove findings from a text so that the rest still reads as sentences.

A word that stands before a person is removed alone (`twee Poolse mannen`); a name, a vehicle or money is replaced by a
word for it. For other findings the words that introduce them are removed too (`met kenteken`), or the whole clause when
it says nothing else.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alerts.guard import Finding, Found, find
from alerts.guard.persons import PERSON

_MOST_TIMES = 3
_BY_SOMEBODY = re.compile(r"\b(?:door|van|met|aan|voor|volgens|by|from|with|for)\s{1,9}$", re.IGNORECASE)
_LONGEST_ABBREVIATED = 8
_FEWEST_WORDS = 3  # words with a meaning, of a clause that lost its end
_SAID_OF_IT = frozenset({"met", "with", "voorzien", "bearing"})
_OF_PEOPLE = {Finding.DESCENT, Finding.RELIGION, Finding.HEALTH}
_LEADING_TEXT = """
    met kenteken kentekenplaat plaat nummerplaat nummerbord nummer nr nummers tel telefoon telefoonnummer mobiel
    mobiele bel belt belde bellen app appt appte mail mailt stuur op aan in van via naar bij is was zijn waren heet
    heette heten genaamd een de het haar hun m'n mijn z'n dit dat deze die geboren geb dat. geboortedatum dob bsn
    burgerservicenummer iban rekening rekeningnummer door volgens mevrouw meneer heer dhr mevr mw mr account insta
    instagram snap snapchat telegram tiktok facebook email e-mail mailadres e-mailadres adres uit als en of om over tot
    voor tegen ook zag hem mij me ons contact bereikbaar genoemd bekend namens alias with plate plates registration reg
    number phone call text mobile on at the a an by from called named his her my our your born to of and were it as for
    contact reach number's him us me kent kent. type model order bestelnummer ordernummer artikelnummer begint starts
    erop stond staat staan had heeft hebben has have gaf gave vermeld gestort overgemaakt voorzien waarvan eindigend
    beginnend letter letters cijfer cijfers kt k nederlands nederlandse duits duitse belgisch belgische pools poolse
    buitenlands buitenlandse gele bearing whose ending starting digits dutch german belgian polish foreign
"""
_LEADING = frozenset(_LEADING_TEXT.split())
_LABEL = re.compile(r"[a-zë-]{0,30}(?:code|nummers?|nrs?|number|kenteken|plaat)")  # artikelcode, polisnr
_OPENERS = frozenset(
    {"let", "op", "pas", "attentie", "opgelet", "nb", "update", "please", "note", "attention", "beware"}
)
_WORD = re.compile(r"[^\W_][\w'’.-]{0,60}")
_LAST_WORD = re.compile(r"([^\s,;:!?()\"“”«»<>]{1,60})[\s:=\"“”'‘’(\[<>-]{0,20}$")
_CLAUSE_ENDS = re.compile(r"(?<=[,;!?\n)])|(?<=[.])(?=\s)|(?=\()|(?= (?:en|maar|want|and|but) (?:\w{1,40} ){1,2}\w)")
_ABBREVIATED = re.compile(
    r"\b(?:geb|tel|nr|dhr|mevr|mw|kent|kt|k|ca|dr|reg|mr|mrs|ms|st|incl|ivm|bijv)\.$", re.IGNORECASE
)
_TITLE = re.compile(
    r"(?:(?:de|het|the) )?(?:dhr|mevr|mevrouw|meneer|heer|mw|mr|mrs|ms|miss|(?:wijk|hoofd)?agent)\.? ?$", re.IGNORECASE
)
_OF_A_WITNESS = re.compile(r"\bgetuigen?\s{1,9}$|\bwitness(?:es)?\s{1,9}$", re.IGNORECASE)
_AS_NAME = re.compile(
    r"\b(?:naam|namen|names?|heet(?:te|ten)?|heten|noem(?:t|de|den)? (?:zich|hem|haar)|zich)"
    r"(?: (?:is|was|als))?[\s:'\"“‘]{1,9}$",
    re.IGNORECASE,
)
_SO_CALLED = re.compile(r"\b(?:genaamd|genoemd|called|named|alias)[\s:'\"“‘]{1,9}$", re.IGNORECASE)
_OF_SOMEBODY = re.compile(rf"\b(?:{PERSON}|bewoners?|bewoonster|beveiligers?)\s{{1,9}}$", re.IGNORECASE)
_ON_A_VEHICLE = re.compile(
    r"\s{0,9}(?:op|aan|onder|achterop|bij|on|of)\b(?: [\w-]{1,14}){0,3} ?(?:\w{0,8}(?:auto|bus|busje|wagen|scooter)"
    r"|motor|brommer|camper|trailer|aanhanger|golf|polo|car|van|truck|bike)\b",
    re.IGNORECASE,
)
# A clause that begins so has its subject in the one before it.
_WITHOUT_SUBJECT = re.compile(
    r"[\s,;]{0,9}(?:(?:en|maar|and|but|then|toen|daarna) )?(?:"
    r"(?:droeg|liep|reed|ging|stond|sprak|had|heeft|is|was|zat|kwam|nam|pakte|stal|gooide|sloeg|vertrok|verliet|droegen"
    r"|liepen|reden|gingen|stonden|spraken|hadden|hebben|zijn|waren|zaten|kwamen|namen|draagt|loopt|rijdt|gaat|staat|zit"
    r"|komt|neemt|keek|keken|riep|riepen|zei|zeiden|gaf|gaven|hield|hielden|trok|trokken|die|ran|drove|wore|were|has|went"
    r"|took|stood|sat|came|left|stole|hit|said|gave|who|walks|runs|wears|threw|\w{2,20}ed)\b"
    r"|\w{2,20}(?:de|te|den|ten)(?: (?:de|het|een|weg|naar|op|in|uit|met|richting|door|over|langs|zijn|haar|twee|ons"
    r"|mij|om|er|hard|snel|af|aan|binnen|rond|ook|niet)\b|\s{0,9}(?:[.,!?]|$)))",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"[.!?\n]\s{0,9}$")
_LONGEST_STUMP = 2
_INSIDE = re.compile(r"\b(?:in|into|inside)\s{1,9}$", re.IGNORECASE)
_UPON_IT = re.compile(
    r" (?:(?:erop|erbij|eraan|erin|on it|als (?:nummer|kenteken|plaat))\b|(?:is|was)(?=\s{0,3}(?:[.,;!?]|$)))",
    re.IGNORECASE,
)
# A verb that goes with what is removed takes the `en` behind it along: `hij gaf zijn nummer en vertrok`.
_GIVING = frozenset({"gaf", "had", "heeft", "hebben", "has", "have", "gave", "belde", "appte", "mailt", "called"})
_AND_ON = re.compile(r"\s{1,9}(?:en|and)(?=\s)", re.IGNORECASE)
_OF_A_VEHICLE = re.compile(
    r"\b(?:kenteken(?:plaat)?|nummerplaat|plaat|plate|registration)(?: van (?:de|een|het|die))? [\w-]{3,20}\s{0,9}$",
    re.IGNORECASE,
)
_BUS = re.compile(r"\b(?:a|the|black|white|grey|gray|silver|blue|red|green|dark|old) van\s{0,9}$", re.IGNORECASE)
_JOINING = re.compile(r"^(?:en|maar|want|and|but|dus|so)\s{1,9}", re.IGNORECASE)
_PERSON_NEXT = re.compile(rf"[,]? (?:[a-zë-]{{2,12}}e,? ){{0,2}}{PERSON}\b", re.IGNORECASE)
_BEFORE_MARK = re.compile(r"\s{1,9}([,.;:!?)])")
_MARKS = re.compile(r"(?:[,;:]\s{0,9}){1,9}([,.;:!?])")
_EMPTY = re.compile(r"\(\s{0,9}\)|\"\s{0,9}\"|“\s{0,9}”|'\s{0,9}'|\[\s{0,9}\]")
_SPACES = re.compile(r"[ \t]{2,}")
_EDGES = " ,;:-–—=>&"


@dataclass(frozen=True, slots=True)
class Instead:
    """The words that replace what was removed, in the language of the reader."""

    somebody: str
    vehicle: str
    money: str


def remainder(
    text: str, instead: Instead, *, allowed: Collection[Finding] = (), found: Sequence[Found] | None = None
) -> str:
    """Return the text without what the guard finds in it, or an empty string when what is left does not read as a
    sentence. `found` are the findings, if they are known already."""
    first = text
    for _ in range(_MOST_TIMES):
        found = find(text, allowed=allowed) if found is None else found
        if not found:
            return _tidy(text, first) if text is first or _reads(text) else ""
        text, found = _tidy("".join(_clauses(text, found, instead)), first), None
    return ""


def _clauses(text: str, found: Sequence[Found], instead: Instead) -> list[str]:
    ends = [match.start() for match in _CLAUSE_ENDS.finditer(text)]
    whole = [end for end in ends if not _ABBREVIATED.search(text, max(0, end - _LONGEST_ABBREVIATED), end)]
    borders = [0, *(end for end in whole if not any(one.start < end < one.end for one in found)), len(text)]
    kept: list[str] = []
    is_begun = is_lost = False  # whether the sentence has a clause already, or lost its first one
    for start, end in pairwise(borders):
        clause = _clause(text, start, end, [one for one in found if start <= one.start < end], instead)
        if is_lost and not is_begun and _WITHOUT_SUBJECT.match(clause):
            clause = ""
        kept.append(clause)
        is_gone = _WORD.search(clause) is None
        is_begun, is_lost = is_begun or not is_gone, is_lost or (is_gone and _WORD.search(text, start, end) is not None)
        if _SENTENCE_ENDS.search(text, start, end):
            is_begun = is_lost = False
    return kept


def _reads(text: str) -> bool:
    """Whether the text is more than a word or two, or a list of them."""
    words = [_WORD.findall(clause) for clause in re.split(r"[,;:.!?\n]", text)]
    telling = [one for clause in words for one in clause if not _leads_to_it(one)]
    return len(telling) > 1 and sum(map(len, words)) > _LONGEST_STUMP and max(map(len, words)) > 1


def _clause(text: str, start: int, end: int, found: Sequence[Found], instead: Instead) -> str:
    clause = ""
    for one in found:
        stop = end + 2 if text[end : end + 1] == "(" else end  # what stands in brackets is said of what is before them
        upon = _UPON_IT.match(text, one.end, end)
        behind = text[upon.end() if upon else one.end : stop]
        before = clause + text[start : one.start]
        kept = _without(before, one, behind, instead)
        if kept is None:
            return ""
        start = upon.end() if upon else one.end
        gave = _GIVING.intersection(word.lower() for word in _WORD.findall(before[len(kept) :]))
        if gave and (and_on := _AND_ON.match(text, start, end)):
            start = and_on.end()
        clause = kept
    return clause + text[start:end]


def _without(before: str, one: Found, behind: str, instead: Instead) -> str | None:
    """Return what stays of the words before a finding, with its replacement; None when the whole clause is removed."""
    has_more = _WORD.search(behind) is not None
    if one.kind in _OF_PEOPLE:
        return before if _PERSON_NEXT.match(behind) else None
    if one.kind is Finding.AMOUNT:
        return before + instead.money
    if one.kind is Finding.NAME:
        return _without_name(before, instead, has_more=has_more)
    if one.kind is Finding.PLATE:
        before = _OF_A_VEHICLE.sub("", before)
    is_on_one = one.kind is Finding.PLATE and _ON_A_VEHICLE.match(behind)
    is_first = _OPENERS.issuperset(word.lower() for word in _WORD.findall(before))
    if one.kind is Finding.PLATE and (_INSIDE.search(before) or (is_first and has_more and not is_on_one)):
        return before + instead.vehicle
    return None if is_on_one else _without_lead(before, has_more=has_more)


def _without_name(before: str, instead: Instead, *, has_more: bool) -> str | None:
    if _AS_NAME.search(before) or _OF_A_WITNESS.search(before):
        return None
    if _SO_CALLED.search(before):
        return _without_lead(before, has_more=has_more)
    if not _TITLE.search(before) and _OF_SOMEBODY.search(before):
        return before.rstrip()
    if has_more or _BY_SOMEBODY.search(before):
        return _TITLE.sub("", before) + instead.somebody
    return _without_lead(before, has_more=has_more)


def _without_lead(before: str, *, has_more: bool) -> str | None:
    """Return the words before a finding without those that lead up to it; None when they say too little by
    themselves."""
    kept = before.rstrip()
    while (match := _LAST_WORD.search(kept)) and _leads(kept, match[1]):
        kept = kept[: match.start(1)].rstrip()
    telling = [word for word in _WORD.findall(kept) if not (_leads_to_it(word) or word.lower() in _OPENERS)]
    stripped = before[len(kept) :].split()
    is_said_of_it = bool(stripped) and stripped[0].lower() in _SAID_OF_IT  # `zwarte Golf met kenteken`: the Golf stays
    fewest = 1 if not stripped or has_more else _FEWEST_WORDS - is_said_of_it
    return kept if len(telling) >= fewest else None


def _leads(before: str, word: str) -> bool:
    return _leads_to_it(word) and not (word.lower() == "van" and _BUS.search(before))


def _leads_to_it(word: str) -> bool:
    small = word.lower().rstrip(".")
    return small in _LEADING or _LABEL.fullmatch(small) is not None


def _tidy(text: str, first: str) -> str:
    text = _SPACES.sub(" ", _BEFORE_MARK.sub(r"\1", _EMPTY.sub("", text)))
    text = _MARKS.sub(r"\1", text).strip().lstrip(_EDGES + ".!?").rstrip(_EDGES)
    text = _JOINING.sub("", text)
    if text[:1].islower() and not first[:1].islower():
        text = text[0].upper() + text[1:]
    return text
