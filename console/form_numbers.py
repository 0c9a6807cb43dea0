"""Numbers in forms and addresses, as browsers send them; what is none is 0, which nothing has."""

ID_DIGITS, NUMBER_DIGITS = 18, 9  # so that they fit the columns of ids, and of versions and counts


def id_in(value: object) -> int:
    """Return the id of something that the value is; 0 for anything else."""
    return _in(value, ID_DIGITS)


def number_in(value: object) -> int:
    """Return the version, the count or the choice that the value is; 0 for anything else."""
    return _in(value, NUMBER_DIGITS)


def _in(value: object, most: int) -> int:
    text = str(value or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= most else 0
