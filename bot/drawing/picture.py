"""What is to be drawn, as values that a worker process can be given. Equal values are the same picture."""

from dataclasses import dataclass
from hashlib import sha256

Metres = tuple[int, int]  # to the east and to the north of the middle of the map


@dataclass(frozen=True, slots=True)
class NoticeMap:
    """The map of a notice around the middle of its postcode, never around an address.

    `radius_m`: of its circle (0: none); `ground`: the postcodes that it covers where it has none; `land`: those around.
    `rings_m` are the bounds of the rings around the place, the nearest first; `own_ring`: which of them the reader's
    shop lies in (`len(rings_m)`: beyond the last; None: not known). `span_m`: from the middle to the edge.
    """

    title: str
    middle: str
    span_m: int
    radius_m: int
    rings_m: tuple[int, ...]
    own_ring: int | None
    ground: tuple[Metres, ...]
    land: tuple[Metres, ...]
    names: tuple[tuple[Metres, str], ...]
    area_label: str
    own_label: str
    north: str


def key_of(picture: NoticeMap) -> str:
    """Return a key that is the same for equal pictures, in every process."""
    return sha256(repr(picture).encode()).hexdigest()[:32]
