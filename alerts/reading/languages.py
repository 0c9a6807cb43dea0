"""Words of two languages: `door` is an English door, and in Dutch it is *through*."""

from collections.abc import Mapping, Sequence

_DUTCH_TEXT = """
    de het een ik je jij hij zij ze we wij ons onze mijn mn zn en maar dat die dit met voor naar niet geen van bij ook
    er is was waren zijn heeft hebben had hadden wordt werd te om uit op aan als toen nu net al nog wel weer door over
    wat wie hoe waar man vrouw twee drie gisteren vandaag vanmiddag vanavond vanochtend vannacht
"""
_ENGLISH_TEXT = """
    the a an i you he she they we us our my his her their and but that this with for to not no of from at also there
    were are has have had be been it on by as when now just still again who what how where which two three yesterday
    today tonight man woman men someone somebody out off then
"""
_DUTCH = frozenset(_DUTCH_TEXT.split()) - frozenset(_ENGLISH_TEXT.split())
_ENGLISH = frozenset(_ENGLISH_TEXT.split()) - frozenset(_DUTCH_TEXT.split())
# What a word stands for in one of the two languages only.
_ONLY_ENGLISH: Mapping[str, str] = {
    "door": "DOOR ENTRY OPENABLE THING THING_HERE BEFORE",
    "past": "PAST",
    "gate": "DOOR",
    "lane": "EXIT",
    "rode": "DROVE",
    "die": "DIES",
}
_ONLY_DUTCH: Mapping[str, str] = {
    "been": "BODY",
    "of": "WHETHER",
    "let": "LOOK",
    "brand": "TROUBLE",
    "kit": "DAMAGED",
    "vent": "ONE",
    "rent": "RUN",
    "rode": "COLOUR",
    "pet": "GARMENT",
    "rare": "ODD",
    "la": "LAYOUT",
    "kop": "FACE",
    "bad": "ODD",
    "die": "STOPS",
}


def foreign_senses(words: Sequence[str]) -> Mapping[str, str]:
    """Return, for the language of these words, the concepts that some words do not stand for in it."""
    dutch = sum(word in _DUTCH for word in words)
    english = sum(word in _ENGLISH for word in words)
    if dutch == english:
        return {}
    return _ONLY_ENGLISH if dutch > english else _ONLY_DUTCH
