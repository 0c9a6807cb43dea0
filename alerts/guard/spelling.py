"""Words for spelled letters: the alphabet of NATO, the Dutch telephone alphabet, and the names of letters."""

_NATO_TEXT = """
    alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet juliette kilo lima mike november oscar
    papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu
"""
NATO = {word: word[0].upper() for word in _NATO_TEXT.split()}
"""The words of the alphabet of NATO, with their letters."""

_DUTCH_TEXT = """
    anna anton bernhard bernard cornelis dirk eduard ferdinand gerard hendrik isaac izaak jan johan karel lodewijk
    maria marie nico otto pieter quotient quirinius rudolf simon teunis theodoor utrecht willem xantippe ypsilon
    zacharias zaandam
"""
DUTCH = {word: word[0].upper() for word in _DUTCH_TEXT.split()}
"""The names and places of the Dutch alphabet for the telephone, with their letters."""

NAMED = {
    "bee": "B",
    "cee": "C",
    "dee": "D",
    "ef": "F",
    "gee": "G",
    "haa": "H",
    "jee": "J",
    "ka": "K",
    "pee": "P",
    "tee": "T",
    "vee": "V",
    "wee": "W",
    "iks": "X",
    "ix": "X",
    "zet": "Z",
}
"""The names of letters that are hardly another word."""

DOUBTFUL = {"el": "L", "em": "M", "en": "N", "er": "R", "es": "S", "ha": "H"}
"""Names of letters that are words as well: letters only beside others that are none."""
