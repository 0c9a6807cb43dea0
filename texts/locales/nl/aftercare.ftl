# Nazorg: wat mensen van een overvallen zaak in drie maanden lezen, hoogstens vier regels en één ding om te doen, en wat
# de coördinatoren ervan zien (docs/domain.md §6, verhaal 6).

menu-aftercare = Mijn nazorg na een overval
care-yes = Ja, graag
care-no = Nee, dank je
care-talk = Ik wil iemand spreken
care-stop = STOP

care-ask =
    <b>Wil je hulp in de maanden na de overval?</b>
    Je { $who } stuurt drie maanden korte berichten en komt als je dat wilt.
    Stoppen kan altijd. Niemand vraagt waarom.
    Kies hieronder.
care-declined = Goed. Je krijgt geen berichten. Toch praten? Slachtofferhulp: <b>0900-0101</b>.
care-stopped-yours =
    <b>Gestopt.</b> Je krijgt niets meer.
    Niemand vraagt waarom.
    Toch praten? Slachtofferhulp: <b>0900-0101</b>.
care-step-same_day =
    <b>Je staat er niet alleen voor.</b>
    Slachtofferhulp luistert en helpt, gratis: <b>0900-0101</b>.
    Wat je verder doet, staat op de kaart van het eerste uur.
    Bel vandaag.
care-step-week_1 =
    <b>Hoe gaat het met je?</b>
    Je { $who } kijkt ook samen met jou wat er veiliger kan in de zaak.
    Dat heet een veiligheidsscan.
    Spreek een dag af.
care-step-month_1 =
    <b>Een maand later: je schade</b>
    Bij ernstig letsel is er het Schadefonds. Is je verzekering gebeld?
    Ook voor maatregelen in je zaak is soms geld.
    Kijk wat er voor jou is.
care-step-six_weeks =
    <b>Zes weken later</b>
    Slaap je nog slecht, of schrik je nog vaak?
    Klachten die blijven, zijn voor je huisarts of bedrijfsarts.
    Maak dan een afspraak.
care-step-closing =
    <b>Drie maanden later: we sluiten af.</b>
    Nog drie vragen, elk één tik.
    { $question }
care-step-joining =
    <b>Er is een verdachte aangehouden.</b>
    In de strafzaak kun je om schadevergoeding vragen. Dat heet voegen.
    Het kost niets, en je { $who } helpt erbij.
    Bel Slachtofferhulp: <b>0900-0101</b>.
care-step-victim_talk =
    <b>Een gesprek met de officier van justitie</b>
    Soms kan dat, vóór de zitting. Je mag alles vragen.
    Slachtofferhulp weet of het bij jou kan.
    Bel <b>0900-0101</b>.
care-step-right_to_speak =
    <b>Je stem op de zitting</b>
    Bij een overval mag je de rechter vaak zeggen wat het met je deed. Een brief kan ook.
    Slachtofferhulp helpt je met de woorden.
    Bel <b>0900-0101</b>.
care-do-same_day = Het eerste uur, stap voor stap
care-do-week_1 = Spreek een dag af
care-do-month_1 = Hulp en je rechten
care-question-helped = 1. Ben je goed geholpen?
care-question-in_time = 2. Kwam de hulp op tijd?
care-question-safe = 3. Voel je je weer veilig in de zaak?
care-answer-yes = Ja
care-answer-partly = Een beetje
care-answer-no = Nee
care-thanks = Dank je. Dit was de laatste vraag. Toch nog praten? Slachtofferhulp: <b>0900-0101</b>.

care-heard = <b>Je { $who } hoort nu dat je iemand wilt spreken.</b>
care-unheard = <b>Er is nu niemand bereikbaar. Bel een van deze nummers.</b>
care-scan-heard = Je { $who } hoort dat je een dag wilt afspreken, en neemt contact op.
care-numbers =
    Gevaar, of gaat het nu mis? Bel <b>112</b>.
    Praten: Slachtofferhulp, <b>0900-0101</b>.
    Denk je aan zelfdoding? Bel <b>113</b> of 0800-0113, dag en nacht.
care-coming = Je { $who } neemt contact met je op. Gaat het nu mis? Bel <b>112</b>.
care-new-keeper = Vanaf nu zorgt iemand anders voor je nazorg: { $who }. De rest blijft zoals het was.
phone-crisis = 113

care-own-none = Er loopt geen nazorg voor jou. Hulp na een overval: /steun. Praten kan altijd: Slachtofferhulp, <b>0900-0101</b>.
care-own = <b>Je nazorg</b>, sinds { $since }: { $state }.
care-own-state-asked = je hebt nog niet geantwoord
care-own-state-yes = je doet mee
care-own-state-no = je wilde niet
care-own-state-stopped = gestopt
care-own-next = Het volgende bericht: { $day }.
care-own-last = Er komt geen bericht meer.
care-own-read = Wie erin keek, en waarom:
care-own-reading = { $at }: { $who }, { $purpose }
care-own-unread = Nog niemand keek erin.
care-own-kept = Dertig dagen na het einde wordt alles gewist. Je kunt het ook nu wissen.
care-erase = Wis mijn nazorg
care-erase-ask = Wis je wat over jouw nazorg is bewaard? Dan stoppen ook de berichten. Dat kan niet terug.
care-erase-yes = Ja, wis alles
care-erased = Gewist. Praten kan altijd: Slachtofferhulp, <b>0900-0101</b>.

care-list = <b>Nazorg</b>: de nieuwste overvallen in je werkgebied. Kies er een.
care-list-none = Er is geen overval in je werkgebied waar nazorg bij kan.
care-list-one = { $number }: { $state }
care-list-without = nog geen nazorg
care-button = Nazorg
care-none = <b>{ $number }: nog geen nazorg</b>
    Begin alleen met een ja van het slachtoffer. Je kunt het in de chat laten vragen, of noteren dat je het hoorde.
care-none-read = <b>{ $number }: geen nazorg</b>
care-how-chat = Vraag het in de chat ({ $count })
care-how-in_person = Ze zeiden zelf ja
care-how-by_phone = Ja, aan de telefoon
care-how-in_writing = Ja, op papier
care-whom = Wie zei ja?
care-whom-owner = De eigenaar
care-whom-colleague = Medewerker { $number }
care-whom-other = Iemand zonder Telegram
care-asked = Gevraagd aan { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
    }. Ieder zegt zelf ja of nee.
care-asked-none = Iedereen van de zaak in de chat is al gevraagd.
care-noted = Genoteerd. De nazorg loopt.
care-why = Waarvoor lees je dit? Het slachtoffer ziet dat je keek, en waarom.
care-purpose-contact = om contact te houden
care-purpose-planning = om stappen te plannen
care-purpose-hand_over = om het over te nemen
care-purpose-oversight = om toe te zien
care-title = <b>Nazorg bij { $number }</b>: { $state }
care-state-asked = nog geen ja
care-state-running = loopt
care-state-closed = gesloten
care-ending-completed = afgerond
care-ending-declined = niet gewenst
care-ending-stopped = op verzoek gestopt
care-ending-refuted = er was geen overval
care-ending-ended = door een coördinator gesloten
care-ending-gone = gegevens gewist
care-objected = De politie heeft bezwaar: er gaat niets uit.
care-arrested = Er is een aanhouding.
care-shop-is-closed = De zaak is gesloten. De mensen krijgen hun nazorg nog.
care-person = { $name }: { $consent }
care-person-number = Persoon { $number }
care-person-number-phone = Persoon { $number } (zonder Telegram)
care-consent-asked = gevraagd
care-consent-yes = ja
care-consent-no = nee
care-consent-stopped = gestopt
care-step-line = { $mark } { $day }: { $step } ({ $owner })
care-owner-program = bericht
care-kind-same_day = Slachtofferhulp en de kaart
care-kind-scan = veiligheidsscan ter plaatse
care-kind-visit = bezoek van burgemeester of wethouder
care-kind-week_1 = hoe gaat het
care-kind-meeting = bijeenkomst
care-kind-police_contact = vraag de politie naar de zaak
care-kind-month_1 = schade en regelingen
care-kind-six_weeks = klachten die blijven
care-kind-closing = afsluiting
care-kind-joining = voegen
care-kind-victim_talk = gesprek met de officier
care-kind-right_to_speak = spreekrecht
care-done = Gedaan: { $step }
care-is-done = Genoteerd: { $step } is gedaan.
care-ask-others = Vraag ook de anderen
care-object = Bezwaar
care-allow = Bezwaar intrekken
care-arrest = Er is een aanhouding
care-end = Sluit de nazorg
care-withdraw-who = Iemand wil niet meer
care-withdraw = Wie wil er niet meer? Het stopt meteen.
care-withdrawn = Genoteerd. Er gaat niets meer naar deze persoon.
care-open = Lees de nazorg

care-told-opened = Nazorg geopend bij <b>{ $number }</b>. Bezwaar vanwege het onderzoek? Open de nazorg en meld het.
care-todo-told = <b>Nazorg { $number }</b>: { $step }.
    { $how }
care-todo-scan = Regel de scan ter plaatse. Zet wat je vindt bij de taken.
care-todo-visit = Beslis voor wie het bezoek goed is, en plan het.
care-todo-meeting = Plan een bijeenkomst voor de ondernemers eromheen, als dat helpt.
care-todo-police_contact = Vraag de politie hoe het met de zaak gaat, en vertel het de mensen.
care-by-phone-told = <b>Nazorg { $number }</b>: persoon { $person } heeft geen Telegram. Bel: { $step }.
care-call-told = <b>{ $why }</b> (nazorg { $number }, persoon { $person }). Neem nu contact op.
care-call-talk = Iemand wil je spreken
care-call-distress = Iemand trekt het niet
care-call-scan = Iemand wil een dag afspreken voor de scan
care-take = Ik neem contact op
care-taken = Jij neemt contact op. De persoon leest dat ook.
care-told-stopped = Nazorg <b>{ $number }</b>: iemand is gestopt. Vraag niet waarom.
care-told-objected = Nazorg <b>{ $number }</b>: de politie heeft bezwaar. Er gaat niets meer uit.
care-told-allowed = Nazorg <b>{ $number }</b>: de politie heeft geen bezwaar meer.
care-told-arrested = Nazorg <b>{ $number }</b>: er is iemand aangehouden. Help bij het voegen in de strafzaak.
care-told-handed = Nazorg <b>{ $number }</b> is nu van jou: wie ervoor zorgde, is er niet meer.
care-told-shop-closed = Nazorg <b>{ $number }</b>: de zaak is gesloten. De scan en het bezoek vervallen; de mensen krijgen hun berichten nog.
care-gone-told = Deze nazorg is gewist.

too-late-case-open = Er loopt al nazorg bij dit incident.
too-late-case-nobody = Niemand van deze zaak zit in de chat. Noteer dat je een ja hoorde.
too-late-case-closed = Deze nazorg is gesloten.
too-late-case-answered = Dat is al beantwoord.
too-late-case-stopped = Je nazorg is gestopt.
too-late-case-objected = De politie heeft al bezwaar.
too-late-case-allowed = Er is geen bezwaar.
too-late-case-arrested = De aanhouding staat er al bij.
too-late-step-done = Dat is al gedaan, of het vervalt.
too-late-call-taken = Een collega neemt al contact op.
not-allowed-case-police = Dat kan alleen de politie.
not-allowed-open_aftercare = Nazorg openen kan een stadsmarinier of de politie.
not-allowed-read_aftercare = Nazorg lezen kan een coördinator van de gemeente, of het slachtoffer zelf.

care-overview = <b>Nazorg</b>
care-overview-opened = Geopend: { $total }
care-overview-opened-prompt = Geopend: { $total }, binnen een dag na de overval: { $prompt }
care-overview-steps = Stappen: { $total }
care-overview-steps-prompt = Stappen: { $total }, op tijd: { $prompt }
care-overview-calls = Wilde iemand spreken: { $total }
care-overview-calls-prompt = Wilde iemand spreken: { $total }, binnen een uur opgepakt: { $prompt }
care-overview-ending = Einde, { $ending }: { $count }
