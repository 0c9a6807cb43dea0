"""Tell postcodes from number plates that look the same, `4821 BX`, by the words around them."""

import re

from alerts.guard.vehicles import VehicleWords

_ADDRESS_BEFORE = re.compile(
    r"(?:\b(?:in|te|naar|uit|op|bij|rond|rondom|tot|met|en|of|tussen|omgeving|gebied|filiaal|pand"
    r"|adres\w{0,10}|winkel\w{0,6}"
    r"|supermarkt|regio|wijk|plaats|locatie|at|to|near|address)"
    r"|(?:straat|laan|weg|plein|kade|dijk|singel|gracht|hof|pad|dreef|markt|park|postbus|nr\.?|nummer)"
    r"(?: \d{1,5}(?: ?[a-z]{1,3})?)?)[ ,:(-]{1,3}$"
)
_POSTCODE_BEFORE = re.compile(
    r"\b(?:postcode|postal code|zip ?code|pc4?)\w{0,8}['\"’”]? ?(?:is |was )?[:=]? ?['\"“‘]?$"
)
# A vehicle has no postcode: `bestelbus, postcode 1234AB`, `auto met de postcode 4821BX`.
_CALLED = re.compile(
    r"(?:[ ,:;(=-]{1,3}|(?: [^\W\d_]{1,14}){0,4} (?:met|heeft|had|droeg|voert|with|has|had|having) )"
    r"(?:(?:de|het|als|een|zijn|the|a|as) )?(?:postcode|postal code|zip ?code|pc4?|nummer|nr\.?|number|no\.?|code)"
    r"['\"’”]? ?(?:is |was )?[:=]? ?['\"“‘(]?"
)
_HOUSE_BEHIND = re.compile(r",? ?(?:nr\.? ?|nummer |huisnr\.? ?|huisnummer |/ ?)?\d|,? (?:en|of) omgeving\b| t(?:ot|/)")
_VEHICLE_BEHIND = re.compile(
    r"['\"’”]? ?(?:van (?:de|die|een|zijn|haar|hun) (?:\w{1,12} )?(?:auto|wagen|bus|busje|scooter|motor"
    r"|aanhanger)|achterop"
    r"|(?:of|on) (?:the|a|his|her) (?:\w{1,12} )?(?:car|van|truck|bike))\b"
)
_DRIVES_BEHIND = re.compile(
    r",? ?(?:die |is |was |net )?(?:reed|rijdt|scheur\w{1,4}|weggereden|geparkeerd|drove|drives)\b"
)
_CLAUSE = re.compile(r"[.:;!?]")
_NEAR, _LOOK_BACK = 30, 40  # characters before it: where a vehicle may be named, and what may say that it is a postcode


def is_no_postcode(words: VehicleWords, start: int, end: int) -> bool:
    """Whether four digits and two letters that are written as a postcode are the plate of a vehicle."""
    small = words.small
    if _VEHICLE_BEHIND.match(small, end) or words.lead_from_vehicle(_CALLED, start):
        return True
    before = small[max(0, start - _LOOK_BACK) : start]
    if _POSTCODE_BEFORE.search(before) or _ADDRESS_BEFORE.search(before) or _HOUSE_BEHIND.match(small, end):
        return False
    if _DRIVES_BEHIND.match(small, end):
        return True
    return words.name_vehicle(start, _NEAR) and not _CLAUSE.search(before[-_NEAR:])
