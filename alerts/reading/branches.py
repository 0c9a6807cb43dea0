"""The branches of the shops that a text is about, by words for the kind of shop."""

from collections.abc import Iterator

from alerts.branch import Branch
from alerts.reading.branch_compounds import compounds
from alerts.reading.branch_words import BRANCH_PATTERNS
from alerts.reading.patterns import Exceptions, Patterns, Read
from alerts.reading.tokens import Tokens

_BRANCHES = Patterns(
    {branch: [*BRANCH_PATTERNS[branch], *(words for one, words in compounds() if one is branch)] for branch in Branch}
)
# Words that tell of a person, or of where money goes, and not of a shop.
_NO_BRANCH = Exceptions(
    {
        "": (
            "m'n|mn|mijn|onze|my|our slager|bakker|kapper|apotheker|drogist|baker|butcher",
            "naar|to|als|as|bestelvan|from de|the? bank",
            "weg|ervandoor|gevlucht|vertrokken|left|fled|vandoor ..3 in|met|per|by|with ..1 taxi",
            "ie|hij|hij|zij|ze|men|he|she|they van|from de|the bank",
            "per|by taxi",
            "in ..1 taxi ..1 gestapt|gesprongen|weg|ingestapt",
            "jumped|got|hopped|stepped in|into ..1 taxi",
            "taxi genomen|nemen|gebeld|bellen",
            "wanneer|when|hoe|what|how|of|if|vroeg|vraagt|time|laat ..4 geldwagen|geldtransport|"
            "waardetransport|geldloper|geldauto",
            "when|what|how|if ..4 money|cash bestelvan|transport|truck",
            "pinautomaat|geldautomaat|atm ..1 kwam|komt|moest|te|to ..2 repareren|maken|controleren|repair|fix|check",
            "waardetransport|geldwagen|geldtransport|geldloper|geldauto ..2 langskomt|komt|langs|arriveert|comes|"
            "arrives",
            "out|uit of|de|from ..1 cab",
            "fix|repair|repareren|controleren ..2 pinautomaat|geldautomaat|atm",
            "bakker|slager kwam|zag|belde",
            "op een|de|the bank zitten|zat|zit",
            "zit|zat|zitten op|on ..2 bank",
            "pin|credit|bank card",
            "armoured|armored|security truck|van|bestelvan ..4 calls|comes|arrives|usually|collects|komt|langs",
            "sloeg|gooide|hit|threw ..3 pinautomaat|geldautomaat",
            "nep|valse|fake|bogus|zogenaamde|zogenaamd|zgn|onechte|phoney ..1 pakketbezorg*|pakketkoerier*|koerier|"
            "courier|"
            "bezorger|maaltijdbezorg*|pizzabezorg*|pizzakoerier|delivery|taxi|taxichauffeur",
            "fake|bogus|phoney parcel|food|pizza|meal delivery|courier|driver|man|guy",
            "namens|from|van de|the bank te|was|werkte",
        )
    }
)
_CHIEF = Patterns[Branch](
    {Branch.CASH_TRANSIT: ("onze|mijn|our|my geldwagen|geldtransport|waardetransport",), Branch.TAXI: ("taxi genomen",)}
)


_DRIVERS = Patterns[Branch](
    {Branch.TRANSPORT: ("MY|truck|lorry chauffeur|chauffeurs|driver|drivers", "of my|our drivers")}
)
_LOADS = frozenset({"lading", "trailer", "oplegger", "vracht", "load", "cargo", "truck", "lorry", "vrachtwagen"})


# Words that stand beside a shop as well: a cash machine in a supermarket, a taxi rank before a shop.
_WEAK = Patterns[str](
    {
        "": (
            "geldautomaat|geldautomaten|pinautomaat|atm|flappentap|wisselbalie|taxistandplaats|bank|bankkantoor|taxi|"
            "taxi's|taxis|"
            "uber|groothandel",
            "cash machine|point",
            "bus|tram driver|chauffeur",
        )
    }
)
# Where the shop is: `juwelier naast de supermarkt`.
_BESIDE = Patterns[str](
    {
        "": (
            "naast|tegenover|opposite|beside|boven|vlakbij ..1 SHOPKIND",
            "next to ..1 SHOPKIND",
        )
    }
)
# Whom somebody delivers for: `bezorger van de pizzazaak`.
_CARRIED = Patterns[str](
    {
        "": (
            "koerier|courier|bezorger|bezorgers|bezorgster|rider|driver van|from|for|of ..2 SHOPKIND|pizzazaak|"
            "pizzatent",
        )
    }
)


def branches(tokens: Tokens) -> Iterator[Read[Branch]]:
    """Yield the branches, each with its word."""
    yield from _CHIEF.read(tokens)
    if not _LOADS.isdisjoint(tokens.places.keys()):
        yield from _DRIVERS.read(tokens)
    apart = {index for seen in _NO_BRANCH.find(tokens) for index in range(seen.first, seen.last + 1)}
    found = [seen for seen in _BRANCHES.find(tokens) if not set(range(seen.first, seen.last + 1)) <= apart]
    weak = {seen.first for seen in _WEAK.find(tokens)} | {seen.last for seen in _BESIDE.find(tokens)}
    carried = {index for seen in _CARRIED.find(tokens) for index in range(seen.first, seen.last + 1)}
    sure = {seen.value for seen in found if seen.first not in weak}
    for seen in found:
        is_carriers = seen.value is not Branch.DELIVERY_FOOD and seen.first in carried
        if not is_carriers and (seen.first not in weak or not sure - {seen.value}):
            yield seen.read(tokens)
