"""Found place: the place that an answer means, with its words for people and what is doubtful about it."""

from dataclasses import dataclass
from enum import StrEnum

from alerts.area import Place
from alerts.postcode import shown
from alerts.premises import PointSource


class Doubt(StrEnum):
    """Why a well-formed place deserves a second question; there is none where no table is loaded.

    `SEVERAL`: the postcode lies in several municipalities, or in places far apart; until one of them is chosen the
    point is that of the first.
    """

    UNKNOWN = "unknown"
    POST_BOXES = "post-boxes"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place with its words for people (`Capelle aan den IJssel`; the PC4 where no table knows it).

    `source` says where the point came from; it is None without a point. Fits a field of a stored form.
    """

    place: Place
    words: str
    source: PointSource | None = None
    doubt: Doubt | None = None

    @property
    def code(self) -> str:
        """The postcode as people write it (`2903 AB`, `2903`); empty for a location without a table."""
        return shown(self.place.pc6) if self.place.pc6 else self.place.pc4 or ""


def is_of_several(found: PlaceFound | None) -> bool:
    """Tell whether the person must choose between several places."""
    return found is not None and found.doubt is Doubt.SEVERAL
