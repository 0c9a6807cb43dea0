"""Small numbers as people write them, in digits and in Dutch and English words."""

_DUTCH = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
_ENGLISH = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
NUMBERS = (
    {word: value for value, word in enumerate(_DUTCH.split())}
    | {word: value for value, word in enumerate(_ENGLISH.split())}
    | {"twintig": 20, "twenty": 20, "dertig": 30, "thirty": 30, "veertig": 40, "forty": 40, "vijftig": 50, "fifty": 50}
    | {"vijfentwintig": 25, "vijf en twintig": 25, "vijfenveertig": 45, "zeventien": 17, "achttien": 18}
)
"""The words, without accents, with their values."""

AROUND = {
    "enen": 1,
    "tweeen": 2,
    "drieen": 3,
    "vieren": 4,
    "vijven": 5,
    "zessen": 6,
    "zevenen": 7,
    "achten": 8,
    "negenen": 9,
    "tienen": 10,
    "elven": 11,
    "twaalven": 12,
}
"""Hours as they are said behind *tegen* and *rond*."""

WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
"""A pattern for a number in words."""


def value_of(written: str) -> int:
    """Return the value of digits or of a number in words that `WORD` or AROUND knows."""
    if written.isdigit():
        return int(written)
    return NUMBERS.get(written, AROUND.get(written, 0))
