"""Patterns that tell of signals of reconnaissance; `patterns.py` says how they are written."""

from collections.abc import Mapping, Sequence

from alerts.reading.question_patterns import QUESTION_PATTERNS
from alerts.report import Signal

SIGNAL_PATTERNS: Mapping[Signal, Sequence[str]] = {
    Signal.INTEREST_LAYOUT: (
        "{LOOK LAYOUT}7",
        "LOOK ..2 niet|nauwelijks|amper|geen|not|never|hardly|nergens ..6 maar|but|wel|alleen|only ..5 LAYOUT",
        "LOOK ..3 naar|at|waar|where|to|into ..6 LAYOUT",
        "opmeten|opmeet|meten|meet|mat|maten|opgemeten|measuring|measured|measure ..4 binnenkant|winkel|zaak|ruimte|"
        "pand|shop|"
        "store|inside|ingang|deur|doorway",
        "binnenkant|winkel|zaak|ruimte|pand|shop|store|inside ..5 opmeten|opmeet|meten|opgemeten|measuring|measured",
        "rolmaat|meetlint|measuring tape?",
        "LAYOUT ..6 staren|kijken|kijkt|keek|bestudeerd*|bekeken|bekijkt|koekeloeren|gluren|loeren|"
        "opmeten|looking|watching|staring",
        "waar|where ..5 LAYOUT",
        "kassa|kassa's|kluis|camera|camera's|cameras|till|safe|register in de gaten",
        "in de gaten ..5 LAYOUT",
        "telt|telde|telden|tellen|counting|counted|counts ..5 LAYOUT",
        "opmeten|opmeet|meten|meet|mat|measuring|measure ..4 LAYOUT",
        "filmt|filmde|filmden|filmen|filming|filmed|foto|foto's|fotografe*|photo*|picture|pictures ..6 "
        "camera's|cameras|kluis|kassasysteem|kassa's",
        "filmt|filmde|filmden|filmen|gefilmd|filming|filmed|PHOTO ..9 mostly|mainly|vooral|especially|particularly|"
        "voornamelijk ..2 till|safe|kassa|register|kluis|cameras|camera's",
        "LAYOUT ..4 opmeten|opgemeten|uitgetekend|getekend|drawing|sketch|tekent|tekening|schets|noteerde|noteren",
        "tekent|tekening|schets|sketch|drawing|sketched|drew|plattegrond|plattegrondje ..5 van|of|winkel|shop|zaak",
        "kantoor|kantoortje|magazijn|kluis|office|kluisruimte|safe|stockroom|vault mag|mocht|wil|wilde|"
        "wou? zien|bekijken|see|in|binnen",
        "wilde|wil|wou|vraagt|vroeg|mag|probeerde ..5 kantoor|magazijn|kluis|kluisruimte|office ..2 "
        "zien|bekijken|binnen|in",
        "plek|plaats|location ..2 kluis|camera*|kassa|safe|cameras",
        "omhoog kijk*|gekeken|keek|kijken",
        "LOOK ..2 every|elke|iedere|alle hoek|corner|hoeken|corners|hoekje",
        "every|elke|alle|iedere hoek|corner|corners|hoeken",
        "pointing|wijst|wezen|wees|wijzen ..3 LAYOUT",
        "alles ..1 bekijken|opnemen|scannen behalve",
        "bekijkt|bekeek|opnam ..2 alles behalve",
    ),
    Signal.QUESTIONS_SECURITY: QUESTION_PATTERNS,
    Signal.NO_PURCHASE_LOOP: (
        "~in|naar binnen? ..1 en|and|n|& ..1 uit|out|buiten ..5 MANY_TIMES",
        "~MANY_TIMES ..4 in en|and|n uit|out",
        "~in en|and|n uit|out ..9 kopen|gekocht|koopt|kocht|kochten|buying|bought|buy",
        "~kopen|gekocht|koopt|kocht|kochten|bought|buying ..9 in en|and|n uit|out",
        "~MANY_TIMES ..2 binnen|in ..5 uit|buiten|weg|vertrokken|out|gegaan",
        "~viermaal|driemaal|vijfmaal|zesmaal|tweemaal ..2 binnen*",
        "~walk|walking|walks|loopt|lopen|lopend|keep|keeps ..2 in and|en out|uit",
        "~heen en weer ..4 poortjes|binnen",
        "~poortjes ..1 heen en weer",
        "~MANY_TIMES ..6 poortjes",
    ),
    Signal.PHOTOS: (
        "film|filmt|filmen|filmde|filmden|filmend|gefilmd|filmte|filmd|filming|filmed|films|videoed|filmpje|filmpjes",
        "fotografe*|gefotografeerd|photographed|photographing|photographs",
        "foto|fotos|foto's|fotootje*|fototje*|kiekje|kiekjes|selfies|opnames|beeldopnames|video's|"
        "videootje|photo|photos|pic|pics|picture|pictures|selfie ..4 maakt|maakte|maakten|maken|"
        "gemaakt|nam|nemen|neemt|genomen|take|took|taking|takes|taken|of|van|vd|v|snapping|shooting|"
        "made",
        "maakt|maakte|maakten|maken|gemaakt|maak|nam|nemen|neemt|took|taking|takes|taken|take|snapping|"
        "snapped|shot|getting|made|schoot ..4 foto|fotos|foto's|fotootje*|kiekjes|opnames|beelden|"
        "photo|photos|pic|pics|picture|pictures|selfies|video|videos|filmpje|filmpjes|footage|selfie|"
        "plaatjes",
        "snapping|snapped ..3 ROUND|LAYOUT|photos|pictures",
        "recording ..3 ROUND|LAYOUT|us|shop|store|inside",
        "video|videos|videootje ..2 van|of|gemaakt|maken|maakte",
        "foto|photo|picture|kiekje na|after foto|photo|picture|kiekje",
        "telefoon|phone|mobiel|mobieltje ..2 op|at|naar ..3 ROUND|LAYOUT|DOOR gericht|pointed|aimed",
        "pointing|pointed|richtte|aiming|aimed ..3 phone|telefoon|mobiel|camera ..2 at|op|naar",
        "phone|telefoon|mobiel|camera up|omhoog ..3 filming?",
    ),
    Signal.WATCHING_FROM_VEHICLE: (
        "draaiende|lopende motor",
        "motor aan|draaiend|draait|draaide|stationair|lopend|loopt",
        "motor|engine liep|draaide|loopt|ran|running",
        "VEHICLE ..8 erin|inside ..9 voor|outside|tegenover ..1 de? deur|door|winkel|zaak|shop|ingang",
        "VEHICLE|MODEL ..6 erop|erin|inzittenden|opzittenden|inside ..9 LOOK",
        "VEHICLE ..6 langs|past|by ..4 DRIVES",
        "VEHICLE ..3 cirkelen|cirkelt|circling|circled|circles",
        "engine running|on|idling|idle|turned",
        "running engine",
        "idling|stationair",
        "VEHICLE|MODEL ..6 DRIVES ..6 PAST|SLOW",
        "DRIVES ..6 VEHICLE|MODEL ..6 PAST|SLOW",
        "DRIVES ..5 PAST|SLOW ..3 langs|voorbij|past|by|voor|winkel|shop",
        "{SLOW langs|voorbij|past|by}2",
        "stapvoets|kruipt|crawling|crawled|crawls",
        "VEHICLE|MODEL ..6 heen en weer",
        "VEHICLE|MODEL ..9 DRIVES langs|voorbij|past|by",
        "VEHICLE|MODEL ..6 PARKED ..9 LOOK",
        "VEHICLE|MODEL ..5 stopt|stops|stopte|stopped ..6 winkel|shop|zaak|voor|deur|store",
        "VEHICLE|MODEL ..9 LOOK ..6 SHOP|SHOPKIND|ROUND|DOOR|LAYOUT|binnen|inside|ons|us|naar|at|window",
        "PARKED ..4 VEHICLE|MODEL ..9 LOOK",
        "LOOK ..6 vanuit|uit|from|in ..4 VEHICLE|voertuig|vtg|vehicle",
        "PHOTO ..6 vanuit|uit|from ..3 VEHICLE|MODEL",
        "vanuit|from ..4 VEHICLE|vtg|voertuig|vehicle ..6 LOOK|PHOTO",
        "in|vanuit ..4 VEHICLE|MODEL ..9 in de gaten",
        "VEHICLE|MODEL ..9 zit|sits|sitting|zitten ..9 PHOTO",
        "VEHICLE|MODEL ..9 verrekijker|binoculars|zicht",
        "VEHICLE|MODEL ..9 in de gaten|oog",
        "VEHICLE|MODEL ..8 LOOK|gaten ..3 in|inside|binnen|outside",
        "VEHICLE|MODEL ..7 PARKED ..5 tegenover|opposite|voor|outside|across|bij|front ..4 SHOP|"
        "SHOPKIND|deur|ingang|door|entrance ..9 urenlang|hour|uren|dag|ages|kwartier|hours|minuten|"
        "min|uur|dagen|days|middag|ochtend",
        "zat|zit|zaten|zitten|sat|sits|sitting|wachtte|waiting|waited ..6 in ..4 VEHICLE|MODEL ..3 "
        "tegenover|opposite|voor|outside|across|bij|near|parkeer*",
        "VEHICLE|MODEL ..5 opzittenden|inzittenden|jongens|mannen|man|boys|men|guys|lui ..8 LOOK|loeren|stopt|stops",
        "VEHICLE|MODEL ..9 tegenover|opposite|across|overkant ..9 LOOK",
        "VEHICLE|MODEL ..4 erin|inside|in ..9 sluit|closing|sluitingstijd|closed",
        "PARKED ..9 erin|inside|in ..6 LOOK ..4 ROUND|SHOP|SHOPKIND|DOOR|LAYOUT",
        "~MANY|ONE|VEHICLE|MODEL ..9 zitten|zit|staan|staat|sit|sits|sitting alleen|enkel|only|just ..5 LOOK",
        "VEHICLE|MODEL ..9 looking in",
        "in|vanuit|from|inside ..5 VEHICLE|MODEL ..5 naar|richting|at|towards ..3 ROUND|SHOP|SHOPKIND|DOOR|LAYOUT|"
        "binnen|ons|us|personeel|staff ..3 LOOK",
        "VEHICLE|MODEL ..4 outside|tegenover ..4 SHOP|SHOPKIND ..3 with? ..2 men|people|guys|"
        "inside|man|lads ..3 in|inside|erin|watching",
    ),
    Signal.LOOKOUT: (
        "op de uitkijk|loer",
        "op wacht|uitkijk|uitkijkpost",
        "posteert|posteerde|posteren|posteerden|posted|gepost|gestationeerd|positioned ..4 buiten|outside|deur|door|"
        "ingang|"
        "entrance|hoek|corner",
        "oogje|eye ..2 zeil|out",
        "look-out|lookout|uitkijkpost",
        "on the look out|lookout",
        "keeping|kept|keeps|keep ..1 watch|lookout|look-out|guard ..3 DOOR|outside|street|entrance|out",
        "keeps|houdt|hield|hielden|houden|keeping|kept ..2 door|deur|straat|street|wacht|ingang|"
        "entrance|omgeving|buurt ..3 oog|gaten|watch?",
        "{deur|ingang|entrance|door|doorway|uitgang bellen|bellend|belde|belt|telefone*|phoning}4",
        "deur|ingang|entrance|door|doorway|outside|buiten ..3 on|op|aan|at|with ..2 phone|telefoon|call|mobiel",
        "on|op|aan ..2 phone|telefoon|call ..3 deur|ingang|entrance|door|doorway|outside",
        "ander|andere|other|maat|mate|friend|vriend|tweede|another|maatje|second|vriendin ..3 "
        "buiten|outside|deur|door|ingang|entrance|hoek|corner ..4 kijk*|keek|bel*|wacht*|looking|"
        "watching|phone|staat|stond|stands|stood|stays|stayed|waits",
        "ander|andere|other|maat|mate|friend|vriend|tweede|another|maatje|second|vriendin ..2 "
        "stood|stands|stayed|staat|stond|bleef|blijft|waits|waited|wachtte|wacht|stays|standing|"
        "keek|kijkt|waiting|houdt|keeps ..4 deur|ingang|entrance|door|buiten|outside|hoek|wacht",
        "gaf|geeft|gives|gave|giving ..2 seintje*|signalen|tekens|signal|signals",
        "seintje*|signaleert ..3 maat|maten|binnen",
        "een|one|1 ..1 stayed|stood|waited|bleef|wachtte ..9 ander|andere|other|anderen|others|binnen|inside|maat",
        "een|one|1 ..1 staat|stond|blijft|bleef|buiten|outside|stays|stands|waits|wacht ..4 deur|"
        "ingang|entrance|door|outside|buiten|uitkijk ..9 ander|andere|other|anderen|others|binnen|"
        "inside|maat",
        "left|links ..1 and|en|naar ..1 right|rechts",
        "links rechts",
        "hield|houdt|hielden|houden|keeping|watching ..3 straat|street|omgeving",
        "stond|staat|standing|stands|stood|bleef|blijft ..5 deur|door|ingang|entrance ..4 watching|"
        "straat|street|bellen|bellend|belt|telefoneren",
    ),
    Signal.CLOSING_TIME: (
        "{HANG CLOSING}8",
        "HANG ..6 CLOSING",
        "rond|bij|around|at|na|after|before|voor|vlak|right|just|tot|until|tegen|every|elke|iedere ..3 "
        "sluitingstijd|sluit|sluiten|sluiting|opening|closing|openingstijd|openen|sluitingsuur|"
        "opengaan|afsluiten|dichtgaan",
        "sluitingstijd|closing ..1 time|tijd? ..4 HANG",
        "nu|now|toen|when|wanneer|tot|terwijl|since|as|while ..2 we|wij|ik|i|er ..3 gaan|ging|going|"
        "started? ..2 sluiten|afsluiten|close|closing|afsloten|afsloot|sluit|dicht|lock|open|openen|"
        "closed|locked",
        "komen|kwam|came|arrived|ik ..3 openen|open|opendoen|openmaken|openmaakte|opende",
        "wie|who ..3 afsluit|deur|sluit|closes|locks|dicht",
        "elke|iedere|every sluit|sluiting|avond ..6 sluit|sluiten|closing",
        "after|na|right closing",
    ),
    Signal.TESTING_DOOR: (
        "FEEL ..9 aan|at ..2 DOOR",
        "{FEEL DOOR}6",
        "aan|at|met|with ..2 DOOR ..3 gezeten|zitten|zat|geprutst|gerommeld|gefriemeld|gepeuterd|"
        "bezig|messing|tampering|rommelen|prutsen",
        "messing|tampering|rommelt|rommelen|prutst|prutsen|friemelt ..3 DOOR",
        "FEEL ..5 DOOR",
        "DOOR ..3 FEEL",
        "DOOR ..5 te trekken|voelen|rammelen|morrelen|wrikken|duwen|rukken",
        "kijken|kijkt|keek|see|checking|checken|check|of|whether|if ..3 deur|door|slot|ie|it|"
        "achterdeur|rolluik ..2 open|op|locked|slot|unlocked|lift",
        "testing whether ..3 lift|open|opens",
        "aan|at ..1 de|het|the|mijn|alle|our? DOOR gevoeld|getrokken|gerammeld|gemorreld|gewrikt|gezeten",
        "deuren|doors ..2 langs|afgaan|af|aflopen",
    ),
    Signal.FACE_HIDDEN: (
        "{HOOD|CLOTH FACE}5",
        "HOOD ..2 strak|diep|ver|pulled|over|tight",
        "BALACLAVA|MASK",
        "ski mask|masker",
        "HELMET ..1 op|on? ..3 binnen|inside|indoors",
        "expres|bewust|opzettelijk|deliberately|purposely|intentionally ..4 HELMET|CLOTH|HOOD|MASK",
        "HELMET ophield|ophoudt|ophouden|ophielden|opgehouden|aanhield",
        "~HELMET ..6 niet|not|didn't|wouldn't|never ..3 off|remove|afdoen|afzetten",
        "vizier|visor ..1 down|dicht|omlaag|closed|neer|naar",
        "~HELMET ..2 niet ..1 af|afdoen|afzetten|afzette|afdeed|afnam|afnemen",
        "weigert|weigerde|refused|refuses|wil|wilde|houdt|hield|kept|keeps|kept ..5 HELMET|helm|"
        "gezicht|face|afzetten|af|off",
        "HELMET ..6 weigert|weigerde|refused|afzetten|indoors|afdoen|refuses",
        "met|with|zn|zijn|his|een|wearing ..2 HELMET ..2 op|on? ..3 binnen|inside|indoors",
        "binnen|inside|in ..4 HELMET op|on",
        "FACE ..4 COVERED",
        "COVERED ..3 FACE",
        "niemand|nobody|nauwelijks|niet|niks|not|couldn't|kon|zodat|couldnt ..5 FACE ..2 zien|see",
        "gemaskerd|gemaskerde|vermomd|masked|onherkenbaar",
        "pet|petje|cap|muts|zonnebril|hat ..2 diep|ver|laag|low|pulled|over ..3 FACE",
    ),
    Signal.HIGH_VALUE_REQUEST: (
        "PRICY ..3 JEWEL ..6 SHOWN|vast|naar",
        "ASK|SHOWN ..6 JEWEL ..4 euro|eu|eur|duizend|thousand|grand|mille ..4 SHOWN|vast|passen",
        "ASK ..5 euro|eu|eur|duizend|thousand|grand ..1 JEWEL",
        "liet|lieten|laten ..4 PRICY ..4 geven|brengen|halen|pakken|inpakken|tonen|voorleggen",
        "SHOWN ..6 PRICY",
        "PRICY ..4 SHOWN",
        "ASK ..9 PRICY",
        "vraagt|vroeg|vragen|asked|asking|asks|wilde|wil|wanted|wants|wou ..6 PRICY ..4 JEWEL|dingen|"
        "things|we|have|stuff|one|stuk",
        "PRICY ..3 JEWEL ..6 interesse|intresse|intention|interest|kopen|buy|buying|aandacht",
    ),
    Signal.ROUTE_CHECK: (
        "LOOK|controlere*|controleer*|FEEL ..8 EXIT",
        "ASK ..6 achteringang|achteruitgang|achterdeur|nooddeur|nooduitgang|achterom",
        "ASK ..5 back entrance|exit|way|door",
        "ASK ..6 uitkomt|uitkomen",
        "telt|telde|tellen|counting|counted ..4 deuren|doors|exits",
        "zoek|zoekt|zoeken ..3 naar|for? EXIT",
        "naar ..1 achteruitgang|nooduitgang|vluchtroute|vluchtweg zoekt|zoeken|zocht|vroeg|vraagt|kijkt",
        "EXIT ..6 LOOK|zien|na|bekeken|verkend|opmeten",
        "loopt|liep|lopen|liepen|walked|walking|walks|verkende|verkent|verkennen|gelopen|onderzoekt|"
        "onderzocht|explored|exploring|exploring ..6 steeg|steegje|steegjes|achterom|vluchtroute|"
        "brandgang|brandgangen|alley|alleys|alleyway|achterpad|achteruitgang|nooduitgang|lane|"
        "achterkant|exits|achterterrein",
        "vluchtroute|vluchtweg|vluchtroutes|escape|vluchtwegen|getaway route?",
        "zoek*|zocht|gezocht|search*|looking|vroeg|vraagt|vragen|asked|asking|weten|see|zien|wilde ..6 "
        "achteruitgang|nooduitgang|vluchtroute|vluchtweg|achteruitgangen|nooduitgangen|exits|exit|"
        "alley|achterom",
        "achteruitgang|back exit|way|exit|nooduitgang ..5 waar|where|was|is",
        "waar|where ..2 je|it|you|ie|hij|that|dat|ze ..3 uitkomt|uitkomen|comes|leads|out|uitkom|goes",
        "PHOTO ..6 steeg|steegje|achteruitgang|brandgang|alley|lane|achterom|achterpad|gate|poort|"
        "achterkant|nooduitgang|backyard",
        "steeg|steegje|brandgang|alley|lane|achterom|achterpad|gate|achterkant ..6 gefilmd|"
        "gefotografeerd|bekeken|foto's|filmed|photographed|nagekeken",
        "over|op ..1 schutting|muur|muurtje|fence|wall",
        "brandgangen|stegen|steegjes ..4 na|langs|door|in",
        "achteruitgang|steegje|steeg|brandgang ..4 na",
    ),
    Signal.STARTLE: (
        "SCARED",
        "hem|haar|hen|ze|ie|hun|him|her|them ..1 af|toe|afliep|toeliep|afging|toeging|afstapte|toestapte|afkwam|"
        "aanliep|over|up ..7 QUICK|RUN|TORE_OFF",
        "toen|zodra|when|as|after|once|until|als ..2 ik|we|wij|i|mijn|mn|m'n|my|the|de|collega|STAFF ..5 "
        "ADDRESSED|WENT_TO ..7 TORE_OFF",
        "TORE_OFF ..5 toen|zodra|when|as|after|once ..2 ik|we|wij|i|hij|he|ze|they|mijn|mn|my|she|de|the|STAFF ..6 "
        "ADDRESSED|WENT_TO|toe|aan|naar|buiten",
        "toen|zodra|when|as|after|once ..1 ik|we|wij|i|STAFF ..2 buiten|outside ..2 kwam|kwamen|liep|"
        "ging|came|went|stepped ..7 QUICK|RUN|TORE_OFF",
        "walked|went|came ..1 up|over|outside|out ..4 vanished|disappeared|gone|left|ran|bolted|fled",
        "toen|zodra|when|as|after|once ..2 STAFF|politie|police|bewaking|security|guard|alarm|"
        "agent|agenten ..5 ADDRESSED|aankwam|arrived|went|ging|afging|passed|langs* ..7 QUICK|RUN",
        "QUICK|RUN ..5 toen|zodra|when|as|after|once ..2 STAFF|politie|police|bewaking|security|"
        "guard|alarm|agent|agenten",
        "QUICK|RUN|rent|rennen|loopt|lopen|gaat|gaan ..3 als|zodra|toen|when|once|as ..1 hij|ie|ze|zij|he|she|they "
        "..2 ziet|"
        "zien|zag|zagen|saw|sees|see|spots|spotted|merkt|merkten|doorheeft|doorhad",
        "als|zodra|toen|when|once|as ..4 aankomt|aankomen|aankwam|kijkt|kijken|komt|nadert|naderde|opkijkt ..6 QUICK|"
        "RUN|rent|"
        "rennen|vertrekt|vertrekken",
        "jumped|flinched|panicked ..7 took|ran|left|off|away",
        "toen|zodra|when|as|after|once|until|als ..2 ik|we|wij|i|mijn|mn|m'n|my|the|de|collega|"
        "STAFF ..5 ADDRESSED ..7 QUICK|RUN",
        "toen|zodra|when|as|after|once ..1 hij|he|ze|zij|they|she|ie ..2 mij|me|ons|us|hem|him|"
        "dat|that ..2 zag|zagen|saw|merkte|doorhad|doorhadden|opmerkte ..7 QUICK|RUN",
        "toen|zodra|when|as|after|once ..1 hij|he|ze|zij|they|she ..1 saw|noticed|spotted|zag|"
        "zagen|merkte|merkten ..9 QUICK|RUN",
        "QUICK|RUN ..5 toen|zodra|when|as|after|once ..2 ik|we|wij|i|hij|he|ze|they|mijn|mn|my|she|zij|"
        "the|de ..5 ADDRESSED|toe|aan|seen|saw|out|over|naar|buiten|hem|him|asked|us|me",
        "scatter|scatters|scattered|stuiven|stoven|uiteen|smeren|smeerden|smeert|peren ..6 toen|zodra|when|as|soon|als",
        "toen|zodra|when|as|als ..5 licht|lamp|light|lights|lampen ..5 RUN|QUICK|benen|hazenpad",
        "toen|zodra|when|as|als ..7 nam|namen|neemt|nemen|koos|kozen ..2 de|het benen|hazenpad",
        "RUN ..6 toen|zodra|when|as|after|once",
        "took|ging|gingen|is|was|gaat ..2 off|vandoor|ervandoor ..3 when|toen|zodra",
        "ik|i|we ..1 roep|riep|shouted|yelled ..7 QUICK",
        "aansprak|aangesproken|approached|confronted|spoke ..9 QUICK|RUN|weg|left|vertrok|away|buiten|off",
        "dook|duck|ducked|dive|dived|doken ..2 weg|down|away",
        "like|als een haas|speer",
    ),
    Signal.MULTI_SHOP: (
        "volgende|next|andere ..1 deur|door|winkel|shop|zaak|store|pand ..6 weer|again|same|hetzelfde|opnieuw|ook",
        "COUNT SHOPS zo|gehad|achterelkaar|inmiddels|already|now|vandaag|today",
        "winkeliers|ondernemers|collega-winkeliers|shopkeepers|retailers ..6 over|about|melden|zagen|hadden|reported "
        "..4 zelfde|"
        "hetzelfde|dezelfde|same",
        "alle|every|all|several|verschillende|meerdere|diverse|multiple|drie|vier|twee|three|four|"
        "two|five|vijf|various|andere|other|paar ..1 winkels|zaken|shops|stores|juweliers|"
        "belwinkels|opticiens|telefoonwinkels|nachtwinkels|supermarkten|jewellers|jewelers|"
        "slijterijen|drogisten|businesses|avondwinkels|apotheken|tankstations|snackbars",
        "COUNT ..2 SHOPS ..4 langs|bezocht|geweest|afgegaan|visited|been|gelopen|gingen|ging|binnen",
        "langs|bij|in|at|of|from|aan|van|to|bezochten|bezocht|visited|gefilmd|filming ..2 COUNT ..1 SHOPS",
        "COUNT ..1 SHOPS ..4 rij|achter|na|row|after|achtereen|elkaar|achtereenvolgens",
        "elke|iedere|each|every ..1 winkel|zaak|jeweller|jeweler|shop|store|juwelier|pand|deur",
        "winkel|zaak|shop|deur|door|pand|store|winkels voor|na|in|by|to|aan winkel|zaak|shop|deur|"
        "door|pand|store|winkels",
        "loopt|lopen|liep|liepen|gaat|gaan|ging|gingen|struint|struinen|rijden|rijdt|walk*|going|"
        "went ..4 winkels|winkelstraat|straat|zaken|shops|juweliers|street|stores|row|rij ..2 af|"
        "langs|up|down",
        "winkels|juweliers|zaken|belwinkels|nachtwinkels|avondwinkels|telefoonwinkels|opticiens|"
        "apotheken|drogisten|opticiens|slijterijen ..3 af|langs|afgaan|aflopen|afgelopen",
        "af|afgaan|aflopen|lopen|loopt ..1 juweliers|winkels|zaken|belwinkels|apotheken|opticiens ..1 af?",
        "belt|bellen|belde|calling|called|calls winkels|zaken|shops|stores",
        "winkels|shops|stores|zaken ..1 belt|gebeld",
        "langs|past|of|closed|gesloten|bij ..2 winkels|belwinkels|nachtwinkels|juweliers|jewellers|"
        "zaken|supermarkten|opticiens|telefoonwinkels|stores|shops",
        "ook|also|zelfde ..1 bij|at ..1 SHOPKIND",
        "round|around|rond|langs ..1 shops|stores|winkels|zaken",
        "whole|hele|entire ..1 street|straat|winkelstraat|rij|row",
        "SHOPKIND ..4 daarna|then|after|vervolgens|afterwards ..4 SHOPKIND|mij|mine|ons|us|buren",
        "eerst|first ..5 SHOPKIND ..4 toen|en|and|daarna|then ..4 SHOPKIND|mij|mine|ons|us|buren",
        "SHOPKIND ..1 en|and ..2 SHOPKIND ..2 geweest|visited|langs|been|bezocht|hiernaast|next",
        "bij|at|in|into ..2 SHOPKIND ..2 en|and ..2 SHOPKIND|mine|ours",
        "SHOPKIND ..2 SHOPKIND ..3 en|and|then|toen ..2 SHOPKIND|mine|mij|buren|ons",
        "SHOPKIND ..2 SHOPKIND ..2 everyone|allemaal|overal|iedereen|all",
        "ook|also|same|hetzelfde|zelfde ..3 buren|neighbours|buurman|hiernaast|next|overkant|"
        "overbuurman|neighbour|bloemist|slager|bakker",
        "buren|neighbours|hiernaast|buurman|neighbour|next ..3 hetzelfde|ook|same|too|also|idem",
        "die|that van|of ..1 de|the buren|neighbours",
        "bij allemaal|beide|alle",
        "ene|een|one SHOPKIND na|after|naar|to ..1 andere|ander|volgende|next|other|another",
        "NTH SHOPKIND ..5 ze|zij|hij|ie|they|he|she",
        "ene|een|een_ na ..1 andere|ander ..1 SHOPKIND|SHOP",
        "multiple|andere|other|verschillende ..1 adressen|panden|addresses",
    ),
}
