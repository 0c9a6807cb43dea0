"""Read the ground of a KVO group: a typed list of postcodes that whoever makes the group may give it."""

import re
from collections.abc import Callable
from datetime import datetime

from alerts.errors import InvalidPostcode, LimitReached
from alerts.found_place import Doubt
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.group.make_group import may_make_at
from alerts.services.place.find_place import find_place
from alerts.services.scope.find_scope import known_beside

MOST_CODES = 300  # a shopping area has tens of PC6s
_CODE = re.compile(r"[0-9]+[ \t]{0,9}[-–—]?[ \t]{0,9}[A-Za-z]{2}(?![A-Za-z0-9])|[^\s,;]+")
_AND = re.compile(r"\s(?:en|and|&|\+)(?=\s+[0-9])")  # lower case only: 2903 EN is a postcode
_SHOWN = 20  # characters of what was typed
Tell = Callable[[InvalidPostcode], str]


async def read_ground(
    uow: UnitOfWork,
    actor: Actor,
    text: str,
    *,
    had: frozenset[str] = frozenset(),
    chosen: frozenset[str] = frozenset(),
    tell: Tell,
    now: datetime,
) -> frozenset[str]:
    """Return the chosen postcodes with those of a typed list: all of them, or none when one is refused.

    Ground that the group `had` may stay, wherever it lies. `tell` writes in a sentence why one is refused. Raises
    InvalidPostcode, which names it, and LimitReached.
    """
    codes = chosen | {await _code(uow, actor, written, had, tell, now) for written in written_codes(text)}
    if len(codes) > MOST_CODES:
        raise LimitReached("codes", most=str(MOST_CODES))
    return codes


def written_codes(text: str) -> list[str]:
    """Split a typed list such as `2903 AB, 2904;2905ac` into postcodes. Raises InvalidPostcode if there are none."""
    found = re.findall(_CODE, re.sub(_AND, ",", text))
    codes = [code for code in found if any(sign.isalnum() for sign in code)]  # not the dashes of a list
    if not codes:
        raise InvalidPostcode("not-a-postcode")
    return codes


async def _code(uow: UnitOfWork, actor: Actor, written: str, had: frozenset[str], tell: Tell, now: datetime) -> str:
    try:
        found = await find_place(uow, written, allow_pc4=True)
        if found.doubt is Doubt.UNKNOWN:
            near = await known_beside(uow, found.place.pc4 or "", found.place.pc4 or "")
            raise InvalidPostcode("unknown-near", code=found.code, near=near)
        if found.doubt not in (None, Doubt.SEVERAL):  # a list needs no choice between several places
            raise InvalidPostcode(str(found.doubt), code=found.code)
    except InvalidPostcode as error:
        raise InvalidPostcode("in-list", code=written[:_SHOWN], sentence=tell(error)) from error
    code = found.place.pc6 or found.place.pc4 or ""
    if code not in had and not await may_make_at(uow, actor, code, now):
        raise InvalidPostcode("not-yours", code=found.code)
    return code
