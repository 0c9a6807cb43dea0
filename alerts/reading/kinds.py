"""Which kind of incident it is, where there was no robbery: only what is told surely, else none."""

from alerts.reading.lexicon import register
from alerts.reading.tokens import Tokens

register(
    {
        "LOOKS_OVER": "kijk* keek keken gekeken rondkeek rondkijk* gluur* loer* staar* tuur* bekeek bekeken bekijk* "
        "observe* bestudeer* spied* bespied* gaten oog verken* opnemen opnam uitkijk nieuwsgierig* belangstelling "
        "interesse geinteresseerd aandacht notities noteer* schrijft opschreef tekent telt telde "
        "look* watch* star* stare* eye* observ* peer* gaz* glanc* stud* inspect* scop* casing scout* interested "
        "curious notes noted counted memor* survey*",
        "ASKS_ABOUT": "vraag* vroeg vroegen gevraagd vragen informeer* polst* polste uithoor* hengel* doorvra* "
        "benieuwd "
        "ask* enquir* inquir* question* wonder* curious queri*",
        "TAKES_PICTURES": "film* gefilmd foto* photo* pic pics picture* selfie* kiekje* opname* opnam* video* record* "
        "fotograf* camera-opnam* snap* snaps* footage beelden",
        "STAYS_ABOUT": "rondhang* rondhing* hangt hangen hing hingen drentel* treuzel* slenter* ijsbeer* post posten "
        "wacht wachten wachtte wachtten wachtend loiter* linger* hang hanging hung lurk* pacing waiting wait waits "
        "waited standing rondlo* rondje rondjes herhaaldelijk telkens steeds keep keeps kept again weer opnieuw "
        "dagelijks repeatedly circl* "
        "rondrij* stapvoets langzaam slowly crawl* geparkeerd parked stationair idling motor engine",
        "SHOP_HOURS": "sluit* afsluit* dichtgaan openingstijd* sluitingstijd* clos* opening rooster bezetting "
        "opendoe* opende openmaak*",
        "TRIES_DOOR": "klink deurklink voelt voelde voelden morrel* gemorreld rammel* gerammeld wrik* handle rattl* "
        "tugg* probeert fiddl* deurkruk",
        "WAY_OUT": "steeg steegje achterom brandgang nooduitgang achteruitgang vluchtroute alley* exit exits route "
        "routes achterkant achterpad",
        "BUYS": "kopen koopt kocht kochten gekocht buy* bought purchas* aankoop duurste kostbaarste priciest expensive "
        "bestelt besteld ordered",
        "COVERS_FACE": "capuchon bivakmuts helm mondkapje masker sjaal hood mask masked balaclava helmet scarf "
        "vermomd gemaskerd* zonnebril sunglasses",
    }
)
_TRACES_TEXT = (
    "LOOKS_OVER ASKS_ABOUT TAKES_PICTURES STAYS_ABOUT SHOP_HOURS TRIES_DOOR WAY_OUT BUYS COVERS_FACE LAYOUT CLOSING"
)
_TRACES = frozenset(_TRACES_TEXT.split())


_SIGHTS_TEXT = """
    slaapt sliep sleep sleeps sleeping talk talks talking
    buiten wacht wachten wachtte outside waiting
    stond stonden staat staan zat zaten liep liepen loopt lopen kwam kwamen hing hingen hangt hangen rende renden
    rent reed
    reden rijdt zag zagen gezien aangetroffen sloop slopen sprong spurtte ervandoor vandoor weg donker binnen deur riep
    schreeuwde schreeuwt gevlucht ontsnapt vluchtte verdween wilde wilden gedroeg
    stood stands standing walked walking came ran runs running saw seen spotted sat sitting dark inside door
    hield hielden deed deden nam namen pakte pakten greep grepen trok trokken gooide gooiden stopte stopten duwde duwden
    draaide draaiden bleef bleven stak staken raakte tikte klopte opende wees wezen legde zette stapte stapten volgde
    probeerde probeerden zoekt zocht verstopte draagt droeg langs zelfde dezelfde
    popped held took takes pulled stopped stops put tapped tried turned stayed stays looked waited wanted wandered
    picked pushed
    followed hung leaned knocked entered dropped moved opened wore wearing same shouting arguing holding carrying
    fighting
    fled left vanished acting behaving sneaking creeping hiding hid
    RUN LEFT VEHICLE GARMENT inbrekers inbreker burglar burglars
"""
_SIGHTS = (_TRACES - {"STAYS_ABOUT", "CLOSING", "BUYS"}) | frozenset(_SIGHTS_TEXT.split())


def is_sighting(tokens: Tokens) -> bool:
    """Whether people who are told of do something that somebody may have seen."""
    return not _SIGHTS.isdisjoint(tokens.concepts)


def may_be_reconnaissance(tokens: Tokens) -> bool:
    """Whether a word is told that signals are told with: too little for one, too much to say that it was none."""
    return not _TRACES.isdisjoint(tokens.concepts)
