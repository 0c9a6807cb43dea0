"""Patterns that tell how the offenders of a robbery went about it; `patterns.py` says how they are written."""

from collections.abc import Mapping, Sequence

APPROACH_PATTERNS: Mapping[str, Sequence[str]] = {
    "hit_and_run": (
        "smash|smashed|grab ..1 and|n|& grab|grabbed|run|grabs",
        "smash|smashed|grab grab|grabbed|run",
        "snatch|smash|grab and|& grab|run|go",
        "griste|gristen|graaide|graaiden|snatched|swiped ..9 en|and|then|toen|daarna ..5 QUIT|RUN|lopen",
        "gone|out|weg|away|off ..2 in|within|binnen ..2 minute|minuut|seconds|seconden|seconde|sec|tellen",
        "snatch|hit and|& run|go",
        "griste|gristen|gris|grist|grissen|gegrist|meegegrist|graaide|graaiden|graait|graaien|gegraaid|"
        "snatched|swiped|scooped|weggegrist|grijpt|grepen|greep|grabbed ..8 legged|bolted|sprinted|weg|rende|"
        "renden|rennen|wegrennen|"
        "seconden|sec|tellen|minuut|ran|out|run|weer|vandoor|toonbank|balie|gerend",
        "stormd*|stormen|rennen|renden|rende|rent|stormed|rushed|burst|vlogen|stormt|stormdenn ..3 "
        "binnen|in|inside ..9 weg|weer|buiten|gegrist|grissen|grepen|gristen|out|grabbed|sec|seconden|"
        "tellen|minuut",
        "binnen|within|in ..2 seconden|tellen|sec|minuut|seconds|minute|20|30 ..12 weg|out|gone|weer|buiten|off|"
        "verdwenen|vertrokken|disappeared|vandoor",
        "binnen|within|in NUMBER|20|30|10|15 seconden|tellen|sec|seconds ..9 weg|vertrokken|gone|left|fled|vandoor",
        "in and out ..3 within|in|seconds|minute",
        "all|over ..2 in|within ..2 seconds|sec",
        "alles|hele|het ..3 in|binnen|duurde ..3 tellen|seconden|sec|halve",
        "duurde|took|lasted ..6 seconden|tellen|seconds|sec|minuut|minute",
        "in|smash armful|armvol|handful ..6 out|weg|gone",
        "binnengerend|binnengestormd|binnengevallen|binnenrennen|binnenstormen|binnenrende|binnenrenden|"
        "binnenstormde|"
        "binnenstormden|binnengesprint ..9 weg|weer|buiten|gegrist|grissen|grepen|gristen|greep|gegrepen|eruit|"
        "vandoor|"
        "ervandoor|tellen|sec|seconden|minuut",
        "rushed|ran|barged|burst|stormed|charged in|inside ..9 out|gone|ran|bolted|legged|off",
        "snatched|snatch|grabbed|lunged|reached ..2 at|for ..6 out|ran|gone|bolted|legged|fled",
        "snelle|snel graai|greep|kraak",
        "graai|greep ..2 kassa|kassala|geldla|la|lade|vitrine|toonbank|schap|rek ..9 weg|QUIT",
        "veegde|veegden|veegt|vegen|swept ..5 leeg|off|into|in ..9 weg|QUIT|buiten|tellen|sec|seconden|gone|out",
        "in|binnen een|1 mum|flits|oogwenk|zucht",
        "met|with ..3 handvol|handful|armvol|armful ..6 QUIT|RUN",
        "griste|gristen|graaide|graaiden|grissen|graaien|snatched|swiped ..9 QUIT|RUN",
        "snelkraak|grijpoverval|snelle-kraak",
        "STORMED ..7 binnen|in|inside|into ..9 los|rukte*|trok|trokken|pakte|pakten|namen|took|tore|ripped ..9 QUIT",
        "rukte|rukten|trok|trokken|ripped|tore|yanked|pulled ..5 los|loose|off|stands ..6 QUIT",
        "STORMED ..4 binnen ..4 pakte|pakten|namen|nam|took ..6 weg|QUIT",
        "in en uit ..4 seconden|tellen|minuut",
        "greep|graai ..1 in|uit ..2 kassa|kassala|geldla|kassalade|lade|la ..7 QUIT|weggescheurd|weggerend|weggereden",
    ),
    "as_customer": (
        "als|as|like|gewone|normale|normal|posed|posing|posed|acted|pretended|pretending|deed|deden|"
        "alsof|doen|voordoen ..4 klant|klanten|customer|customers|koper|buyer|shopper|guest",
        "deed|deden|of ..3 klant|klanten",
        "deed|deden|doet|doen|gedaan ..1 net|alsof|of ..5 BROWSING",
        "deed|deden|doet|doen|gedaan of ..7 BROWSING|klant|klanten|kocht|wilde|wilden",
        "alsof ..7 BROWSING|klant|klanten",
        "kwam|kwamen|komt|stapte|stapten|ging|gingen ..1 als ..2 klant|klanten|koper|gast|passagier",
        "als ..2 klant|klanten|koper|passagier|gast ..2 binnen|in|ingestapt|instapte|instapten|stapte|stapten|"
        "binnenkwam|"
        "binnenkwamen|binnengekomen|kwam|kwamen|gekomen",
        "pretending|pretended|posing|posed|acting|acted|claimed|claiming|disguised ..4 customer|customers|shopper|"
        "shoppers|buyer|buyers|guest|guests|passenger",
        "came|walked|went|entered in? ..2 as|like ..2 customer|customers|shopper",
        "liet|lieten ..2 zich? ..6 zien|tonen|uitleggen|voorleggen ..9 trok|trokken|haalde|haalden|pakte|pakten|"
        "spoot|"
        "sloeg|greep|rende|bedreigde|dreigde",
        "bij|tijdens|met|toen het|hij|ze? afrekenen|betalen|afrekende|betaalde|afrekenden ..9 trok|trokken|haalde|"
        "haalden|"
        "toonde|dreigde|bedreigde|pulled|greep ..6 KNIFE|FIREARM|BLUNT|wapen",
        "paying|paid|pay|change ..9 pulled|drew|produced ..5 KNIFE|FIREARM|BLUNT",
        "under the pretext|pretence|guise",
        "onder het mom|voorwendsel",
        "kwam|kwamen|wilde|wilden|wou|wouden|came|wanted ..5 verkopen|kopen|passen|bestellen|afhalen|ruilen|tanken|"
        "afrekenen|"
        "sell|buy|order|collect|pay|pinnen|reserveren ..6 trok|trokken|haalde|haalden|toonde|toonden|pulled|drew|"
        "pakte ..4 "
        "KNIFE|FIREARM|BLUNT|wapen|weapon",
        "alsof|zogenaamd|zogenaamde|kwansuis|quasi ..5 BROWSING|klant|klanten|afrekenen",
        "pretended|pretending|pretends|acted|acting|made|posed|posing ..4 want|wanted|book|booking|reserve|"
        "reservation|table|collect|pick|need|needed|return|returning|change|sell|selling|ask|asking|browse|browsing|"
        "looking|browser|"
        "buy|shop|shopping|"
        "order|ordering|look|interested|pay|paying|choose|choosing|purchase",
        "voordoen|voordeed|voordeden|voorgedaan|uitgeven|uitgaf|uitgaven ..3 klant|klanten|koper|gast|bezoeker",
        "klant|klanten|koper|customer voordeed|voordeden|uitgaf|uitgaven",
        "vroeg|vroegen|bestelde|bestelden|ordered|paste|pasten|bekeek|bekeken|rekende|rekenden|betaalde|koos|"
        "kocht|kochten|kiezen|asked|browsed|browsing ..9 en|and|then|toen|daarna|waarna|opeens|ineens|"
        "plotseling|vervolgens|suddenly trok|trokken|haalde|haalden|pakte|pulled|drew|greep|toonde|produced ..3 "
        "toen|ineens|opeens|een|a|out|KNIFE|FIREARM ..3 KNIFE|FIREARM|BLUNT|wapen|weapon|gun",
        "vroeg|vroegen|bestelde|paste|bekeek|kocht|koos|asked|ordered|browsed|tried ..9 trok|trokken|haalde|haalden|"
        "pulled|drew|toonde|produced|pakte ..1 ineens|opeens|plotseling|toen|suddenly|een|a|out? ..3 OTHER_WEAPON|"
        "SPRAY|"
        "KNIFE|FIREARM|BLUNT",
        "netjes naar|asked ..3 gevraagd|politely",
        "eerst ..2 netjes? ..4 gevraagd|rondgekeken|gekeken|gepast|passen",
        "vroeg|vroegen|wilde|wilden|asked|tried ..1 eerst|first",
        "bestelde|ordered|kocht|bought ..2 eerst|first",
        "paste|pasten|bekeek|bekeken|vroeg|vroegen|kocht|bestelde|tried|browsed|ordered|asked ..9 trok|trokken|"
        "haalde|"
        "haalden|pulled|drew|showed ..1 toen|daarna|ineens|opeens|plotseling|suddenly|then ..2 KNIFE|FIREARM|BLUNT|"
        "wapen|weapon",
        "BROWSED ..14 en|and|then|toen|daarna|before|voordat|waarna ..4 zette|zetten|legde|hield|stak|drukte|richtte|"
        "out|put|"
        "held|pulled|drew|trok|haalde|pakte ..4 KNIFE|FIREARM|BLUNT|SPRAY|wapen|weapon",
        "had|liet|lieten|made ..1 me|mij|us|ons|STAFF ..2 show|zien|laten|tonen|bring|get|pakken",
        "queued|queuing ..9 like|everyone|everybody|basket|line",
        "vroeg|vroegen|vraagt|asked|ordered|bestelde|bestelden|paste|pasten|kocht|wanted|wilde ..6 ITEM",
        "ITEM ..6 taxeren|ruilen|repareren|terugbrengen|return|exchange|valued",
        "beroofd|overvallen|robbed|bedreigd|threatened ..3 klant|customer|passagier|passenger",
        "speelde|speelden|speelt|played|playing|acting|plays ..5 klant|klanten|customer|customers|shopper|koper|buyer",
        "zei|zeiden|zegt|said|claimed|beweerde ..6 voor|for|om ..5 kwam|kwamen|came|wilde|kijken|kopen|bril|ring|"
        "horloge|"
        "telefoon|buy|look",
        "bestelde|bestelden|ordered|vroeg|vroegen|asked|kocht|bought|paste|bekeek|betaalde|rekende ..9 en|and|then|"
        "toen|"
        "daarna|waarna|opeens|ineens|before|voordat ..5 bedreigde|bedreigden|dreigde|dreigden|threatened|threatening|"
        "overviel|spoot|sprayed|sloeg|trok|pulled|greep|grabbed|demanded|eiste|richtte|produced|drew",
        "vroeg|vroegen|asked ..2 om|for|naar ..3 een|a|het|the|pakje|some ..12 trok|pulled|drew|toonde|produced|"
        "haalde ..6 "
        "KNIFE|FIREARM|BLUNT|wapen|weapon|SPRAY",
        "stond|stonden|ging|gingen|wachtte|wachtten ..1 eerst|gewoon|netjes ..3 rij",
        "stood|waited|queued|queuing ..2 first|in|like|up ..3 line|queue|everybody|everyone|others|customer|customers",
    ),
    "waiting_staff": (
        "{opwachten|opgewacht|wachten|wachtte|wachtten|wacht|waiting|waited|gewacht|stond|stonden|"
        "wachtend openen|opende|opendeed|opening|open|openmaken|sluiten|sluit|afsluiten|closing|closed|"
        "locked|locking|afsloot|opendoen|starten|started|shift|afsloten|deur|arrived}9",
        "op te wachten ..6 openen|opende|opening|sluiten|deur|personeelsingang",
        "opgewacht ..5 bij|toen|at|personeelsingang|achter",
        "staan|stond|stonden ..4 op te wachten",
        "stond|stonden|stonds|zat|zaten|staan|lag|lagen ..6 wachten|wachtend ..8 OPENS",
        "wachtte|wachtten|gewacht|waiting|waited|lurking|hiding|hid|verstopt|verscholen ..9 OPENS",
        "OPENS ..7 opgewacht|stond|stonden|waiting|waited ..5 wachten|me|us|him|her|op|for?",
        "opwachten|opgewacht|opwachtte|opwachtten|opwachtend|opgewachte|opwacht",
        "stond|stonden|stonds|zat|zaten|zagen ..3 te wachten ..9 openen|opende|opendeed|open|opening|sluiten|"
        "sluit|afsloot|"
        "afsluiten|aankwam|aankwamen|kwam|arriveerde|sleutel|binnen",
        "wachtte|wachtten|wacht|wachten|gewacht ..2 op ..2 STAFF|me|mij|ons|ze|winkelier|kassier ..9 open*|sluit*|"
        "afsl*|"
        "deur|aankwam|auto|dienst|werk|kwam",
        "lying|lay|waiting|waited|lurking|hiding|hid ..4 me|us|him|her|staff|STAFF ..6 open*|clos*|lock*|arrive*|"
        "shift|"
        "door|car|work|home",
        "overvallen|overviel|beroofd|robbed|grabbed|pakten|grepen|duwden|pushed|forced ..5 toen|terwijl|as|when|"
        "while ..3 "
        "openen|opende|opendeed|afsloot|afsluiten|sloot|opened|opening|locking|locked|closing ..3 up?",
        "toen|terwijl|when|as|while ..4 openen|opende|opendeed|afsloot|afsloten|opened|opening|locking|locked|"
        "closing|"
        "arrived|aankwam|openmaakte ..9 stond|stonden|waiting|jumped|besprongen|overmeesterd|pakten|grepen|"
        "opgewacht",
        "achter ..3 auto|container|struik|struiken|bosjes|muur|hoek verstopt|verscholen|gewacht ..9 STAFF|me|mij|"
        "ons|hem|"
        "haar|toen",
        "wachtte|wachtten|wacht ..3 STAFF op",
        "wachtte|wachtten|wacht|wachten|wachtend STAFF|me|mij|ons|hem|haar|mijn|de|onze ..2 op",
        "stond|stonden|zat|zaten ..3 te wachten|wachtend ..7 openen|opende|opendeed|open|sluiten|afsloot|"
        "afsluiten|deur|personeelsingang|dienst",
        "lay|laid|lying|lurking|hid|hiding ..3 wait|bushes|car|van|container|bins|wall|corner|hedge|entrance|door ..6 "
        "open|opened|opening|closed|closing|"
        "close|locked|lock|staff|me|him|her",
        "verstopt|verscholen|schuilde|schuilden|schuilend ..8 openen|opende|opendeed|afsloot|afsluiten|sluiten|"
        "personeel|collega|medewerker|medewerkster",
        "ambushed|besprongen|overmeesterd|opgevangen ..7 opening|opened|closing|locking|locked|openen|opende|"
        "opendeed|afsluiten|afsloot|sluiten|sluit",
        "openen|opende|opendeed|opening|opened|sluiten|afsluiten|afsloot|closing|locking|locked ..9 "
        "sprong|sprongen|jumped|sprang ..3 bosjes|struiken|bushes|auto|busje|steeg|container|car|alley",
        "sprong|sprongen|jumped|sprang ..4 bosjes|struiken|bushes|steeg|container|alley ..9 openen|opende|"
        "opening|deur|door|"
        "sluiten|afsluiten",
        "jumped ..3 me|him|her|us|staff ..5 opening|opened|closing|locking|locked",
        "wachtte|wachtten|waited|waiting|gewacht ..1 tot|until|till|for ..5 opende|openen|opendeed|"
        "opened|open|closed|sluiten|afsloot|afsluiten|staff|employee|ging|medew|me|us",
        "waiting|waited|lurking|hiding|hid ..5 for me|us|him|her|staff",
        "wachtte|wachtten|wacht|wachten ..9 STAFF op ..1 bij|in|voor|aan|achter|toen|buiten",
        "waiting for me|us|staff|him|her|mij|the",
        "sitting|standing|zaten|stonden|zat|stond|hiding|waiting ..6 till|until|tot|totdat ..5 lights|lichten|licht|"
        "dark|donker|"
        "closed|dicht|left|alone|weg|vertrokken",
        "stond|stonden|was|were|waren ..5 op|for haar|hem|mij|me|ons|STAFF|her|him|us ..1 te? wachten|wachtend|waiting",
        "uitzetten|aanzetten|uitzette|aanzette|uitzet|aanzet ..4 alarm",
        "alarm ..2 uitzetten|aanzetten|uitzette|aanzette|uitzet",
        "zaten|zat|stonden|stond|hiding|crouched ..2 achter|behind|in|tussen|between ..3 *container*|struiken|bosjes|"
        "bushes|"
        "bins|heg|hedge|portiek",
        "wachten|wachtte|wachtten|wacht|gewacht|waiting|waited ..2 op|for|tot|until|till ..4 STAFF|medewerker|first|"
        "eerste|"
        "iemand|someone|we|wij|ik|winkel|zaak|dienst",
        "zat|zaten|stond|stonden ..2 achter|behind|in|tussen|between ..3 struik|struiken|bosjes|bushes|container|"
        "containers|"
        "auto|car|heg|hedge|bins|muur|wall|portiek ..9 tot|until|till|toen|when|totdat ..9 STAFF|ik|we|wij|i|me|opende|"
        "sleutel|key|afsloot",
        "LURKS ..9 tot|until|till|toen|when|as|totdat ..9 STAFF|ik|we|wij|i|me|mij|opende|openen|opened|closing|"
        "sluiten|"
        "afsloot|sleutel|key|locked|unlocked|dichtgingen|dicht",
        "bij|toen|when|while|as ..3 OPENS ..9 opgewacht|klaar|besprongen|ambushed|sprong|sprongen|jumped|waiting|"
        "lurking|verscholen|schuil",
        "tot|until|till|when|toen ..3 we|wij|ik|i|staff|STAFF ..4 dicht|dichtgingen|sloten|afsloten|afsloot|closed|"
        "locked|"
        "lock|opened|opende|unlocked ..9 wachtte|wachtten|waited|waiting|drong|drongen|forced|dwongen|dwong|duwde|"
        "duwden",
        "wachtte|wachtten|wachten|waited|waiting ..6 dicht|dichtgingen|sloten|afsloten|lock|locked|close|closed|open|"
        "opened ..9 drong|drongen|forced|dwongen|dwong|duwde|duwden|overviel|overvielen|pushed",
    ),
    "back_door": (
        "via|door|by|through|from|langs|used|at|achterom|uit ..2 achterdeur|achteringang|achterom|"
        "backdoor|achterkant|achteruitgang|keukendeur|dienstingang|leveranciersingang|laaddeur",
        "through|by|via|at|in|used|the ..2 back|rear|kitchen|service|delivery door|entrance",
        "via|door|langs ..2 magazijndeur|magazijningang|leveranciersdeur|personeelsingang|personeelsdeur|"
        "nooddeur|laadperron|laaddok|achterzijde|achtertuin|achterplaats|magazijn|zijingang|keuken",
        "via|through ..2 loading|stock|side|fire|emergency dock|bay|room|door|entrance|exit",
        "binnengekomen|binnengedrongen|kwam|kwamen|came|entered ..3 achteringang|achterdeur|"
        "achterom|achterlangs|achteruitgang|achterkant",
        "round|around the back ..4 in|inside|came|entered",
        "back|kitchen|rear door ..6 came|come|in|entered|inside",
        "door|via de|het? achter deur",
        "achteringang|achterdeur|achterom|leveranciersingang|personeelsingang|dienstingang|nooduitgang|nooddeur|"
        "zijdeur|"
        "zijingang|keukendeur|magazijndeur|magazijn|keuken|laaddeur|laadperron|garagedeur|achterkant|achterplaats "
        "..4 "
        "binnen|binnengekomen|binnengedrongen|binnendringen|binnengelopen|ingekomen|binnengeslopen|"
        "binnengeglipt",
        "binnengekomen|binnengedrongen|binnendringen|binnengeslopen|binnengeglipt|binnen|kwamen|kwam|glipte|"
        "glipten|"
        "slopen|sloop|drongen|drong|entered|came|got|sneaked|slipped|snuck|walked|push|pushed|pushing|forced|"
        "barged|get ..4 "
        "via|door|through|by|langs ..3 achteringang|achterdeur|achterom|leveranciersingang|personeelsingang|"
        "dienstingang|"
        "nooduitgang|nooddeur|zijdeur|zijingang|keukendeur|magazijndeur|magazijn|keuken|kitchen|stockroom|"
        "achtertuin|"
        "steeg|backyard|yard|courtyard|binnenplaats|garage|rear|back|side|delivery|service",
        "staff|personeels|service|tradesman's entrance|ingang|door ..3 rear|back|achter",
        "laadruimte|laadperron|laadkuil|loading-bay|expeditie ..3 achter|binnen|in|rear",
        "used|gebruikten|namen ..2 achterdeur|achteringang|personeelsingang|dienstingang",
        "achterdeur|achteringang ..2 die|stond|was ..2 open",
        "achterdeur ..5 binnen|binnengekomen|binnengedrongen|in|gekomen|binnenkomen",
        "came|come|entered|got|binnen|kwamen|komen ..4 behind|achterom|achterlangs|achterdeur",
        "binnen|kwamen|kwam|komen|came ..2 van|via|langs|from achter|achteren|behind",
    ),
    "break_in": (
        "{ingeslagen|ingegooid|ingetikt|ingetrapt|kapotgeslagen|opengebroken|geforceerd|ingebroken|"
        "gebroken|opengewrikt raam|ruit|deur|dak|dakraam|slot|pui|rolluik|winkelruit|etalageruit|glas}6",
        "door|via|through ..2 dak|dakraam|raam|skylight|roof|window|muur|wall|ceiling|plafond ..5 "
        "gebroken|ingebroken|binnengedrongen|binnengeklommen|binnen|naar|break|broke|in|came|binnengekomen",
        "dakraam|skylight|dakluik ..4 ingebroken|broke|through|binnen|open",
        "broke|break|breaking|smashed|forced|kicked|pried ..4 skylight|window|roof|door|wall|in|lock|"
        "shutter|glass ..4 into|to|in|their|way|and|get|through|at",
        "ingebroken|inbreken|inbraken|breken ..2 in|terwijl|toen|binnen?",
        "broke|breaking|broken|break|brak|braken|breekt|inbrak|inbraken in|into",
        "binnengekomen|binnen|kwamen|kwam|came|got|entered ..2 via|door|through ..2 dak|dakraam|raam|roof|window|"
        "plafond|ceiling|skylight|muur",
        "ENTRY ..3 open|stuk|kapot|in|omhoog ..1 breken|brak|braken|gebroken|wrikken|wrikte|wrikten|gewrikt|"
        "trappen|"
        "trapte|trapten|getrapt|gooien|gooide|gooiden|slaan|sloeg|sloegen|geslagen|tikken|beuken",
        "brak|braken|wrikte|wrikten|trapte|trapten|gooide|gooiden|sloeg|sloegen|tikte|tikten|beukte|beukten|"
        "forceerde|forceerden|vernielde|vernielden ..4 ENTRY ..3 open|in|stuk|kapot?",
        "ENTRY ..4 ingeslagen|ingegooid|ingetikt|ingetrapt|opengebroken|openbreken|geforceerd|forceren|ingebeukt|"
        "opengewrikt|openwrikken|vernield|verbrijzeld|uitgezaagd|opengezaagd|kapotgeslagen|kapotgetrapt|"
        "ingetrapt|intrappen|inslaan|ingooien|intikken|ingeramd|kapot",
        "forced|pried|prised|jimmied|crowbarred|kicked|smashed|breaking|broke|broken ..3 ENTRY",
        "ENTRY ..2 forced|kicked|smashed|broken|pried|prised|jimmied|crowbarred ..1 in|open?",
        "klom|klommen|geklommen|kroop|kropen|gekropen|klimmen|kruipen|climbed|crawled|climbing|binnengeklommen|"
        "ingeklommen ..4 raam|ruit|dak|dakraam|raampje|bovenlicht|muur|window|roof|skylight|naar|in|through ..2 "
        "binnen|in|geklommen?",
        "door|via|through ..3 raam|ruit|dak|dakraam|raampje|bovenlicht|window|roof|skylight ..3 "
        "geklommen|gekropen|klom|klommen|kroop|kropen|climbed|crawled|binnen",
        "baksteen|steen|stenen|stoeptegel|putdeksel|brick|bricks|paving|manhole ..6 ENTRY",
        "ENTRY ..6 baksteen|steen|stoeptegel|putdeksel|brick",
        "sprong|sprongen|doken|dook|jumped|dived|burst|crashed ..2 door|through ..3 raam|ruit|etalageruit|winkelruit|"
        "window|"
        "glass|etalage|skylight",
        "gat in|door ..1 muur|dak|wand|plafond",
        "ENTRY|LOCKED ..3 ontzet|ontwricht|geforceerd|gekraakt|opengezaagd|uitgebroken|ingedrukt|opengetrapt|"
        "opengewrikt|"
        "doorgeslepen|opengeslepen|doorgeknipt|afgebroken|ingeslagen|losgewrikt|uitgetild",
        "ENTRY ..4 in|open|stuk|kapot te slaan|trappen|gooien|breken|beuken|wrikken|tikken|schoppen|rammen|zagen|"
        "snijden",
        "inbraakpoging|inbraak-poging|braakpoging",
        "poging ..2 inbraak|inbreken",
        "attempted|attempt|tried ..3 break-in|burglary|burgle",
        "slijptol|angle grinder|betonschaar|boltcutter|bolt cutters|cutter|thermische|lans ..6 ENTRY|slot|hek|"
        "rolluik|kluis",
        "cut|sawed|drilled|cutting|drilling|boorde|boorden|zaagden|zaagde|geboord|gezaagd|geslepen ..4 ENTRY|door|"
        "muur|wall|"
        "through|hek|fence ..3 roof|wall|muur|dak?",
        "through|via|door ..2 ceiling|plafond|ventilatie*|luchtkoker|kelderraam|keldergat|cellar|basement|vent",
    ),
    "vehicle": (
        "ramkraak*|ramkraken|ram-raid|ramraid|ram-raided|rammed|geramd|ramde|ramden|ramden|rammen|ramt|ram-raiders",
        "ram raid|raided|raiders",
        "drove|driven|driving|reed|reden|ingereden|binnengereden|rijdt|crashed|gereden|backed|reversed|ploughed "
        "..8 "
        "through|into|door|gevel|pui|shutter|front|window|winkel|rolluik|etalage|ruit|binnen ..2 "
        "shutter|shutters|front|window|door|pui|gevel?",
        "SHOP|SHOPKIND binnengereden|ingereden",
        "VEHICLE ..2 SHOP|SHOPKIND in gereden|reed|reden",
        "pui|gevel|deur|rolluik|ruit|etalage|voorpui|winkelpui|winkelruit ..2 eruit|uit|kapot|plat|omver gereden|"
        "geramd|reden|"
        "getrokken|gerukt",
        "VEHICLE|auto|busje|vrachtwagen ..4 pui|gevel|rolluik|etalage|ruit|voorpui|winkelpui|winkel ..2 gereden|geramd|"
        "binnengereden|ingereden",
        "gevel|pui|etalage|rolluik|ruit|winkel|zaak|voorpui|winkelpui ingereden|geramd|binnengereden|ingeramd",
        "ramde|ramden|rammen|ramt|reed|reden|beukte|beukten ..5 met ..4 VEHICLE|auto|busje|vrachtwagen|shovel|trekker",
        "met|with|using|gebruikten ..4 VEHICLE|auto|busje|vrachtwagen|shovel|tractor|graafmachine|digger|forklift|"
        "heftruck "
        "..4 door|through|into|in|tegen|rammen|ramde|ramden|binnen|against ..4 pui|gevel|rolluik|etalage|"
        "winkelruit|ruit|"
        "front|shutter|shutters|window|shopfront|winkel|zaak|voordeur|deur|door",
        "VEHICLE ..3 achteruit|reversed|backwards ..4 pui|gevel|rolluik|etalage|winkel|shop|front|shutter|window",
        "smashed|crashed|ploughed|plowed|rammed ..3 VEHICLE ..3 into|through",
        "VEHICLE ..3 door|in|tegen|op ..2 pui|gevel|rolluik|etalage|winkelruit|ruit",
        "VEHICLE|pickup|digger|tractor|shovel ..4 through|into ..3 shutter|shutters|front|window|door|facade|shop|"
        "store",
        "shovel|tractor|graafmachine|heftruck|pickup|digger|forklift|bulldozer|VEHICLE ..2 door|through|tegen|into "
        "..3 *gevel|"
        "*pui|*ruit|shopfront|storefront|shutters|shutter|window",
        "ramming|ram ..4 ENTRY|gevel|etalage|front|shop|store|shopfront",
    ),
    "explosive": (
        "~plofkraak*|plofkraken|explosief|explosieven|opgeblazen|explosie|ontploffing|explosive|"
        "explosives|bom|bomb|springstof|blew|dynamiet|vuurwerkbom|cobra|explosion|detonated|"
        "ontploft|blown|detonatie|semtex",
        "~op te blazen",
        "~blow|blowing|blew|blown|blast|blasted|blasting ..4 safe|atm|vault|machine|cashpoint|door|shutter",
        "~zwaar|illegaal|heavy vuurwerk|fireworks|firework ..6 deur|pui|kluis|gevel|rolluik|automaat|door|safe|shutter",
        "~springstoffen|explosieve|nitraat|flashbanger|gasbom|gas explosie|gasexplosie|plofkraker|plofkrakers|"
        "handgranaat|"
        "explosive-device|dynamite|tnt",
        "~lading|charge|device ..4 explode|exploded|detonate|ontplofte|ontploffen|afging|afgegaan|geplaatst|planted",
        "~ontplofte|ontploffen|explodeerde|geexplodeerd|exploded|explode|detoneerde",
        "~blow|blowing|blows ..4 up",
        "~blies|bliezen|blaast|blazen ..5 op",
        "~vuurwerk|cobra's|fireworks|firework ..5 opblazen|blazen|blow|blew|opgeblazen",
        "~kluis|deur|pui|automaat|pinautomaat|geldautomaat|rolluik ..2 opblazen",
        "~bommetje|handgranaat|granaat|grenade|pipe-bomb|device ..5 deur|pui|gevel|door|shutter|geplaatst|placed|"
        "planted|gelegd|afgegaan",
    ),
}
