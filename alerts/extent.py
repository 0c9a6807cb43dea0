"""Extent: what the region of a notice without a circle holds, as the postcode table tells."""

from dataclasses import dataclass

from alerts.ids import MunicipalityId


@dataclass(frozen=True, slots=True)
class Extent:
    """The postcodes from `first` to `last`, both included, or (`is_country`) all.

    `pc4s`: the only ones among them, for a municipality. `municipalities`: those in which all of it lies; `touched`:
    those that have some of it, also where a PC4 lies in several.
    """

    first: str = ""
    last: str = ""
    pc4s: frozenset[str] = frozenset()
    municipalities: frozenset[MunicipalityId] = frozenset()
    touched: frozenset[MunicipalityId] = frozenset()
    is_country: bool = False

    def has(self, pc4: str) -> bool:
        """Whether this PC4 lies in it, at least for a part."""
        return self.is_country or (self.first <= pc4 <= self.last and (not self.pc4s or pc4 in self.pc4s))

    def lies_between(self, first: str, last: str) -> bool:
        """Whether all of it has a PC4 in this range; the country has not, nor what the table does not know."""
        return bool(self.first) and first <= self.first and self.last <= last

    def has_some_between(self, first: str, last: str) -> bool:
        """Whether some of it has a PC4 in this range."""
        if self.is_country or not self.first:
            return self.is_country
        if self.pc4s:
            return any(first <= pc4 <= last for pc4 in self.pc4s)
        return first <= self.last and self.first <= last
