"""Find support: the schemes of the register that count today, and the cards for a victim."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from alerts.ids import MunicipalityId
from alerts.ports import UnitOfWork
from alerts.support import CARD_OF_SCHEME, RIGHTS, SupportCard, SupportEntry, Validity, register_with


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card as a victim gets it: one of the program's (with the scheme that it stands for, if it does for one), or
    without `card` an entry of the register."""

    card: SupportCard | None
    entry: SupportEntry | None = None

    @property
    def key(self) -> str:
        """The key of the card in buttons and notices."""
        if self.card is not None:
            return self.card.value
        assert self.entry is not None, "a card is one of the program, or an entry"
        return self.entry.key


async def find_support(uow: UnitOfWork, municipalities: Collection[MunicipalityId], today: date) -> list[SupportEntry]:
    """Return the entries of these municipalities and for the whole country that count today, the municipalities' own
    first."""
    entries = register_with(await uow.support.entries(municipalities))
    return [one for one in entries if one.scheme.validity(today) is Validity.VALID]


async def support_cards(uow: UnitOfWork, municipality: MunicipalityId | None, today: date) -> list[ShownCard]:
    """Return the cards for a victim in this municipality (None: it is not known), in the order in which help is needed:
    people and money, rights, then the other schemes of the register. What has ended is not among them."""
    return await cards_in(uow, () if municipality is None else (municipality,), today)


async def cards_in(uow: UnitOfWork, municipalities: Collection[MunicipalityId], today: date) -> list[ShownCard]:
    """Return the cards as `support_cards` does, for somebody with shops in these municipalities."""
    entries = await find_support(uow, municipalities, today)
    help_first = [
        ShownCard(card, one) for key, card in CARD_OF_SCHEME.items() for one in entries if one.scheme.standard == key
    ]
    others = [ShownCard(None, one) for one in entries if one.scheme.standard not in CARD_OF_SCHEME]
    return [*help_first, *(ShownCard(one) for one in RIGHTS), *others]
