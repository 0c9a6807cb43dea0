"""Several ids in one button: `12.34`; what an altered client sends becomes 0, which nothing has."""

from bot.callbacks import Press


def ids(press: Press, count: int) -> tuple[int, ...]:
    """So many ids of the pressed button."""
    parts = press.entity.split(".")
    numbers = [int(part) if part.isascii() and part.isdigit() and len(part) < 19 else 0 for part in parts]
    return tuple(numbers) if len(numbers) == count else (0,) * count


def id_and_choice(press: Press) -> tuple[int, str]:
    """An id and a key: `12.optician`."""
    number, _, choice = press.entity.partition(".")
    return Press(press.verb, number).entity_id, choice
