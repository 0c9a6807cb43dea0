"""The garments of offenders, as they were typed."""

from collections.abc import Iterator, Sequence

from alerts.reading.lexicon import register
from alerts.reading.patterns import Exceptions, Read
from alerts.reading.tokens import Token, Tokens

register(
    {
        "GARMENT": "*broek *broeken *jas *jassen *trui *truien *jack *schoenen *shirt *shirts *vest *hoodie "
        "*jacket *petje jas jassen jasje jack jacks jackje spijkerjas spijkerjassen spijkerjack "
        "spijkerjasje regenjas "
        "regenjassen winterjas winterjassen pufferjas pufferjack"
        " bomberjack bomber trui truien truitje hoodie hoodies hoody sweater sweaters sweatshirt vest "
        "vesten vestje hes hesje hesjes puffer puffers"
        " bodywarmer bodywarmers shirt shirts t-shirt t-shirts tshirt overhemd overhemden poloshirt blouse "
        "broek broeken spijkerbroek spijkerbroeken"
        " trainingsbroek trainingsbroeken joggingbroek joggingbroeken joggingpak joggingpakken joggingspak kleding "
        "kledij clothes clothing korte-broek trainingspak "
        "trainingspakken pak pakken overall overalls"
        " jogger joggers jeans jean rok jurk legging leggings short shorts bermuda cargobroek werkbroek "
        "werkkleding werkpak kostuum colbert blazer mantel parka parka's"
        " coat coats jacket jackets raincoat raincoats tracksuit tracksuits trousers pants "
        "tracksuit-bottoms sweatpants jumper jumpers cardigan pullover"
        " dress skirt suit blouse waistcoat gilet bodywarmer windbreaker windjack windjas leren-jack "
        "fleece fleecevest anorak poncho trenchcoat dungarees sweatpants chinos tie necktie blazers vesten poloshirts "
        "polo-shirt sweatpak fleecetrui fleecejas gilets bontjas regenponcho werkbroeken werkjas kokskleding schort "
        "apron boilersuit jumpsuit tuinbroek capribroek trainingsjack trainingsjas spijkervest legerjas leger-jas "
        "bodywarmertje jeansjas jeansjack jassie"
        " pet petje petjes petten cap caps muts mutsen mutsje hoed hoedje hoofddoek hoofddoekje hoofddoeken "
        "hijab headscarf tulband turban zonnehoed strohoed regenhoed beanie beanies hat hats "
        "baseballcap baseballpet ijsmuts wollen-muts bucket-hat vissershoedje hoeden"
        " schoenen schoen sneakers sneaker gympen gymschoenen laarzen boots shoes trainers sandalen "
        "loafers sandals flip-flops heels pumps brogues moccasins mocassins badslippers klompen kaplaarzen "
        "enkellaarsjes "
        "sportbroek kuitbroek bretels tuinbroek legging leggings dufflecoat mackintosh dungarees wellies fleeces "
        "jumpsuit "
        "onderhemd sportshirt trainingsshirt voetbalshirt rugbyshirt jerseys jersey tuniek vestje polotrui colletje "
        "sweatshirts windbreakers parkas bandplooibroek corduroybroek ribbroek driekwartbroek kilt sari abaya burka "
        "pyjama bathrobe badjas ochtendjas "
        "slippers sportschoenen nikes airmaxen adidassen uggs crocs timberlands converse vans werkschoenen "
        "bergschoenen"
        " handschoenen gloves handschoen uniform regenpak motorpak leathers skijas ski-jas ski-jack "
        "ritsvest pufferjacket softshell sweatvest denim coltrui jurkje hemd trenchcoat tanktop singlet "
        "djellaba gewaad kaftan onesie huispak stropdas",
        "NO_GARMENT": "vest pak pakken short cap hat dress suit muts pet short cap broek pants boots",
        "STYLE": "gebloemde bloemige polo spencer lange lang korte kort leren leer dikke dunne lichte licht donkere "
        "donker "
        "wollen gestreepte "
        "geruite vale vaal versleten grote witgestreepte"
        " vieze oude nieuwe wijde strakke fluorescerende fluor reflecterende gewatteerde gebreide effen "
        "glimmende suede spijker denim puffer bomber bontkraag"
        " nette dure felgekleurde fel felle gekleurde camouflage bloemetjes capuchon kapotte mouwloze "
        "lederen kunstleren witte-gestreepte adidas nike puma north-face"
        " long short leather thick thin light dark wool woollen woolen striped checked faded worn tan big "
        "dirty old new baggy tight hi-vis high-vis fluorescent reflective padded"
        " knitted plain shiny puffy ripped hooded denim puffer bomber rain track baseball bucket ski "
        "running tracksuit knit oversized camo quilted work winter sports bright trench sweat",
        "STOCK": "armvol arm-vol stapel rek rekken doos dozen kilo aantal partij display merk prijs verkoop "
        "paskamer paste passen past gepast tried trying try pile stack rack boxes"
        " gestolen stole stolen steelt stelen jatte jatten jat grepen greep gegrepen griste gristen "
        "grissen meegenomen buit mee bestel bestelling kocht vouwen",
    }
)
_STOCK = Exceptions(
    {
        "": (
            "STOCK ..3 GARMENT",
            "zich een hoedje",
            "kleding|clothes|clothing SHOP|boutique|chain|rek|rekken|rack|racks|afdeling",
            "tas|bag|koffer|rugzak ..1 met|with ..3 GARMENT",
            "zn|zijn|mijn|the|de ..1 jaszak|zak",
            "GARMENT ..2 gestolen|stolen|meegenomen|kwijt|gejat|verkopen|passen|gone",
            "jassen|broeken|shirts|schoenen|sneakers|truien|coats|jackets|shoes|kleding weg|mee",
            "muur|een|1|hele|half|n pak|pakken|pakje melk|geld|pakjes|slaag|sap|koffie|luiers|biljetten",
            "pak melk|geld|koffie|suiker|sigaretten|luiers|sap",
            "jas|jassen|shirt|shirts|jeans|schoenen|coats|jackets|shoes en|and tassen|bags",
            "pakken ..1 de|het|een|alles|wat|geld|mn|zn|m'n|ze|hem|haar|en|and",
            "alles|en|gaan|te|willen|wilden|wou|kassa|geld pakken",
            "in|uit zijn|zn|mijn|mn|de|his|my|the zak|pocket",
        )
    }
)
# Alone they are mostly something else: `hij wilde het pakken`, `pak melk`.
_POLO = "polo"
_ALSO_VERBS = frozenset(
    {
        "pakken",
        "pak",
        "short",
        "suit",
        "dress",
        "boots",
        "jassen",
        "schoenen",
        "broeken",
        "shirts",
        "truien",
        "coats",
        "shoes",
        "jackets",
        "trainers",
        "sneakers",
    }
)


def clothing(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield the garments as they were typed, each with the colours and styles that belong to it."""
    stock = {index for seen in _STOCK.find(tokens) for index in range(seen.first, seen.last + 1)}
    for index in sorted([*tokens.places.get("GARMENT", ()), *_polos(tokens)]):
        token = tokens.all[index]
        if token.is_denied or index in stock or _is_own(tokens.all, index) or _is_part(tokens.all, index):
            continue
        first, last = _phrase(tokens.all, index)
        if first == last and token.word in _ALSO_VERBS:
            continue
        start, end = tokens.all[first].start, tokens.all[last].end
        yield Read(tokens.plain.text[start:end], start, end)


def _polos(tokens: Tokens) -> list[int]:
    """Return the indices of shirts called *polo*: with a colour in a clause of their own, or worn by somebody."""
    if "GARMENT" not in tokens.concepts and _WEARS.isdisjoint(tokens.concepts):
        return []
    return [index for index in tokens.places.get(_POLO, ()) if _is_shirt(tokens.all, index)]


def _is_shirt(tokens: Sequence[Token], index: int) -> bool:
    token, before = tokens[index], tokens[index - 1] if index else None
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if (
        token.is_capital
        or before is None
        or "COLOUR" not in before.concepts
        or (behind is not None and "GARMENT" in behind.concepts)
    ):
        return False
    is_last = behind is None or behind.clause != token.clause
    start = index - 2 if index > 1 and {"STYLE", "COLOUR"} & tokens[index - 2].concepts else index - 1
    first = tokens[start - 1] if start else None
    is_alone = first is None or first.clause != token.clause
    is_worn = first is not None and first.word in _WEARS
    return is_last and (is_alone or is_worn)


_WEARS = frozenset({"droeg", "draagt", "droegen", "dragen", "wore", "wearing", "wears", "gekleed", "aan"})


def _phrase(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    first = index
    while first and index - first < 4 and _belongs(tokens, first - 1, index):
        first -= 1
    if first == index and index + 1 < len(tokens):
        behind = tokens[index + 1]
        after = tokens[index + 2] if index + 2 < len(tokens) else None
        is_next = (
            after is not None and {"GARMENT", "COLOUR", "VEHICLE"} & after.concepts and after.clause == behind.clause
        )
        if "COLOUR" in behind.concepts and behind.clause == tokens[index].clause and not is_next:
            return index, index + 1
    while first < index and tokens[first].word in _NEVER_FIRST:
        first += 1
    return first, index


_NEVER_FIRST = frozenset({"capuchon", "short", "big", "merk"})


def _belongs(tokens: Sequence[Token], index: int, garment: int) -> bool:
    token = tokens[index]
    if token.sentence != tokens[garment].sentence or token.clause != tokens[garment].clause:
        return False
    if token.word in ("en", "and", "met", "with"):
        return False
    return bool({"COLOUR", "STYLE"} & token.concepts)


def _is_own(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[index - 1] if index else None
    return before is not None and before.word in ("mijn", "mn", "m'n", "onze", "ons", "my", "our")


def _is_part(tokens: Sequence[Token], index: int) -> bool:
    """Whether it is the first part of one garment in two words: `bomber jack`, `puffer jacket`."""
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    return behind is not None and "GARMENT" in behind.concepts and behind.clause == tokens[index].clause
