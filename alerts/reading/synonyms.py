"""Further words for what other modules name, field by field; how often each is heard does not matter here."""

SYNONYMS = {
    # People.
    "ONE": "cyclist pedestrian passer-by voorbijganger wandelaar addict junk junkie junk verslaafde dakloze "
    "gluurder homeless-man youngster joch etter sujet snoeshaan klojo engerling knaap knakker pief patser lummel "
    "slungel ettertje schooier "
    "bejaarde vreemdeling nepklant jogger wandelaar vlogger toerist bouwvakker "
    "tourist vlogger jogger punter scruffy-looking hoodlum chancer geezer rascal punk oldie pensioner",
    "MANY": "gestalten schimmen silhouetten figures shadows knapen knakkers ventjes jochs toeristen etters lummels "
    "schooiers tourists punters geezers pensioners "
    "jongedames jongeheren tienermeisjes tienerjongens tienermeiden teenage-boys gozertjes kleerkasten",
    "STAFF": "kassameisje winkelmeisje winkelhulp leerling bijbaner vulploeg teamleider ploegleider shopassistent "
    "saturday-girl trainee apprentice storeman attendant teller croupier zaalchef pompbediende winkelchef "
    "apothekersassistente apothekersassistent drogiste verkoopmedewerker verkoopmedewerkster kassier "
    "kassamedewerker kassamedewerkster zaterdaghulp vakantiekracht uitzendkracht invaller nachtportier baliekracht "
    "barkeeper serveerster ober bedrijfsleidster filiaalhouder winkelier winkelierster bezorgster chauffeuse "
    "afwasser teamlead shopgirl salesgirl salesman saleswoman bouncer",
    # Looking a shop over.
    "LOOK": "tuurt tuurden aangegaapt gaapt gaapte opneemt monstert monsterde monsterden beloert "
    "beloerde begluurt begluurde begluren bespiedt bespiedde inspecteert inspecteerde gadeslaat gadesloeg "
    "rondspiedt spiedend spiedde spiedden afgespeurd scant scanden schatte inschat verkende verkent verkenden "
    "verkend nieuwsgierig geobserveerd bestudeert afgetast "
    "scrutinising scrutinised scrutinizing surveying surveyed eyes eyeball craning craned gawping gawking ogling "
    "sizing sized curious glaring clocking clocked recce scouting scouted mapping mapped noting "
    "glimpsing examining examined inspects examines surveys squinting fixated",
    "LAYOUT": "bolcamera bolcamera's domecamera dome-camera domecamera's deurcamera plafondcamera videocamera's "
    "camerabeelden cameraposities camerahoek kluisdeur kluiskamer brandkast kassalades kassadisplay kassagebied "
    "sensortjes melder melders alarmpaneel alarmsensoren beveiligingspoortjes plafond "
    "kantoortje achterkamer achterkamertje bewakingssysteem monitorscherm ceiling alarms sensors detectors "
    "blind-spot blindspot backroom strongroom strongbox",
    "PHOTO": "fotografeert fotografeerde fotografeerden gefotografeerd inzoomt ingezoomd inzoomde zoomde zoomt "
    "zoomen inzoomen spiegelreflex telelens livestream livestreamde streamde streamt dashcam gopro actiecamera "
    "gekiekt kiekte klikte "
    "zoomed zooming snaps shots clip clips livestreaming livestreamed streaming videoing photo'd "
    "vlogde vlogt vloggen vlog",
    "ASK": "informeerde informeerden polsten hengelde hengelden viste visten vorste vorsten ontfutselen "
    "ontfutselde nieuwsgierig doorvraagt uitgevraagd wonders wondered wondering quizzed quizzing grilled "
    "fishing probing probed queried querying curious interrogated nosy",
    "FEEL": "bevoelde betastte betast duwden duwen gedauwd wrikten wrikkend peuteren peuterden prutst prutste "
    "prutsten prutsen geprutst frunnikt frunnikte frunnikten frunniken gefrunnikt tastte tastten "
    "jiggle wiggle fumbled fumbling nudged prodded prodding leaned probing tampering tampered",
    "HANG": "gehurkt hurkt hurkte crouched crouching squatting squatted draalt draalde draalden dralen slentert "
    "slenterde slenterden slenteren ijsbeert ijsbeerde "
    "ijsberen zwerft rondzwerven rondzwierf leunt leunde leunden hurkt zitten rondhingen rondhangen bivakkeert "
    "bivakkeren talmt talmde "
    "lurks lurking lurked dawdling dawdled dawdles paces pacing paced mooching milling idled skulking parked "
    "hovering hovered hovers leaning",
    "CLOSING": "sluitronde dichtdraaien dichtdraaide dichttrekken dichttrok afsluitronde opstart "
    "opengooien opengooide openging sluitingsronde lockup shutting shut shutters-down cashing locks opens closes "
    "opened unlocked unlocking unlock lock",
    "EXIT": "achtertuin achtertuinen gang gangetjes paadje paadjes pad binnenterrein achteringang "
    "laadperron kelderluik dakterras ventweg tuinpad snelweg oprit vluchtdeur noodtrap "
    "passages path paths footpath courtyard loading-bay service-road back-gate backdoor towpath cut-through "
    "shortcut driveway",
    "SCARED": "verstijfde verstijfden verbleekte paniek panikeerde schok verschrikt betrapte betrapt "
    "bolted-up froze spook panic startling jumpy",
    "PRICY": "peperdure peperduur kostbaars waardevols topmodel topmodellen topmerk duursten prijzig "
    "peperdure dearest top-end top-of-the-range most-expensive exclusive high-value premium flagship costly",
    "MANY_TIMES": "vijfde zesde zevende derde vierde herhaalde achtmaal zevenmaal tigste zoveelste umpteenth "
    "third fourth fifth sixth thrice",
    # A robbery and how it went.
    "THREAT": "bedreigend bedreigingen intimideerde intimideerden intimideerde geintimideerd intimidatie "
    "afgedreigd doodsbedreiging doodsbedreigingen intimidated menaced menacing",
    "TAKEN": "geplunderd plunderde plunderden plunderen leeggeplunderd gepikt pikte pikten inpikte meegraaide "
    "meegraaiden buitmaakte buitmaakten weggraaide weggrissen ontfutseld ontfutselde afgestaan afstaan afgeven "
    "foetsie uitladen uitgeladen overladen geknipt losgeknipt afgeknipt wrenched rukte rukten gerukt ontrukte "
    "ontrukten ontrukt "
    "pleite geplukt meegetrokken meegerukt losgerukt lostrokken losgetrokken volgestopt volgeladen volgepropt "
    "stopte stopten propte propten veegde veegden schoof schoven laadde laadden "
    "looted plundered ransacked pinched lifted swept stuffed stuffing loaded crammed shovelled scooping "
    "walked-off grabbing pocketing made-off handing relieved stripped seized seize",
    "RUN": "holde holden hollen gehold spurt spurtte spurten spurtten gespurt snelde snelden peerde peerden "
    "smeerde smeerden stoof stoven galoppeerde hardlopend benenwagen wegspurtte wegspurtten weggespurt weghollen "
    "wegholde wegholden weggehold wegvluchtte legging hightailed belted pelted sprinting dashing hared scurried "
    "bombed",
    "LEFT": "wegkwam wegkwamen weggekomen wegkomen wegging weggingen aftaaide aftaaiden weggesneld verdwijnt "
    "verdwijnen ontvlucht ontvluchtte ontvluchtten smeerde smeerden peerde verlieten verliet verlaat verlaten "
    "ontsnapte ontsnapten aftocht vluchtte weggevlucht weggesprint weggespurt weggelopen weggerend "
    "vanished vanishes vanish escapes escaping exited exits departed "
    "bolted legged scarpered absconded",
}
