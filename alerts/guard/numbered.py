"""Numbers of letters and digits that identify things, not persons: orders, articles, files, devices."""

import re

_THING = (
    r"(?:artikel|art|order|bestel(?:ling)?|factuur|pakbon|kassabon|bon|serie|batch|lot|charge|partij|ref(?:erentie)?"
    r"|dossier|kenmerk|zaak|mutatie|polis|klant|sku|ean|isbn|imei|track(?:ing)?(?: ?(?:&|en|and) ?trace)?|invoice"
    r"|article|item|part|product|ticket|incident|p\.?o)"
)
_NUMBER = r"(?:[ -]?(?:nr|nummer|numbers?|num|no|code|id)\b)"
# Some things are called by their name alone; others mean a shop or a person unless the text says `number`.
_NAMED = r"(?:artikel|art|order|bestelling|factuur|pakbon|kassabon|batch|lot|charge|ref|referentie|dossier|kenmerk|sku)"
_OF_A_THING = re.compile(rf"(?<![^\W_])(?:{_THING}{_NUMBER}|{_NAMED}\b)[ .:#=]{{1,3}}(?:is |was |van )?$")
_MODEL = re.compile(
    r"(?<![^\W_])(?:model|type|versie|version|firmware|code|serie|toner|batterij(?:en)?|accu|monitor|printer|unit|vak"
    r"|kamer|zaal|lokaal|stelling|rek|kluis|postbus|lego|samsung|sony|hp|canon|epson|makita|bosch|logitech|asus|lenovo"
    r"|philips|brother|tag|maat|mt|nike|adidas|rolex|seiko|casio|tissot|omega)[ .:#-]{1,2}(?:[a-z-]{2,12} )?$"
)
# Any letters may stand before these: kassabon, zendingsnummer, loyalitykaartnummer.
_BEARERS = (
    r"[a-z-]{0,14}(?:artikel|order|bestel(?:ling)?|factuur|bon|serie|batch|partij|referentie|dossier"
    r"|kenmerk|zaak(?=s?[ -]?n)"
    r"|mutatie|polis|sku|ean|isbn|imei|zendings?|pakket|pallet|container|frame|chassis|chip|cadeaukaart"
    r"|claim|meldings?(?=n)"
    r"|incident|registratie|verbaal|lidmaatschaps?|volg|invoice|receipt|voucher|ticket|parcel|shipment|serial|asset)"
)
_OF_A_FIRM = (
    r"(?:k ?\.? ?v ?\.? ?k|kamer van koophandel|chamber of commerce|company|btw|b\.t\.w|vat|rsin|vestigings?|agb|ubn)"
)
_SIGN = r"(?:[ .:#=-]{0,3}(?:nr|nummer|number|num|no|code|id)\b)?"
_OF_NOBODY = re.compile(
    rf"(?<![^\W_])(?:{_BEARERS}|{_OF_A_FIRM}|art|lot|pv|ref){_SIGN}[ .:#=-]{{0,3}}(?:is |was |van |: )?$"
)
_PAPERS = re.compile(
    r"\b(?:paspoort|passport|rijbewijs|id-?(?:kaart|bewijs|card)|identiteits\w{0,12}|pasje|verblijfs\w{0,12})\b"
)
_LOOK_BACK = 40  # characters before a number that may say what it is


def is_of_a_thing(small: str, start: int) -> bool:
    """Whether the words before a number say that it is the number of such a thing, in a plain text in small letters."""
    return _OF_A_THING.search(small[max(0, start - _LOOK_BACK) : start]) is not None


def is_of_a_model(small: str, start: int) -> bool:
    """Whether the words before a number say that it is a model, a size or a place."""
    return _MODEL.search(small[max(0, start - _LOOK_BACK) : start]) is not None


def is_of_nobody(small: str, start: int, end: int) -> bool:
    """Whether the words before a number say that it belongs to a company, or to a thing that is bought, sent or
    filed."""
    if _OF_NOBODY.search(small[max(0, start - _LOOK_BACK) : start]) is None:
        return False
    return _PAPERS.search(small, max(0, start - _LOOK_BACK), end + _LOOK_BACK) is None
