"""Message: what shops are sent in the simulated city, by whichever way, and what it was worth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bench.city.assumptions import Assumptions
from bench.city.crews import Robbery

_DAYS_IN_MONTH = 365 / 12


@dataclass(frozen=True, slots=True)
class Message:
    """One message to some shops (numbers). `crew` is None if it is about harmless people; `sources` are the shops whose
    reports it rests on."""

    at: datetime
    readers: frozenset[int]
    crew: int | None
    sources: frozenset[int]


@dataclass(frozen=True, slots=True)
class Worth:
    """What the messages of a year were worth; `about_real` is None without messages."""

    warned: float
    per_shop_and_month: float
    about_real: float | None


def worth(messages: Sequence[Message], robberies: Sequence[Robbery], assumed: Assumptions) -> Worth:
    """Return the share of robberies whose shop had been warned, the messages to a shop in a month, and the share of
    messages about a crew."""
    of_crews: dict[int | None, list[Message]] = {}
    for one in messages:
        of_crews.setdefault(one.crew, []).append(one)
    warned = sum(_is_warned(one, of_crews.get(one.crew, ()), assumed) for one in robberies)
    months = assumed.days / _DAYS_IN_MONTH
    real = len(messages) - len(of_crews.get(None, ()))
    return Worth(
        warned / len(robberies) if robberies else 0.0,
        sum(len(one.readers) for one in messages) / assumed.shops / months,
        real / len(messages) if messages else None,
    )


def _is_warned(robbery: Robbery, about: Iterable[Message], assumed: Assumptions) -> bool:
    """Whether the shop had a message about that crew in time, and not only what it had reported itself."""
    latest = robbery.at - timedelta(hours=assumed.warned_before)
    earliest = robbery.at - timedelta(days=assumed.remembered)
    shop = robbery.shop.number
    return any(shop in one.readers and earliest <= one.at <= latest and one.sources - {shop} for one in about)
