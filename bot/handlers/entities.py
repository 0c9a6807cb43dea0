"""Several ids in one button: `12.34`; what an altered client sends becomes 0, which nothing has."""

from bot.callbacks import Press, safe_id


def ids(press: Press, count: int) -> tuple[int, ...]:
    """So many ids of the pressed button."""
    numbers = [safe_id(part) for part in press.entity.split(".")]
    return tuple(numbers) if len(numbers) == count else (0,) * count


def id_and_choice(press: Press) -> tuple[int, str]:
    """An id and a key: `12.optician`."""
    number, _, choice = press.entity.partition(".")
    return safe_id(number), choice
