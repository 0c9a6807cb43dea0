"""Wider patterns of signals: families of verbs and what they were done to, anywhere in a sentence."""

from collections.abc import Mapping, Sequence

from alerts.reading.conduct_words import CONDUCT_WORDS
from alerts.reading.lexicon import register
from alerts.report import Signal

register(CONDUCT_WORDS)
WIDE_PATTERNS: Mapping[Signal, Sequence[str]] = {
    Signal.INTEREST_LAYOUT: (
        "{LOOK LAYOUT}11",
        "{COUNTS LAYOUT}9",
        "ASKS ..9 kluis|safe ..5 staat|is|zit|located|hangt",
        "stappen|passen|steps|paces ..9 kassa|deur|ingang|kluis|counter|till|door|safe|entrance|toonbank|balie",
        "{WRITES LAYOUT}9",
        "plattegrond|plattegrondje|floorplan|situatieschets",
        "floor plan",
        "WRITES ..4 SHOP|SHOPKIND|indeling|ruimte|inside|binnenkant",
        "{EYES LAYOUT|FITTINGS|beveiligingscamera*}7",
        "~oog|ogen|eye|eyes ..2 voor|for|op|on|off|van ..4 LAYOUT|FITTINGS",
        "~niet|geen|not|weren't|wasn't|no ..5 only|alleen|just|maar|but|wel ..4 LAYOUT|FITTINGS|sloten|locks",
        "~geen|no|nauwelijks|niet|amper|hardly|never ..2 oog|eye|interesse|interest|belangstelling|aandacht ..14 "
        "LAYOUT|"
        "FITTINGS",
        "LAYOUT ..4 het oog",
        "LAYOUT ..3 the? sights|scrutiny",
        "in zich opnemen|opnam|op ..5 LAYOUT",
        "LAYOUT ..4 in zich",
        "tikte|tikten|tikt|klopte|klopten|klopt|tapped|tapping|knocked|knocking ..4 vitrine|vitrines|ruit|glas|glass|"
        "muur|wall|wand|case|cases|window",
        "schuifmaat|duimstok|laserpen|laserpointer|waterpas|calipers|tape-measure ..9 LAYOUT|ROUND|DOOR|vitrine*|glas",
        "tikte|tikken|tapped|klopte|knocked ..4 muur|wall|wand|kluis ..6 knuckles|luister*|listening|knokkels",
        "under|onder|behind|achter ..1 counter|toonbank|balie|kassa ..4 LOOK",
        "LOOK ..3 under|onder|behind|achter ..2 counter|toonbank|balie|kassa|till|desk",
        "sizing|sized|casing|cased|scoping|scoped|mapping|mapped ..2 up|out|LAYOUT|SHOP|SHOPKIND ..3 LAYOUT|SHOP|"
        "SHOPKIND|place|joint?",
        "wees|wijst|wezen|wijzen|aanwees|aanwezen|pointed|pointing|points ..9 LAYOUT",
        "scheen|schijnt|schenen|shone|shining|shines|lichtte ..6 LAYOUT|FITTINGS",
        "volgde|volgt|volgden|followed|following|traced|tracing ..9 LAYOUT|FITTINGS",
        "leunde|leunt|boog|buigt|bukte|rekte|hing|leaned|leaning|leant|craned|craning|bent|peered|peeked|peering|"
        "gluurde|"
        "gluurt|keek|looked ..4 over|achter|behind ..3 toonbank|balie|counter|kassa|till|desk",
        "{LOOK|COUNTS plafond|ceiling|camerakoepel|camerakoepels|bolcamera*}9",
        "achter|behind ..1 toonbank|balie|counter ..6 LOOK",
        "what|welk|wat|which|hoe ..2 sort|soort|kind|type|merk|make|zwaar|groot ..3 LAYOUT",
    ),
    Signal.QUESTIONS_SECURITY: (
        "ASKS ..14 GUARDED",
        "WANTED_TO ..9 TO_KNOW ..12 GUARDED",
        "WANTED_TO ..5 TO_KNOW ..12 alleen|alone|sluit|sluiten|afsluit|dicht|close|closes|lock|personeel|staff|money|"
        "geld|"
        "cash|sleutel|sleutels|keys|camera's|cameras|shutters|rolluik",
        "ASKS ..9 cash|cashing|kas|kassa ..1 up|opmaken|tellen|opmaakt|opmaak",
        "panic|nood|alarm button|knop|knoppen",
        "hoorde|horen|hoort|vroeg|vraagt ..6 uit over",
        "uit over ..3 GUARDED|sluit*|personeel|geld",
        "get|getting|got out of ..9 GUARDED|when|how|who",
        "ASKS ..9 shutters|rolluik|rolluiken|deur|deuren ..6 dicht|slot|alarm|down|locked|wired|beveiligd",
        "whether|if|of ..5 shutters|rolluik|rolluiken|ramen|deuren|doors|windows ..5 alarm|wired|beveiligd|slot|locked",
        "ASKS ..9 op|on|with|alone|alleen|in ..1 own|eentje|himself|herself|myself|yourself|uppie|dr|mn|zn",
        "ASKS ..6 who|wie|what|hoe ..6 locks|lock|cashes|cash|keys|afsluit|sleutel|sluit|banks|bank|stort",
        "ASKS ..9 next|volgende|laatste|last|eerste|first ..4 staff|colleague|collega|personeel|baas|manager ..3 weg|"
        "home|"
        "komt|comes|leaves|gaat|off|naar",
        "WHETHER|hoe|how|wie|who|wanneer|when ..9 alleen|alone|GUARDED|uppie|personeel|staff ..14 vroeg|vroegen|"
        "vraagt|asked|asks",
        "vraag|question|vragen|mail|mailtje|email|message ..9 GUARDED|storten|stort|bank|dagopbrengst|alarm|"
        "personeel|sluiten",
        "ASKS ..6 wie|who ..6 laatste|last|weggaat|leaves|overblijft|achterblijft|left",
        "CHATS ..3 over|about|of|whether ..12 GUARDED|sleutel|sleutels|keys|alleen|alone|personeel|staff|kluis|safe|"
        "sluiten|"
        "sluit|close|tweeen|dagopbrengst|geld|money|cash",
        "ASKS|CALLED ..9 hoeveel|how ..2 man|mensen|people|personeel|staff|many|collega's",
        "ASKS ..9 rond|ronde|rondes|patrol|patrols|langskomt|calls|visits",
    ),
    Signal.PHOTOS: (
        "{SHOOTS ROUND|LAYOUT|DOOR|SHOP|SHOPKIND}9",
        "schoot|schoten|schiet|schieten|snapped|snaps|shot|took ..4 plaatjes|plaatje|foto's|pictures|photos|pics|"
        "snaps|kiekjes",
        "drukt|drukte|drukten|drukken ..2 af",
        "poseert|poseerde|poseerden|posing|posed|poses ..9 ROUND|SHOP|SHOPKIND|DOOR",
        "nam|namen|neemt ..4 ROUND|LAYOUT|SHOP|DOOR ..2 op ..5 telefoon|mobiel|mobieltje|toestel|camera|gsm",
        "legde|legden|legt|vastgelegd ..6 vast ..4 video|foto|film|camera|telefoon?",
        "op de foto|film|video|beeld ..2 gezet|zet|zetten|zette|gelegd|vastgelegd",
        "richt|richtte|richtten|hield|hielden|houdt|pointed|points|pointing|held|holding|aimed|aiming ..3 telefoon|"
        "mobiel|"
        "mobieltje|toestel|camera|gsm|lens|lensje|phone|mobile ..9 ROUND|LAYOUT|DOOR|SHOP|SHOPKIND|omhoog|borst|up|"
        "chest",
        "lens|camera|telefoon|mobiel|toestel|phone|mobile ..5 gericht|pointed|aimed|trained ..4 LAYOUT|ROUND|DOOR|"
        "SHOP|ons|us",
        "LAYOUT|ROUND|DOOR ..1 gericht",
        "verborgen|hidden|stiekem|stiekeme|klein|kleine|mini|spy camera|cameraatje|cam",
        "cameraatje|spycam|bodycam ..6 sjaal|tas|jas|knoop|scarf|bag|coat|pocket|onder|pet",
        "sjaal|tas|jas|knoop|scarf|bag|coat|pocket|onder ..5 cameraatje|spycam|bodycam",
        "flitser|flits|klikgeluid|klikte|fototoestel|flash ..12 ONE|ROUND|DOOR|SHOP|kerel|man|vrouw",
        "ONE ..12 fototoestel|spiegelreflex|telelens",
        "zoom|zoomed|zooming ..2 in",
        "tripod|statief|selfiestick|opnamelampje|opnameknop|opnamestand|spiegelreflex|telelens|livestream|"
        "livestreaming|livestreamde",
        "recorded|recording|records ..4 inside|shop|store|ROUND|LAYOUT|staff|everything",
        "took|taking|takes|take ..3 snaps|shots|photo|photos|pictures|picture|pics|stills|selfies|clips|clip|footage",
        "camera|telefoon|toestel|phone ..2 out|tevoorschijn ..6 shots|pictures|foto's|filmen|filming",
        "ingezoomd|inzoomt|inzoomde|inzoomen|zoomde|zoomt|zoomed|zooming",
        "vlogger|vlogde|vloggen|vlogging",
    ),
    Signal.WATCHING_FROM_VEHICLE: (
        "VEHICLE|MODEL ..9 STANDS_BY ..25 WATCHES",
        "VEHICLE|MODEL ..25 blik|eyes|gaze ..2 op|on ..3 ROUND|DOOR|SHOP|SHOPKIND",
        "VEHICLE|MODEL ..9 opposite|tegenover|across ..3 us|ons|SHOP|SHOPKIND|winkel ..12 all|whole|hele|since|sinds "
        "..3 day|dag|"
        "morning|ochtend|middag|afternoon|week",
        "raampje|raampjes|ruiten ..2 geblindeerd|geblindeerde|open ..9 ROUND|SHOP|SHOPKIND|DOOR",
        "VEHICLE|MODEL ..14 WATCHES ..6 ROUND|SHOP|SHOPKIND|DOOR|binnen|inside|ons|us|ingang|entrance|place",
        "STANDS_BY ..6 VEHICLE|MODEL ..12 WATCHES|gaten|oog|eye|eyes",
        "VEHICLE|MODEL ..14 in de gaten",
        "VEHICLE|MODEL ..14 eye|eyes|oog|ogen on|off|op|van|gericht",
        "VEHICLE|MODEL ..7 GOES_BY ..9 PAST|SLOW|MANY_TIMES|rondje|ronde|blok|block|voorbij|langs|lap|laps|loop|"
        "again|weer",
        "GOES_BY ..5 VEHICLE|MODEL ..6 PAST|SLOW|MANY_TIMES|voorbij|langs|again|weer",
        "remt|remde|mindert|minderde|vertraagt|slows|slowed|slowing ..2 af|vaart|down|snelheid ..6 bij|voor|"
        "outside|ter|in|as|at|by|als?",
        "rondje|rondjes|rondt|rond|blokje|circling|lap|laps|loops ..4 blok|block|om|pand|heen|winkel|zaak",
        "VEHICLE|MODEL ..5 opposite|tegenover|across|outside ..9 driver|bestuurder|inzittende|inzittenden|passenger|"
        "someone|iemand|man|men|guys|lads|mannen|jongens",
        "chauffeur|bestuurder|driver|passagier|bijrijder|passenger|inzittenden|inzittende|occupants ..9 WATCHES",
        "raampje|raam|window ..2 open|omlaag|down|rolled ..9 WATCHES",
    ),
    Signal.LOOKOUT: (
        "OTHER_ONE ..4 buiten|outside ..12 duim|thumb|thumbs|knikte|nods|nodded|seintje|teken|weer",
        "OTHER_ONE ..4 by|at|bij ..4 DOOR ..6 nods|nod|nodding|glances|signs|signals",
        "hoek|corner|buiten|outside ..9 belt|bellen|phone|telefoon|calls ..14 OTHER_ONE ..4 binnen|inside",
        "schildwacht|schildwachten|oortje|porto|portofoon|walkie-talkie|wachtpost",
        "OTHER_ONE ..9 buiten|outside|deur|door|ingang|entrance|hoek|corner|stoep|drempel|doorway|deurpost|portiek|pui|"
        "deuropening|threshold|DOOR|lantaarnpaal|lamp|bankje ..12 gaten|whistling|fluiten|fluitend|bellen|belt|"
        "bellend|belde|telefoon|phone|kijken|keek|kijkt|kijkend|rondkijken|wacht|"
        "watch|looking|links|left|straat|street|keeping|checking|uitkijk|scanning|speurt|speurde|afspeurde|tikte|tikt|"
        "hoestte|coughed|knikte|nodding|tapped|whistled|floot",
        "binnen|inside|winkel|shop ..9 jongen|man|vrouw|meisje|vriend|maat|boy|girl|guy|lad ..2 buiten|outside ..9 "
        "bellen|"
        "bellend|belt|telefoon|phone|kijken|wacht|watch|deur|deurpost|door|hoek|corner",
        "ander|andere|other|maat|mate|vriend|friend|tweede|second|derde|third|maatje|vriendin|girlfriend|buddy|"
        "partner ..6 "
        "buiten|outside|deur|door|ingang|entrance|hoek|corner|stoep|pavement ..9 bellen|belt|belde|telefoon|phone|"
        "kijken|"
        "keek|kijkt|rond|wacht|watch|looking|links|left|up|straat|street|keeping|checking|uitkijk|scanning|nodding",
        "een|one|eentje ..4 binnen|inside|in ..9 ander|andere|other|tweede|second|maat|mate|vriend|friend ..6 buiten|"
        "outside|deur|door|ingang|entrance|hoek|corner",
        "ander|andere|other|tweede|second|maat|mate|vriend|friend|derde|third ..4 buiten|outside|deur|door|ingang|"
        "entrance|"
        "hoek|corner ..9 terwijl|while|whilst",
        "terwijl|while|whilst ..8 ander|andere|other|maat|mate|vriend|friend|vriendin ..4 buiten|outside|deur|door|"
        "ingang|"
        "entrance|hoek|corner",
        "stood|stands|standing|stond|staat|stonden|hield|keeping|kept ..3 guard|wacht|uitkijk|watch|lookout|"
        "schildwacht",
        "fluit|floot|fluitsignaal|whistled|whistle|seinde|seint|tekentje ..6 maat|ander|mate|other|binnen|inside|"
        "vriend",
    ),
    Signal.ROUTE_CHECK: (
        "loopt|liep|lopen|liepen|gelopen|walked|walking|walks|went|gaat|ging|gingen|explored|exploring|verkende|"
        "verkent|"
        "verkennen|wandered ..4 achterom|round|around|rondje|rond|om|achterlangs ..4 pand|back|rear|winkel|zaak|"
        "building|"
        "shop|block|gebouw|achterkant ..6 LOOK|EXIT|bekeek|bekeken|uitweg|out|way",
        "{LOOK|verken*|explor*|scout*|controleerde|controleert|checkte|inspecteerde|inspecteerden|liep_na|volgde "
        "EXIT}9",
        "over|across ..2 schutting|muur|muurtje|hek|fence|wall|gate",
        "hoe|how|waar|where|of|whether|if ..5 wegkomt|wegkomen|wegkunnen|uitweg|escape|parkeerplaats|"
        "uitkomt|leads|uitkomen|doorloopt|doorlopen|goes",
        "way|route out|away",
        "uitweg|ontsnappingsweg|vluchtgang",
        "vluchtweg|vluchtroute|vluchtroutes|vluchtwegen|ontsnappingsroute|escape-route",
        "ASKS ..9 fire|emergency|back|rear exit|door|escape|entrance|gate",
        "LOOK|walked|WANTED_TO ..9 fire|emergency|back|rear exit|door|escape|entrance|gate ..6 leads|goes|comes|brings",
        "{PATH_WALKED PATH}6",
        "timer|stopwatch|chronometer ..9 EXIT|PATH|achterdeur|backdoor|fietspad|parkeerplaats|weg",
        "RUN|rende|renden|liep|liepen|walked ..6 timer|stopwatch",
        "schuttingdeuren|schuttingdeur|poortjes|poortje|gates|gate ..6 openduwen|open|opendoen|langs|tried|af",
        "gap|gat|opening ..3 fence|hek|schutting|hedge|heg ..6 LOOK|looked|gemeten|measured|arms",
        "sluiproute|sluiproutes|uitvalsweg|uitvalswegen|escape-plan|getaway",
        "via|door|langs ..3 magazijn|keuken|kelder|stockroom|kitchen ..6 uitkomt|uitkomen|buiten|parkeerplaats|straat",
    ),
}
