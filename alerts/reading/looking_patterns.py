"""Patterns that tell of what somebody looked at, and from where; `patterns.py` says how they are written."""

from collections.abc import Mapping, Sequence

from alerts.report import Signal

LOOKING_PATTERNS: Mapping[Signal, Sequence[str]] = {
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
        "keek|kijkt|kijken|kijkend|looking|looked|looks|eyes|ogen|blik|hoofd|head ..6 left|links ..2 right|rechts",
        "hield|houdt|hielden|houden|keeping|watching ..3 straat|street|omgeving",
        "stond|staat|standing|stands|stood|bleef|blijft ..5 deur|door|ingang|entrance ..4 watching|"
        "straat|street|bellen|bellend|belt|telefoneren",
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
        "struinen|struint|struinden|struinde|loopt|liep|lopen|liepen|walked|walking|walks|verkende|verkent|verkennen|"
        "gelopen|onderzoekt|"
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
}
