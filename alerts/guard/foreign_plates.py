"""Number plates of other countries, as far as their form tells them from other things."""

import re
from collections.abc import Iterator

from alerts.guard.plain import Span
from alerts.guard.plates import ORDINARY

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
# In capitals these are plates wherever they stand; in small letters only with dashes, or after a word for a plate.
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
    r"\d[A-Z]\d[ -]?\d{4}",  # CZ
)
# After a word for a plate only: Austria, Switzerland, Spain, Luxembourg, Lithuania, Hungary, Sweden, Slovakia, ...
_BARE = (
    r"[A-Z]{1,3}[- ]?[A-Z]{1,2}[- ]?\d{1,4}[EH]?",
    r"[A-Z]{1,2}[- ]?\d{1,6}[- ]?[A-Z]{1,3}",
    r"[A-Z]{2,3}[- ]?\d{2,6}[A-Z]?",
    r"[A-Z]{2,3}[- ]?[A-Z0-9]{4,5}(?<=\d)",
    r"[A-Z]{2,3}[- ]?\d[A-Z0-9]{3,4}",
    r"\d{1,4}[- ]?[A-Z]{1,3}[- ]?\d{1,6}",
    r"\d{3,4}[- ]?[A-Z]{3}",
    r"[A-Z]{2}[- ]?\d{2}[- ]?\d{3}",
    r"[A-Z]{1,3}[- ]?\d{1,3}[- ]?[A-Z]{1,3}[- ]?\d{0,3}",
    r"[A-Z]{2}[- ]?[A-Z]{2}[- ]?\d{3}",
)
_EDGE, _END = r"(?<![^\W_])(?<!\d\d\d\d )(?<![A-Z0-9]-)", r"(?![^\W_])(?!-[A-Z0-9])"
# Where one may begin; the shapes are tried there only.
_BEGIN = re.compile(_EDGE + r"(?=[A-ZÄÖÜ]{1,3}[ .:-]{0,3}[A-Z]{0,3}[ -]{0,2}\d|\d{1,3}[ .-]{0,3}[A-Z])")
_CAPITALS = tuple(re.compile(f"(?:{shape}){_END}") for shape in _CLEAR)
_DASH_BEGIN = re.compile(r"(?<![^\W_])(?<!\d\d\d\d )(?<![A-Za-z0-9]-)(?=(?:\d|[^\W\d_]{1,3})-[A-Za-z0-9])")
_DASHED = tuple(
    re.compile(f"(?:{shape}){_END}", re.IGNORECASE)
    for shape in (
        r"[1-9]-[A-Z]{3}-\d{3}",
        r"[A-Z]{2}-\d{3}-[A-Z]{2}",
        rf"{_any(_GERMAN)}-[A-Z]{{1,2}} ?-?\d{{2,4}}[EH]?",
    )
)
_PLATE_WORD = (
    r"(?:kentekens?(?:plaat|nummer)?|ktk|(?:nummer)?pla(?:at|ten|atje)|nummerbord(?:en)?|(?:number "
    r"|licen[cs]e )?plates?|registration|reg|kennzeichen)"
)
_SAID = (
    r"(?:(?: (?:is|was|met|nummer|number|nr|luidt|begint|van|de|het|een|auto|vermoedelijk|waarschijnlijk|iets|als"
    r"|eindigt|buitenlands|duits|pools"
    r"|belgisch|frans|engels|brits|roemeens|bulgaars|the|read|reads|reading|a)\b){0,4}[ :=\"'“‘(,-]{1,4})"
)
_WORD = re.compile(rf"\b{_PLATE_WORD}{_SAID}")
_AFTER_WORD = tuple(re.compile(f"(?:{shape}){_END}", re.IGNORECASE) for shape in (*_CLEAR, *_BARE))
_COUNTRY = (
    r"(?:belgische?|duitse?|poolse?|franse?|engelse?|britse?|roemeense?|bulgaarse?|litouwse?|hongaarse?|spaanse?"
    r"|italiaanse?|tsjechische?"
    r"|slowaakse?|oostenrijkse?|zwitserse?|deense?|zweedse?|turkse?|oekraïense?|luxemburgse?|letse?|estse?|servische?"
    r"|kroatische?"
    r"|belgian|german|polish|french|english|british|uk|romanian|bulgarian|lithuanian|hungarian|spanish|italian"
    r"|foreign|buitenlandse?)"
)
_FROM = re.compile(rf"\b{_COUNTRY}(?: [a-zë]{{2,12}}){{0,3}}[ :\"'“‘(,]{{1,3}}")
_AFTER_COUNTRY = tuple(re.compile(f"(?:{shape}){_END}") for shape in (*_CLEAR, *_BARE))


def foreign_plates(text: str, small: str) -> Iterator[Span]:
    """Number plates of other countries in a plain text and the same in small letters."""
    for begin, searched, shapes in (
        (_BEGIN, text, _CAPITALS),
        (_DASH_BEGIN, text, _DASHED),
        (_WORD, small, _AFTER_WORD),
        (_FROM, small, _AFTER_COUNTRY),
    ):
        for begun in begin.finditer(searched):
            for shape in shapes:
                match = shape.match(text, begun.end())
                if match and _is_long(match[0]) and _has_no_ordinary_word(match[0]):
                    yield match.span()


def _is_long(written: str) -> bool:
    return sum(sign.isalnum() for sign in written) >= len("AB123") and any(sign.isdigit() for sign in written)


def _has_no_ordinary_word(written: str) -> bool:
    words = (word.lower() for word in re.findall(r"[^\W\d_]+", written))
    return ORDINARY.isdisjoint(word for word in words if len(word) > 1)
