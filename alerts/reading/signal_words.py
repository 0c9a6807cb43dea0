"""Words that signals of reconnaissance are read from."""

SIGNAL_WORDS = {
    "LOOPS": "laps doing telkens steeds herhaaldelijk rondje rondjes draaide drentelt drentelde slenterde slenteren "
    "browsed browsing "
    "fondling wandered wandering popping keeps kept keep repeatedly over_en_weer ijsbeert pottenkijken snuffelen "
    "snuffelt "
    "snuffelde struinen struint struinde ages urenlang langdurig",
    "SHIFT": "staat staan werkt werken werk werkzaam zijn is loopt lopen rondlopen aanwezig dienst afsluit afsluiten "
    "afgesloten sluiten sluit bezet work works working there in on shift closing avonds savonds nachts",
    "CLOSES": "afsluit afsluiten afgesloten sluit sluiten dichtdoet dichtdoen dichtgaan dichtgaat opendoet openmaakt "
    "opent closes close closing locks lock shuts",
    "COUNT": "twee drie vier vijf zes zeven acht two three four five six seven eight 2 3 4 5 6 7 8 9 10 meerdere "
    "verschillende diverse several multiple enkele alle all",
    "NTH": "tweede derde vierde vijfde zesde zoveelste second third fourth fifth sixth umpteenth 2e 3e 4e 5e",
    "SHOPS": "zaken juweliers adressen panden *winkels *zaken *shops juweliers opticiens supermarkten jewellers "
    "jewelers slijterijen slijters "
    "drogisten drogisterijen businesses apotheken tankstations snackbars cafetaria's goudinkopers bakkers bakkerijen "
    "cafes restaurants hotels boetieken boutiques kappers shops stores pharmacies opticians bakeries bedrijven "
    "supermarkets ondernemers",
    "TORE_OFF": "scheurde scheurden scheurt spoot spoten stoof stoven racete raceten sjeesde sjeesden peerde smeerde "
    "smeerden sprintte sprintten vloog vlogen spurtte sped raced tore zoomed bolted legged scarpered wegscheurde "
    "wegspoot wegstoof wegracete",
    "WENT_TO": "afliep afging afstapte toestapte toeliep toeging liep ging stapte gingen liepen afkwam went stepped",
    "SHOPKIND": "*boer *studio kapperszaak nagelsalon *salon *handel *theek bouwmarkt tuincentrum warenhuis "
    "parfumerie kroeg toko gokhal speelhal kringloop "
    "boekhandel slagerij bloemenzaak brillenzaak florist's butcher greengrocer baker chemist bookshop pawnbroker "
    "hairdresser barber barbershop bookmakers *winkel *winkels *zaak *zaken supermarkt supermarkten slijterij "
    "slijter slijterijen tankstation "
    "tankstations pompstation snackbar snackbars cafetaria restaurant restaurants cafe hotel hotels "
    "apotheek apotheken drogist"
    " drogisterij bakkerij bakker bakkers juwelier juweliers opticien opticiens casino gokhal "
    "goudinkoop wisselkantoor boetiek kiosk supermarket supermarkets pharmacy pharmacies drugstore "
    "jeweller jewellers"
    " jeweler jewelers optician opticians bakery bakeries boutique boutiques shop shops store stores "
    "bank slager slagerij bloemist kapper kapsalon station lobby terras pub bar kroeg lunchroom "
    "opticians tobacconist tobacconist's optician's jeweller's jeweler's chemist chemist's baker's butcher's "
    "newsagent florist",
    "SECURITY": "alarminstallatie alarm alarmsysteem beveiliging beveiligd security camera cameras camera's "
    "bewaking geldtransport "
    "geldwagen geldauto waardetransport geld money cash kluis safe personeel"
    " staff sluitingstijd sluitingstijden openingstijden sluiten sluit dicht open closing close alone "
    "alleen collega collega's bezetting bezet dienst rooster keys sleutel sleutels geldloper guard "
    "bewaker beveiliger"
    " nachtdienst shift kassa opening storten afgestort gestort bank code alarmcode till kassageld "
    "contant dagopbrengst omzet afsluit afsluiten afsluiting openen werken werkt work works working "
    "opent opens",
    "MANY_TIMES": "keer keren maal x times time keertje viermaal driemaal tweemaal vijfmaal zesmaal twice "
    "meermaals "
    "herhaaldelijk repeatedly steeds telkens constantly continu",
    "HANG": "hangt hangen hing hingen rondhangen rondhing rondhingen rondhangt hanging hang hangs hung "
    "loitering loiter loitered loiters rondhangend blijft blijven bleef bleven lingering lingered "
    "lingers waiting waited waits wait"
    " wacht wachten wachtte wachtten wachtend staat staan stond stonden stand stands standing stood "
    "treuzelt treuzelen treuzelden treuzelde drentelt drentelde drentelen posten post postte posted "
    "zit zat zitten zaten sits sat sitting waits hangt lopen loopt liep liepen rondlopen been appears",
    "CLOSING": "opengingen dichtgingen opengingen openging dichtging afsluiten ophalen sluitingstijd sluitingsuur "
    "sluit sluiten afsluiten afsluit afsloten sloten sluiting openingstijd "
    "opening openen openmaken opengaan opendoen openden opende opent dichtgaan dichtging closing close "
    "closed locked lock-up opening"
    " afsloot sloot dichtdoen afsluittijd sluitingstijden opendeed opendoe openmaakte locking "
    "sluitings openingsuur openings",
    "LONG": "lang langdurig uur uren uurtje kwartier kwartieren minuten min halfuur minutes minute hours hour "
    "hrs ages mins",
    "FEEL": "voelt voelen voelde voelden gevoeld voel trekt trekken trok trokken getrokken rammelt rammelen "
    "rammelde rammelden gerammeld morrelt morrelen morrelde morrelden gemorreld rukt rukken rukte "
    "rukten gerukt duwt duwde wrikt wrikte"
    " schudde schudden schudt geschud tilt tilde tilden optilde optilden opgetild getild lifted lifting wrikken "
    "wrikten gewrikt peuterde peutert "
    "peuteren friemelde friemelt probeert proberen probeerde "
    "probeerden geprobeerd checkt checkte test testte testen testten getest controleert controleerde "
    "controleren controleerden gecontroleerd"
    " pulled pulls pulling pull rattled rattles rattling rattle tried tries trying try tested testing "
    "tests test tugged tugging tugs jiggled jiggling jiggles fiddled fiddling checking checked checks "
    "feeling felt yanked yanking yanks shook shaking rammelend"
    " priegelt priegelde sjorde sjort sjorden sjorren trek trekkend voelend bewoog draaide draait "
    "prying pried forcing forced wiggling wiggled",
    "PRICY": "allerduurste allerduurst duurste duur dure duurdere kostbaarste kostbare exclusiefste expensive "
    "priciest pricey dearest "
    "dearer costliest kostbaar waardevolle waardevolste valuable prijzige prijzigste topstuk "
    "topstukken pronkstuk exclusieve luxe luxury high-end",
    "JEWEL": "armbanden colliers bracelets necklaces sieraden ring ringen horloge horloges ketting kettingen collier "
    "armband sieraad sieraden juweel diamant "
    "watch watches necklace bracelet ring rings diamond diamonds earrings oorbellen piece item items "
    "stuk stukken spullen iphone iphones"
    " telefoon phone phones laptop montuur monturen bril zonnebril frames goud gold rolex model "
    "exemplaar artikel toestel camera whisky fles cognac bottle handtas",
    "SHOWN": "zien tonen toonde laten vasthouden passen see show shown hold showing voorleggen bekijken bekeken "
    "tonend getoond vragen vroeg vraagt asked asking asks passen pakken toon proberen try view handle "
    "hebben",
    "SCARED": "schrok schrokken schrikt schrikken geschrokken schrik schrikje schrikte startled spooked panicked "
    "panicked flinched jumped startle startles schrikreactie verschrok betrapt schichtig nerveus",
    "ADDRESSED": "kuchte schraapte hoestte aansprak aangesproken aanspreken spraken sprak aanspraken vroeg vroegen "
    "zei riep roep toekwam "
    "toeliep toelopen zag zagen saw spotted approached asked addressed said spoke confronted noticed "
    "hello kwam kwamen came looked walked shouted yelled zwaaide waved coughed"
    " riepen naderde ontdekte opmerkte doorhad doorhadden doorkreeg merkte merkten keek aankeek opviel "
    "help helpen pakte",
    "QUICK": "wegliep wegliepen wegreed wegreden wegging weggingen wegfietste wegrijden weglopen snel gauw weg "
    "beende benen spoorloos gevlogen verdween verdwenen verdwijnt halsoverkop hals-over-kop spoorslags ijlings "
    "holderdebolder "
    "pijlsnel vliegensvlug "
    "disappeared vanished hastily scurried "
    "vandoor ervandoor meteen direct haastig quickly fast hurry hurried gelijk haast "
    "spoed ineens plotseling rap speedily immediately abruptly off away vertrokken left fled bolted "
    "ran rende renden wegrende wegrennen vertrok liepen liep walked left leaves drove reed reden "
    "weggereden dook gone",
    "IN_OUT": "in uit binnen buiten",
    "PAST": "langs voorbij rondjes rondje past by passing passed around circling circles circled blokje heen "
    "crawling crawled kruipt rondrijden",
    "DRIVES": "rijdt rijden reed reden rijd rijdn gereden driving drove drives drive driven crawled crawling "
    "crawls cruising cruised cruises rolled rolling circling circled circles passing passed passes "
    "rolls kruipt kruipen cirkelt cirkelen toert toeren",
    "SLOW": "langzaam stapvoets traag slowly slow crawling crawl steeds telkens keer rondjes kruipend kruipt "
    "langzame times weer opnieuw again repeatedly meermaals constant continu rondje blokje constantly",
    "PARKED": "geparkeerd geparkeerde parked staat staan stond stonden stilstaan stilstaat parkeert parkeerde "
    "parking parks parked stationair wacht wachten stil staande stopt stopte zit zat zitten zaten "
    "sitting sits sat waits waiting waited standing standing stopped stops been",
    "BEFORE": "voor tegenover bij naast deur ingang winkel zaak shop store juwelier outside front opposite "
    "before entrance door supermarkt tankstation across hiertegenover buiten near overkant etalage "
    "schuin",
    "EVERY": "alle alles elke iedere every all several verschillende meerdere diverse andere ook buren next "
    "both beide each overal hele heel rij af",
}
