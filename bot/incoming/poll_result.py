"""The result of a poll: updates that can be stored, elements that are no updates, and the offset that acknowledges
it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.incoming.flood_control import Arrival
from bot.incoming.inbox import arrived, number_of

NO_LIST = "what is no list of updates"
NO_UPDATES = "elements that are no updates"
AGAIN = "updates that were acknowledged before"


@dataclass(frozen=True, slots=True)
class Polled:
    """One poll's result. The next poll acknowledges it by `offset`. `odd` counts elements that are no updates;
    `trouble` says what was odd, and is empty when nothing was."""

    arrivals: Sequence[Arrival]
    offset: int | None
    odd: int = 0
    trouble: str = ""


def read_poll(result: object, offset: int | None) -> Polled:
    """Parse the answer of getUpdates to a poll with this offset (None: the first poll)."""
    if not isinstance(result, list):
        return Polled((), offset, trouble=NO_LIST)
    arrivals: list[Arrival] = []
    numbers: list[int] = []
    for one in result:
        try:
            arrivals.append(arrived(one))
        except (ValueError, RecursionError):  # no update: acknowledged by its number, if it has one
            if (number := number_of(one)) is not None:
                numbers.append(number)
        else:
            numbers.append(arrivals[-1].row.update_id)
    odd = len(result) - len(arrivals)
    # After a week without updates Telegram's numbers begin anew, perhaps lower.
    after = max(numbers) + 1 if numbers else offset
    is_again = bool(result) and after == offset
    return Polled(arrivals, after, odd, NO_UPDATES if odd else AGAIN if is_again else "")
