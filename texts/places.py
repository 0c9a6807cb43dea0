"""Places in words: of a notice, a found place, and one of the several places of a postcode."""

from alerts.alert import AlertContent, IncidentKind
from alerts.found_place import PlaceFound
from alerts.point import Point, degrees
from alerts.postcode import Pc4Place
from texts.html import Html
from texts.phrases import Phrases

_MAP = "https://www.openstreetmap.org/#map=14/{:.3f}/{:.3f}"


def place_words(found: PlaceFound, t: Phrases) -> str:
    """Describe a place in a summary: the code and the town, as far as they are known."""
    if not found.code:
        return t.plain("place-shared")
    if found.words in ("", found.place.pc4):
        return found.code
    return t.plain("place-code-town", code=found.code, town=found.words)


def part_words(part: Pc4Place, t: Phrases) -> str:
    """Describe one of the places of a postcode, with its municipality unless that has the same name."""
    if part.place == part.municipality_name:
        return part.place
    return t.plain("place-part", place=part.place, municipality=part.municipality_name)


def where(content: AlertContent, t: Phrases, middle: Point | None = None) -> Html:
    """Describe the place by town and PC4 area, never more precisely; as a link to a map where its middle is given."""
    if content.place.pc4 is None:
        return t("alert-place-country" if content.kind is IncidentKind.PREVENTION else "alert-place-unnamed")
    if content.place_words in ("", content.place.pc4):
        place = t("alert-place-pc4", pc4=content.place.pc4)
    else:
        place = t("alert-place", town=content.place_words, pc4=content.place.pc4)
    return t("alert-map", url=_MAP.format(*degrees(middle)), place=place) if middle else place
