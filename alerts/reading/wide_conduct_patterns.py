"""Wider patterns of how somebody behaved; `patterns.py` says how they are written."""

from collections.abc import Mapping, Sequence

from alerts.report import Signal

WIDE_CONDUCT_PATTERNS: Mapping[Signal, Sequence[str]] = {
    Signal.CLOSING_TIME: (
        "{HANG CLOSING}12",
        "{WATCHES CLOSING}6",
        "HANG ..12 voordat|before|tot|until|toen|when|als|wanneer ..2 we|wij|ik|i|staff|de ..2 open|opengaan|"
        "opengingen|dicht|"
        "close|shut|sluit|sluiten|gesloten|closed",
        "voordat|before|toen|when|als|wanneer|nadat|after|tot|until ..2 we|wij|ik|i|staff ..4 open|opengaan|"
        "opengingen|dicht|"
        "close|shut|sluit|sluiten|gesloten|closed|opened ..12 HANG",
        "cashed|cashing|cash|stoelen|lampen|lichten|lights|chairs ..3 up|op|uit|out|tafel|doof ..14 HANG|duikt|dook|"
        "weer|again|"
        "zelfde|dezelfde",
        "HANG|duikt|sat|stood ..9 while|terwijl|when|toen|as ..3 cashed|lights|stoelen|lampen|opruimden|opruim",
        "SHOPKIND|shop|winkel|zaak open gaat|opens|opengaat ..9 HANG",
        "hek|luik|rolluik|rolhek|shutter|shutters ..4 zakken|neer|dicht|beneden|down ..12 HANG|weer|zelfde|"
        "dezelfde|again",
        "we|i|ik|wij ..1 lock|locked|sluit|sluiten|close|closed ..14 nights|avonden|evenings|days|dagen|row|rij",
        "luik|rolluik|shutter|shutters ..4 omhoog*|omlaag|up|down ..12 HANG",
        "lampen|lichten|lights|licht ..1 doof|uit|out|off ..9 weer|again|dezelfde|zelfde",
        "laatste|last klant|klanten|customer|customers ..14 HANG|weer|again|dezelfde|zelfde",
        "{SHOP_SHUTS HANG|leunt|weer|again|dezelfde|zelfde}14",
        "elke|iedere|every|each|paar|twee|drie|vierde|derde|al ..3 avond|avonden|dag|ochtend|evening|night|nights|"
        "morning ..9 "
        "CLOSING|dicht|dichtgaan|lock|sluiten",
        "ga|gaan|ging|gingen|gaat|wilde|wou|wilden|net|bijna ..3 sluiten|afsluiten|dicht|dichtgaan|dichtdoen|"
        "opruimen ..12 "
        "HANG|dook|opduik*|verscheen|duikt|terug",
        "HANG ..9 tot|until|till|toen|when|as|terwijl|while|wanneer|als ..4 sluiten|sloten|afsloot|afsluit|dicht|close|"
        "closed|closing|lock|locked|open|opende|opened|openen|opengaan|opengingen|unlock|unlocked",
    ),
    Signal.TESTING_DOOR: (
        "geeft|gaf|gaven|geven|gives|gave|giving ..2 DOOR ..5 ruk|duw|zet|trap|shove|push|tug|pull|shake|kick|beuk",
        "ruk|shove|tug|yank ..3 aan|at|to|on|from ..2 DOOR",
        "kruk|klink|deurkruk|handle ..6 omlaag|beneden|bewoog|down|moved|turned",
        "letterbox|brievenbus|klep ..2 rattle|rattled|rattling|rammelde|klepperde",
        "leaning|leaned|leunde|leunt|hing ..2 on|against|tegen|aan ..2 DOOR",
        "luik|raam|DOOR ..3 opgetild|opgelicht|opengeduwd|lifted",
        "hand|handen|vingers|hands|fingers ..3 klink|handle|deurkruk|doorknob",
        "duwt|duwde|duwden|pushes|pushed|shoves|shoved|rukt|rukte|beukt|leunt ..8 DOOR",
        "rukje|duwtje|trekje|zetje|tikje|tug|nudge|shove|yank|push ..5 DOOR",
        "DOOR ..4 rukje|duwtje|trekje|zetje|tug|nudge|shove|yank|push",
        "{pasje|card|schroevendraaier|screwdriver|ijzerdraad DOOR|kier}7",
        "aan|at|with ..3 DOOR ..6 voelen|voelt|voelde|trekken|rukken|sjorren|rammelen|morrelen|prutsen|frunniken|"
        "peuteren",
        "meegaf|meegeeft|meegeven",
        "schroevendraaier|screwdriver|ijzerdraad|tang|breekijzer|koevoet|crowbar|pasje|card|sleutel|key|loper|"
        "lockpick* ..6 "
        "DOOR ..5 zat|zit|bezig|prutsen|prutste|morrelen|wrikken|peuteren|prying|fiddling|poking|trying",
        "zat|zit|zaten|bezig|stond|staat|was|were ..6 DOOR ..3 te prutsen|morrelen|wrikken|peuteren|rommelen|friemelen|"
        "frunniken|rammelen|trekken|duwen|voelen|sjorren",
        "duwt|duwde|duwden|pushed|pushes|pushing|leaned|trok|trekt|trokken|pulled|pulling|pulls|tugged ..4 DOOR ..6 "
        "open|"
        "locked|slot|dicht|gaf|see|kijken|zien|opening|give",
        "klink|deurklink|handle|deurknop|doorknob|deurkruk ..12 FEEL|drukte|drukten|drukt|geprobeerd|omlaag|down|"
        "moved|bewoog|ging|"
        "gedrukt",
        "naar|down ..1 klink|deurklink|handle",
        "probeerde|probeerden|probeert|geprobeerd|tried|trying|tries|try|testing|tested|tests ..3 DOOR",
        "WHETHER ..3 DOOR ..5 open|slot|locked|unlocked|los|gave|loose",
        "gerammeld|gemorreld|gevoeld|getrokken|gewrikt|gesjord|gepeuterd|geprutst ..5 DOOR",
    ),
    Signal.FACE_HIDDEN: (
        "voor|over|across|front|onder|up ..3 gezicht|neus|mond|snoet|gelaat|face|nose|mouth",
        "~vizier|visor ..6 open|omhoog|up|opengeklapt|dicht|down",
        "cap|pet|petje|hat|muts|hoed ..4 low|laag|diep|ogen|eyes",
        "pulled|trok|trekt|schoof ..3 CLOTH|HOOD|kraag ..2 up|omhoog|over|op",
        "paraplu|umbrella|krant|newspaper|magazine|tijdschrift|waaier|fan ..12 gezicht|face|nose|neus|FACE|mond",
        "drawstring|koordje|koordjes|hood|capuchon ..9 only|alleen|enkel|until|tot|dicht|strak|tight|pulled",
        "HELMET ..4 op|on|aan ..6 binnen|inside|indoors|winkel|shop|zaak|store|rond|gelopen",
        "binnen|inside|winkel|shop|zaak|store|rond|rondgelopen|rondliep ..6 HELMET ..3 op|on|aan|nog",
        "~wouldn't|wouldnt|won't|refused|refuses|weigert|weigerde|wilde|wil|deed|hield|houdt|kept|keeps|never|niet|"
        "didn't ..5 "
        "HELMET|HOOD|MASK|sunglasses|zonnebril ..4 off|af|on|op|up|down",
        "hand|handen|krant|arm|mouw|kraag|newspaper|sleeve|hands|collar|magazine ..2 voor|over|up ..4 FACE",
        "FACE ..6 achter|behind|in|onder|under ..3 krant|hand|kraag|sjaal|newspaper|collar|scarf|hood|capuchon|pet|cap",
        "draaide|draait|draaiden|wendde|turned|turns|turning|keerde ..3 FACE ..3 weg|away|af",
        "CLOTH|HOOD ..2 tot|over|up|to|pulled|voor|for|opgetrokken ..4 FACE|ogen|oren|eyes|kin|chin|neus|nose",
        "FACE ..3 verborgen|bedekt|afgedekt|verstopt|hidden|covered|obscured|onherkenbaar",
        "verborg|verborgen|bedekte|bedekten|covered|covers|covering|hid|hiding|hides|verstopte ..3 FACE",
    ),
    Signal.HIGH_VALUE_REQUEST: (
        "{ASK|SHOWN|WANTED_TO|bekijken PRICY}9",
        "{PRICY|topmodel|rolex|JEWEL not buying|van_plan|nemen}9",
        "JEWEL|collier|watch|horloge ..6 passen|omdoen|wrist|pols|vasthouden|hold ..9 kopen|buy|buying|aanschaffen|"
        "kijken|"
        "curious|nieuwsgierig|back|terug|nothing|niks|niets",
        "*duizend|grand|mille|thousand ..3 JEWEL",
        "*duizend|grand|mille|thousand ..6 kast|vitrine|case|cabinet|window",
        "JEWEL ..3 *duizend|grand|mille|thousand ..9 passen|om|try|wrist|zien|see|vasthouden|hold|show",
        "JEWEL|topmodel|PRICY|handset ..3 van ..2 NUMBER ..1 mille|duizend|grand|euro|k",
        "topmodel|topstuk|handset|PRICY ..9 omdoen|passen|weighed|woog|wrist|pols|vasthouden",
        "meeste|most|hoogste|highest ..2 waard|worth|waarde|value|kost|price|karaat|carat",
        "waard|worth ..3 meest|meeste|most",
        "PRICY ..6 JEWEL|vitrine|case|display ..6 brought|out|halen|gehaald|uit|tonen|getoond|zien|laten",
        "ASK|SHOWN|WANTED_TO ..6 rolex|rolexes|cartier|breitling|diamanten|diamonds|omega ..9 om|pols|try|passen|"
        "wrist|zien|"
        "see|hold|vast",
        "grootste|biggest|largest|zwaarste|heaviest|mooiste|finest|best|beste ..3 JEWEL|diamant|diamond|steen|stone "
        "..9 zien|"
        "bekijken|see|tonen|show|pols|vast|hold|om",
    ),
    Signal.STARTLE: (
        "toen|zodra|when|as|after|once|until|als|moment|nadat|before|voordat ..12 ADDRESSED|WENT_TO|stapte|stapten|"
        "opstond|"
        "aanbood|wees|beveiliger|beveiliging|guard|politie|police|collega|doorhad|doorhadden|groette|groet|hielp|"
        "help ..12 "
        "QUICK|RUN|TORE_OFF|gas|benen|uiteen|smeerde*",
        "zodra|moment|soon|gauw ..4 ik|we|wij|i|STAFF|politie|police|hij|he|they|ze|me|us|beveiliger|guard ..14 "
        "QUICK|RUN|"
        "TORE_OFF|shot|gevlogen|rechtsomkeert|out",
        "toen|zodra|when|as|once|nadat ..2 ik|i|we|wij|STAFF ..12 RUN|TORE_OFF|hared|shot",
        "RUN|TORE_OFF ..6 toen|zodra|when|as|once|nadat ..2 ik|i|we|wij|STAFF",
        "ik|i|we|wij ..9 en|and ..2 hij|he|ze|they|ie|she ..3 RUN|TORE_OFF|shot|weg",
        "ik|i|we ..2 deed|zette|turned|switched|pakte|lifted|opened|opende ..5 en|and ..6 TORE_OFF|RUN|scattered|"
        "gone|weg",
        "of|or die|dat|he|she|they ..2 gast|man|vrouw|kerel|jongen|liet|was ..9 weg|verdwenen|buiten|gone",
        "scattered|scatter|uiteen|stoven|stuiven",
        "toen|zodra|when|as ..4 hond|dog|bel|bell|alarm|licht|light|lights|telefoon|phone|sirene|siren ..9 RUN|"
        "TORE_OFF|QUICK",
        "out|gone|off ..4 like a shot|flash",
        "rechtsomkeert|hazenpad",
        "bij het zien ..4 van ..9 QUICK|RUN|TORE_OFF|uiteen|weg",
        "at the sight ..2 of ..9 QUICK|RUN|off|away",
        "QUICK|RUN|TORE_OFF|took|liep|reed|ging|droop|drove|walked ..5 toen|zodra|when|as|moment|once|nadat|after "
        "..4 ik|we|"
        "wij|i|STAFF|politie|police|beveiliger|guard|iemand|someone|they|he|she|hij|ze|zij|ie ..6 ADDRESSED|spoke|"
        "speaking|talking|aankwam|verscheen|showed|appeared|buiten|out|keek|looked|saw|zag|zagen|seen|noticed|caught",
        "ik|we|i|collega|STAFF ..1 vroeg|asked|sprak|riep|shouted|groette|kuchte|schraapte|zwaaide|coughed|waved ..14 "
        "droop|meteen|gelijk|direct|snel|gauw|haastig|immediately|hurried|hurriedly|quickly|bolted|fled|ervandoor|"
        "vandoor|"
        "weggelopen|verdwenen|verdween|foetsie|vanished|gone|scurried|scarpered",
        "zag|zagen|ziet|saw|spotted|noticed|merkte|sees ..5 wijkagent|agent|politie|police|beveiliger|guard|ons|mij|"
        "me|us|"
        "cops|handhaver|boa|marshal ..9 verdween|verdwenen|weg|vertrok|hazenpad|ervandoor|vandoor|disappeared|vanished|"
        "left|drove|off|away|TORE_OFF|RUN",
        "kromp|krompen|deinsde|deinsden|verstijfde|verstijfden|bevroor|froze|recoiled ..1 ineen|terug|achteruit?",
        "zei|zeg|said|riep|groette|greeted ..9 tegen|to ..4 ONE|hem|haar|him|her|hen|ze|them ..9 RUN|TORE_OFF|"
        "spurtte|ervandoor",
        "hoe|how ..1 snel|fast|quick|gauw ..4 weg|wegkomen|away|out",
        "ik|i|we|wij ask|vraag|say|zeg ..9 fast|quick|quickly|snel|meteen|weg",
        "weggereden|gevlucht|vertrokken|weg|left ..2 toen|when|as ..2 boa|handhaver|wijkagent|agent|politie|police",
        "in|within een|two|twee|a|no ..1 oogwenk|tellen|tel|flash|seconds|time ..3 verdwenen|buiten|weg|gone|outside|"
        "off",
        "maakte|maakten|maakt|made ..2 dat ..2 weg|wegkwam|wegkwamen",
        "gaf|gaven|geeft|geven ..1 plankgas|gas|vol",
        "stoof|stoven|stuiven|scheurde|scheurden|vloog|vlogen ..2 uiteen|weg|ervandoor",
        "soon|moment|minute ..1 as|that? ..5 ADDRESSED|saw|noticed|spoke|showed|came|appeared|looked ..9 QUICK|RUN|"
        "drove|left|"
        "off",
        "RUN|QUICK|took|gone|legged|vanished|drove ..5 soon|moment|minute ..2 ik|i|we|they|he|she|STAFF|as",
        "SCARED",
    ),
    Signal.MULTI_SHOP: (
        "van|from|ene|de winkel|zaak|shop|store|juwelier|jeweller|deur|door|boetiek ..1 naar|to|in|na ..2 winkel|"
        "zaak|shop|"
        "store|juwelier|jeweller|next|volgende|ander|andere|deur|door",
        "alle|all|elke|iedere|every|each ..2 winkels|zaken|shops|stores|juweliers|jewellers|winkel|shop",
        "hele|heel|whole|entire ..2 straat|street|winkelstraat|passage|arcade|plein|rij|rijtje|row|mall|"
        "winkelcentrum|parade",
        "COUNT ..1 SHOPS ..12 zelfde|dezelfde|same|bezoek|visit|visits|ander|another|na|vandaag|today",
        "overal|everywhere ..6 zelfde|hetzelfde|dezelfde|same|kwam|kwamen|came|vroeg|asked",
        "every|each|elke|iedere ..3 place|places|winkel|shop|store|zaak|one ..9 another|along|after|langs|in|af|ander",
        "zowel|both ..3 SHOPKIND ..3 als|and ..3 SHOPKIND",
        "SHOPKIND ..5 and|en ..1 us|ons|wij|mij|me ..5 all|allemaal|visited|bezocht|zelfde|same|dezelfde",
        "COUNT ..1 SHOPS ..3 gezien|seen|geweest|been|gespot",
        "did|deed|deden|doet ..2 hele|whole ..2 *straat|street|*weg|*plein|centrum|passage",
        "NUMBER *winkels|*zaken|shops|stores ..9 zelfde|dezelfde|same",
        "in|at|bij SHOPKIND ..3 SHOPKIND ..3 and|en ..2 SHOPKIND",
        "heard|hoorde|hoor|vernam ..4 SHOPKIND ..2 SHOPKIND",
        "round|bij|at|langs|to ..1 all|allemaal|each|iedereen|ieder ..2 of|ons|us",
        "SHOPKIND ..2 SHOPKIND ..2 SHOPKIND ..5 toen|then|en|and|ons|wij|us|ours",
        "door|deur after|na door|deur",
        "collega-ondernemers|collega-winkeliers|buurtwinkeliers|buurwinkel|buurwinkels|buurzaak|winkeliersvereniging "
        "..6 ook|"
        "hem|hen|ze|gehad|was|waren|daar|zelfde|too|also",
        "been|was|were|geweest|waren|langs ..4 at|to|in|bij ..3 shop|store|winkel|buren|zaak|neighbours ..1 next|"
        "hiernaast|ernaast|door|naast|too|also|ook",
        "did|doing|deed|deden|doen ..2 COUNT ..2 SHOPS",
        "SHOPKIND ..3 toen|then|daarna|vervolgens|en|and|after ..3 SHOPKIND ..3 toen|then|daarna|en|and|vervolgens ..3 "
        "SHOPKIND|ons|us|mij|mine|hier|here",
    ),
}
