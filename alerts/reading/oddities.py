"""What else makes a text a report: something odd was seen, heard or found."""

from collections.abc import Iterator

from alerts.reading.lexicon import register
from alerts.reading.patterns import Exceptions, Patterns, Read
from alerts.reading.tokens import Tokens

register(
    {
        "DAMAGED": "ingeslagen doorgeknipt opengesneden vernield vernielt vernielde beschadigd bespoten beklad "
        "bekladden geforceerd opengebroken opengewrikt gesaboteerd kapotgemaakt ingegooid ingetrapt "
        "doorgesneden losgetrokken losgeschroefd"
        " overgespoten afgeplakt dichtgeplakt cut smashed broken damaged forced vandalised vandalized "
        "slashed tampered sprayed scratched glued kit opengeknipt gekraakt ingebroken ingeklommen "
        "unscrewed losgemaakt inbraak burglary inbraakpoging",
        "THING_HERE": "camera cameras camera's deur achterdeur raam ruit slot sloten kabel kabels draad bedrading "
        "sirene "
        "alarm hek rolluik zeil trailer schutting lamp verlichting lantaarn meter meterkast antenne cable "
        "cables wire wires lock locks window door"
        " fence shutter tyre tyres banden band gate light lights lamp buitenlamp buitensirene hangslot "
        "padlock cctv sensor",
        "ODD": "verdacht verdachte vreemd vreemde raar rare eng enge louche ongure onguur apart dubieus dubieuze "
        "suspicious suspect odd strange weird dodgy creepy sketchy shady fishy sus gek weirde "
        "ongebruikelijk verwarde verward onguur spooky unusual",
        "LEFT_THING": "tas koffer sporttas rugzak pakket pakketje doos briefje brief krijtteken teken tekens sticker "
        "stickers symbool merkteken kruis kruisje bag suitcase backpack package parcel note sign mark "
        "marks symbol rucksack box envelope letter envelop koffertje zender tracker gps-tracker krijttekens "
        "krijtkruis krijtstrepen krijtpijl",
        "UNKNOWN_THING": "onbekende verlaten onbeheerd onbeheerde achtergelaten abandoned unattended unknown vreemd "
        "vreemde "
        "strange odd suspicious verdachte geheimzinnig gevonden aangetroffen found lag ligt stuck geplakt "
        "mysterious weird",
        "TROUBLE": "vuurwerk ruzie vechtpartij vechten gevecht geschreeuw schreeuwen schreeuwt schreeuwde schreeuwend "
        "schreeuwden dreigend dreigende firecrackers fireworks fight fighting argument shouting screaming "
        "steekpartij schietpartij schoten schot gunshots shots knal knallen explosie drone benzine jerrycan"
        " dronken drunk brandlucht brand brandstichting arson bomb breekijzer koevoet inbrekerswerktuig "
        "jerrycans cobra's spookt opstootje relletje vechtende",
        "FOLLOWS": "volgt volgen volgde volgden gevolgd achtervolgt achtervolgd achtervolgde following followed "
        "follows tailing tailed tails trailing trailed schaduwt geschaduwd",
        "CALLED": "telefoontje telefoontjes gebeld belletje mail mailtje e-mail bericht sms appje phone call calls "
        "called email message letter brief",
    }
)
_ODD = Patterns[bool](
    {
        True: (
            "ODD",
            "gebonsd|bonst|bonsde|bonken|gebonkt|banging|banged|geklopt|bekogeld",
            "afgepakt|afgenomen|weggenomen|gestolen|stolen|klemgezet|klemgereden|ingebroken|inbraak|"
            "burglary|afgeperst|opgelicht",
            "TROUBLE",
            "FOLLOWS",
            "trok|trokken|trekt|haalde|haalden|pulled|pulls|drew|produced ..4 KNIFE|FIREARM|wapen|weapon",
            "{THING_HERE DAMAGED}6",
            "DAMAGED",
            "{UNKNOWN_THING LEFT_THING}4",
            "LEFT_THING ..7 draadjes|draden|draad|wires|wiring|tikt|tikken|ticking|rookt|smoking|piept|beeping|lekt|"
            "leaking|stinkt|smells",
            "doos|tas|koffer|koffertje|sporttas|rugzak|bag|suitcase|backpack|rucksack|box|briefje|note|jerrycan ..4 "
            "deur|ingang|entrance|door|gevel|rolluik|pui ..1 gezet|neergezet|achtergelaten|left|"
            "gelegd|neergelegd|gedumpt|dumped|geplaatst|placed",
            "doos|tas|koffer|koffertje|sporttas|rugzak|bag|suitcase|backpack|rucksack|box|briefje|note|jerrycan "
            "neergezet|achtergelaten|gedumpt|dumped|planted ..5 deur|ingang|entrance|door|gevel",
            "walkie|tie-wraps|tiewraps|ducttape|duct|handboeien|handcuffs|bivakmutsen|balaclavas ..6 gevonden|found|"
            "hidden|verstopt|erin|in",
            "~zonder|without|no kenteken|kentekens|platen|plaat|kentekenplaat|kentekenplaten|plates|plate|plates",
            "achter ..3 aan|ons|mij",
            "op|on ..3 dak|roof",
            "zweet*|friemel*|zenuwachtig|nerveus|nervous|sweating|fidgeting|gespannen|bezweet|trillen|"
            "trembling|whispered|whispering|fluister*",
            "THREAT",
            "~nobody|niemand|noone ..3 knows|weet ..3 whose|wie|van",
            "krijt|chalk|stift|verf|paint|marker|graffiti ..6 DOOR|kruis|teken|pijl|letters|cijfers|gevel|pui|ruit|"
            "muur|wall|"
            "cross|mark|sign|arrow|code|symbool",
            "kruis|teken|pijl|cijfers|code|letters|cross|mark|arrow|sign|symbool|streepjes ..6 getekend|gekrast|"
            "geschreven|"
            "gespoten|geplakt|drawn|painted|scratched|chalked|scrawled|gekalkt|gezet",
            "vond|vonden|found|gevonden|aangetroffen|ontdekte|trof ..9 telefoons|phones|portemonnees|wallets|"
            "paspoorten|"
            "passports|pinpassen|simkaarten|bivakmutsen|balaclavas|gereedschap|drugs|jerrycan|sieraden|wapen|wapens|"
            "messen|"
            "kentekenplaten",
            "reservesleutel*|sleutelkastje|sleutelkast|sleutelkluis|sleutelkluisje|keybox ..5 weg|kwijt|open|"
            "verdwenen|leeg|"
            "gone|missing|opengebroken|geforceerd",
            "sleutel|sleutels|key|keys|pasje|toegangspas|badge|uniform|bedrijfskleding ..2 van|of|to|for ..2 zaak|"
            "winkel|"
            "shop|store|pand|kluis|safe|personeel|medewerker ..4 weg|verdwenen|gone|missing|gestolen|stolen",
            "bolt cutter|cutters",
            "boutenschaar|betonschaar|slijptol|haakse-slijper|lockpick*|inbrekersgereedschap|koevoet|breekijzer|"
            "crowbar|"
            "grinder|drill|boormachine|sledgehammer|moker ..5 tas|bag|rugzak|backpack|auto|car|jas|koffer",
            "tas|bag|rugzak|backpack ..4 boutenschaar|betonschaar|slijptol|gereedschap|grinder|drill|boormachine|tools",
            "chained|vastgeketend|vastgemaakt|vastgebonden ..6 bag|backpack|tas|rugzak|koffer|hek|railing|gevel|paal",
            "bag|backpack|tas|rugzak|koffer|suitcase ..3 chained|vastgeketend|vastgemaakt|tied",
            "nep|fake|valse|zogenaamde|zogenaamd|bogus|nepagent|nepmonteur|nepkoerier|neppakket|neppe",
            "wide|wagenwijd|half open",
            "unknown|onbekende|abandoned|verlaten|achtergelaten|strange|vreemde|gedumpte ..2 VEHICLE",
            "~VEHICLE ..9 achtergelaten|abandoned|dumped|gedumpt",
            "THING_HERE ..3 open|los|off|weg|gone|missing",
            "vertrouw*|trust ..2 niet|not",
            "~vertrouw|vertrouwde|vertrouwen|trust|don't|dont ..3 niet|trust",
            "lastig gevallen|vallen|valt|viel|vielen",
            "valt|vallen|viel|vielen ..4 lastig",
            "PERHAPS|passenger|passagier ..5 met|with|holding|hield|had|heeft|has ..2 KNIFE|FIREARM",
            "klopt|klopte|kloppen|klopten ..2 niks|niets|niet|geen",
            "~klopt|klopte|kloppen ..2 niks|niets|niet|geen",
            "hijgt|hijgde|gehijg|hijgen|hijger|breathing|panting ..9 CALLED|opgehangen|lijn|line|phone|hoorn",
            "CALLED ..9 gehijg|hijgt|hijgde|hijger|opgehangen|ophangt|breathing|hung|hangs|silence|stilte|zwijgt",
            "~CALLED ..6 niemand|nobody|noone|niets|niks|nothing ..3 zegt|zei|says|said|there|spreekt|gezegd",
            "opgehangen|hung|hangs ..4 CALLED|up? ..4 keer|times",
            "tracker|trackers|gps-tracker|peilzender|zendertje|airtag|airtags|gps-kastje|baken|afluisterapparaat|"
            "afluisterapparatuur|bug_",
            "kastje|doosje|apparaatje|magneet|magnet|device ..9 onder|under|underneath|wielkast|bumper|bodem",
            "onder|under|underneath|achter ..6 VEHICLE|bus|auto|car|bestelvan ..9 kastje|doosje|apparaatje|magneet|"
            "magnet|device|draadje",
            "krijttekens|krijtstreep|krijtstrepen|krijtkruis|krijtpijl|chalk|stickertje|stickertjes|tekentjes|"
            "streepjes "
            "..6 DOOR|gevel|pui|ruit|muur|wall|kozijn|deurpost|brievenbus|stoep|paaltje",
            "krijttekens|krijtstrepen|krijtkruis|krijtkruisje",
            "~geen|no idee|idea|clue ..1 van? wie|whose|who",
            "kapot|stuk gegooid|geslagen|getrapt|gesneden|geschoten|gemaakt|gesneden",
            "sleutel|sleutels|key|keys|keycard|toegangspas|pasje ..6 verdwenen|vermist|gestolen|missing|stolen",
            "briefje|brief|note|letter|kaartje|envelop|envelope ..9 weten|know|kennen|watching|dood|betalen|pay|"
            "wacht|pakken|"
            "anoniem|anonymous",
            "anoniem|anonieme|anonymous ..1 briefje|brief|note|letter|bericht|message|mail|telefoontje|call",
            "ladder|ladders ..6 gevel|achtergevel|muur|wall|dak|roof|raam|window",
            "gat|gaten|hole|holes ..4 hek|muur|dak|schutting|fence|wall|roof|gaas",
            "op een? kier",
            "ajar|unlocked",
            "licht|light|lights|lamp brandt|brandde|burning|on ..9 terwijl|while|although|gesloten|closed|vakantie|weg",
            "brandt|brandde ..3 licht ..9 terwijl|vakantie|gesloten|dicht",
            "~geen|zonder|no|without|nooit ..2 pas|pasje|legitimatie|identificatie|badge|id|werkbon|opdrachtbon",
            "~pas|pasje|legitimatie|badge|id ..6 niet|geen|not|no",
            "~weet|wist|wisten|knows|knew ..2 van|of|about niks|niets|nothing",
            "~niks|niets|nothing van|of|about weet|wist|afweet",
            "niemand|niets|niks besteld|gebeld|ingehuurd|aangevraagd",
            "naar|slecht|bad|uneasy|funny|unsafe|onveilig|niet|not gevoel|feeling|pluis|ok|right",
            "~niet pluis|goed|koosjer",
            "felt wrong|off|unsafe",
            "staat|stond|parked|geparkeerd|hangt ..6 VEHICLE",
            "VEHICLE ..4 staat|stond|parked|staan|geparkeerd|standing|rijdt|reed",
            "never ordered|besteld",
            "~nooit|niet|never besteld|ordered",
            "bestond|bestaat|bestaan niet",
            "gooit|gooien|gooide|gooiden|throwing|threw|throws|bekogeld|spuugde|spat",
            "mengt|steelt_|scheldt|schold|uitgescholden|lastiggevallen|aggressive|agressief|"
            "agressieve|aggressively|harassing|harassed|intimiderend|intimidated",
        )
    }
)


_OWN = Exceptions({"": ("MY VEHICLE",)})
_BOUGHT = Exceptions({"": ("KNIFE ..2 BUY",)})
# What a shop has wrong in its own data: `ons adres klopt niet meer`.
_DATA = Exceptions(
    {"": ("adres|address|postcode|huisnummer|telefoonnummer|winkelnaam|plaatsnaam|gegevens ..4 klopt|kloppen|klopte",)}
)
_SENT = frozenset({"LEFT_THING", "STAFF", "PERHAPS", "CALLED"})


def oddities(tokens: Tokens) -> Iterator[Read[bool]]:
    """Yield the passages that tell of something odd; what is one's own, or bought, is not."""
    own = {seen.last for seen in _OWN.find(tokens)}
    own |= {seen.first for seen in _BOUGHT.find(tokens)}
    if _SENT.isdisjoint(tokens.concepts):
        own |= {seen.last for seen in _DATA.find(tokens)}
    for seen in _ODD.find(tokens):
        if own.isdisjoint((seen.first, seen.last)):
            yield seen.read(tokens)
