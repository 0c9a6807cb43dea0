"""Words for what was taken, and for taking it."""

LOOT = {
    "CASH": "geld kassageld kasgeld contant contanten dagopbrengst opbrengst dagomzet omzet wisselgeld briefgeld "
    "papiergeld muntgeld kleingeld fooi fooienpot fooiengeld"
    " geldkist geldla geldkistje geldkoffer geldbuidel geldtas geldtasje geldlade kassalade kassala lade "
    "geldcassette briefjes biljetten bankbiljetten valuta kassainhoud kasgelden"
    " geldzak geldbedrag kas portemonnee cash money till takings banknotes notes bills float tips geldbox "
    "twintigje twintigjes vijfje vijfjes briefgeld muntstukken kasinhoud geldrol geldrollen stapel-briefjes bankroll "
    "banknote quid pounds grand coins twenties fifties tenners fivers change-float wad "
    "spaarpot collectebus geldcassettes dagontvangst dagontvangsten ontvangsten kassabak weekomzet weekendomzet "
    "geldkoffers geldcassettes weekopbrengst geldkisten sealbag sealbags dagkas kluisinhoud duizendjes tientjes "
    "vijftigjes flappen poen doekoe dough kassa la gokkast gokkasten "
    "fooienpotje kluisgeld kassalades euro's "
    "euro euros earnings revenue drawer register",
    "TOBACCO": "sigaretten sigaret tabak shag peuken sloffen slof rookwaar rookwaren vapes vape sigaren marlboro "
    "pakjes-sigaretten cigarettes cigarette cigs tobacco cartons"
    " tabaksrek sigarettenrek tabaksschap sigarettenschap tabakswaren rooktabak tabaksvoorraad sigarettenvoorraad "
    "rolling-tobacco baccy fags"
    " cigars cigaretten smokes ciggies snus shagbuilen filtersigaretten sigretten sigareten e-sigaretten shagpakjes",
    "JEWELLERY": "sieraden sieraad juwelen ring ringen trouwringen ketting kettingen collier colliers armband "
    "armbanden "
    "oorbellen horloge horloges klokjes goud"
    " rolex rolexen diamanten diamant trouwring watches watch jewellery jewelry jewels rings necklace "
    "rolexes cartier breitling omega's pols-horloge dameshorloge herenhorloge zilverwaren verlovingsring trays pieces "
    "necklaces bracelet bracelets earrings gold diamonds kettinkjes gouden zilverwerk"
    " kettinkje armbandje goudstukken juweel goudstaaf goudstaven goudbaren munten hangers broche broches",
    "PHONES": "telefoon telefoons iphone iphones mobieltje mobieltjes mobiel smartphone smartphones gsm gsm's "
    "*toestellen demotoestel toestel nokia's huaweis pixels demo-phones demotelefoons "
    "samsungs phone phones handset handsets mobiles mobile smartphones telefoontoestellen",
    "GLASSES": "monturen montuur brillen zonnebrillen bril zonnebril frames glasses sunglasses spectacles eyewear "
    "*monturen *montuur *brillen ray-bans rayban raybans ray-ban oakleys oakley",
    "MEDICINE": "medicijnen medicijn medicatie pillen oxycodon oxy geneesmiddelen ritalin morfine opiaten slaappillen "
    "medicines medicine meds medication pills"
    " drugs opioids painkillers pijnstillers tramadol oxycodone diazepam morphine xanax methadon fentanyl "
    "benzo's prescription methylfenidaat",
    "GOODS": "parfum parfums lading pakket pakketten pakketje pakketjes doos dozen drank flessen whisky whiskey "
    "wodka wijn jassen kleding kleren tassen riemen schoenen tas rugzak spullen handel vracht"
    " fietscomputers laptop laptops computers scheermesjes cosmetica maaltijdtas eten pizza pizza's "
    "fietsen fiets bus busje truck vrachtwagen auto autosleutels goederen winkelwaar artikelen "
    "cadeaubonnen krasloten"
    " bier vlees snoep boodschappen gereedschap speelgoed koffer parcels parcel bag bags goods perfume "
    "liquor bottles bottle booze alcohol clothes coats bikes laptops stock load cargo box boxes food "
    "pizzas merchandise trailer sneakers *jassen *shirts *broeken *truien bontjas merkkleding sportkleding "
    "merkkleren poststukken bestellingen bestelling maaltijden drones airpods "
    "koptelefoons koptelefoon oplaadkaarten cadeaukaarten lootjes fietsaccu accu's gamecomputers games "
    "pallets pallet "
    "snoepgoed headphones vouchers scratchcards packages package deliveries"
    " tvs televisies televisie consoles flesjes sterkedrank cognac "
    "spirits whiskys rucksack rucksacks backpack backpacks meals meal dinners sushi cosmetics geurtjes crèmes cremes "
    "batterijen chargers ipads ipad macbook macbooks"
    " handbags designer tools scooter brandstof diesel benzine loten dozen apparatuur tablets playstation "
    "playstations consoles spelcomputers staatsloten champagne handtas handtassen handbag",
}
"""What was taken, by its kind."""

TAKING = {
    "LOOT": " ".join(LOOT.values()),
    "TAKEN": "mee weg kwijt gestolen meegenomen afgenomen buitgemaakt buit weggenomen gepakt pakte pakten pakt "
    "pakken gegrist griste gristen grist grissen gegraaid graaide"
    " graaiden graaien graait grissen rukken sleuren inpakken ingepakt meekrijgen vullen gevuld gestolen stal "
    "stalen gejat jatte geroofd roofden nam namen neemt nemen meenam meenamen "
    "leeggehaald leeggeroofd leeggemaakt leeg leegroven leegmaken geleegd gekregen kreeg kregen"
    " gegeven gaf afgegeven afgeven afgepakt ervandoor vandoor meegegrist greep grepen gegrepen "
    "meegesleept ontvreemd gegraai buitgemaakte graait verdwenen meegekregen overgeladen overhandigd"
    " taken took take takes stole stolen grabbed grab grabs gone snatched emptied empty cleared nicked "
    "robbed swiped gave given handed"
    " missing lost loot got steal scooped made lifted meegeno meegenomn meegegeven meegaf meegaven "
    "afgestaan ingeleverd overhandigen overhandigde bemachtigd ingepikt gepikt weggehaald leegruimde "
    "leeggeruimd weggegrist meegepikt meegraaide buitgemaakt pocketed pinched bagged",
    "DEMAND": "eiste eisten eist eisen wou wouen wilde wilden wil willen vroeg vroegen vraagt probeerde "
    "probeerden demanded demanding demands wanted wants tried asked trying zei zegt riep roept "
    "schreeuwde riepen roepen schreeuwden schreeuwt shouted yelled shouting geef"
    " attempted proberen geprobeerd dreigde",
    "AWAY": "weg vertrokken gevlucht vandoor ervandoor afgedropen afgetaaid left fled gone ran",
}
"""Words for taking it, and for wanting it."""
