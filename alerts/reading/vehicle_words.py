"""Words for vehicles: makes, models and kinds, as they are called in the Netherlands."""

from alerts.reading.lexicon import register
from alerts.reading.reading import VehicleClass

_CLASSES = {
    "CAR": "auto auto's autos autootje autotje personenauto personenauto's personenwagen huurauto huurwagen "
    "stationwagon "
    "stationwagen stationcar hatchback sportwagen sportauto terreinwagen terreinauto suv suv's cabrio cabriolet car "
    "cars "
    "sedan saloon hatch leaseauto leasebak deelauto gezinsauto limousine limo coupe crossover mpv 4x4 "
    "pickup "
    "oldtimer brommobiel microcar wagen wagentje bolide bak hybride convertible roadster getaway-car autoo aut "
    # makes
    "audi audietje bmw bmw'tje mercedes merc mercedez mercedess benz volkswagen volkswagon volkswage vw opel opeltje "
    "renault renaultje peugeot peugeotje pegeot peugot citroen toyota skoda ford fordje kia hyundai huyndai mazda "
    "nissan "
    "volvo fiat fiatje mini tesla suzuki honda dacia lexus porsche jaguar mitsubishi alfa lancia chevrolet chevy seat "
    "saab "
    "smart daihatsu cupra subaru ssangyong daewoo polestar bentley ferrari lamborghini maserati dodge cadillac "
    "chrysler "
    "infiniti hummer vauxhall landrover rover jeep mg byd genesis lada abarth lynk "
    # models
    "passat golf golfje polo polootje lupo arteon tiguan touran touareg sharan scirocco jetta beetle kever t-roc "
    "t-cross "
    "a1 a3 a4 a5 a6 a7 a8 q2 q3 q5 q7 q8 s3 rs3 rs4 rs6 tt e-tron "
    "1-serie 3-serie 5-serie 7-serie x1 x3 x5 x6 m3 "
    "a-klasse b-klasse c-klasse e-klasse s-klasse cla glc amg "
    "astra corsa insignia zafira vectra meriva mokka agila crossland grandland kadett tigra ampera "
    "clio megane twingo captur scenic laguna zoe kadjar modus espace twizy austral "
    "106 107 108 205 206 207 208 306 307 308 406 407 408 508 2008 3008 5008 "
    "c1 c2 c3 c4 c5 ds3 cactus picasso xsara saxo "
    "fiesta focus mondeo kuga escort ka c-max s-max b-max ecosport mustang galaxy "
    "yaris aygo auris corolla prius rav4 avensis hilux c-hr landcruiser camry verso "
    "picanto sportage ceed rio niro sorento stonic venga "
    "i10 i20 i30 tucson kona ioniq getz atos "
    "ibiza leon ateca arona alhambra mii "
    "octavia fabia superb kodiaq scala karoq kamiq citigo enyaq roomster yeti "
    "panda punto 500 tipo stilo seicento "
    "micra qashqai juke x-trail almera "
    "swift alto vitara ignis baleno celerio jimny "
    "cx-3 cx-5 cx3 cx5 mx5 mx-5 "
    "colt outlander pajero carisma "
    "v40 v50 v60 v70 v90 s40 s60 s80 xc40 xc60 xc90 850 "
    "civic jazz accord cr-v crv hr-v "
    "sandero duster logan lodgy "
    "cooper clubman countryman model matiz cuore sirion kalos aveo "
    "cayenne macan panamera evoque freelander giulietta mito ypsilon club express range",
    "VAN": "busje busjes bussie bestelbus bestelbusje bestelbusjes bestelwagen bestelauto bestelauto's bestelbussen "
    "bestelwagentje bakwagen werkbus werkbusje klusbus klusbusje verhuisbus verhuisbusje koeriersbus koeriersbusje "
    "aannemersbus aannemersbusje schildersbus loodgietersbus vito sprinter transit transporter caddy vivaro trafic "
    "crafter "
    "berlingo kangoo partner boxer ducato jumper expert jumpy master doblo bestelvan vans minivan minibus campervan "
    "camper "
    "camperbus camperbusje kampeerbus kampeerbusje connect transit-connect minibusje personenbus personenbusje "
    "rolstoelbus "
    "taxibus taxibusje multivan caravelle citan viano v-klasse movano combo nv200 nv300 primastar talento scudo "
    "fiorino "
    "proace tourneo dokker rifter hiace iveco maxus t4 t5 t6 transportbusje",
    "BUS": "bus bussen",
    "TRUCK": "vrachtwagen vrachtauto vrachtauto's truck lorry trailer oplegger vrachtwagens vrachtwagentje trekker "
    "kiepwagen kipper verhuiswagen hgv scania daf tankwagen vuilniswagen truckcombinatie",
    "MOTORCYCLE": "motorfiets motorfietsen motorrijder motorrijders motorbike motorbikes motorcycle motorcycles "
    "motorfietsje motorfets crossmotor racemotor motoren crosser kawasaki ducati harley dirtbike dirtbikes",
    "MOTOR": "motor",
    "SCOOTER": "scooter scooters scootertje scooterje scoter scoters scootr skooter brommer brommers brommertje "
    "brommmer "
    "bromer snorfiets snorscooter motorscooter motorscooters bromfiets bromfietsen bromscooter snorrie vespa vespa's "
    "moped "
    "mopeds tmax t-max piaggio deelscooter maxiscooter maxi-scooter e-scooter felyx aerox kymco gilera speedfight puch "
    "zundapp solex tomos",
    "BICYCLE": "*fiets crossfiets fiets fietsen fietsje damesfiets herenfiets racefiets fatbike fatbikes fetbike "
    "fat-bike "
    "fat-bikes fatbikje vetbike e-bike ebike ebikes e-bikes bakfiets elektrische-fiets mountainbike mountainbikes mtb "
    "speedpedelec bicycle bicycles bike bikes vouwfiets omafiets bmx ov-fiets swapfiets pushbike cycle koersfiets "
    # who cycled is told of with the verb only
    "fietste fietsten wegfietste wegfietsten weggefietst wegfietsen weg-gefietst cycled pedalled pedaled fietsend "
    "fietsende",
}
CLASS_OF = {
    "VAN": VehicleClass.VAN,
    "SCOOTER": VehicleClass.SCOOTER,
    "MOTORCYCLE": VehicleClass.MOTORCYCLE,
    "BICYCLE": VehicleClass.BICYCLE,
    "TRUCK": VehicleClass.TRUCK,
    "MOTOR": VehicleClass.MOTORCYCLE,
    "BUS": VehicleClass.VAN,
    "CAR": VehicleClass.CAR,
}
"""The class of each concept; the first that a word stands for counts."""

_DOUBTFUL_TEXT = """
    polo focus ka rio mini 500 smart seat master partner model alto scala up a1 a3 a4 a5 a6 a7 a8 q2 q3 q5 q7 q8
    c1 c2 c3 c4 c5 x1 x3 x5 x6 s3 m3 tt 106 107 108 205 206 207 208 306 307 308 406 407 408 508 2008 3008 5008
    850 expert boxer jumper connect trailer leon jazz swift escort range rover beetle kever alfa civic superb
    logan hatch cycle i10 i20 i30 zoe jeep caddy express duster juke club golf wagen wagentje bak galaxy espace
    modus mustang tigra colt combo cactus saxo accord verso picasso mg genesis dodge amg cla cooper benz aut t4
    t5 t6 daf mito kipper trekker crosser stilo tipo yeti getz kona niro mii ignis picanto puch jaguar puma
    pickup merc limo bussie ibiza lada custom
"""
DOUBTFUL = frozenset(_DOUBTFUL_TEXT.split())
"""Words that are a vehicle only where a colour, a make or an article stands before them."""

register(_CLASSES)
register(
    {
        "VEHICLE": " ".join(word for words in _CLASSES.values() for word in words.split() if word not in DOUBTFUL),
        "MAYBE_VEHICLE": _DOUBTFUL_TEXT,
        "MODEL": "golf polo caddy leon swift focus seat partner mini scala jeep civic",
        "BRAND": "audi bmw mercedes merc benz volkswagen vw opel renault peugeot citroen skoda toyota ford kia "
        "hyundai mazda "
        "nissan volvo fiat mini tesla suzuki honda dacia seat volkswagen range alfa jaguar mitsubishi chevrolet dodge "
        "cupra daihatsu subaru smart lexus porsche land mercedez volkswagon mg vauxhall model",
        "LOOKS_OF_CAR": "estate saloon sports station family personen sport oude oud nieuwe kleine grote klein "
        "donkere lichte "
        "donker licht vieze deuk old small big dark dirty battered little new large shiny light beat-up gedeukte "
        "gestolen "
        "stolen verdachte klassieke geblindeerde sportieve dure elektrische electric metallic verroeste oud model van "
        "matte mat opvallende onbekende unmarked tinted dezelfde zelfde snelle dikke hele vrij typische",
    }
)
