"""Patterns of what is odd; `patterns.py` says how they are written."""

from collections.abc import Mapping, Sequence

# True: surely something else than looking a shop over. False: it may be that too.
ODDITY_PATTERNS: Mapping[bool, Sequence[str]] = {
    True: (
        "FOLLOWS",
        "{THING_HERE DAMAGED}6",
        "{UNKNOWN_THING LEFT_THING}4",
        "LEFT_THING ..7 draadjes|draden|draad|wires|wiring|tikt|tikken|ticking|rookt|smoking|piept|beeping|"
        "lekt|leaking|stinkt|smells",
        "doos|tas|koffer|koffertje|sporttas|rugzak|bag|suitcase|backpack|rucksack|box|briefje|note|jerrycan "
        "..4 deur|ingang|entrance|door|gevel|rolluik|pui ..1 gezet|neergezet|achtergelaten|left|gelegd|"
        "neergelegd|gedumpt|dumped|geplaatst|placed",
        "doos|tas|koffer|koffertje|sporttas|rugzak|bag|suitcase|backpack|rucksack|box|briefje|note|jerrycan "
        "neergezet|achtergelaten|gedumpt|dumped|planted ..5 deur|ingang|entrance|door|gevel",
        "walkie|tie-wraps|tiewraps|ducttape|duct|handboeien|handcuffs|bivakmutsen|balaclavas ..6 gevonden|"
        "found|hidden|verstopt|erin|in",
        "~zonder|without|no kenteken|kentekens|platen|plaat|kentekenplaat|kentekenplaten|plates|plate|plates",
        "~nobody|niemand|noone ..3 knows|weet ..3 whose|wie|van",
        "krijt|chalk|stift|verf|paint|marker|graffiti ..6 DOOR|kruis|teken|pijl|letters|cijfers|gevel|pui|"
        "ruit|muur|wall|cross|mark|sign|arrow|code|symbool",
        "kruis|teken|pijl|cijfers|code|letters|cross|mark|arrow|sign|symbool|streepjes ..6 getekend|gekrast|"
        "geschreven|gespoten|geplakt|drawn|painted|scratched|chalked|scrawled|gekalkt|gezet",
        "vond|vonden|found|gevonden|aangetroffen|ontdekte|trof ..9 telefoons|phones|portemonnees|wallets|"
        "paspoorten|passports|pinpassen|simkaarten|bivakmutsen|balaclavas|gereedschap|drugs|jerrycan|"
        "sieraden|wapen|wapens|messen|kentekenplaten",
        "reservesleutel*|sleutelkastje|sleutelkast|sleutelkluis|sleutelkluisje|keybox ..5 weg|kwijt|open|"
        "verdwenen|leeg|gone|missing|opengebroken|geforceerd",
        "sleutel|sleutels|key|keys|pasje|toegangspas|badge|uniform|bedrijfskleding ..2 van|of|to|for ..2 "
        "zaak|winkel|shop|store|pand|kluis|safe|personeel|medewerker ..4 weg|verdwenen|gone|missing|gestolen|"
        "stolen",
        "bolt cutter|cutters",
        "boutenschaar|betonschaar|slijptol|haakse-slijper|lockpick*|inbrekersgereedschap|koevoet|breekijzer|"
        "crowbar|grinder|drill|boormachine|sledgehammer|moker ..5 tas|bag|rugzak|backpack|auto|car|jas|koffer",
        "tas|bag|rugzak|backpack ..4 boutenschaar|betonschaar|slijptol|gereedschap|grinder|drill|boormachine|tools",
        "chained|vastgeketend|vastgemaakt|vastgebonden ..6 bag|backpack|tas|rugzak|koffer|hek|railing|gevel|paal",
        "bag|backpack|tas|rugzak|koffer|suitcase ..3 chained|vastgeketend|vastgemaakt|tied",
        "nepagent|nepmonteur|nepkoerier|neppakket|neppolitie|nepbezorger",
        "pretending|pretended|posing|posed|voordeed|voordeden|uitgaf|uitgaven ..6 company|bedrijf|leverancier|"
        "supplier|provider|helpdesk|support|landlord|verhuurder|bank|police|politie|gemeente|council|inspectie",
        "stip|stippen|dot|dots|streep|strepen|vlek ..6 DOOR|deurpost|doorpost|gevel|pui|gespoten|sprayed|painted",
        "container|containers|pallets|ladder|kratten ..6 dakraam|muur|achtermuur|raam|wall|window|roof|skylight",
        "sleutel|key ..2 afgebroken|broken|snapped ..4 slot|lock",
        "dead|dode|dood ..1 pigeon|duif|rat|vogel|bird|muis|kat|cat|vis|fish",
        "skim*|opzetstuk*|opzetstukje|voorzetstuk*|voorzetmond|skimmer",
        "verf|paint|spray ..4 over|op|on ..3 camera*|LAYOUT|lens",
        "rookbom|rookbommen|smokebomb|stinkbom",
        "smoke|stink bomb|bombs",
        "~zonder|without|no|geen ..1 number|license|licence|nummer plates|plate|platen|plaat",
        "~bestaat|bestaan|bestond|exists|exist ..1 niet|not",
        "~doesn't|does|didn't|did ..1 exist",
        "pretending|pretended|posing ..3 read|check|fix|repair|clean|inspect|deliver",
        "{geschreven|gekalkt|gekrast|written|scrawled ruit|deur|gevel|pui|muur|window|door|wall|shutter|rolluik}6",
        "doos|kastje|box|apparaat ..4 antenne|antenna|draadjes|snoertje",
        "zwaait|zwaaien|zwaaide|swinging|waving|waves ..4 met? ..3 KNIFE|FIREARM|BLUNT ..5 buiten|outside|front|voor",
        "slot|sloten|lock|locks ..6 volgespoten|purschuim|pur|foam|foamed|siliconen",
        "anonieme|anonymous beller|caller|belletje",
        "nooduitgang|nooduitgangen|fire|emergency ..1 exit? ..5 gezet|geblokkeerd|blocked|gebarricadeerd|barricaded",
        "op|on|over ..3 dak|roof",
        "fiddling|fiddled|prutsen|prutste|prutsten|gerommeld|rommelen|sleutelen ..4 lamp|lantaarn*|street|kast|mast|"
        "meter*",
        "loopt|lopen|liep|walking|walks|walked|staat|stond ..6 KNIFE|FIREARM|BLUNT ..6 stoep|hand|pavement|sidewalk|"
        "heen",
        "punch-up|brawl|knokpartij|vechtpartij|bonje",
        "~niemand|nobody|noone|no-one|none ..3 besteld|gebeld|ordered|called|ingehuurd|verwacht|expected|aangevraagd|"
        "booked",
        "kentekenplaten|nummerplaten|bivakmutsen|balaclavas|numberplates ..9 bij|tas|bag|under|onder|deken|blanket|had",
        "number plates ..9 bij|tas|bag|under|onder|blanket|had",
        "deelt|deelde|delen|gives|handing ..3 briefjes|geld|money|notes ..3 uit|out",
        "microfoontje|microfoon|afluister*|spycam|zendertje|bug ..6 geplakt|verstopt|gevonden|found|hidden|onder|under",
        "onder|under ..9 microfoontje|microfoon|afluister*|spycam|zendertje",
        "spoor|plas|vlekken|trail|pool|stains ..1 van|of bloed|blood",
        "al|sinds|uren|dagen|hours|days|since ..4 LEFT_THING ..6 portiek|ingang|deur|gevel|stoep|entrance|doorway|"
        "door|naast",
        "briefje|brief|note|letter|kaartje|bericht|message|appje|sms|mail ..12 pas|watch|oppassen|weten|know|next "
        "..3 op|"
        "out|langs|beurt|hoe|where|how|what|waar",
        "verrekijker|binoculars|nachtkijker|walkietalkie|portofoon ..6 lag|lagen|found|gevonden|bij",
        "lag|lagen|vond|vonden|found|gevonden ..9 verrekijker|binoculars|portofoon|walkie-talkie|bivakmuts|balaclava",
        "UNKNOWN_THING|openstaande ..3 VEHICLE",
        "VEHICLE ..9 deuren|doors|laadklep|achterklep ..2 open|openstaand|wagenwijd",
        "slot|sloten|lock|locks|sleutelgat|keyhole ..6 dichtgelijmd|gelijmd|lijm|glue|glued|kit|kauwgom|gum|superglue|"
        "verstopt|dichtgekit",
        "lijm|glue|kit|kauwgom|gum|superglue|secondelijm ..4 slot|sloten|lock|locks|sleutelgat",
        "chalk|krijt|krijten ..5 crosses|crossed|kruizen|kruisjes|tekens|marks|letters|numbers|cijfers|doorpost|"
        "deurpost|"
        "kozijn|stoep",
        "bos|boeket|bloemen|kaartje|kaart|pakketje|brief|briefje ..9 afzender|sender|weet|weten|know",
        "briefje|briefjes|biljet|biljetten|note|notes ..1 van|of ..1 50|100|200|500|vijftig|honderd",
        "honderdjes|tweehonderdjes|vijfhonderdjes|vijftigjes ..6 wissel*|change|vals*",
        "biedt|bieden|verkoopt|verkopen|verkocht|sells|selling|offered|offering ..9 telefoons|phones|horloges|watches|"
        "sigaretten|gestolen|kofferbak|sporttas",
        "insisted|insists ..3 leaving|leave|achterlaten|neerzetten",
        "achterlaten|neerzetten|achterliet|neerzette|leaving|left ..4 doos|tas|koffer|pakket|box|bag|suitcase|parcel",
        "van ..1 benzine|gas|petrol lucht|geur",
        "suitcase|koffer|tas|bag|rugzak|backpack ..4 front|voor|deur|door|shop|winkel ..3 walked|liep|weg|left",
        "sleutel|sleutels ..4 touwtje|hangt|hangen|gevonden ..9 idee|wie|van",
        "lampen|lamp|lantaarn*|straatverlichting|buitenlampen|lights ..6 kapot|stuk|vernield|smashed|gegooid|geschoten|"
        "losgedraaid|unscrewed",
        "calling|belt|bellen|belde|called|calls|phones ..9 breathing|hang|hangs|hijgt|ophangen|ophangt|zwijgt|hung",
        "number plates|plate ..3 burning|swapping|changing|verbranden|verwisselen",
        "burning|swapping|changing|verbranden|verwisselen|verwisselden|verwisselt ..3 kenteken|kentekens|platen|plates|"
        "kentekenplaten|number",
        "meter*|klusjesman|monteur|controleur|inspecteur|schilder|loodgieter ..9 verhuurder|klopt|besteld|afspraak|"
        "opdracht|"
        "landlord",
        "said|zei|zegt|says ..6 fix|repair|repareren|controleren|opnemen|check|inspect ..9 never|nooit|niemand|"
        "nobody|geen|"
        "ordered|besteld|niet",
        "pasje|badge|legitimatie|id ..3 had|wilde|heeft|couldn't|kon ..4 niet|geen|not|no",
        "unknown|onbekende|abandoned|verlaten|achtergelaten|strange|vreemde|gedumpte ..2 VEHICLE",
        "~VEHICLE ..9 achtergelaten|abandoned|dumped|gedumpt",
        "hijgt|hijgde|gehijg|hijgen|hijger|breathing|panting ..9 CALLED|opgehangen|lijn|line|phone|hoorn",
        "CALLED ..9 gehijg|hijgt|hijgde|hijger|opgehangen|ophangt|breathing|hung|hangs|silence|stilte|zwijgt",
        "~CALLED ..6 niemand|nobody|noone|niets|niks|nothing ..3 zegt|zei|says|said|there|spreekt|gezegd",
        "opgehangen|hung|hangs ..4 CALLED|up? ..4 keer|times",
        "tracker|trackers|gps-tracker|peilzender|zendertje|airtag|airtags|gps-kastje|baken|afluisterapparaat|"
        "afluisterapparatuur",
        "kastje|doosje|apparaatje|magneet|magnet|device ..9 onder|under|underneath|wielkast|bumper|bodem",
        "onder|under|underneath|achter ..6 VEHICLE|bus|auto|car|bestelvan ..9 kastje|doosje|apparaatje|"
        "magneet|magnet|device|draadje",
        "krijttekens|krijtstreep|krijtstrepen|krijtkruis|krijtpijl|chalk|stickertje|stickertjes|tekentjes|"
        "streepjes ..6 DOOR|gevel|pui|ruit|muur|wall|kozijn|deurpost|brievenbus|stoep|paaltje",
        "krijttekens|krijtstrepen|krijtkruis|krijtkruisje",
        "~geen|no idee|idea|clue ..1 van? wie|whose|who",
        "sleutel|sleutels|key|keys|keycard|toegangspas|pasje ..6 verdwenen|vermist|gestolen|missing|stolen",
        "briefje|brief|note|letter|kaartje|envelop|envelope ..9 weten|know|kennen|watching|dood|betalen|pay|"
        "wacht|pakken|anoniem|anonymous",
        "anoniem|anonieme|anonymous ..1 briefje|brief|note|letter|bericht|message|mail|telefoontje|call",
        "ladder|ladders ..6 gevel|achtergevel|muur|wall|dak|roof|raam|window",
        "gat|gaten|hole|holes ..4 hek|muur|dak|schutting|fence|wall|roof|gaas",
        "licht|light|lights|lamp brandt|brandde|burning|on ..9 terwijl|while|although|gesloten|closed|vakantie|weg",
        "brandt|brandde ..3 licht ..9 terwijl|vakantie|gesloten|dicht",
        "~geen|zonder|no|without|nooit ..2 pas|pasje|legitimatie|identificatie|badge|id|werkbon|opdrachtbon",
        "~pas|pasje|legitimatie|badge|id ..6 niet|geen|not|no",
        "niemand|niets|niks|nobody|noone ..3 besteld|gebeld|ordered|called|ingehuurd|aangevraagd",
        "never ordered|besteld",
        "~nooit|niet|never besteld|ordered",
        "bestond|bestaat|bestaan niet",
        "FOLLOWS|drone|drones|tracker|trackers|gps-tracker|airtag|airtags|peilzender|zendertje|krijttekens|"
        "krijtstrepen|krijtkruis|krijtkruisje|krijtpijl|nepagent|nepmonteur|nepkoerier|neppolitie|jerrycan|"
        "jerrycans|vuurwerk|fireworks|firecrackers|tie-wraps|tiewraps",
        "LEFT_THING ..5 achtergelaten|left|verstopt|hidden|gevonden|found|aangetroffen|neergezet|neergelegd|"
        "gedumpt|dumped|unattended|onbeheerd|verlaten|abandoned",
        "achtergelaten|gevonden|found|aangetroffen|vond|vonden|ontdekt|discovered|lag|ligt|lagen ..5 "
        "LEFT_THING|jerrycan|breekijzer|koevoet|crowbar|gereedschap|handschoenen",
        "doorgeknipt|doorgesneden|opengesneden|bespoten|overgespoten|beklad|dichtgekit|afgeplakt|"
        "losgetrokken|losgeschroefd|vernield|gesaboteerd|unscrewed|tampered|sprayed|slashed|glued",
        "nep|fake|valse|vals|vervalst|vervalste|zogenaamde|zogenaamd|bogus|counterfeit|forged ..3 politie|"
        "agent|agenten|police*|officer|monteur|koerier|bezorger|pakket|pas|pasje|badge|id|briefje|briefjes|"
        "biljet|biljetten|note|notes|order|orders|bestelling|collecte|courier|inspector|inspecteur|"
        "beveiliger|guard|engineer|technician|mechanic|delivery|geld|money|money",
        "doet|doen|deed|deden ..1 zich|alsof|of ..6 politie|agent|monteur|inspecteur|gemeente|bank|energie*|"
        "beveiliging|"
        "beveiliger|meter|klusjesman|schoonmaker|brandweer|verzekering|loodgieter|controleur",
        "posing|posed|pretending|pretended|claims|claimed|beweert|beweerde|beweerden|"
        "zegt|zei|zeggen|says|said ..6 politie|agent|police*|officer|monteur|inspecteur|inspector|gemeente|"
        "council|bank|energie*|beveiliging|beveiliger|meter|klusjesman|schoonmaker|stroom|brandweer|"
        "verzekering|loodgieter|controleur|technician|engineer|electrician|plumber",
        "~geen|zonder|no|without|nooit ..2 pas|pasje|legitimatie|identificatie|badge|id|werkbon|opdrachtbon|opdracht",
        "~zonder|without|no|geen kenteken|kentekens|platen|plaat|kentekenplaat|kentekenplaten|plates|plate|nummerplaat",
        "VEHICLE ..5 achtergelaten|abandoned|dumped|gedumpt|leeg|niemand|empty",
        "op|on ..3 dak|roof",
        "CALLED ..9 gehijg|hijgt|hijgde|hijger|opgehangen|ophangt|breathing|hung|silence|stilte|zwijgt|THREAT",
        "briefje|brief|note|letter|kaartje|envelop|envelope|appje|mail|mailtje ..9 weten|know|THREAT|dood|"
        "betalen|pay|pakken|kruis|cross|anoniem",
        "anoniem|anonieme|anonymous|dreigend|dreigende|threatening|dreig* briefje|brief|note|letter|bericht|"
        "message|mail|telefoontje|call|belletje|appje|mails|messages|calls|calls",
        "ruzie|vechtpartij|vechten|gevecht|fighting|fight|argument|steekpartij|schietpartij|gunshots|"
        "brandlucht|brandstichting|arson|verward|verwarde",
        "loopt|lopen|liep|walking|walks|walked|rondlopen|zwaait|zwaaien|swinging|waving ..4 met|with? ..3 "
        "KNIFE|FIREARM|BLUNT ..6 straat|street|plein|square|winkelcentrum|schreeuw*|shout*|markt",
        "KNIFE|FIREARM|BLUNT ..5 broeksband|waistband|straat|street|plein|square",
        "sleutel|sleutels|key|keys|reservesleutel*|toegangspas|badge|uniform ..6 weg|kwijt|verdwenen|gone|"
        "missing|gestolen|stolen|vermist|spoorloos",
        "lucht|geur|stank|smell|smells|ruikt|rook ..4 benzine|gas|petrol|brand|smoke",
        "benzine|gas|petrol ..2 lucht|geur|stank|smell",
        "krijt|chalk|stift|verf|paint|marker|graffiti|teken|tekens|symbool|symbol|kruis|cross|sticker ..7 "
        "deur|gevel|pui|ruit|muur|wall|door|shutter|rolluik|kozijn|brievenbus|window|getekend|geplakt|drawn|"
        "sprayed",
        "whispered|whispering|fluister*|fluisterden",
        "gat|gaten|hole ..4 hek|muur|dak|schutting|fence|wall|roof",
        "raam|deur|window|door|achterdeur ..4 open|kier|ajar ..9 weg|vakantie|dicht|gesloten|nobody|niemand|"
        "footprints|voetsporen|vanochtend|vanmorgen|morning",
    ),
    False: (
        "eiste|eisten|demanded|wilde|wanted ..5 terug|back|refund",
        "nep|fake|valse|zogenaamde|zogenaamd|bogus|neppe",
        "onbekende|vreemde|unknown|strange ..1 ONE|MANY",
        "ODD",
        "gebonsd|bonst|bonsde|bonken|gebonkt|banging|banged|geklopt|bekogeld",
        "afgepakt|afgenomen|weggenomen|gestolen|stolen|klemgezet|klemgereden|ingebroken|inbraak|burglary|"
        "afgeperst|opgelicht",
        "TROUBLE",
        "trok|trokken|trekt|haalde|haalden|pulled|pulls|drew|produced ..4 KNIFE|FIREARM|wapen|weapon",
        "DAMAGED",
        "achter ..3 aan|ons|mij",
        "op|on ..3 dak|roof",
        "zweet*|friemel*|zenuwachtig|nerveus|nervous|sweating|fidgeting|gespannen|bezweet|trillen|trembling|"
        "whispered|whispering|fluister*",
        "THREAT",
        "wide|wagenwijd|half open",
        "THING_HERE ..3 open|los|off|weg|gone|missing",
        "vertrouw*|trust ..2 niet|not",
        "~vertrouw|vertrouwde|vertrouwen|trust|don't|dont ..3 niet|trust",
        "lastig gevallen|vallen|valt|viel|vielen",
        "valt|vallen|viel|vielen ..4 lastig",
        "PERHAPS|passenger|passagier ..5 met|with|holding|hield|had|heeft|has ..2 KNIFE|FIREARM",
        "klopt|klopte|kloppen|klopten ..2 niks|niets|niet|geen",
        "~klopt|klopte|kloppen ..2 niks|niets|niet|geen",
        "kapot|stuk gegooid|geslagen|getrapt|gesneden|geschoten|gemaakt|gesneden",
        "op een? kier",
        "ajar|unlocked",
        "~weet|wist|wisten|knows|knew ..2 van|of|about niks|niets|nothing",
        "~niks|niets|nothing van|of|about weet|wist|afweet",
        "naar|slecht|bad|uneasy|funny|unsafe|onveilig|niet|not gevoel|feeling|pluis|ok|right",
        "~niet pluis|goed|koosjer",
        "felt wrong|off|unsafe",
        "staat|stond|parked|geparkeerd|hangt ..6 VEHICLE",
        "VEHICLE ..4 staat|stond|parked|staan|geparkeerd|standing|rijdt|reed",
        "gooit|gooien|gooide|gooiden|throwing|threw|throws|bekogeld|spuugde|spat",
        "mengt|scheldt|schold|uitgescholden|lastiggevallen|aggressive|agressief|agressieve|"
        "aggressively|harassing|harassed|intimiderend|intimidated",
    ),
}
