# Een bericht opstellen, laten goedkeuren en volgen: voor politie en stadsmariniers.

form-alert = een wees-alertbericht

alert-ask-words = <b>Nieuw wees-alertbericht</b>
    Wat is er gebeurd, en waar? Typ het in één of twee zinnen, met de postcode erbij. Of kies wat het is. De rest vul ik in als voorstel.
    Noem geen namen, kentekens, telefoonnummers of bedragen, en niet de naam van de zaak.
alert-other-kind = Iets anders…
alert-steps = Alles stap voor stap
alert-ask-kind = <b>Nieuw wees-alertbericht</b>
    Wat is er gebeurd?
alert-ask-what = <b>Wat moeten ondernemers weten?</b>
    Kies een voorbeeld of typ het zelf. Noem geen namen, kentekens, telefoonnummers of bedragen, en niet de naam van de zaak.
alert-what-now = Dit staat er nu (tik erop om het te kopiëren):
    <code>{ $what }</code>
alert-what-now-protected = Dit staat er nu:
    <b>{ $what }</b>
alert-what-edit = Iets anders? Typ <b>oud &gt; nieuw</b>. Een zin erbij? Typ <b>+ zin</b>. Of typ de hele tekst opnieuw.
alert-use-this = Zo gebruiken
alert-ask-when = <b>Wanneer was het?</b>
    Kies, of typ bijvoorbeeld 20:45, gisteren 20:45 of 21-11 20:45.
alert-when-0 = Zojuist
alert-when-30 = Een half uur geleden
alert-when-60 = Een uur geleden
alert-ask-mo = <b>Werkwijze</b>
    Tik aan wat bekend is. Alles mag leeg blijven.
alert-ask-mo-field = <b>{ $field }</b>
    Tik aan wat klopt. Nog eens tikken haalt het weg.
alert-ask-language-notes = <b>Taal</b>
    Typ welke taal er gesproken werd, neutraal en zonder afkomst. Bijvoorbeeld: sprak Engels.
alert-mo-close = ‹ Alle kenmerken
alert-ask-open-field = <b>{ $field }</b>
    Je woorden noemen er meer dan één. Tik aan wat klopt, of ga terug en laat het open.
alert-done = Verder ›
alert-ask-place = <b>Waar was het?</b>
    Typ de postcode (2903 of 2903 AB).
alert-place-outside = { $code } ligt buiten je werkgebied.
alert-place-hint = Je mag ook een locatie delen met de knop onderin.
alert-place-example = 2903 AB
alert-share-location = Deel mijn locatie
alert-keep = Zo laten
alert-ask-audience = <b>Voor wie is het?</b>
alert-audience-everybody = Alle zaken binnen bereik
alert-audience-group = Alleen KVO-groep { $name }
alert-only-group = Alleen voor KVO-groep <b>{ $name }</b>.
alert-ask-reach = <b>Tot hoe ver moet het komen?</b>
    Kies, of typ zelf hele kilometers (1 tot 100).
alert-ask-region = Of waarschuw een branche in een heel gebied: typ postcodes (2900-2999 of 29xx) of een gemeente.
alert-reach-km = { $km } km
alert-ask-branches = <b>Voor welke branches?</b>
    Je kunt er meer kiezen.
alert-all-branches = Alle branches
alert-more-branches = Meer branches…
alert-branches-done = { $count ->
        [0] Verder ›
        [one] Verder met 1 branche ›
       *[other] Verder met { $count } branches ›
    }
alert-ask-severity = <b>Hoe dringend is het?</b>
alert-ask-tlp = <b>Wie mag het lezen?</b>
    TLP zegt hoe ver een bericht mag gaan:
    • CLEAR: iedereen, ook zonder zaak; alleen voor P4
    • GREEN: geverifieerde zaken in bereik; de groepschat leest alles
    • AMBER: geverifieerde zaken die het aangaat; de groepschat leest één regel
    • AMBER+STRICT: alleen politie, gemeente en Openbaar Ministerie (OM)
    • RED: alleen de politie, en wie je aanwijst
    Na het versturen ligt dit vast.
alert-usual = { $label } (gebruikelijk)
alert-ask-until = <b>Tot wanneer geldt het?</b>
    Kies, of typ bijvoorbeeld 22:00, morgen 18:00 of 24-11 18:00.
alert-until-2 = 2 uur
alert-until-12 = 12 uur
alert-until-24 = 1 dag
alert-until-72 = 3 dagen
alert-until-168 = 1 week
alert-until-336 = 2 weken
alert-until-720 = 30 dagen
alert-now-set = Nu: <b>{ $value }</b>

alert-preview-above = Hierboven staat het bericht precies zoals het aankomt bij de dichtstbijzijnde ontvanger.
alert-reaches = { $count ->
        [one] <b>1 ontvanger</b>
       *[other] <b>{ $count } ontvangers</b>
    }
alert-reaches-branch = • { $branch }: { $count }
alert-reaches-coordinators = • Coördinatoren: { $count }
alert-reaches-chats = { $count ->
        [one] Ook in 1 groepschat
       *[other] Ook in { $count } groepschats
    }
alert-reaches-nobody = <b>Niemand</b> krijgt dit bericht: geen zaak past bij bereik, branches en TLP. Pas er een aan.
alert-farthest = Verste ontvanger: { $distance }
alert-needs-approval = { $count ->
        [one] Iemand van de politie moet akkoord geven voordat het weggaat.
       *[other] Een van { $count } mensen van de politie moet akkoord geven voordat het weggaat.
    }
alert-asked-in-console = { $count ->
        [one] Een van hen krijgt geen bericht: die ziet het pas in de browser.
       *[other] { $count } van hen krijgen geen bericht: die zien het pas in de browser.
    }
alert-asked-silently = Niemand krijgt een bericht op de telefoon: het verzoek staat klaar in de browser. Heeft het haast? Bel een collega.
alert-sole-on-duty = Je bent hier de enige van de politie die akkoord kan geven. Je kunt het zelf versturen, met een reden; dat wordt achteraf bekeken.
alert-send = Versturen
alert-ask-approval = Vraag akkoord
alert-text-own = Tekst: alleen mijn woorden
alert-text-composed = Tekst: ook samengesteld
alert-line-set = <b>{ $field }:</b> { $value }
alert-line-proposed = { $line } · <i>voorstel</i>
alert-line-alike = { $branches } ({ $why })
alert-lines-what = ✎ Wat en wanneer
alert-lines-whom = ✎ Waar en voor wie
alert-lines-how = ✎ Ernst, TLP en duur
likeness-till = ook een kassa met contant geld
likeness-valuables = ook kleine, dure spullen
likeness-meals = ook maaltijden, tot laat open
likeness-late = ook tot laat open, met contant geld
likeness-cash = ook veel contant geld
likeness-cash_machine = soms een geldautomaat in de zaak
likeness-tobacco = ook tabak in de zaak
alert-edit = Iets wijzigen
alert-edit-close = ‹ Voorbeeld
alert-edit-kind = Soort
alert-edit-what = Tekst
alert-edit-when = Wanneer
alert-edit-mo = Werkwijze
alert-edit-place = Plaats
alert-edit-audience = Voor wie
alert-edit-reach = Bereik
alert-edit-branches = Branches
alert-edit-severity = Ernst
alert-edit-tlp = TLP
alert-edit-until = Geldt tot
alert-ask-reason = <b>Waarom verstuur je dit alleen?</b>
    Kies, of typ een reden. Het bericht gaat daarna meteen weg.
alert-reason-nobody_on_duty = Geen collega in dienst
alert-reason-acute = Er is direct gevaar
alert-waits = Bericht <b>{ $number }</b> wacht op akkoord. { $approvers ->
        [one] Iemand van de politie heeft het verzoek gekregen.
       *[other] { $approvers } mensen van de politie hebben het verzoek gekregen.
    } Je hoort het zodra er is beslist.
alert-waits-silent = Bericht <b>{ $number }</b> wacht op akkoord. Niemand krijgt een bericht op de telefoon: het verzoek staat klaar in de browser. Heeft het haast? Bel een collega.
alert-goes = { $recipients ->
        [0] Bericht <b>{ $number }</b> loopt nu, maar op dit moment is er niemand die het krijgt.
        [one] Bericht <b>{ $number }</b> gaat nu naar 1 ontvanger.
       *[other] Bericht <b>{ $number }</b> gaat nu naar { $recipients } ontvangers, de dichtstbijzijnde eerst.
    }
alert-kept = Bewaard. Je vindt het terug bij /concepten.
alert-concept-stays = Gestopt. Het concept staat nog bij /concepten.

drafts-none = Je hebt geen concepten. Begin een bericht met /alert.
draft-head = Concept: { $draft }
draft-kept = nog niet af, bewaard op { $moment }
draft-resume = Verder
draft-discard = Weggooien
draft-reuse = Gebruik als nieuw concept
draft-discarded = Weggegooid.
draft-waits = Wacht op akkoord: { $draft }
draft-withdraw = Intrekken en aanpassen
draft-form-ended = Je was het nog aan het invullen; dat is nu ook gestopt.

# De tekst die uit de velden is samengesteld.
compose-robbery = Er is een zaak overvallen.
compose-robbery_attempt = Iemand heeft geprobeerd een zaak te overvallen.
compose-reconnaissance = Iemand heeft een zaak bekeken.
compose-suspicious_situation = Er is iets verdachts gezien bij een zaak.
compose-street_robbery = Er is iemand op straat beroofd.
compose-ram_raid = Er is met een voertuig ingebroken bij een zaak.
compose-atm_blast = Er is een geldautomaat opgeblazen.
compose-robbery_delivery = Er is een bezorger overvallen.
compose-robbery_home = Er zijn mensen in een woning overvallen.
compose-other = Er is iets gebeurd waar je op moet letten.
compose-may-be-scouting = Dit kan een voorverkenning zijn.
compose-seen = { $who } { $what }.
compose-and = { $first } en { $last }
compose-who-1 = Eén persoon
compose-who-2 = Twee personen
compose-who-3 = Drie personen
compose-who-4_plus = Vier of meer personen
compose-who-unknown = Iemand
compose-signal-interest_layout = { $number ->
        [one] bekeek camera’s, kassa of kluis
       *[more] bekeken camera’s, kassa of kluis
    }
compose-signal-questions_security = { $number ->
        [one] vroeg naar sluittijd of geld
       *[more] vroegen naar sluittijd of geld
    }
compose-signal-no_purchase_loop = { $number ->
        [one] kwam steeds binnen zonder iets te kopen
       *[more] kwamen steeds binnen zonder iets te kopen
    }
compose-signal-photos = { $number ->
        [one] maakte foto’s of filmde
       *[more] maakten foto’s of filmden
    }
compose-signal-watching_from_vehicle = { $number ->
        [one] keek toe vanuit een voertuig
       *[more] keken toe vanuit een voertuig
    }
compose-signal-lookout = { $number ->
        [one] stond op de uitkijk bij de deur
       *[more] stonden op de uitkijk bij de deur
    }
compose-signal-closing_time = { $number ->
        [one] hing rond bij openen of sluiten
       *[more] hingen rond bij openen of sluiten
    }
compose-signal-testing_door = { $number ->
        [one] voelde aan een deur
       *[more] voelden aan een deur
    }
compose-signal-face_hidden = { $number ->
        [one] bedekte het gezicht
       *[more] bedekten het gezicht
    }
compose-signal-high_value_request = { $number ->
        [one] liet iets duurs tonen en kocht niets
       *[more] lieten iets duurs tonen en kochten niets
    }
compose-signal-route_check = { $number ->
        [one] bekeek een vluchtroute of brandgang
       *[more] bekeken een vluchtroute of brandgang
    }
compose-signal-startle = { $number ->
        [one] schrok bij het aanspreken
       *[more] schrokken bij het aanspreken
    }
compose-signal-multi_shop = { $number ->
        [one] ging meer zaken langs
       *[more] gingen meer zaken langs
    }

progress-head = <b>Bericht { $number } { $state ->
        [ended] is beëindigd
        [retracted] is ingetrokken
        [delivered] is bezorgd
       *[live] wordt bezorgd
    }</b>
report-head = <b>Bericht { $number } is { $state ->
        [ended] beëindigd
        [retracted] ingetrokken
       *[live] bezorgd
    }.</b> Het eindverslag staat in het bericht hierboven. Dat blijft tellen hoeveel mensen op Gelezen tikken.
ended-head = <b>Bericht { $number } is afgelopen.</b> Het wordt niet meer bezorgd en staat niet meer onder /actueel.
count-sent = Verstuurd: { $count }
count-chats = { $count ->
        [one] In 1 groepschat
       *[other] In { $count } groepschats
    }
count-chats-missed = { $count ->
        [one] Niet in 1 groepschat: de bot kan er niet (meer) bij
       *[other] Niet in { $count } groepschats: de bot kan er niet (meer) bij
    }
count-chats-unknown = { $count ->
        [one] Onzeker of het aankwam in 1 groepschat
       *[other] Onzeker of het aankwam in { $count } groepschats
    }
count-change-unknown = { $kind }: onzeker of het aankwam { $count }
count-change = { $kind }: verstuurd { $sent }
count-change-waiting = { $kind }: verstuurd { $sent }, nog te versturen { $waiting }
count-seen = Gelezen: { $count }
count-waiting = Nog te versturen: { $count }
count-unsent = Niet meer verstuurd: { $count }
count-held = Wacht op het einde van een pauze of van stille uren, of tot een zaak open is: { $count }
count-unknown = Onzeker of het aankwam: { $count }
count-failed = Mislukt: { $count } ({ $reason })
count-skipped = Overgeslagen: { $count } ({ $reason })
reason-gone = bot geblokkeerd of account weg
reason-refused = geweigerd door Telegram
reason-expired = te laat
reason-ended = bericht was al afgelopen
reason-retracted = bericht was al ingetrokken
reason-replaced = vervangen door een correctie
reason-not-received = had het bericht nooit gekregen
reason-unreachable = niet meer bereikbaar
reason-muted = heeft patronen of informatie uitgezet
reason-paused = heeft pauze
reason-busy = vult iets dringends in
reason-not-meant = niet meer voor deze ontvanger bedoeld
reason-erased = heeft alle gegevens gewist
reason-no-answer = geen antwoord van Telegram

text-empty = Er staat niets. Typ wat je wilt zeggen.
text-too-long = Dit is te lang: { $typed } tekens, er passen er { $length }. Maak het korter en stuur het opnieuw.
text-type-or-tap = Dat begrijp ik niet. Tik op een knop onder de vraag, of typ je antwoord.
text-tap-a-button = Kies hier met de knoppen onder de vraag.
text-no-reach = Dit ken ik niet. Typ hele kilometers van 1 tot 100, postcodes zoals 2900-2999, of een gemeente.
text-no-kilometres = Dat is geen aantal kilometers. Typ een heel getal van 1 tot 100.
text-no-branch = Kies eerst minstens één branche, of “Alle branches”.
text-no-moment = Dat is geen tijd die ik begrijp. Typ bijvoorbeeld 20:45, gisteren 20:45 of 21-11 20:45.
text-moment-is-past = Dat moment is al voorbij. Kies een later moment.
text-moment-is-future = Dat moment is nog niet geweest. Kies een eerder moment.
text-too-far-away = Dat is te ver weg. Een bericht geldt hooguit { $days } dagen.

rejected-draft-changed = Dit concept is intussen gewijzigd. Kijk nog eens naar het voorbeeld en verstuur dan.
rejected-already-over = De eindtijd van dit bericht is al voorbij. Wijzig “Geldt tot” en probeer het opnieuw.
rejected-reason-needed = Geef eerst een reden waarom je dit alleen verstuurt.
too-late-alert = Dit kan niet meer: het bericht is al verstuurd, afgelopen of ingetrokken.
too-late-draft = Dit is geen concept meer.
not-allowed-outside-group = Deze plaats ligt niet in het gebied van de gekozen KVO-groep. Kies een plaats daarbinnen, of wijzig eerst “Voor wie”.
not-allowed-no-police = Er is geen politie die voor deze plaats akkoord kan geven. Bel 0900-8844 en vraag naar de overvalcoördinator. Met “Opslaan als concept” raak je niets kwijt.
police-not-allowed-no-police = Er is geen collega die voor deze plaats akkoord kan geven. Overleg met de overvalcoördinator van dat gebied. Met “Opslaan als concept” raak je niets kwijt.
not-allowed-no-police-region = Geen politie heeft dit hele gebied als werkgebied. Kies een kleiner gebied of een bereik in kilometers, of vraag een beheerder om iemand dit gebied te geven. “Opslaan als concept” bewaart het.
not-allowed-no-police-country = Geen politie heeft heel Nederland als werkgebied. Vraag een beheerder om dat aan de landelijk overvalcoördinator te geven, of kies een kleiner gebied. “Opslaan als concept” bewaart het.
rejected-region-branches = Kies voor wie het is: één of meer branches. Zonder branche zou elke zaak in dit gebied het krijgen.
rejected-region-acute = Een P1 gaat alleen naar zaken in de buurt. Kies P2, P3 of P4, of een bereik in kilometers.
text-passage-nowhere = “{ $passage }” staat niet in de tekst. Typ het zoals het er staat, met erachter wat het wordt: oud &gt; nieuw.
text-passage-often = “{ $passage }” staat er { $count } keer. Typ er een woord bij dat ervoor of erachter staat.
