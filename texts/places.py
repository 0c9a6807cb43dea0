"""Places in words: a found place, and one of the several places of a postcode."""

from alerts.found_place import PlaceFound
from alerts.postcode import Pc4Place
from texts.phrases import Phrases


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
