"""Things that bear a number of letters and digits which is nobody's: orders, articles, files, devices."""

import re

_THING = (
    r"(?:artikel|art|order|bestel(?:ling)?|factuur|pakbon|kassabon|bon|serie|batch|lot|charge|partij|ref(?:erentie)?"
    r"|dossier|kenmerk|zaak|mutatie|polis|klant|sku|ean|isbn|imei|track(?:ing)?(?: ?(?:&|en|and) ?trace)?|invoice"
    r"|article|item|part|product|ticket|incident|p\.?o)"
)
_NUMBER = r"(?:[ -]?(?:nr|nummer|numbers?|num|no|code|id)\b)"
# Some are called by their name alone; others mean a shop or a person unless they say `number`.
_NAMED = r"(?:artikel|art|order|bestelling|factuur|pakbon|kassabon|batch|lot|charge|ref|referentie|dossier|kenmerk|sku)"
_OF_A_THING = re.compile(rf"(?<![^\W_])(?:{_THING}{_NUMBER}|{_NAMED}\b)[ .:#=]{{1,3}}(?:is |was |van )?$")
_MODEL = re.compile(
    r"(?<![^\W_])(?:model|type|versie|version|firmware|code|serie|toner|batterij(?:en)?|accu|monitor|printer|unit|vak"
    r"|kamer|zaal|lokaal|stelling|rek|kluis|postbus|lego|samsung|sony|hp|canon|epson|makita|bosch|logitech|asus|lenovo"
    r"|philips|brother|tag|maat|mt|nike|adidas|rolex|seiko|casio|tissot|omega)[ .:#-]{1,2}(?:[a-z-]{2,12} )?$"
)
_LOOK_BACK = 40  # signs before a number that may say what it is


def is_of_a_thing(small: str, start: int) -> bool:
    """Whether what stands before it says that it is the number of such a thing, in plain text in small letters."""
    return _OF_A_THING.search(small[max(0, start - _LOOK_BACK) : start]) is not None


def is_of_a_model(small: str, start: int) -> bool:
    """Whether what stands before it says that it is a model, a size or a place."""
    return _MODEL.search(small[max(0, start - _LOOK_BACK) : start]) is not None
