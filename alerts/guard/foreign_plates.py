"""Number plates of other countries, as far as their form tells them from other things."""

import re
from collections.abc import Iterator

from alerts.guard.numbered import is_of_a_model, is_of_a_thing
from alerts.guard.plain import Span
from alerts.guard.short_words import are_ordinary
from alerts.guard.vehicles import is_beside_a_vehicle, is_of_a_country, is_said_to_be_a_plate

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
_END = r"(?![^\W_])(?!-[A-Z0-9])"
# Where one may begin; the shapes are tried there only.
_BEGIN = re.compile(
    r"(?<![^\W_])(?<!\d\d\d\d )(?<![A-Z0-9]-)(?=[A-ZÄÖÜ]{1,3}[ .:-]{0,3}[A-Z]{0,3}[ -]{0,2}\d|\d{1,4}[ .-]{0,3}[A-Z])",
    re.IGNORECASE,
)
_PLAIN = tuple(re.compile(f"(?:{shape}){_END}", re.IGNORECASE) for shape in _CLEAR)
_TOLD = tuple(re.compile(f"(?:{shape}){_END}", re.IGNORECASE) for shape in _BARE)
_MANY_DIGITS = re.compile(r"[A-Z]{2}[ -]?\d{5}", re.IGNORECASE)  # as so many orders have
_THREE_GROUPS = re.compile(r"(?:\d{1,3}|[A-Z]{1,3})(?:-(?:\d{1,3}|[A-Z]{1,3})){2}", re.IGNORECASE)
_DASHED = re.compile(r"[^\W_]+-[^\W_]+-\w+|[A-Z]{1,3}-[A-Z]{1,2} ?\d{2,4}[EH]?", re.IGNORECASE)


def foreign_plates(text: str, small: str) -> Iterator[Span]:
    """Number plates of other countries in a plain text and the same in small letters."""
    for begun in _BEGIN.finditer(text):
        start = begun.start()
        for shapes, is_clear in ((_PLAIN, True), (_TOLD, False)):
            for shape in shapes:
                match = shape.match(text, start)
                if match and _is_plate(match[0], small, match.span(), is_clear=is_clear):
                    yield match.span()


def _is_plate(written: str, small: str, span: Span, *, is_clear: bool) -> bool:
    """Judged by how it is written and what is around it; `is_clear` if its shape is hardly one of something else."""
    start, end = span
    if sum(sign.isalnum() for sign in written) < len("AB123") or not any(sign.isdigit() for sign in written):
        return False
    words = re.findall(r"[^\W\d_]+", written.lower())
    is_code = not any(set(word) & set("aeiou") for word in words)
    is_capital = written.upper() == written
    is_dashed = _DASHED.fullmatch(written) is not None
    is_ordinary = words == ["x"] or (max(map(len, words)) > 1 and are_ordinary(words, in_capitals=is_capital))
    if is_of_a_thing(small, start) or (is_ordinary and not (is_clear and (is_dashed or written.isalnum()))):
        return is_clear and (is_capital or is_code) and is_said_to_be_a_plate(small, start, end)
    if is_said_to_be_a_plate(small, start, end):
        return is_capital or (written.lower() == written and (is_clear or is_code or "-" in written))
    if is_clear and is_dashed and (is_capital or is_code or written.count("-") > 1):
        return not is_of_a_model(small, start)
    if is_clear and is_capital and not _MANY_DIGITS.fullmatch(written):
        return not is_of_a_model(small, start)
    if _THREE_GROUPS.fullmatch(written) and is_code and is_beside_a_vehicle(small, start, end):
        return True
    if is_capital and is_of_a_country(small, start):
        return True
    if is_clear or is_of_a_country(small, start):
        is_whole = is_clear and (is_dashed or written.isalnum())
        return (is_capital or is_code or is_whole) and is_beside_a_vehicle(small, start, end)
    return False
