"""Given names and surnames that are common in the Netherlands. The lists are our own, from general knowledge."""

_GIVEN_TEXT = """
    aad aart abdel abdelkader abdellah abdul abdullah achmed adam adrian adriaan adriana agnieszka ahmed ahmet aicha
    aisha albert aleksander alex alexander alexandra alexandru ali alice alicja amber amina amir amira ana anastasia
    andrea andreas andrei andrej andries andrzej andre andré angela angelique anita anja anna anne annelies annemarie
    annemiek annet annette annie anouar anouk antoinette anton antonio anwar appie arda arie arjan arjen arnold arthur
    artur asha astrid ayoub ayse aylin ayşe aziz barbara barry bartosz bas beatrix ben benjamin berend bernard bert
    berta bertus bianca bilal björn bob bogdan bogdan boris boudewijn bouke bram brahim brian brigitte burak can carla
    carlo carlos carmen carolien caroline catharina cees celine chantal charles charlotte chris christiaan christina
    christine cindy claudia coby colin conny constantin cor corine cornelis corrie cristian cristina cynthia daan
    dagmar damian daniel daniela daniëlle danielle danny daphne daria david dawid debbie demi denise dennis dennie
    derk desiree diana diederik dimitri diego dilan dick dieuwertje dirk dominik donny doris dorota driss dylan eddie
    eddy edgar edith edo eduard edwin eefje eelco egbert ehsan eileen eline elena elif elisabeth elise ellen elly
    eloise els elsa emiel emiliano emily emir emma emre enzo eric erica erik erika ernst erwin esma esmee esmée esra
    esther ethan eva eveline evelien evert ewa ewout fabian farah farid fatih fatima fatma felix femke ferdi ferdinand
    fiona floor florian florin floris frank frans franka fred freddy frederik freek frida fre frits gabriel geert
    geertje gemma georg george gerard gerben gerda geri gerrit gerry gert gertjan gheorghe gijs giovanni giel gilles
    giorgio grace greetje greta grietje grzegorz guido gülay gustav haci hafid hakan hakim halil hamid hamza hanna
    hanneke hannah hans hasan hassan hatice hedwig heidi hein heleen helena hélène henk hendrik hendrika henny henri
    henriette herman hettie hicham hilda hilde hugo huub huseyin hüseyin ibrahim ida ien igor ikram ilias ilse iman
    imane ina inez inge ingeborg ingmar ingrid ioana ion irena irene irina isa isaac isabel isabella isabelle ismail
    ivan ivo ivana jaap jack jackie jaco jacob jacqueline jacques jakub jamal james jamie jan-willem jan jana jane
    janine jannes janneke jannie janny jans janusz jasmijn jason jasper jayden jaydon jean jeanette jeanine jeffrey
    jelle jelmer jennifer jenny jens jeroen jerry jesper jesse jessica jessie jessy jesús jip jo joan joana joanna
    jochem joep joey johan johanna johannes john johnny jolanda jolien jonas jonathan joost jordan jordi jordy joris
    jose josé josef joseph josh joshua josien josine joyce juan judith jules julia julian julie juliette jurgen jurjen
    jurre justin kaan karel karim karima karin karina karolina katarzyna kasia katja kees kelly kemal kenneth kenny
    kerim kevin khalid khadija kim kimberley kimberly kirsten klaas klaartje klara klaus koen krzysztof kubilay kyra
    lars laura laurens leen leendert leila leila lena lennart leon leonie leo leroy levi liam lidia lieke liesbeth
    lieve ligia linda lisa lisanne lizzy loek lois loubna louis louise lotte luc luca lucas lucy luigi luis luka lukas
    lukasz łukasz luuk lydia maaike maarten maartje maciej magda magdalena mahmoud mahmut malgorzata malika manon
    manuel marc marcel marcin marco marek margaret margot margreet margriet maria marian marianne marie mariëlle
    marielle marieke marijke marijn mariam marina mario marion marius mariusz marja marjan marjolein marjon mark
    marleen marlies marlon marloes marry martha marthe martijn martin martina martine marvin marwa mary maryam mateusz
    mathijs matthias matthijs matthew maud maurice maurits max maxim mehdi mehmet mees melanie melissa melvin menno
    mercedes mert merve meryem mia michael michał michal michel michelle michiel mick miep mike mihai mike mikael
    milan miloš mimoun mina ming miriam mirjam mirko mitchell mo moham mohamed mohammad mohammed monica monika monique
    mounir mourad muhammad muhammed murat mustafa nadia nadine naima najib nancy naomi natalia natalie natascha
    nathalie nathan nawal nel nelleke niek nick nicky nico nicolae nicolaas nicole niels nienke nikki nikola nina noa
    noah noor nora norbert nordin nouri omar omer onno oscar oskar otto osman oussama pascal patricia patrick patrik
    paul paula pauline pavel pawel paweł pedro peggy peter petra petru philip philippe pien pierre piet pieter pim
    piotr priscilla przemek quincy quinten rachel rachid radu rafael rafał ralf ralph ramon ramona rania raoul raymond
    rebecca redouan reinier remco remy rené rene renate renée rens ria riad richard rick ricardo rien rik rianne rinus
    rita rob robbert robbie robert roberto robin rocco roderick roel roelof roger roland rolf romy ron ronald ronnie
    rosa roxanne roy ruben rudolf rudy ruud ruth ryan saar sabine sabrina saïd salah salim salima sam samantha samir
    samira samuel sander sandra sanne sara sarah sascha saskia sebastian sebastiaan sefa selim selma semih serge
    sergio serkan sharon sheila shirley sietse siem sigrid silvia simon simone sjaak sjoerd sjors sofia sofie sofyan
    soraya sophie souad soufian soufiane stanislaw stefan steffie stella stephan stephanie steve steven steyn stijn
    suleyman süleyman susan suzan suzanne sven svetlana sylvia tamara tanja tara tariq tatjana ted tessa teun teunis
    thea theo theodor thijs thomas tijmen tijn tim timo tina tineke tjeerd tobias tom tomasz tommie tommy tonny tony
    toon trudy truus tuncay tugba turgut tycho umut uğur vanessa vasile vera veronica victor victoria vincent viktor
    vladimir walid walter wanda wendy wesley wessel wiebe wiktor wilfred wilhelm willem wilma wim wojciech wouter
    xander yara yasin yasmin yasmina yassin yassine yildiz youri younes youssef yousef yunus yusuf yvette yvon yvonne
    zakaria zbigniew zehra zeynep zineb zoë zoe zofia
"""
GIVEN = frozenset(_GIVEN_TEXT.split())
_DOUBTFUL_TEXT = """
    aart adam amber ana angela april august ben berend bob can cor dan dean dick door dirk ernst faith floor fre frank
    frans gemma geri grace harm hope ida ien ina ion iris isa jack jan jo job joy juni junior jans john kit koos lana
    las leen lies loes mark mart mary max mees mercedes mia mina ming mo moham noor nel nina oscar otto pim pien pol
    ram rens rien rik rob rick roos rosa roy ruth saar sam sem sjors stan steyn storm tara ted tim tom ton toon vera
    victor victoria wil will wolf wim zoe els elsa leo levi lena luc dominik dames george charlotte alice paul peter
    piet chris
    van jordan berlin paris sydney jip jean lisa martin louis albert hugo mick
"""
DOUBTFUL = frozenset(_DOUBTFUL_TEXT.split())
"""Names that are words, months, brands or places as well: in small letters they need more beside them."""

_SURNAMES_TEXT = """
    aarts abdi achterberg aksoy akkerman arslan aydin baars bakker barends bax beekman benali berends berg bergman
    bergsma beukers bijl blom boer boersma bogaard bogaert boom boon bos bosch bosman bouman bouwman braam bosma brand
    brandsma brink brinkman broek broekman brouwer bruijn bruin bruinsma buijs burg celik çelik coenen cornelissen
    cramer dam damen dekker demir dijk dijkman dijkstra doğan dogan doorn driessen drost dubois duijn eijk elzinga
    engelen evers faber franken friesen gerritsen gerrits goossens graaf groen groot groeneveld gunes haan haas haddou
    hagen hakim hamers hansen heijden heijnen heinen hendriks hendrikse hermans herrera heuvel hoek hoekstra hoeven
    hofman hofstra hopman horst huisman huizinga idrissi ismaili ivanov ivanova jacobs jager jans jansen janssen
    janssens jong jonge jongh jonker joosten jonkers kaya kaplan karman kamphuis keizer khan klein klaassen kok
    koopman koopmans kooij korte koster kowalski kowalska kramer kraus kroon kuijpers kuiper kuipers lam lange leeuwen
    lewandowski linden linders loon lopez maas maes martens mazur meer meijer meyer meulen mendes mertens michels
    mulder muller müller nguyen nijhuis nowak ooms oosterhuis ouali özdemir ozdemir öztürk ozturk peeters peters
    petrov petrović pham pieters popa popescu popovic postma post prins pronk radu reijnders rijn roos rossi ruiter
    sanders sahin şahin schaap scheffer schipper scholten schouten schreuder schulz sikkema silva singh smeets smit
    smith smits snijder snijders stam steen stoica swart timmer timmermans tran verbeek verbruggen verhagen verhoef
    verhoeven verkerk vermeer vermeulen versteeg verweij vink visscher visser vliet vos vries vroom wal willems
    willemsen winter wiśniewski wit witte wolf wolters wouters yildirim yildiz yıldız yilmaz yılmaz zhang zijlstra
    zwart zuidema amrani bakkali boukhari ouazzani alaoui mansouri hamidi berkani
"""
SURNAMES = frozenset(_SURNAMES_TEXT.split())
