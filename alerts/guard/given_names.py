"""Given names and surnames that are common in the Netherlands. The lists are our own, from general knowledge."""

_GIVEN_TEXT = """
    aad aafke aaltje aart abdel abdelaziz abdelhak abdelilah abdelkader abdelkrim abdellah abdellatif abderrahim
    abderrahman abdi abdirahman abdul abdullah abdullahi abdulrahman abe abel abraham achmed adam adan adel adil
    adina adriaan adrian adriana adrianna agata agnieszka ahmed ahmet ahmetcan aicha aiden aisha aissa akram alaa
    albert aleksander aleksandra alem alex alexander alexandra alexandru alfie ali alice alicja alida alie alin
    alina alwin amal amanuel amber amelia amelie amin amina amine amir amira amy ana anastasia anca andre andrea
    andreas andrei andrej andries andrzej andré aneta angela angelique anil anish anita anja anke anna annabel anne
    anne-jan annebel annefleur annelieke annelies annemarie annemarieke annemiek annemieke annerieke annet annette
    annie anniek annika anouar anouk anouschka antje antoinette anton antonio anwar appie arda arend arent arie
    arie-jan arjan arjen arjun arkadiusz armin arno arnold aron arthur artur arvid asha ashley asli aslı asma astrid
    aurel aurelian axel aya ayaan aydin ayhan ayla aylin ayman aynur ayoub ayse aysegül ayşe ayşegül aziz aziza
    babette badr bahar baran barbara barbera barry bart bartek bartlomiej bartosz bartłomiej bas basma bassel
    bastiaan bauke bayram beata beatrix ben benjamin bennie benno bente benthe berat bereket berend berkay
    bernadette bernard bernhard bert berta bertine bertus betty beyza bharti bianca bilal biniam birgit björn bo
    boaz bob bobby bogdan boguslaw bogusław boris borislav bouchra boudewijn bouke boyan bozena bożena bradley
    brahim bram brandon brechtje brenda brent bret brian brigitte britt brittany bryan burak burcu burhan bülent
    büşra callum camiel can cansu carl carla carlo carlos carmen carola carolien caroline casimir casper catharina
    cato cees celine cem cemal cengiz ceylan chafik chaima chaimae chandra chantal chantelle charles charlotte
    cheyenne chiel chris christel christiaan christian christien christina christine christof cihan cindy ciprian
    claire claudia claudiu clyde coby codrin cody coen colin connor conny constantin cor corina corine cornel
    cornelis corné corrie corrine cosmin costel costin courtney craig crina cristi cristian cristina cynthia cyril
    czesław daan dagmar dagmara damian dan dana dani daniel daniela danielle danique daniëlle danny daphne daria
    dariusz darren dave david davy dawid dawit dean debbie delano delia delroy demetrius demi denisa denise deniz
    dennie dennis derek derk derrick derya desiree devika dewi dex diaa diana dick dico diede diederik diego
    dieuwertje dilan dilara dimitar dimitri dineke dinesh dion dionne dirk djamila django djoeke djoerd doina
    dominik donald donna donny dorien dorin doris dorota dorothy doug dounia doutzen douwe doğan dragos dragoș drew
    driss duco dumitru duncan dwayne dwight dylan dănuț ebru ece eddie eddy edgar edith edo eduard edward edwin
    edyta eefje eelco eelke efrem egbert ehsan eileen el-houssain ela elaine elena eli elias elif elijah eline
    elisabeta elisabeth elise eliza elke ellen elliot elly eloise els elsa elzbieta elżbieta emanuel emiel emil
    emile emilia emiliano emilio emily emine emir emma emmy emre engin enzo eppo ercan erdal erdem erdinç eric erica
    erik erika erkan ernst erol errol ersin erwin esen esin esma esmee esmeralda esmée esra estelle esther ethan
    etienne eugen eva evan evelien eveline evert evi ewa ewelina ewout eyob eyüp fabian fabienne fadi fadime fadoua
    fadumo fahd faisal farah farhiya farid fatih fatiha fatima fatima-zahra fatma fay faye faysal fayza fedde fedor
    felicia feline felix femke fenna fenne feras ferdi ferdinand ferhat feride ferry fieke fien fikret filippa filiz
    filmon finn fiona firas fitsum fleur floor florens florentina florian florica florică florin floris fokke fons
    fouad fouzia francien francine francisca frank franka frankie franklin frans fransje fre fred freddy frederik
    frederique freek freerk frenk frida friso frits furkan gabriel gabriela galina gamze ganesh garrett gary gavin
    geert geertje geertruida gelu gemma genowefa geoff georg george georgi georgiana gerald gerard gerben gerbrand
    gerda geri gerlof gerrie gerrit gerry gert gert-jan gertjan ghassan gheorghe ghizlane gica gideon gido giel gigi
    gijs giliam gilles gillian gino giorgio giovanni girmay gizem gonny gordon govert grace graham grazyna grażyna
    greetje greg gregory greta grietje grzegorz guido guillermo guled gustav guus guusje gwen gökhan gül gülay
    gülcan güler gülsen gülsüm habiba habtom hacer haci hafid hafida hafsa hagos haile hailey haitham hajar hajo
    hakan hakim halil halima halina haluk hamda hamid hamza hanae hanan hanife hanna hannah hanneke hannes hans harm
    harmen harold harrie harriet harry harun hasan hasna hasret hassan hatice hatim havva hayat hayo hayriye heather
    hedde hedwig hedy heidi hein heleen helen helena hella hendrik hendrika henk hennie henny henri henriette henryk
    herma herman hermien hessel hettie hetty hibo hicham hidde hielke hilbert hilda hilde hodan houda houssain
    houssam howard hristo hubert hugo huib huibert humphrey huriye huseyin hussam huub hélène hülya hüseyin iacob
    ian ibrahim ibtissam ida idriss ien ifrah iga ignace igor ihsane ijsbrand ikram ileana ilham ilhan ilias ilie
    iliyan ilja ilkay ilker ilknur ilona ilse ilyas ilyes imad iman imane imke imran ina inas indy inez inge
    ingeborg inger ingmar ingrid intissar ioana ion ionel ionela ionut ionuț irem irena irene irina isa isaac
    isabeau isabel isabella isabelle isaias ismael ismail ismet isra issam istar iulian iuliana ivan ivana ivaylo
    ivo iwona izabela jaap jabbar jacek jacintha jack jackie jaco jacob jacoba jacqueline jacques jade jadwiga jaimy
    jairo jakub jamac jamal james jamie jamila jan jan-willem jana jane janet janine janneke jannes jannet jannie
    janny jans janusz jaouad jared jarek jarne jarno jaroslaw jarosław jasha jasmijn jasmin jason jasper jawad jay
    jayden jaydon jayson jean jeanette jeanine jeannette jeff jeffery jeffrey jelle jelmer jelte jennifer jenny jens
    jeremiah jeremy jermaine jeroen jerom jerome jerrel jerry jerzy jeske jesper jesse jessica jessie jessy jesús
    jette jikke jildou jill jim jimmy jinte jip jitendra jo joah joan joana joanna joanne joas jochem jochen jodie
    joel joep joey johan johanna johannes john johnno johnny joke jolanda jolanta jolanthe joleen jolien jolijn
    jonah jonas jonathan jonathon jonne joost joran jordan jordi jordy joris jort jose josef josefien joseph
    josephine josh joshua josien josine josé joy joyce jozef juan judith judy jules julia julian julie juliette
    julius jurgen jurjen jurre jurriaan jurrian justin justine justyna juul józef kaan kaat kacper kadir kai kaj
    kaja kalin kamiel kamil kamila kaoutar karel karen karim karima karin karina karlijn karolina kasia katarzyna
    kate katherine kathleen kathy katie katinka katja katrien kawtar kay kayla kayleigh kazimierz keano kees keimpe
    keith kelly kelsey kemal ken kenji kenneth kenny kerem kerim kerry kevin khadija khadra khaled khalid khalil
    khaoula kian kibrom kidane kieran kiki kim kimberley kimberly kimo kinan kinga kiran kirk kirsten kishan
    klaartje klaas klara klaudia klaus klazien kobus koen koenraad koert konrad korneel krasimir kris krishna
    kristen kristian kristin kristof krystian krystyna krzysztof kubilay kumar kurt kyan kyano kyara kyle kyra kübra
    lahcen laila laith lakshmi lamar lambert lamia lara larisa larissa larry lars latifa laura lauren laurens
    laurentiu laurențiu lawrence leah leander lee leen leendert leila lena lenn lennart lenny leo leon leonard
    leonie leonoor leroy leszek levent levi lex liam lian liban lidia lieke liesbeth liesje lieuwe lieve ligia
    liliana lily lina linda linde lindsay lineke linus lisa lisanne lise liselot liselotte lisette liv livia liviu
    lizzy lloyd lobke loek lois loiza lonneke lore loredana lorenzo loretta lorraine lotte lou loubna louis louisa
    louise lowie loïs luay luc luca lucas lucian lucien lucinda lucy ludo ludwig luigi luis luka lukas lukasz luke
    luminita luminița luna luther luuk luwam lydia lyn lynette lynn lynne lyubomir maaike maarten maartje maciej
    maciek madalina madelief madelon mae magda magdalena mahdi maher mahesh mahmoud mahmut maikel majd maks malak
    malcolm malgorzata malika manish manon manouk manuel marc marcel marcella marcello marcin marco marcus marek
    margaret margje margot margreet margriet maria mariam marian mariana marianne marie marieke marielle marietta
    mariette marije marijke marijn marika marike marilou marilyn marina marinela mario mariola marion mariska
    marissa marit marius mariusz mariëlle mariëtte marja marjan marjet marjolein marjoleine marjolijn marjon
    marjorie mark marleen marleentje marlies marloes marlon marlou maroua marouane marry mart marte marten martha
    marthe martijn martin martina martine marvin marwa marwane mary maryam maryan maryse marzena mateusz mathijs
    matilda mats matt matteo matthew matthias matthijs mattijs maud maureen maurice maurits mauro max maxim maxime
    mazen mebrahtom mees megan mehdi mehmet mei-ling meike meindert meinte melanie melike melina melinda melis
    melissa melle melvin menno merel merhawi merijn merle meron mert merve meryam meryem mesfin metin metodi mette
    mevlüt mhamed mia micha michael michaela michal michaël michał michel michelle michiel mick micky mieczysław
    mieke miep mies miguel mihaela mihai mika mikael mike mike-jan mila milan milena millie milo milou miloud miloš
    mimoun mina ming ming-li minke mircea mirela miriam mirjam mirko miroslaw mirosław mirre mirte mirthe misha
    mitch mitchell mladen mo moad moham mohamed mohammad mohammadi mohammed mohamud mohsin mokhtar molly monica
    monika monique morad morgan morris mouad mouaz mouhcine mouloud mounia mounir mourad moussa muhammad muhammed
    muhammet mulugeta murat mustafa mustapha mücahit mădălina nabil nabila nadia nadieh nadine nadir nadja naima
    najib nancy nanda nanne naomi naomie naoual naresh nasra nasser nassim nassira natalia natalie natascha nathalie
    nathan nathaniël nathasja natnael naud nawal nazan necati neculai nedyalko negassi neil nel nelleke nelson nelu
    nena nermin nesrin nevin nicholas nick nicky nico nicolaas nicolae nicolas nicole nicoleta nicolette nicolien
    nicu nidal niek niels nienke nigel nihat nikki nikola nikolay nils nilüfer nimo nina nirmala nisrine nizar noa
    noah nola noor noortje nora norah norbert nordin norman noud noura noureddine nouredine nouri nout nova nuray
    nurcan nuri nurten nynke oana obada octavian odette odin okan olaf olga oliver olivia olivier oliwia omaima omar
    omer onno onur orhan orville osama oscar oskar osman otto ottoline oumaima oumnia oussama ovidiu owen ozan
    pamela pascal patrice patricia patrick patrik patryk paul paula paulina pauline pavel pawel paweł pedro peggy
    pelin pelle pepijn percy perry petar peter petra petre petronella petru peyton phil philip philippe phillip
    philou phoebe pien pierre piet pieter pim pinar piotr pippa pjotr plamen prakash priscila priscilla priya
    przemek przemyslaw przemysław puck pınar qais quincy quinn quint quinten quintin quirine qusai rabia rachael
    rachel rachid rachida radj radjen radoslaw radosław radu rafael rafał ragheb rahel rahma raily raimond rajae
    rajesh rakesh ralf ralph raluca ramazan ramesh rami ramon ramona ramzi rana randall randel randy rania raoul
    raul ravi ray rayan rayane raymond rayshon razvan rebecca rebekka recep reda redmer redouan redouane reem reggie
    reinier reinout remco remi remus remy remzi renata renate rene rene-jan rens renske rené renée reyhan rhys ria
    riad rianne ricardo richard richie rick ricky rico rieke rien riet rik rima rinke rinse rinske rintje rinus
    rishano rishi rita rkia roan rob robbert robbert-jan robbie robbin robel robert roberto robin rocco roderick
    rodney roel roeland roelant roelf roelof roemer roger rogier rohan roland rolf romano romario romee romeo romi
    romy ron ronald ronja ronnie ronny roos rory rosa rosalie rosalinde rosanne rosemarie rosemary roshni rowan
    rowdy roxana roxane roxanne roy roza ruard ruben ruby rudolf rudy ruel rukiye rumen rushana russell rutger ruth
    ruud ruurd ruël ryan ryszard răzvan saar sabine sabri sabrina sacha sagal sahra saida salah salim salima sally
    salma sam samantha samatar sami samiha samir samira samrawit samuel samya sanae sander sandhya sandra sandu
    sandy sanjay sanne sara sarah sarina sarissa sascha saskia sawsan saïd scott sean sebas sebastiaan sebastian
    sedat sefa selam selda selena selim selma selçuk semhar semih semra senait senn senna serap serdar serge sergio
    sergiu serhat serkan serpil seth sevda sevgi sevim seyfi seyma shanaya shane shania shaniqua shannon shanti
    shaquille sharina sharon shaun sheila shelly sherida sherry sherwin shirley shiva shurandy sibel sidney siebe
    siebren sieds siem sien sienna sietse sietske sietze sigrid sihame silke silvia silviu silviya simon simon-jan
    simona simone simoon sinan sipke sixten sjaak sjef sjoerd sjoert sjors sjuul slawomir sofia sofian sofie sofieke
    sofyan songül sonny sophie soraya sorin sorina souad soufian soufiane soufyan soumaya stacey stanimir stanislaw
    stanisław stanley stefan steffie stefka stelian stella stephan stephanie stephen sterre steve steven steyn stijn
    stoyan stuart suat sue suleyman sunil sunita suresh susan sushma suus suzan suzanne suze sven svenja svetlana
    syb sybe sybren sydney sylvester sylvia sylvie sylwia szymon süleyman sümeyye sławomir tadeusz taha tamara tamer
    tanja tanya taoufik tara tarek tarik tariq tarkan tatiana tatjana tayfun teake ted tekin tekle teo terence
    teresa terry tesfay tess tessa teun teunis teuntje tewelde thea theo theodor thibault thijs thom thomas tiberiu
    tiede tiemen tiffany tijmen tijn tijs tim timo timon timothy tina tineke tirza tjalling tjeerd tjitse tobias
    tobie todd todor toine tolga tom tomas tomasz tommie tommy tonny tony toon tooske touria tracey tracy traian
    travis trevor trijntje trudie trudy truus tsegay tsvetan tugba tugce tunahan tuncay turgut tuur tuğba twan
    tycho tygo tyler tymek tymen tymon tyrell tyrone tys tülay ubbo ufuk umit umut urvin uğur valentijn valentin
    valentina valentino valerie valeriu vanessa vasil vasile vasilica veerle vera veronica veselin vic vicky victor
    victoria vijay vik vikram viktor vincent vinny vinod viola viorel viorica virgil vishal vivian vivienne viviënne
    vlad vladimir volkan wael wafa waldemar waleed walid walter wanda warsame wassim wayne wendy wesley wessel
    whitney wiebe wiebren wieger wiemer wieslaw wiesław wietske wijnand wiktor wil wilfred wilhelm wilhelmina wilke
    willeke willem willem-jan willemien willemijn willy wilma wim wim-jan winston wioletta wissam wisse witold
    wojciech wolter wout wouter wybe wytze władysław xander xandra xavi xavier xem xiomara yahya yakup yaman yannick
    yara yasin yasmijn yasmin yasmina yasser yassin yassine yassir yavuz yazan yeliz yente yentl yfke yildiz yilmaz
    ymke yohannes yolanda yolanthe yonas yoran yordan yorick younes youness youri yousef youssef ysanne yuna yunus
    yusra yusuf yves yvet yvette yvon yvonne zachary zack zafer zahra zaid zakaria zakariya zakia zamzam zayenne
    zbigniew zbyszek zdravko zdzisław zeger zehra zeina zekiye zeliha zenon zerai zeynep zhen ziad zineb zita zoe
    zoey zofia zosia zouhair zoë zuhal zuzanna ömer özcan özgür özlem ümit ünal łukasz şeyma ștefan
"""
GIVEN = frozenset(_GIVEN_TEXT.split())
_DOUBTFUL_TEXT = """
    aart abraham adam adel albert ali alice alie alin amber amy ana angela asha ashley axel bahar baran barbera bart
    ben berend bo bob bobby brent can carl cem charlotte chris christian claire clyde cody cor crina dames dan dana
    dave dean deniz dex dick diede dirk django dominik donna dorothy drew ece ela elaine eli elke els elsa emil
    ernst fay ferry fien fleur floor fons frank franklin frans fre gemma george geri gino gordon grace harm harry
    hasret heather helen howard hugo ian ida ien imke ina ion isa jack jade jan jans jay jean jill jim jimmy jip jo
    john joke jordan jordy joy kaat kai kay ken kiki kiran kirk lee leen lena leo levent levi lex lily linde lisa
    lore lou louis luc luna luther madelief mae malak marco marcus mark mart martin mary mats max maxime mees merel
    merle mia mick mies mika milo mina ming mo moham morgan nel nelson nina noor norman nova odin oliver olivier
    onur oscar otto ozan paul pelle percy perry peter pien piet pim pippa puck rana randy ray reda reem rens rick
    ricky rico rien riet rik rob robin romeo roos rosa rowan roy ruby ruth saar sally sam sami sandy sara scott
    selam senna sherry shiva sien sienna simon sjors sonny stanley sterre steyn suat sue sydney taha tara ted tekin
    tess tim tom toon tycho tys ufuk valentino valerie van vera vic victor victoria viola wil wim winston zafer zoe
"""
DOUBTFUL = frozenset(_DOUBTFUL_TEXT.split())
"""Names that are words, months, brands or places as well: in small letters they need more beside them."""

_SURNAMES_TEXT = """
    aalbers aarts abbas abdi abdullah achterberg adriaanse adriaansen akgün akkerman akkermans aksoy akın alaoui
    albers alberts alblas amrani andriessen appelman arends arslan avci avcı aydin baak baarda baars bakels bakkali
    bakker baldewsingh balkenende barends bartels bastiaansen bax beckers beekhuis beekman beentjes bekkers benali
    benhaddou benschop berends berg berghuis bergman bergsma berkani berkhout bertens besseling beukema beukers
    bhagwandin biemans bierman biharie bijl bijlsma binnendijk blankenstein bleeker blokhuis blokland blom boelens
    boer boerma boersma bogaard bogaert boogaard boogaerts booij boom boomsma boon boonstra bos bosboom bosch
    boskamp bosma bosman bouazza bouchta boukhari bouma bouman bouter bouwman bouwmans bouwmeester bouzidi bozkurt
    braak braam brand brandsma brink brinkman broek broekman broers brouwer bruggeman bruijn bruijns bruin bruins
    bruinsma bruls brummelhuis buijs buijsman buijze buis burg buurma celik cetin chakir ciobanu claassen claessen
    coenen cornelisse cornelissen crama cramer cuijpers dabrowski dam damen damstra davids deckers dekker dekkers
    delgado demir derksen deurloo dijk dijkers dijkgraaf dijkhuizen dijkman dijksma dijkstra dirks dirkse dirksen
    dogan dolman doornbos douma doğan driessen drost dubbeldam dubois duijn duijvestein duivenvoorden dumitrescu
    dumitru dąbrowski eekhout egberts eggink eijck eijk elbers elferink elidrissi ellenbroek elmahdi elzinga engelen
    erdogan erdoğan errami essers evers everts evertsen faber faouzi fokkema fonteijn franken franssen friesen
    frijters galama geelen geerling geerts georgescu gerards gerrits gerritse gerritsen ghazi gheorghiu gielen
    giesen gijsbers goedhart goossens goudswaard graaf griffioen groen groeneveld groenewegen groenewoud groot
    groothuis gunes güler güneş haan haas haddad haddou hagen hakim hameling hamers hamidi hanegraaf hansen harmsen
    hartman havermans heerkens heijden heijmans heijnen heinen hekker hellinga helsdingen hemmes hendriks hendrikse
    hendrix hengeveld henstra herben hermans herrera heuvel heuvelman hiemstra hijmans hilgersom hilhorst hoek
    hoekman hoeksema hoekstra hoeven hoffman hoffmann hofland hofman hofstede hofstra hogenboom hogenes hollestelle
    holtrop homan hoogenboom hoogendoorn hooijmans hopman hoppenbrouwers horst houben houtman huibers huijbregts
    huijgens huisken huiskes huisman huizinga huls huybregts idrissi ijzerman ionescu ismaili ivanov ivanova jabri
    jacobs jager jagroep jankowski jans jansen janssen janssens jaspers jellema jilderda jong jonge jongh jonker
    jonkers jonkman joosse joosten jurgens kaandorp kaczmarek kalloe kaminska kaminski kamphuis kaplan kapteijn
    karaca karataş karels karman karsten kasmi kaya keijzer keizer kempers kerkhoven kessels keuning khan khattabi
    kilic klaassen kleijn klein kloosterman kluijtmans koelewijn koenders koenen koerts kok kolkman kooij kooijmans
    kooiman kooistra koopman koopmans korkmaz korte kortekaas korthals kosters kowalczyk kowalska kowalski kozlowski
    kraaij kramer kranenburg kraus krijgsman kroes kroon kruijf kruijt kuijper kuijpers kuik kuiper kuipers kwakkel
    kwint kılıç lahlou lam lamers lammers lange langeveld leenders leeuwen leeuwenburgh leijten lemmens lems
    lewandowska lewandowski linden linders linssen loon lopez lubbers lucassen luijten maas maaskant maes mahabier
    manders mansouri markus martens mazur meekes meer meerman meeuwsen meijer meijerink meijers meijs mendes
    meppelink merks mertens metz meulen meulenbelt meulenbroek meyer michels middelkoop moerman mokhtari moldovan
    mooij mooren morsink muijs mulder mulders muller munteanu müller nagtegaal neijenhuis nguyen niemeijer
    nieuwenhuis nijboer nijhuis nijland nijman noordhoek nowak nowakowski offerman olthof oomen ooms oosterhuis
    oosterveld oosterwijk oostrom oskam otten ottens ouahbi ouali ouazzani oudshoorn ozdemir ozkan ozturk paauwe
    palsma pawlowski peerdeman peeters penders pepping peters petrov petrović pham philipsen pieters pieterse
    pietersen poelman poels polman poortvliet popa popescu popovic post postma potters pouw prins pronk quist
    raaijmakers rademaker rademakers radu rahmani ramaker ramdin ramlal ramnath ravensbergen reijers reijnders
    reinders rensen riemersma rijkers rijn rijnders rijsdijk ringeling roelofs roelofsen roeters rombouts romeijn
    romijn rooijakkers roos rossi rozema ruijter ruiter rusu rutgers rutten sahin saidi salemink sanders schaaf
    schaap schalkwijk scheepers scheffer schellekens schepers schipper schoemaker scholten schoorl schotten schouten
    schreuder schreurs schulz schuurman schuurmans sewpersad siebelink siemons sikkema silva simons simsek singh
    sinnige slagter smeenk smeets smit smith smits smolders snijder snijders soekhai spoelstra spruijt stam stanescu
    stassen steen steenhuis sterken stoffels stoica stolk stouten straatman strijbos swart swinkels szymanski tahiri
    taş teeuwen tekin teunissen theunissen thijssen thomassen tielemans tiemessen tijssen timmer timmermans tolsma
    toonen touzani traa tran tuinman tuinstra uijl uijtdewilligen vaessen veenman veenstra veldhuis veldman velthuis
    venema verbeeck verbeek verboom verbrugge verbruggen verburg verdonk verhaar verhagen verheijen verhoef verhoeff
    verhoeven verkerk verkerke verkuijl vermaas vermeer vermeij vermeijden vermeulen verploegen verschoor verschuren
    versluis verspaandonk verstappen versteeg verstegen vervoort verweij verweijmeren verwoerd vierhout vink visbeek
    visscher visser vliet vloet voermans vos vreeburg vreeman vreugdenhil vriens vries vroom wagemakers wagenaar wal
    walraven walstra warmerdam weerd weijden weijers wensing wessels westerhof westra wiegers wiersma wijnands
    wijnen wilbrink wilderom wildschut willems willemse willemsen winter wisniewski wit witte witteman witteveen
    wiśniewski wojcik wolf woltering wolters wouda wouters wouterse wozniak woźniak wójcik yahiaoui yavuz yildirim
    yildiz yilmaz yuksel yüksel yıldırım yıldız yılmaz zanden zandstra zeilstra zeinstra zerouali zhang zielinski
    zielińska zijlstra zuidam zuidema zwanenburg zwart zwiers çelik çetin özdemir özkan öztürk ünal şahin şimşek
"""
SURNAMES = frozenset(_SURNAMES_TEXT.split())

_WORD_SURNAMES_TEXT = """
    bakkers berkel blok blokzijl borst bovenkerk broeders broekhuizen brouwers burger daalen dalen donk dooren doorn
    eerden emmerik gelder heeren helmond hollander hoogeveen hoogstraten hulst kamp kampen kempen kerkhof knol kolk
    laarhoven leeuw lieshout molenaar nieuwenhuizen noort ooijen ploeg rietveld rijswijk roosendaal rosmalen schaik
    schoenmakers schoonhoven steenbergen valk valkenburg veen velde velden velzen vissers vlaming vogel voogd
    wassenaar wijngaarden winkelman woerden zonneveld zwaan
"""
WORD_SURNAMES = frozenset(_WORD_SURNAMES_TEXT.split())
"""Surnames that are towns or words as well: they count behind a given name or a title only."""
