"""Numbers in words: decimals with the mark of the language."""

from texts.phrases import Phrases


def decimal(number: float, places: int, t: Phrases) -> str:
    """Write a number with so many decimals, after a comma in Dutch."""
    return f"{number:.{places}f}".replace(".", "," if t.language == "nl" else ".")
