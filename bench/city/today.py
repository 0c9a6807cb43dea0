"""The ways of today: no system, a letter to the same branch after a robbery, and the chat of a shopping area."""

import random
from collections.abc import Sequence
from datetime import timedelta

from bench.city.assumptions import Assumptions
from bench.city.message import Message
from bench.city.region import Region
from bench.city.shops import Told


def no_system(_told: Sequence[Told], _region: Region, _assumed: Assumptions, _rng: random.Random) -> list[Message]:
    """Return nothing: nobody is told."""
    return []


def letters(told: Sequence[Told], region: Region, assumed: Assumptions, rng: random.Random) -> list[Message]:
    """Return a letter for each robbery, to the shops of the same branch around it."""
    sent = []
    for one in told:
        if one.report.kind.is_robbery:
            after = timedelta(days=rng.uniform(assumed.letter_soonest, assumed.letter_latest))
            near = region.around((one.shop.east, one.shop.north), assumed.letter_reach_m)
            readers = frozenset(shop.number for shop in near if shop.branch is one.shop.branch)
            sent.append(Message(one.at + after, readers, one.crew, frozenset({one.shop.number})))
    return sent


def area_chats(told: Sequence[Told], region: Region, assumed: Assumptions, _rng: random.Random) -> list[Message]:
    """Return a message for each report, to the other shops of the shopping area, whatever their branch."""
    members: dict[int, set[int]] = {}
    for shop in region.shops:
        members.setdefault(shop.area, set()).add(shop.number)
    after = timedelta(minutes=assumed.chat_after)
    messages = []
    for one in told:
        others = members[one.shop.area] - {one.shop.number}
        messages.append(Message(one.at + after, frozenset(others), one.crew, frozenset({one.shop.number})))
    return messages
