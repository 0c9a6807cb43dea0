"""Number plates of other countries, as far as their form is distinctive."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from alerts.guard.numbered import is_of_a_model, is_of_a_thing
from alerts.guard.plain import Span
from alerts.guard.short_words import are_ordinary
from alerts.guard.vehicles import VehicleWords

# Germany: districts (Unterscheidungszeichen), those that are common or near the border.
_GERMAN = (
    "A AB AC AK AM AN AS AUR B BA BB BC BI BIT BL BM BN BO BOR BOT BRB BS BT BZ C CB CE CLP CO COE CUX D DA DAN DAU "
    "DD DE DEL DH DN DO DU E EF EL EM EN ER ES ESW EU EUS F FB FD FF FL FN FR FS FT FUE G GE GF GG GI GL GLA GM GN "
    "GP GR GS GT GTH GV H HA HAL HAM HB HD HEI HER HF HG HGW HH HI HL HM HN HO HOL HR HRO HS HSK HST HU HX IN IZ J "
    "JL K KA KB KI KL KLE KN KO KR KS KU L LA LB LD LER LG LI LIP LM LU LWL LÜN M MA MB ME MG MH MI MK MM MO MOL MR "
    "MS MTK MYK MZ MÜ N NB NE NF NI NK NM NMS NOH NOM NR NU NW OB OD OF OG OH OHV OL OS OSL P PA PB PE PF PI PL PM "
    "R RA RE RO RP RS RT RV RZ S SB SE SFA SG SHA SHG SI SIG SIM SK SL SLS SN SO SON SP SR ST STA STD SU SW SZ TR "
    "TÜ UE UL UN V VB VEC VER VIE VK VS W WAF WB WEN WES WF WHV WI WIL WIT WL WN WND WO WOB WR WST WT WTM WW WÜ X Y "
    "Z ZW"
)
# Romania: counties (județe). Bulgaria: provinces. Poland: first letters of voivodeships, and cities with powiat rights.
_ROMANIAN = (
    "AB AG AR B BC BH BN BR BT BV BZ CJ CL CS CT CV DB DJ GJ GL GR HD HR IF IL IS MH MM MS NT OT PH SB SJ SM SV TL "
    "TM TR VL VN VS"
)
_BULGARIAN = "A B BH BP BT C CA CB CC CH CM CO CT E EB EH H K KH M OB P PA PB PK PP T TX X Y"
_POLISH = (
    "BI BL BS CB CC CG CT CW DB DJ DL DW DX EL EP ES GA GD GS KK KN KR KT LB LC LU LZ NE OB OP PK PL PN PO PY RK RP "
    "RT RZ SB SC SD SG SH SI SJ SK SL SM SO SR ST SW SY SZ TK WA WB WD WE WF WH WI WJ WK WN WR WT WU WW WX WY ZK ZS"
)
_POLISH_THREE = r"(?:B|C|D|E|F|G|K|L|N|O|P|R|S|T|W|Z)[A-Z]{2}"
_POLISH_TAIL = r"(?:\d{5}|\d{4}[A-Z]|\d{3}[A-Z]{2}|\d[A-Z]\d{3}|\d[A-Z]{2}\d{2})"
_POLISH_TAIL_THREE = (
    r"(?:[A-Z]\d{3}|\d{2}[A-Z]{2}|\d[A-Z]\d{2}|\d{2}[A-Z]\d|\d[A-Z]{2}\d|[A-Z]{2}\d{2}|\d{5}|\d{4}[A-Z]|\d{3}[A-Z]{2})"
)
_NO_POLISH = (
    r"(?!BON|BMW|BTW|BSN|BIC|CDI|CCV|DHL|DPD|ETA|EUR|FAX|GLS|GPS|GSM|GTI|GTD|KPN|KVK|KVO|LED|LCD|NVT|PIN|POS"
    r"|REF|SKU|TDI|TEL|TLP|TSI|TNT|UPS|USB|WIJ|ZAL|ZIJ|DIT|DAT|EEN|NUM|PCS|RAL|SIM|TOT|WAS|NAM)"
)


def _any(codes: str) -> str:
    return "(?:" + "|".join(sorted(codes.split(), key=len, reverse=True)) + ")"


_S = r" ?[-.]? ?"
_GB_DIGITS = r"(?:0[1-9]|[1-7]\d)"
# In capitals these are plates wherever they stand; in small letters only with dashes, or with a word beside them.
_CLEAR = (
    rf"[1-9]{_S}[A-Z]{{3}}{_S}\d{{3}}",  # B
    rf"[A-Z]{{2}}{_S}\d{{3}}{_S}[A-Z]{{2}}",  # F, I
    rf"[A-Z]{{2}}{_GB_DIGITS} ?-?[A-Z]{{3}}",  # GB
    rf"{_any(_GERMAN)} ?[-:.] ?[A-Z]{{1,2}}[ -]?\d{{1,4}}[EH]?",  # D
    rf"{_any(_GERMAN)} [A-Z]{{1,2}} \d{{2,4}}[EH]?",
    rf"(?:{_any(_POLISH)}[ -]?{_POLISH_TAIL}|{_NO_POLISH}{_POLISH_THREE} ?-?{_POLISH_TAIL_THREE})",  # PL
    rf"{_any(_ROMANIAN)}{_S}\d{{2,3}}{_S}[A-Z]{{3}}",  # RO
    rf"{_any(_BULGARIAN)}{_S}\d{{4}}{_S}[ABCEHKMOPTXY]{{2}}",  # BG
    rf"[ABCEHIKMOPTX]{{2}}{_S}\d{{4}}{_S}[ABCEHIKMOPTX]{{2}}",  # UA
    r"\d[A-Z][A-Z0-9][ -]?\d{4}",  # CZ
)
# Beside a word for a plate or a country only: Austria, Switzerland, Spain, Luxembourg, Lithuania, Hungary, Sweden, ...
_BARE = (
    r"[A-Z]{1,3}[- ]?[A-Z]{1,2}[- ]?\d{1,4}[EH]?",
    r"[A-Z]{1,2}[- ]?\d{1,6}[- ]?[A-Z]{1,3}",
    r"[A-Z]{2,3}[- ]?\d{2,6}[A-Z]?",
    r"[A-Z]{2,3}[- ]?[A-Z0-9]{4,5}(?<=\d)",
    r"[A-Z]{2,3}[- ]?\d[A-Z0-9]{3,4}",
    r"\d{1,4}[- ]?[A-Z]{1,3}[- ]?\d{1,6}",
    r"\d{3,4}[- ]?[A-Z]{3}",
    r"[A-Z]{2}[- ]?\d{2,3}[- ]?\d{3}",
    r"[A-Z]{1,3}[- ]?\d{1,3}[- ]?[A-Z]{1,3}(?:[- ]?\d{1,3})?",
    r"[A-Z]{2}[- ]?[A-Z]{2}[- ]?\d{3}",
)
_END = r"(?![^\W_])(?!-[a-z0-9])"
# Where a plate may begin; the shapes are tried only there.
_BEGIN = re.compile(
    r"(?<!\d\d\d\d )(?<![a-z0-9]-)(?:[a-zäöü]{1,3}[ .:-]{0,3}[a-z]{0,3}[ -]{0,2}\d|\d{1,4}[ .-]{0,3}[a-z])"
)
_PLAIN = tuple(re.compile(f"(?:{shape.lower()}){_END}") for shape in _CLEAR)
_TOLD = tuple(re.compile(f"(?:{shape.lower()}){_END}") for shape in _BARE)
_LONGEST_GROUP = len("ABC-")
_MANY_DIGITS = re.compile(r"[A-Z]{2}[ -]?\d{5}", re.IGNORECASE)  # a form that many orders have
_THREE_GROUPS = re.compile(r"(?:\d{1,3}|[A-Z]{1,3})(?:-(?:\d{1,3}|[A-Z]{1,3})){2}", re.IGNORECASE)
_DASHED = re.compile(r"[^\W_]{1,40}-[^\W_]{1,40}-\w{1,40}|[A-Z]{1,3}-[A-Z]{1,2} ?\d{2,4}[EH]?", re.IGNORECASE)


def foreign_plates(text: str, words: VehicleWords, dutch: Iterable[Span]) -> Iterator[Span]:
    """Find number plates of other countries in a plain text, given its words for vehicles and the Dutch plates in
    it."""
    dutch_starts = {start for start, end in dutch if "-" in text[start:end]}
    for start in words.starts:
        if start in dutch_starts or not _BEGIN.match(words.small, start):
            continue
        clear = _ends(_PLAIN, words.small, start)
        is_told = words.tells_of_plates or words.small.find("-", start, start + _LONGEST_GROUP) >= 0
        told = _ends(_TOLD, words.small, start) - clear if is_told else set()
        if not (clear or told):
            continue
        place = _Place(words, start, is_introduced=words.introduce(start), is_of_a_country=words.tell_country(start))
        for ends, is_clear in ((clear, True), (told, False)):
            for end in ends:
                if _is_plate(text[start:end], place, end, is_clear=is_clear):
                    yield start, end


def _ends(shapes: Iterable[re.Pattern[str]], text: str, start: int) -> set[int]:
    return {match.end() for shape in shapes if (match := shape.match(text, start))}


@dataclass(frozen=True, slots=True)
class _Place:
    """A place where a plate may begin, and what is said before it."""

    words: VehicleWords
    start: int
    is_introduced: bool
    is_of_a_country: bool

    def is_said_to_be_a_plate(self, end: int) -> bool:
        return self.is_introduced or self.words.say_plate_after(end)

    def is_beside_a_vehicle(self, end: int) -> bool:
        return self.words.tell_vehicle(self.start, end)


def _is_plate(written: str, place: _Place, end: int, *, is_clear: bool) -> bool:
    """Whether the candidate is a plate, judged by how it is written and what is around it; `is_clear` if hardly
    anything else has its shape."""
    if sum(map(str.isalnum, written)) < len("AB123") or not any(map(str.isdigit, written)):
        return False
    small, start = place.words.small, place.start
    is_three_groups = _THREE_GROUPS.fullmatch(written) is not None
    if not (is_clear or place.is_of_a_country or is_three_groups or place.is_said_to_be_a_plate(end)):
        return False
    words = re.findall(r"[^\W\d_]{1,40}", written.lower())
    is_code = not any(set(word) & set("aeiou") for word in words)
    is_capital = written.upper() == written
    is_dashed = _DASHED.fullmatch(written) is not None
    is_ordinary = words == ["x"] or (max(map(len, words)) > 1 and are_ordinary(words, in_capitals=is_capital))
    if (is_ordinary and not (is_clear and (is_dashed or written.isalnum()))) or is_of_a_thing(small, start):
        return is_clear and (is_capital or is_code) and place.is_said_to_be_a_plate(end)
    if place.is_said_to_be_a_plate(end):
        return is_capital or (written.lower() == written and (is_clear or is_code or "-" in written))
    if is_clear and is_dashed and (is_capital or is_code or written.count("-") > 1):
        return not is_of_a_model(small, start)
    if is_clear and is_capital and not _MANY_DIGITS.fullmatch(written):
        return not is_of_a_model(small, start)
    if is_three_groups and is_code and place.is_beside_a_vehicle(end):
        return True
    if is_capital and place.is_of_a_country:
        return True
    if is_clear or place.is_of_a_country:
        is_whole = is_clear and (is_dashed or written.isalnum())
        return (is_capital or is_code or is_whole) and place.is_beside_a_vehicle(end)
    return False
