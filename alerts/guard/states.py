"""States and peoples of the world, with the words for who comes from there, Dutch and English.

All member states of the United Nations, and those peoples without a state of their own that are spoken of here. The
Dutch words follow the list of countries of the Nederlandse Taalunie. The Netherlands are left out: of who is from here
nothing is told.
"""

from collections.abc import Iterable, Iterator

# Each line has the country; one of its people, several, and the adjective in Dutch; one of its people or the adjective
# in English. A slash stands between alternatives, an underscore for a space, a dash for a form that does not exist. A
# form that is another word as well has a question mark: it means people only where they are counted or stand after a
# demonstrative.
_TABLE = """
    afghanistan afghaan afghanen afghaans afghan
    albanië/albania albanees albanezen albanees albanian
    algerije/algeria algerijn algerijnen algerijns algerian
    andorra andorrees andorrezen andorrees andorran
    angola angolees angolezen angolees angolan
    antigua antiguaan antiguanen antiguaans antiguan
    argentinië/argentina argentijn argentijnen argentijns argentinian/argentine
    armenië/armenia armeniër/armeen armeniërs/armenen armeens armenian
    australië/australia australiër australiërs australisch australian
    azerbeidzjan/azerbaijan azerbeidzjaan/azeri azerbeidzjanen azerbeidzjaans azerbaijani
    bahamas bahamaan bahamanen bahamaans bahamian
    bahrein/bahrain bahreiner/bahreini bahreiners bahreins bahraini
    bangladesh bengalees/?bengaal bengalezen bengalees bangladeshi/bengali
    barbados barbadaan barbadanen barbadaans barbadian
    belarus/wit-rusland/belorus belarus/wit-rus belarussen/wit-russen belarussisch/wit-russisch belarusian
    belgië/belgium belg belgen belgisch belgian
    belize belizaan belizanen belizaans belizean
    benin beniner beniners benins beninese
    bhutan bhutaan bhutanen bhutaans bhutanese
    bolivia boliviaan bolivianen boliviaans bolivian
    bosnië/bosnia bosniër/bosniak bosniërs/bosniakken bosnisch bosnian
    botswana botswaan botswanen botswaans botswanan
    brazilië/brazil braziliaan brazilianen braziliaans brazilian
    brunei bruneier bruneiers bruneis bruneian
    bulgarije/bulgaria bulgaar bulgaren bulgaars bulgarian
    burkina_faso burkinees burkinezen burkinees burkinabe/burkinabé
    burundi burundees burundezen burundees burundian
    cambodja/cambodia cambodjaan cambodjanen cambodjaans cambodian
    canada canadees canadezen canadees canadian
    - centraal-afrikaan centraal-afrikanen centraal-afrikaans central_african
    chili/chile chileen chilenen chileens chilean
    china chinees chinezen chinees chinese
    colombia/columbia colombiaan colombianen colombiaans colombian
    comoren/comoros comorees/comoriaan comorezen/comorianen comorees/comoriaans comorian
    congo congolees congolezen congolees congolese
    costa_rica costa-ricaan costa-ricanen costa-ricaans costa_rican
    cuba cubaan cubanen cubaans cuban
    cyprus cyprioot cyprioten cypriotisch cypriot
    denemarken/denmark ?deen ?denen deens ?dane/danish
    djibouti djiboutiaan djiboutianen djiboutiaans djiboutian
    dominica dominicaan dominicanen dominicaans dominican
    duitsland/germany duitser duitsers duits german
    ecuador ecuadoraan/ecuadoriaan ecuadoranen/ecuadorianen ecuadoraans/ecuadoriaans ecuadorian/ecuadorean
    egypte/egypt egyptenaar egyptenaren/egyptenaars egyptisch egyptian
    el_salvador salvadoraan salvadoranen salvadoraans salvadoran/salvadorian
    equatoriaal-guinea equatoguineeër equatoguineeërs equatoguinees equatorial_guinean
    eritrea eritreeër eritreeërs eritrees eritrean
    estland/estonia ?est/estlander ?esten/estlanders ests/estlands estonian
    eswatini/swaziland swazi - swazisch swazi
    ethiopië/ethiopia ethiopiër ethiopiërs ethiopisch ethiopian
    fiji fijiër fijiërs fijisch fijian
    filipijnen/filippijnen/philippines filipijn/filipino/filipina ?filipijnen filipijns/filippijns filipino/filipina
    finland ?fin ?finnen fins ?finn/finnish
    frankrijk/france fransman/franse fransen frans french
    gabon gabonees gabonezen gabonees gabonese
    gambia gambiaan gambianen gambiaans gambian
    georgië/georgia georgiër georgiërs georgisch georgian
    ghana ghanees ghanezen ghanees ghanaian/ghanian
    grenada grenadaan grenadanen grenadaans grenadian
    griekenland/greece ?griek grieken grieks greek
    guatemala guatemalteek guatemalteken guatemalteeks guatemalan
    guinee/guinea guineeër guineeërs guinees guinean
    guyana guyaan/guyanees guyanen/guyanezen guyaans/guyanees guyanese
    haïti haïtiaan haïtianen haïtiaans haitian
    honduras hondurees hondurezen hondurees honduran
    hongarije/hungary hongaar hongaren hongaars hungarian
    ierland/ireland ?ier ?ieren iers irish
    ijsland/iceland ijslander ijslanders ijslands icelandic/icelander
    india indiër indiërs indiaas/indisch indian
    indonesië/indonesia indonesiër indonesiërs indonesisch indonesian
    irak/iraq irakees irakezen iraaks/irakees iraqi
    iran iraniër iraniërs iraans/perzisch iranian/persian
    israël israëliër israëliërs israëlisch israeli
    italië/italy ?italiaan italianen italiaans italian
    ivoorkust/ivory_coast ivoriaan ivorianen ivoriaans ivorian
    jamaica jamaicaan jamaicanen jamaicaans jamaican
    japan japanner japanners japans japanese
    jemen/yemen jemeniet jemenieten jemenitisch yemeni/yemenite
    jordanië jordaniër jordaniërs jordaans jordanian
    kaapverdië/cape_verde kaapverdiër/kaapverdiaan kaapverdiërs/kaapverdianen kaapverdisch/kaapverdiaans cape_verdean
    kameroen/cameroon kameroener kameroeners kameroens cameroonian
    kazachstan/kazakhstan kazach/?kazak kazachen/kazakken kazachs/kazaks kazakh
    kenia/kenya keniaan kenianen keniaans kenyan
    kirgizië/kyrgyzstan/kirgizstan kirgies/kirgiziër kirgiezen/kirgiziërs kirgizisch kyrgyz
    kiribati kiribatiër kiribatiërs kiribatisch kiribatian
    koeweit/kuwait koeweiti/koeweiter koeweiters koeweits kuwaiti
    kosovo kosovaar kosovaren kosovaars kosovar
    kroatië/croatia kroaat kroaten kroatisch croatian/croat
    laos laotiaan laotianen laotiaans laotian
    lesotho lesothaan lesothanen lesothaans basotho
    letland/latvia letlander ?letten/letlanders lets/letlands latvian
    libanon/lebanon libanees libanezen libanees lebanese
    liberia liberiaan liberianen liberiaans liberian
    libië/libya libiër libiërs libisch libyan
    liechtenstein liechtensteiner liechtensteiners liechtensteins liechtensteiner
    litouwen/lithuania litouwer litouwers litouws lithuanian
    luxemburg/luxembourg luxemburger luxemburgers luxemburgs luxembourger/luxembourgish
    madagaskar/madagascar malagassiër malagassiërs malagassisch malagasy/madagascan
    malawi malawiër malawiërs malawisch malawian
    maldiven/maldives maldiviër/malediviër maldiviërs/malediviërs maldivisch/maledivisch maldivian
    maleisië/malaysia maleisiër/maleier maleisiërs/maleiers maleisisch/maleis malaysian/malay
    mali malinees/maliër malinezen/maliërs malinees/malisch malian
    malta maltees/maltezer maltezen/maltezers maltees maltese
    marokko/morocco marokkaan marokkanen marokkaans moroccan
    - marshalleilander/marshallees marshalleilanders/marshallezen marshalls/marshallees marshallese
    mauritanië/mauritania mauritaniër mauritaniërs mauritaans mauritanian
    mauritius mauritiaan mauritianen mauritiaans mauritian
    mexico mexicaan mexicanen mexicaans mexican
    micronesië/micronesia micronesiër micronesiërs micronesisch micronesian
    moldavië/moldova moldaviër/moldover moldaviërs/moldovers moldavisch/moldovisch moldovan
    monaco monegask monegasken monegaskisch monegasque
    mongolië/mongolia ?mongool mongolen mongools mongolian
    montenegro montenegrijn montenegrijnen montenegrijns montenegrin
    mozambique mozambikaan mozambikanen mozambikaans mozambican
    myanmar/birma/burma myanmarees/?birmaan myanmarezen/birmanen myanmarees/birmaans burmese
    namibië/namibia namibiër namibiërs namibisch namibian
    nauru nauruaan nauruanen nauruaans nauruan
    nepal nepalees nepalezen nepalees nepalese/nepali
    nicaragua nicaraguaan nicaraguanen nicaraguaans nicaraguan
    nieuw-zeeland/new_zealand nieuw-zeelander nieuw-zeelanders nieuw-zeelands new_zealander
    niger nigerees nigerezen nigerees nigerien
    nigeria nigeriaan nigerianen nigeriaans nigerian
    noord-korea/zuid-korea/korea koreaan/noord-koreaan/zuid-koreaan koreanen/zuid-koreanen koreaans/zuid-koreaans korean
    macedonië/macedonia/noord-macedonië macedoniër macedoniërs macedonisch macedonian
    noorwegen/norway ?noor ?noren noors norwegian
    oeganda/uganda oegandees oegandezen oegandees ugandan
    oekraïne/ukraine oekraïner oekraïners oekraïens ukrainian
    oezbekistan/uzbekistan oezbeek oezbeken oezbeeks uzbek
    oman omaniet/omani omanieten omanitisch omani
    oostenrijk/austria oostenrijker oostenrijkers oostenrijks austrian
    oost-timor/east_timor timorees/oost-timorees timorezen/oost-timorezen timorees/oost-timorees timorese/east_timorese
    pakistan pakistaan pakistanen pakistaans pakistani
    palau palauaan palauanen palauaans palauan
    palestina/palestine palestijn palestijnen palestijns palestinian
    panama panamees panamezen panamees panamanian
    papoea-nieuw-guinea/papua papoea - papoeaas papuan
    paraguay paraguayaan paraguayanen paraguayaans paraguayan
    peru peruaan/peruviaan peruanen/peruvianen peruaans/peruviaans peruvian
    polen/poland ?pool ?polen pools ?pole/polish
    portugal portugees portugezen portugees portuguese
    qatar qatarees/qatari qatarezen qatarees qatari
    roemenië/romania roemeen roemenen roemeens romanian/rumanian
    rusland/russia ?rus russen russisch russian
    rwanda rwandees rwandezen rwandees rwandan
    saint_kitts kittitiaan kittitianen kittitiaans kittitian
    saint_lucia saint-luciaan saint-lucianen saint-luciaans saint_lucian
    saint_vincent vincentiaan vincentianen vincentiaans vincentian
    salomonseilanden salomonseilander salomonseilanders salomons solomon_islander
    samoa samoaan samoanen samoaans samoan
    san_marino sanmarinees sanmarinezen sanmarinees sammarinese
    sao_tomé santomees santomezen santomees santomean
    saoedi-arabië/saudi-arabië/saudi_arabia saoedi/saoediër/saudi saoediërs saoedisch/saoedi-arabisch saudi
    senegal senegalees senegalezen senegalees senegalese
    servië/serbia serviër serviërs/serven servisch serbian/serb
    seychellen/seychelles seychellees seychellezen seychels seychellois
    sierra_leone sierra-leoner/sierraleoner sierra-leoners/sierraleoners sierra-leoons sierra_leonean
    singapore singaporees/singaporaan singaporezen/singaporanen singaporees/singaporaans singaporean
    slovenië/slovenia sloveen slovenen sloveens slovene/slovenian
    slowakije/slovakia slowaak slowaken slowaaks slovak/slovakian
    soedan/sudan/zuid-soedan soedanees/zuid-soedanees soedanezen/zuid-soedanezen soedanees/zuid-soedanees sudanese
    somalië/somalia somaliër somaliërs somalisch somali/somalian
    spanje/spain spanjaard spanjaarden spaans spanish/spaniard
    sri_lanka sri-lankaan/singalees sri-lankanen/singalezen sri-lankaans/singalees sri_lankan/sinhalese
    suriname surinamer surinamers surinaams surinamese
    syrië/syria syriër syriërs syrisch syrian
    tadzjikistan/tajikistan tadzjiek tadzjieken tadzjieks tajik
    taiwan taiwanees taiwanezen taiwanees taiwanese
    tanzania tanzaniaan tanzanianen tanzaniaans tanzanian
    thailand ?thai/thailander ?thai/thailanders ?thais/thailands ?thai
    togo togolees togolezen togolees togolese
    tonga tongaan tonganen tongaans tongan
    trinidad trinidadder trinidadders trinidadiaans/trinidads trinidadian
    tsjaad tsjadiër tsjadiërs tsjadisch chadian
    tsjechië/czechia tsjech tsjechen tsjechisch czech
    tunesië/tunisia tunesiër tunesiërs tunesisch tunisian
    turkije/turkey ?turk turken turks turkish/?turk
    turkmenistan turkmeen turkmenen turkmeens turkmen
    tuvalu tuvaluaan tuvaluanen tuvaluaans tuvaluan
    uruguay uruguayaan uruguayanen uruguayaans uruguayan
    vanuatu vanuatuaan vanuatuanen vanuatuaans vanuatuan
    venezuela venezolaan/venezuelaan venezolanen/venezuelanen venezolaans/venezuelaans venezuelan
    - emirati - emiratisch emirati
    engeland/england engelsman/engelse engelsen engels english
    schotland/scotland - ?schotten schots scottish/?scot
    wales welshman - welsh welsh
    - brit britten brits british/briton
    amerika/america amerikaan amerikanen amerikaans american
    vietnam vietnamees/viëtnamees vietnamezen/viëtnamezen vietnamees/viëtnamees vietnamese
    zambia zambiaan zambianen zambiaans zambian
    zimbabwe zimbabwaan zimbabwanen zimbabwaans zimbabwean
    zuid-afrika/south_africa zuid-afrikaan zuid-afrikanen zuid-afrikaans south_african
    zweden/sweden ?zweed ?zweden zweeds ?swede/swedish
    zwitserland/switzerland zwitser ?zwitsers zwitsers swiss
    koerdistan/kurdistan koerd koerden koerdisch kurdish/kurd
    tsjetsjenië/chechnya tsjetsjeen tsjetsjenen tsjetsjeens chechen
    - oeigoer oeigoeren oeigoers uyghur/uighur
    - tamil - - tamil
    - ?berber ?berbers ?berbers ?berber
    tibet tibetaan tibetanen tibetaans tibetan
    catalonië/catalonia catalaan catalanen catalaans catalan
    vlaanderen/flanders ?vlaming vlamingen vlaams flemish
"""
_BARE = str.maketrans("ëïéü", "eieu")
_DOUBT = "?"
_WITHOUT_PLURAL = ("ese", "ish", "ch", "ss", "ois", "yz", "asy", "otho", "ic")
_ONLY_ADJECTIVES = ("ish", "ch", "sh", "ic", "swiss")  # endings of English words that are no word for a person


def _inflected(adjective: str) -> str:
    longer = {"ees": "ese", "aas": "ase"}.get(adjective[-3:])
    return adjective[:-3] + longer if longer else adjective + "e"


def _several(english: Iterable[str]) -> list[str]:
    return [word + "s" for word in english if not word.endswith(_WITHOUT_PLURAL)]


def _written(words: Iterable[str]) -> frozenset[str]:
    """Return the spellings of a word: without its question mark, also without accents, and of two parts with a dash,
    with a space, or in one."""
    sure = {word.removeprefix(_DOUBT) for word in words}
    bare = sure | {word.translate(_BARE) for word in sure}
    return frozenset(word.replace("-", joint) for word in bare for joint in ("-", " ", ""))


def _columns() -> Iterator[list[str]]:
    rows = [[cell.replace("_", " ").split("/") for cell in line.split()] for line in _TABLE.strip().split("\n")]
    for column in zip(*rows, strict=True):
        yield [word for cell in column for word in cell if word != "-"]


_countries, _one, _many, _dutch, _english = _columns()
_inhabitants = [*_one, *_many, *_several(_english)]
_feminine = [_inflected(word.removeprefix(_DOUBT)) for word in _dutch]

COUNTRIES = _written(_countries)
"""The names of countries from which somebody may come, in small letters."""

ADJECTIVES = _written([*_dutch, *_feminine, *_english])
"""Adjectives that describe a person, but a language, a plate or food as well."""

_DOUBTFUL = [word for word in _inhabitants if word.startswith(_DOUBT)]
_NOUNS = [word for word in _english if not word.endswith(_ONLY_ADJECTIVES)]
COUNTED = _written([*_feminine, *_NOUNS, *_DOUBTFUL]) | (_written(_one) & ADJECTIVES)
"""Words for one or more of a people that are other words as well."""

PEOPLES = _written(_inhabitants) - COUNTED - ADJECTIVES
"""Words for one or more of a people that are hardly anything else."""
