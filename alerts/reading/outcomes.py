"""How what offenders wanted came out: whether they gave up, were driven off, or came away with it."""

from alerts.reading.lexicon import register
from alerts.reading.patterns import Patterns
from alerts.reading.tokens import Tokens

register(
    {
        "OPENABLE": "deur voordeur achterdeur winkeldeur schuifdeur kassa kassala kassalade la lade kluis rolluik slot "
        "vitrine vitrines ruit raam glas pui koffer automaat geldautomaat pinautomaat hek sluis toonbank brandkast "
        "gevel hekwerk "
        "door doors till drawer register safe shutter shutters lock case cases glass window front atm machine bag "
        "cabinet cage screen grille",
        "HELD": "hield hielden houdt held holds",
        "GAVE_UP": "opgegeven opgaven opgeven afgedropen afdropen afgetaaid opgedoekt aborted desisted",
        "FOILED": "mislukt mislukte mislukten mislukking misluk tevergeefs vergeefs gefaald faalde verijdeld "
        "verijdelde "
        "voorkomen gestrand strandde vruchteloos onverrichterzake failed fails foiled thwarted botched unsuccessful "
        "unsuccessfully flopped averted",
        "DRIVEN_OFF": "weggejaagd verjaagd verjoeg verjoegen wegjoeg wegjoegen weggestuurd afgeschrikt afschrikte "
        "afgeslagen weggepest tegengehouden gestoord verstoord onderbroken "
        "chased scared frightened spooked startled fended fought disturbed interrupted repelled deterred",
        "WANTS": "wil wilde wilden wou wouen wouden willen eiste eisten eist eisen opeisten opeiste opgeeist probeerde "
        "probeerden probeert proberen geprobeerd poogde poogden trachtte trachtten trachten "
        "wants wanted demanded demanding demands tried tries trying attempted attempting attempts",
        "TO_TAKE": "afpakken afnemen pakken stelen jatten grissen grijpen graaien roven beroven leeghalen leegroven "
        "meenemen meesleuren meegrissen meekrijgen losrukken lostrekken plunderen buitmaken overvallen openbreken "
        "openen openmaken opentrekken opblazen rammen "
        "rukken ontrukken aftroggelen ontfutselen slepen meeslepen wegslepen uittrekken meetrekken inpikken "
        "weggrissen drag dragging pull pulling wrestle lift haul "
        "snatch grab steal rob take rip mug nick swipe raid loot empty yank pry wrench blow ram pinch",
        "FORCES": "wrikken wrikte wrikten forceren forceerde forceerden openbreken open-breken beuken beukte beukten "
        "rammen "
        "ramde ramden intrappen trapten inslaan sloegen breken prying forcing kicking smashing ramming pried forced "
        "kicked "
        "break jemmy",
        "PREY": "tas handtas geldtas rugzak koffer geldkoffer telefoon portemonnee geldkist geldkistje kassa kassala "
        "kassalade la lade kluis scooter fiets fatbike brommer bakfiets bestelling pakket pakketten lading sleutels "
        "sleutel geldbuidel sealbag dagopbrengst kassageld kasgeld geldcassette vitrine vitrines bus busje auto "
        "bag purse phone wallet till drawer register safe bike moped box parcel parcels load takings cash money keys "
        "case briefcase handbag van bestelvan",
    }
)
register(
    {
        "CRIME_NAME": "overval overvallen overvaller overvallers beroving roof raid robbery robbed heist hold-up "
        "holdup "
        "poging overvalpoging roofpoging attempt inbraak burglary diefstal theft straatroof ramkraak plofkraak "
        "verkenning "
        "beroofd afpersing greep afgepakt gestolen",
        "NO_CRIME_NAME": "grap grapje geintje vergissing misverstand ruzie stunt ongeluk ongelukje vechtpartij toeval "
        "oefening familieruzie burenruzie onwelwording "
        "joke prank mistake misunderstanding row fight argument accident coincidence drill quarrel dare",
        "UNSURE": "misschien mogelijk wellicht mogelijkerwijs vermoedelijk onduidelijk onzeker raadsel twijfel "
        "twijfelen "
        "twijfelt gissen "
        "maybe perhaps possibly might unclear unsure uncertain doubt supposedly apparently presumably",
    }
)
_OPEN = Patterns[bool](
    {
        True: (
            "kan|kon|zou|could|might|may ..3 CRIME_NAME|NO_CRIME_NAME|alles|anything ..2 zijn|geweest|be|been|kunnen|"
            "wezen",
            "kan|kon|zou|could|might|may be|have|ook|een|zijn|kunnen ..3 CRIME_NAME",
            "UNSURE ..4 CRIME_NAME ..4 of|or|UNSURE|niet|kan|could",
            "CRIME_NAME ..5 of|or|UNSURE|kan|could ..5 NO_CRIME_NAME|iets|something|anders",
            "NO_CRIME_NAME ..4 of|or|UNSURE ..4 CRIME_NAME",
            "~of|whether|if ..4 het|dit|dat|er|it|this|that|there ..4 CRIME_NAME ..9 weet|weten|niet|know|clear|say|"
            "eens|"
            "sure|duidelijk|bekend|is|was|or|of",
            "~weet|weten|wist|know|zeggen|say|idee|idea|sure|duidelijk|clear|eens|tell ..2 of|if|whether ..6 "
            "CRIME_NAME|"
            "NO_CRIME_NAME",
            "~whether|of ..3 it|dit|het ..2 CRIME_NAME",
            "~idee|idea|clue|weet|weten|know|knows ..3 wat|what ..6 gebeurd|gebeurde|happened|hand|gaande|happening|"
            "loos",
            "~er|we niet|not ..1 uit|eens|agreed",
            "~niet|nog not|never ..2 zeker|duidelijk|sure|clear|certain ..3 of|if|whether|wat|what",
            "~hij|she|he|ze zegt|says|zei|said ..1 verloren|lost|gevallen|fell ..9 ik|i|wij|we ..1 denk|denken|think",
        )
    }
)
_FAILED = Patterns[bool](
    {
        True: (
            "FOILED",
            "GAVE_UP",
            "gaf|gaven|geven|gegeven ..2 het op",
            "gave|give|giving|given up",
            "DRIVEN_OFF ..5 weg|off|away|out|uit|buiten|toen|door|by|them|ze|him|hem|daders|overvaller",
            "joeg|joegen|jaagde|jaagden|gejaagd|jaagt|sloeg|sloegen|chased|chase|drove|fought ..6 weg|off|away|out|uit|"
            "buiten|naar",
            "droop|dropen|taaide|taaiden ..2 af|weg",
            "~OPENABLE ..3 bleef|bleven|gebleven|stayed|remained|hield|held|zat|was ..2 dicht|gesloten|heel|vast|"
            "closed|shut|locked|intact|firm",
            "~OPENABLE ..1 hield|hielden|held ..2 stand|het|out|firm?",
            "~kreeg|kregen|krijgen|krijgt|got|get|could|couldn't|couldnt|kon|konden ..4 niet|not|nooit|never ..3 "
            "open|los|"
            "mee|binnen|in|inside|loose|free|through|erin|eruit|away",
            "~couldn't|couldnt|didn't|didnt|can't|never ..2 get ..4 open|in|inside|loose|through|off|anything|away|"
            "past",
            "~niet|not|never|nooit|didn't|didnt ..2 gelukt|lukte|work|worked|succeed|succeeded|budge|open|opengingen|"
            "door",
            "~lukte|gelukt ..2 niet|not|nooit",
            "~vast|bolted|vastgeschroefd|muurvast|stuck ..2 zat|down|zit|aan",
            "~zat|zit|was|is|it's ..1 vast|bolted|vastgeschroefd|stuck",
            "ik|wij|we|i|STAFF|MATE|baas|die ..2 HELD ..2 vast|stevig|on|tight|onto",
            "ik|wij|we|i|STAFF|die ..2 trok|trokken|pulled|yanked ..3 terug|back",
            "weigerde|weigerden|weiger|geweigerd|refused|refuse|refuses",
            "thought better|twice",
            "bedacht|bedachten|bedenkt zich",
            "changed his|her|their mind|minds",
            "ik|i|we|STAFF ..1 beet|gilde|gilden|schreeuwde|krijste|lachte|bit|screamed|yelled|shouted|laughed|"
            "kicked ..9 rende|"
            "weg|vandoor|ran|left|away|off|gevlucht|fled|vertrok",
            "kicked|broke|got|pulled|wrestled|wriggled|rukte|trok ..2 free|loose|los",
            "begon|begonnen|started ..2 lachen|laughing|laugh",
            "~brak|breekt|broke|gaf|gave|barstte ..2 niet|not|mee|way",
            "turned ..1 on his|her|their heel|heels",
            "rechtsomkeert",
            "strap|riem|band|deur|door|glas|glass|screen|lock|slot held|hield",
            "gleed|struikelde|slipped|tripped ..3 uit|over|weg|fell",
            "op tijd|time",
            "just in time",
            "nog net op",
            "op slot ..2 gooien|gegooid|gedraaid|doen|draaien|gooide|deed",
            "deur|door|hek|shutter|rolluik ..4 dichtgetrokken|dichtgooien|dichtgegooid|dichtgeslagen|dichttrok|locked|"
            "slammed|vergrendeld|dichtgedaan|dichtgooide",
            "~zonder|without ..1 buit|iets|loot|anything|resultaat|succes|result",
            "~met|with lege|empty handen|hands",
            "~empty handed",
            "~empty-handed|onverrichterzake",
            "doorgefietst|doorgereden|doorgelopen",
            "but|maar he|she|hij|zij ..2 rode|drove|cycled|fietste|reed|ran|rende ..2 off|away|on|door|weg|snel|hard",
            "rode|cycled|drove|ran|kept straight|going on",
            "ik|STAFF|i ..2 kon|konden|wist|managed ..3 ontkomen|wegkomen|ontsnappen|vluchten|escape|wegrijden|"
            "wegfietsen",
        )
    }
)
_GAVE_UP = Patterns[bool](
    {True: ("FOILED", "GAVE_UP", "gaf|gaven|geven|gegeven ..2 het op", "gave|give|giving|given up", "thought better")}
)
# Wanted of people, or of a till: not the wish of a customer.
_WANTED = Patterns[bool](
    {
        True: (
            "WANTS ..9 TO_TAKE",
            "FORCES ..9 terwijl|while|whilst ..5 binnen|inside|aanwezig|werkten|werkte|stonden|still|nog",
            "terwijl|while|whilst|toen ..6 binnen|inside|aanwezig ..12 FORCES",
            "WANTS ..5 PREY ..4 TO_TAKE|open|los|mee|van|from|hebben|of|or|te|to",
            "{opeiste|opeisten|opgeeist|eiste|eisten|eist|eisen|demanded|demanding|demands PREY|LOOT|geld|alles}5",
            "binnen|in|inside ..2 voor|for ..2 kluis|kassa|safe|till|geld|money",
            "binnendringen|binnenstormen|binnenvallen|overvallen|beroven|rob|mug|storm|barge|burst|push|force ..4 "
            "WANTS|in|inside",
            "WANTS ..6 binnen|in|inside ..2 te|dringen|stormen|komen|vallen|push|storm|barge|force|rush",
            "WANTS ..4 behind|achter ..3 bar|counter|toonbank|balie|kassa|till",
            "WANTS ..4 push|storm|barge|force|burst|rush|dringen|stormen ..4 in|inside|into|binnen|through",
            "greep|grepen|graaide|graaiden|grabbed|lunged|reached|dook|doken ..4 naar|at|for|in ..3 PREY|LOOT",
            "riep|riepen|roept|roepend|schreeuwde|schreeuwden|schreeuwend|shouted|shouting|yelled|yelling|zei|zeiden|"
            "said ..3 om|for|geef|give ..3 geld|money|"
            "cash|kassa|kluis|till|safe",
            "wilden|wilde|wanted ..2 de|het|the|our|onze kluis|kassa|safe|till|dagopbrengst|takings|kassageld",
        )
    }
)
_STORMS = Patterns[bool](
    {
        True: (
            "WANTS ..6 stormen|binnenstormen|dringen|binnendringen|binnenvallen|storm|barge|burst|rush ..4 "
            "binnen|in|inside|into|through|te?",
            "WANTS ..4 naar binnen stormen|dringen|rennen|duwen",
        )
    }
)
_COMES_AWAY = Patterns[bool](
    {
        True: (
            "gekregen|meegekregen|kreeg|kregen|got ..2 ze|hij|zij|he|she|they|het|it|die|dat|alles|everything",
            "die|dat|it|alles ..2 heeft|hebben|had|has|kreeg|kregen ..2 gekregen|meegekregen|hij|ze|ie|zij|she|he",
            "ik|we|wij|i|collega|STAFF ..3 het|ze|die|it|them|alles ..3 gegeven|afgegeven|meegegeven|overhandigd|given|"
            "handed",
            "gaf|gaven ..2 het|ze|alles ..3 maar|mee|af|over",
            "gave|handed ..2 it|them|everything ..3 over|up|to|him",
        )
    }
)


def is_left_open(tokens: Tokens) -> bool:
    """Whether it is said to be unknown what it was: a robbery, a fight, or a joke."""
    return any(_OPEN.find(tokens))


def came_to_nothing(tokens: Tokens) -> bool:
    """Whether it is told that offenders gave up, were driven off, or could not get what they wanted."""
    return any(_FAILED.find(tokens))


def gave_up(tokens: Tokens) -> bool:
    """Whether it is said in so many words that they gave up, or that it failed."""
    return any(_GAVE_UP.find(tokens))


def is_wanted(tokens: Tokens) -> bool:
    """Whether offenders wanted to take, or to have, what is not theirs."""
    return any(_WANTED.find(tokens))


def storms(tokens: Tokens) -> bool:
    """Whether offenders wanted to burst into a shop."""
    return any(_STORMS.find(tokens))


def came_away(tokens: Tokens) -> bool:
    """Whether they were given what they asked for."""
    return any(_COMES_AWAY.find(tokens))
