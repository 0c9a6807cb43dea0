"""What somebody looks for: the number of a notice or a report, a postcode, or the beginning of a shop's name."""

import re
from dataclasses import dataclass

from alerts.errors import InvalidPostcode
from alerts.postcode import only_pc4, parse_postcode
from alerts.premises import NAME_LENGTH

MOST_CHARACTERS = 100
_BETWEEN = "[ \u2010\u2011\u2012\u2013\u2014-]"
_NUMBER = re.compile(rf"(m)?{_BETWEEN}*(?:(20\d\d){_BETWEEN}+)?0*(\d{{1,9}})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Sought:
    """What was typed, and everything that it may mean: an empty field is none of that."""

    typed: str
    alert: str = ""
    report: str = ""
    postcode: str = ""
    name: str = ""


def sought(text: str, year: int) -> Sought:
    """Return what the text may mean. A number without a year is one of this year, and may be the beginning of a name;
    four digits may be a postcode too."""
    typed = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:MOST_CHARACTERS]
    number = _NUMBER.fullmatch(typed)
    if number is None:
        postcode = _postcode(typed)
        return Sought(typed, postcode=postcode, name="" if postcode else typed[:NAME_LENGTH])
    is_report, told_year, last = number.groups()
    whole = f"{told_year or year}-{int(last):04}"
    if is_report:
        return Sought(typed, report=f"M-{whole}", name="" if told_year else typed)
    if told_year:
        return Sought(typed, alert=whole)
    postcode = _postcode(typed)
    return Sought(typed, alert=whole, postcode=postcode, name="" if postcode else typed)


def _postcode(typed: str) -> str:
    """Return the PC4 or PC6 that was typed; empty for anything else."""
    try:
        return parse_postcode(typed)
    except InvalidPostcode:
        return only_pc4(typed) or ""
