"""Words that several fields are read from: people, shops, things in a shop, verbs, colours; without accents."""

from alerts.reading.lexicon import register
from alerts.reading.numbers import NUMBERS
from alerts.reading.synonyms import SYNONYMS

COLOURS = {
    "black": "zwart zwarte zwarten zwar swart swarte zwarrt donkerzwarte zw zwrt pikzwart pikzwarte matzwart "
    "matzwarte black",
    "white": "wit witte wite wittte gebroken-wit white spierwit spierwitte",
    "grey": "grijs grijze grey gray donkergrijs donkergrijze lichtgrijs lichtgrijze antraciet antracieten "
    "antracietgrijs antracietgrijze grijse grijzen donkergrijs-metallic donker-grijze donker-grijs "
    "licht-grijze licht-grijs charcoal antracite anthracite dark-grey light-grey "
    "grijskleurige",
    "silver": "zilver zilveren zilverkleurig zilverkleurige zilvergrijs zilvergrijze zilverkl zilvere zilverkleur "
    "zilverkleurig zilver-grijze zilver-grijs silver-grey silvergrey silverish silver-coloured silver",
    "red": "rood rode red donkerrood donkerrode knalrood knalrode bordeaux bordeauxrode bordeauxrood felrode felrood "
    "wijnrood wijnrode maroon burgundy",
    "blue": "blauw blauwe blue donkerblauw donkerblauwe lichtblauw lichtblauwe navy marineblauw marineblauwe "
    "felblauwe felblauw blauwen hemelsblauwe kobaltblauwe kobaltblauw turquoise turkoois donker-blauwe "
    "donker-blauw licht-blauwe licht-blauw dark-blue light-blue turkooize",
    "green": "groen groene green donkergroen donkergroene legergroen legergroene lichtgroen lichtgroene khaki kaki "
    "felgroene felgroen mintgroene mintgroen appelgroene limegroene flessengroene donker-groene dark-green "
    "olive",
    "yellow": "geel gele yellow knalgele felgele felgeel knalgeel okergele okergeel fluogele neongele",
    "brown": "bruin bruine brown donkerbruin donkerbruine lichtbruin lichtbruine bronzen bronskleurige",
    "orange": "oranje orange feloranje knaloranje",
    "beige": "beige creme cremekleurige zandkleurige zandkleurig camel camelkleurige cream",
    "purple": "paars paarse purple",
    "gold": "goud gouden goudkleurig goudkleurige gold golden",
    "": "roze pink lila violet",
}
"""The colours of vehicles with their words; the last line has colours that only garments have."""

register({"COLOUR": " ".join(COLOURS.values())})
register({"NUMBER": " ".join(word for word in NUMBERS if " " not in word)})

register(
    {
        # One person, of whom nothing else is known.
        "ONE": "jongedame jongeheer scooterrijder motorrijder fietser snorder bijrijder overvalster "
        "dievegge winkeldief zakkenroller man kerel vent gast gozer gozre knul jongen jonge "
        "jongeman vrouw dame meisje meid heer meneer "
        "persoon pers figuur"
        " type iemand dader verdachte verd overvaller rover dief jochie gastje mannetje vrouwtje idioot "
        "individu puber"
        " tiener jongere nepagent eentje kereltje mevrouw snuiter manspersoon gozertje meneertje oplichter"
        " inbreker neppolitieagent nepmonteur zwerver kameraad malloot mafkees engerd creep "
        " bloke guy lad dude chap woman girl boy person someone somebody suspect robber offender "
        "perpetrator thief kid"
        " teen teenager youth individual gentleman lady fella stranger male female perp burglar weirdo "
        "mugger assailant"
        " attacker gunman fellow",
        "MANY": "mannen kerels venten gasten gozers knullen jongens jongemannen vrouwen dames meisjes meiden heren "
        "personen"
        " personne personnen figuren types lui daders verdachten overvallers rovers dieven jochies gastjes mannetjes "
        "individuen pubers tieners"
        " jongeren dd inz inzittenden opzittenden mensen jongelui knapen kereltjes criminelen boeven "
        "gozertjes guys lads"
        " dudes chaps men women girls boys people persons suspects robbers offenders perpetrators thieves kids teens"
        " teenagers youths individuals males females occupants gentlemen ladies perps fellas blokes "
        "strangers youngsters"
        " gunmen inbrekers onbekenden jongetjes knulletjes",
        # People who may be the offender, if nobody else is.
        "PERHAPS": "patient patiente klant bezoeker bestuurder rijder inzittende beller hotelgast customer driver "
        "rider"
        " visitor courier caller client driver guest",
        "MATE": "maat maatje vriend vriendin kompaan handlanger kameraad makker mate friend buddy accomplice "
        "partner pal"
        " girlfriend boyfriend compagnon",
        "CRIME": "overval overvallen beroofd beroving robbed robbery attacked overvalen mugged jumped gestoken stabbed",
        "HE": "hij ie he him hem m'n",
        "SHE": "she",
        "THEY": "they them zij ze hun hen",
        # Who works in a shop or is robbed.
        "STAFF": "collega collega's collegas medewerker medewerkster medewerkers personeel kassiere caissiere "
        "eigenaar"
        " eigenaresse eig medew verkoper verkoopster portier nachtportier beveiliger beveiliging bewaker "
        "kok chef baas"
        " manager bedrijfsleider filiaalleider receptionist receptioniste chauffeur taxichauffeur "
        "vrachtwagenchauffeur"
        " bezorger pakketbezorger maaltijdbezorger pizzabezorger koerier pizzakoerier maaltijdkoerier "
        "geldloper assistent"
        " assistente stagiair stagiaire vakkenvuller vakkenvullers dochter zoon neef nicht broer zus "
        "broertje zusje moeder"
        " vader oma opa buurman buurvrouw buur apotheker bakker slager barman uitbater juwelier staff "
        "colleague colleagues"
        " coworker employee employees cashier owner boss manager clerk porter guard cook baker pharmacist "
        "barista bartender"
        " receptionist supervisor son daughter brother sister mother father gran grandma neighbour "
        "neighbor waiter waitress"
        " winkelbediende winkelbedienden bediende worker workers shopkeeper personeelslid md'rs baliemedewerker "
        "baliemedewerkster",
        "MY": "mijn mn m'n onze ons my our uw your je jullie mijne",
        "SHOP": "winkel winkels zaak zaken shop shops store stores pand winkelpand filiaal toko bedrijf vestiging "
        "winkeltje"
        " zaakje winkelruimte business premises",
        "ROUND": "etalage etalages vitrine vitrines pui gevel ingang entree showcase showcases window windows "
        "display displays"
        " entrance storefront winkelruit winkelraam raam ramen ruit toonbank balie counter uitstalling "
        "frontage winkel"
        " zaak shop store front desk",
        "LAYOUT": "camera cameras camera's beveiligingscamera* cameraatje* bewakingscamera* kassa kassa's kassas "
        "kassala*"
        " kassalade la lade kluis kluizen kluisruimte indeling plattegrond inrichting magazijn kantoor "
        "kantoorruimte cctv"
        " till tills register registers safe vault layout cash drawer office stockroom storeroom "
        "back-office backoffice"
        " alarmsysteem bewegingsmelder* sensor sensors sensoren alarmkastje* detectiepoort* poortjes"
        " kluisje camera'tjes kamera kamera's kameras cam cams cammetjes camsysteem safes kassablok "
        "bewakingscamera camerasysteem cashdesk floorplan",
        "EXIT": "yard stegen zijsteeg brandpad sluiproute sluipweg achtererf binnenplaats passage passageway "
        "backstreet "
        "fire-exit "
        "fire-escape vluchtpad achterweg achterstraat steeg steegje steegjes achterom achteruitgang achteruitgangen "
        "nooduitgang nooduitgangen vluchtroute"
        " vluchtroutes vluchtweg vluchtwegen brandgang brandgangen achterpad achterpaden achterkant poorten poort"
        " poortje schutting uitgang uitgangen alley alleys alleyway alleyways exits exit lane backyard gate gates"
        " route routes doorgang gangetje brandtrap brandpoort achterterrein",
        "DOOR": "deur deuren achterdeur achterdeuren voordeur voordeuren zijdeur zijdeuren rolluik rolluiken luik "
        "luiken"
        " slot sloten klink deurklink klinken deurkruk hek rolhek nooduitgang nooddeur schuifdeur deurtje "
        "personeelsdeur"
        " magazijndeur winkeldeur schuifdeuren garagedeur poort *deur *deurtje *deuren *rolluik *luik *hek *klink "
        "zijdeurtje "
        "achterdeurtje personeelsingang leveranciersingang dienstingang achteringang zijingang rolhek hangslot "
        "cilinder padlock doorknob latch shutters backdoors door doors handle handles lock locks shutter shutters"
        " backdoor gate grille deurknop raampje",
        "FACE": "gezicht gezichten mond neus hoofd ogen face faces mouth nose snufferd snoet kop gelaat gezichtje kin",
    }
)
register(
    {
        "LOOK": "observere* inspectere* bestudere* geintere* opvallend* keek keken kijkt kijken kijk kijkend "
        "gekeken kijkte loer* geloerd koekeloer* gluur* gegluurd "
        "staar* gestaard"
        " bekeek bekeken bekijkt bekijk bekijken bestudeer* inspecteer* geinspecteerd observeer* "
        "geobserveerd let letten"
        " lette gelet tuurt tuurde tuurden turen spied* bespied* afspeur* rondkijken rondkeek rondkeken "
        "rondkijkt speur*"
        " verken* opmeten opmeet gluren aanstaren scande scannen scant gescand"
        " looked looking looks look watching watched stare* staring eyeing eyed eyeballing "
        "checking checked"
        " checks check studied studying studies study scanning scanned scoping scoped casing cased "
        "inspecting inspected"
        " observing observed peering peered gazing peeking peeked memorising gaze glancing glanced "
        "interesse belangstelling interested"
        " interest aandacht wees wijst wijzen wijzend gewezen pointing",
        "ASK": "informere* uithoren gestelde stelde stelden stelt stellen vroeg vroegen vraagt vragen vraag "
        "gevraagd doorvragen doorvroeg doorvroegen vragend informeer* geinformeerd polste polsen polst "
        "gepolst"
        " navraag wilde wilden wou wouen wouden wil willen benieuwd"
        " ask asked asking asks enquired enquiring inquired inquiring questions question questioned vragen "
        "vraagje vraagjes wanted"
        " wanting wants uithoren uithoorde uitgehoord uitvragen uitvroeg",
        "PHOTO": "film filmt filmen filmde filmden filmend gefilmd filmpje filmpjes filmte filmd foto fotos foto's "
        "fotootje*"
        " fototje* fotografe* gefotografeerd opnames opname opnamen video video's videos videootje "
        "beelden beeldopnames"
        " photo photos pic pics picture pictures photographed photographing photographs photograph filming "
        "filmed films"
        " recording selfies selfie snapping snapped kiekjes kiekje plaatjes vastgelegd footage videoed",
        "BUY": "koop koopt kopen kocht kochten gekocht aankoop koopte buy buying bought buys purchase purchased "
        "purchasing"
        " afrekenen rekende rekenden afgerekend besteld bestellen bestelt order ordered ordering tanken tankt tankte",
        "NOTHING": "niets niks nix nothing geen niet zonder without never nooit nada anything nikske nul no not "
        "didn't didnt"
        " don't dont doesn't doesnt neither nver zero noppes none",
        "RUN": "ren rent rennen rende renden gerend sprint sprintte sprintten spurt* vluchtte vluchtten vlucht "
        "vluchten"
        " gevlucht wegvlucht* ervandoor wegren* wegrenn* weggerend weggelopen weggevlucht wegrende "
        "wegrenden ran run runs"
        " running fled flee fleeing bolted bolt bolts legged sprinted dashed scarpered hurried escaped gevl wegrende",
    }
)
register(SYNONYMS)
