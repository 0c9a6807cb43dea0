"""What else makes a text a report: something odd was seen, heard or found."""

from collections.abc import Iterator

from alerts.reading.lexicon import register
from alerts.reading.oddity_patterns import ODDITY_PATTERNS
from alerts.reading.patterns import Exceptions, Patterns, Read
from alerts.reading.tokens import Tokens

register(
    {
        "DAMAGED": "ingeslagen doorgeknipt opengesneden vernield vernielt vernielde beschadigd bespoten beklad "
        "bekladden geforceerd opengebroken opengewrikt gesaboteerd kapotgemaakt ingegooid ingetrapt "
        "doorgesneden losgetrokken losgeschroefd"
        " overgespoten afgeplakt dichtgeplakt cut smashed broken damaged forced vandalised vandalized "
        "slashed tampered sprayed scratched glued kit opengeknipt gekraakt ingebroken ingeklommen "
        "unscrewed losgemaakt inbraak burglary inbraakpoging",
        "THING_HERE": "camera cameras camera's deur achterdeur raam ruit slot sloten kabel kabels draad bedrading "
        "sirene "
        "alarm hek rolluik zeil trailer schutting lamp verlichting lantaarn meter meterkast antenne cable "
        "cables wire wires lock locks window door"
        " fence shutter tyre tyres banden band gate light lights lamp buitenlamp buitensirene hangslot "
        "padlock cctv sensor",
        "ODD": "verdacht verdachte vreemd vreemde raar rare eng enge louche ongure onguur apart dubieus dubieuze "
        "suspicious suspect odd strange weird dodgy creepy sketchy shady fishy sus gek weirde "
        "ongebruikelijk verwarde verward onguur spooky unusual",
        "LEFT_THING": "tas koffer sporttas rugzak pakket pakketje doos briefje brief krijtteken teken tekens sticker "
        "stickers symbool merkteken kruis kruisje bag suitcase backpack package parcel note sign mark "
        "marks symbol rucksack box envelope letter envelop koffertje zender tracker gps-tracker krijttekens "
        "krijtkruis krijtstrepen krijtpijl",
        "UNKNOWN_THING": "onbekende verlaten onbeheerd onbeheerde achtergelaten abandoned unattended unknown vreemd "
        "vreemde "
        "strange odd suspicious verdachte geheimzinnig gevonden aangetroffen found lag ligt stuck geplakt "
        "mysterious weird",
        "TROUBLE": "punch-up brawl knokpartij knokken ruzien ruziend ruziemaken gevochten matpartij bonje rellen "
        "vuurwerk ruzie vechtpartij "
        "vechten gevecht geschreeuw schreeuwen schreeuwt schreeuwde schreeuwend "
        "schreeuwden dreigend dreigende firecrackers fireworks fight fighting argument shouting screaming "
        "steekpartij schietpartij schoten schot gunshots shots knal knallen explosie drone benzine jerrycan"
        " dronken drunk brandlucht brand brandstichting arson bomb breekijzer koevoet inbrekerswerktuig "
        "jerrycans cobra's spookt opstootje relletje vechtende",
        "FOLLOWS": "achterna achtervolging stalkt stalkte gestalkt shadowing shadowed dogging volgt volgen volgde "
        "volgden gevolgd achtervolgt achtervolgd achtervolgde following followed "
        "follows tailing tailed tails trailing trailed schaduwt geschaduwd",
        "CALLED": "telefoontje telefoontjes gebeld belletje mail mailtje e-mail bericht sms appje phone call calls "
        "called email message letter brief",
    }
)
_ODD = Patterns(ODDITY_PATTERNS)


_OWN = Exceptions({"": ("MY VEHICLE", "ik|i ..4 sleutel|sleutels|keys ..2 kwijt|verloren|lost")})
_BOUGHT = Exceptions({"": ("KNIFE ..2 BUY",)})
# What a shop has wrong in its own data: `ons adres klopt niet meer`.
_DATA = Exceptions(
    {"": ("adres|address|postcode|huisnummer|telefoonnummer|winkelnaam|plaatsnaam|gegevens ..4 klopt|kloppen|klopte",)}
)
# Something happened, and it is not told what.
_HAPPENED = Patterns[bool](
    {
        True: (
            "politie|police|cops|ambulance|ambulances|brandweer ..6 binnen|inside|massaal|afgezet|lint|tape|everywhere|"
            "overal|outside|opgerukt|uitgerukt|sirenes|helikopter",
            "stil|silent alarm ..3 gegaan|ging|af|went|off|afgegaan?",
            "afgezet|lint|tape|cordon|cordoned|helikopter ..9 politie|police|winkel|zaak|SHOPKIND",
            "gegil|gil|screams|screaming|geschreeuw|knal|knallen|schoten|geschoten|shots|gunfire|explosie|bang|rook|"
            "smoke ..9 "
            "SHOPKIND|SHOP|binnen|inside|machine|automaat",
            "iets|something ..2 gebeurd|mis|gaande|happened|wrong|happening",
            "overval|robbery|raid ..3 zijn|be|been|geweest",
        )
    }
)
_SENT = frozenset({"LEFT_THING", "STAFF", "PERHAPS", "CALLED"})


def has_happened(tokens: Tokens) -> bool:
    """Whether something happened of which it is not told what: `politie overal, lint voor de deur`."""
    return any(_HAPPENED.find(tokens))


def oddities(tokens: Tokens) -> Iterator[Read[bool]]:
    """Yield the passages that tell of something odd, True where it is surely no reconnaissance; what is one's own, or
    bought, is not odd."""
    own = {index for seen in _OWN.find(tokens) for index in (seen.first, seen.last)}
    own |= {seen.first for seen in _BOUGHT.find(tokens)}
    if _SENT.isdisjoint(tokens.concepts):
        own |= {seen.last for seen in _DATA.find(tokens)}
    for seen in _ODD.find(tokens):
        if own.isdisjoint((seen.first, seen.last)):
            yield seen.read(tokens)
