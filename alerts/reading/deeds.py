"""Deeds that tell of a robbery by how something was taken, or was tried to be."""

from alerts.reading.patterns import Patterns
from alerts.reading.tokens import Tokens

# What was tried on somebody, and failed: `tried to snatch the bag, I held on to it and he ran`.
_TRIED_TO_TAKE = Patterns[bool](
    {
        True: (
            "probeerde|probeerden|wilde|wilden|tried|trying|attempted ..3 MY ..1 tas|telefoon|portemonnee|geldtas|bag|"
            "phone|purse|wallet|scooter|fiets|bike ..1 te? pakken|trekken|rukken|grijpen|stelen|afpakken",
            "tried|trying|attempted ..1 snatch|grab|steal|rip|pull ..2 MY|the|de|his|her ..2 till|drawer|bag|phone|"
            "purse|cash|"
            "takings|register",
            "probeerde|probeerden|wilde|wilden|wou|wouen|wouden ..4 kassa|kassala|kassalade|la|lade|geldkist|geldla "
            "..1 te? pakken|leeghalen|openen|openmaken",
            "probeerde|probeerden|wilde|wilden|wou ..4 kassa|kassala|la|lade|geldkist|geldla|tas ..1 te? rukken|"
            "trekken|grissen|"
            "grijpen|afpakken|graaien|meenemen",
        )
    }
)
# Over the counter, or into a vehicle with whoever drives it beside: what is taken so is robbed.
_REACHED_IN = Patterns[bool](
    {
        True: (
            "over ..1 balie|toonbank ..1 gesprongen|sprong|sprongen|geklommen|klom|klommen|gedoken|dook|doken",
            "sprong|sprongen|springt|klom|klommen|dook|doken|jumped|vaulted|leapt|climbed|hopped ..1 over|across ..1 "
            "balie|toonbank|counter",
            "vaulted ..1 counter",
            "trok|trokken|rukte|rukten|pulled|yanked|ripped ..1 open? MY ..1 bus|busje|bestelbus|bestelvan|auto|taxi|"
            "cab|car|truck|bakfiets ..2 open|deur|deuren|door|doors|en|and",
            "trok|trokken|rukte|rukten|pulled|yanked|ripped ..2 deur|deuren|door|doors ..1 van|of|bestelvan MY ..1 "
            "bus|busje|bestelbus|bestelvan|auto|taxi|cab|car|truck",
        )
    }
)
_I = frozenset({"ik", "i", "we", "wij"})


def tried_to_take(tokens: Tokens) -> bool:
    """Whether others tried to take what somebody has, or what is in a till."""
    return _by_others(tokens, _TRIED_TO_TAKE)


def reached_in(tokens: Tokens) -> bool:
    """Whether others came over the counter, or into a vehicle of whoever types."""
    return _by_others(tokens, _REACHED_IN)


def _by_others(tokens: Tokens, patterns: Patterns[bool]) -> bool:
    """Whether it is told of others than whoever types, or staff: not `ik wilde de kassa openen`."""
    before = [tokens.all[seen.first - 1] if seen.first else None for seen in patterns.find(tokens)]
    return any(one is None or not (one.word in _I or "STAFF" in one.concepts) for one in before)
