"""One year of one city: the same reports, answered by our way and by each way of today."""

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from bench.city.assumptions import Assumptions
from bench.city.crews import simulate_year
from bench.city.linker import PatternLinker
from bench.city.message import Message, Worth, worth
from bench.city.police import send_notices
from bench.city.region import Region
from bench.city.shops import Told, tell
from bench.city.today import area_chats, letters, no_system

OURS, NO_SYSTEM, LETTER, CHAT = "Wees Alert", "no system", "letter", "area chat"
_BEGINS = datetime(2026, 1, 1, tzinfo=UTC)

Way = Callable[[Sequence[Told], Region, Assumptions, random.Random], list[Message]]


def _ours(told: Sequence[Told], region: Region, assumed: Assumptions, rng: random.Random) -> list[Message]:
    return send_notices(told, region, assumed, rng, PatternLinker())


WAYS: Mapping[str, Way] = {OURS: _ours, NO_SYSTEM: no_system, LETTER: letters, CHAT: area_chats}


def live(seed: int, p: float, assumed: Assumptions) -> dict[str, Worth]:
    """Return what each way is worth in the city of this seed, where a shop notices a visit with probability `p`.

    The city, its crews and the reports are the same for each way; with a higher `p` the same city reports more.
    """
    region = Region(assumed, random.Random(f"{seed} region"))
    year = simulate_year(region, assumed, _BEGINS, random.Random(f"{seed} year"))
    told = tell(year, p, assumed, random.Random(f"{seed} reports"))
    return {
        name: worth(way(told, region, assumed, random.Random(f"{seed} {name}")), year.robberies, assumed)
        for name, way in WAYS.items()
    }
