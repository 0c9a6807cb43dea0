# /beheer: mensen met een rol, gemeenten, en wat nog verstuurd wordt.

menu-admin = Beheer rollen en gemeenten
menu-resume = Hervat versturen na een blokkade door Telegram
admin-resumed = { $count ->
        [one] Telegram liet me niet versturen, naar één chat of naar alle. Ik ga nu weer door.
       *[other] Telegram liet me niet versturen, naar { $count } chats. Ik ga nu weer door.
    } Weigert Telegram weer, dan wacht ik opnieuw, hooguit een kwartier per keer.
admin-resumed-nothing = Telegram hield niets tegen. Ik verstuur gewoon.
form-role-invite = de uitnodiging voor een rol
form-role-end = de einddatum van een rol
form-role-label = de naam van een rol
form-municipality = de instellingen van een gemeente

admin-title = <b>Beheer</b>
admin-what = Je beheert wie welke rol heeft en wat een gemeente heeft afgesproken. Berichten en meldingen lees je niet: die zijn van de politie.
admin-people = Mensen en rollen
admin-invite = Iemand uitnodigen
admin-waiting = Wacht op bevestiging
admin-date-waits = Een ander moet dit eerst bevestigen.
admin-places = Een gemeente instellen
admin-sending = Versturen stoppen

admin-people-title = <b>Wie heeft welke rol?</b>
admin-people-none = Verder niemand. Met Iemand uitnodigen geef je een rol.
admin-more = Laat meer zien
admin-from-start = Vanaf het begin
admin-numbered = { $number }. { $words }
admin-role = <b>{ $role }</b> voor { $scope }
admin-label = Anderen zien: { $label }.
admin-own = Dat ben jij.
admin-who = Wie: { $person }.
admin-since = Sinds { $date }.
admin-until = Tot en met { $date }.
admin-no-end = Geen einddatum.
admin-deputy = Vervanger: { $person }.
admin-no-deputy = Geen vervanger.
admin-end = Nu beëindigen
admin-end-question = Deze rol nu beëindigen? Degene die hem heeft, hoort het meteen en kan er niets meer mee. Een vervanger ook niet.
admin-end-yes = Ja, beëindig de rol
admin-end-done = De rol is beëindigd. Degene die hem had, krijgt dat te horen.
admin-date = Einddatum kiezen
admin-stays = Geen einddatum
admin-date-gone = De einddatum is weg.

role-end-ask = <b>Tot en met welke dag geldt de rol?</b> Kies, of typ een datum zoals 31-12-2027.
text-no-last-day = Dit is geen dag die nog komt. Typ een datum zoals 31-12-2027.
text-moment-past = Deze datum is al voorbij. Kies een latere.

role-invite-role = <b>Welke rol krijgt diegene?</b>
role-invite-scope = <b>Voor welk gebied?</b> Typ een gemeente, een postcode (2903) of een reeks (2900-2999).
role-invite-branch = <b>Voor welke branche?</b>
role-invite-one-branch = Eén branche (branche-agent)
role-invite-within = <b>Waar volgt diegene de branche { $branch }?</b> Typ een postcode (2903) of een reeks (2900-2999).
role-invite-group = <b>Voor welke KVO-groep?</b>
role-invite-no-group = Er is in jouw gebied nog geen KVO-groep. De politie of een stadsmarinier maakt er een met /groepen.
role-invite-label = <b>Hoe zien anderen deze persoon?</b> Kies een functie of typ er zelf een, geen naam, zoals wijkagent centrum. Sla je dit over, dan zien ze de gewone naam van de rol.
role-invite-end = <b>Tot en met welke dag geldt de rol?</b> Kies, typ een datum zoals 31-12-2027, of sla het over.
role-invite-confirm = Klopt dit?
role-invite-means = De link werkt één keer en is alleen voor die ene persoon. Wie hem gebruikt, krijgt de rol pas als een ander dat bevestigt. Je hoort het. Zelf gebruiken of bevestigen kan niet.
role-invite =
    Uitnodiging: <b>{ $role }</b> voor { $scope }

    { $link }

    Laat diegene de code scannen of stuur de link. Hij werkt één keer, tot { $until }. Je hoort wie hem gebruikt; een ander bevestigt dat het klopt.
role-invite-way = <b>Hoe doet diegene mee?</b> In de browser kan zonder Telegram. Berichten op de telefoon komen alleen via Telegram.
role-invite-by-chat = Met Telegram
role-invite-by-console = In de browser, zonder Telegram
role-invite-whom = <b>Voor wie is de link?</b> Typ een naam en functie, zoals A. de Vries, politie. Wie de rol bevestigt leest dat, en wie hem krijgt.
role-invite-for = Voor: { $who }, in de browser
role-invite-console =
    Uitnodiging voor de browser: <b>{ $role }</b> voor { $scope }

    { $link }

    Geef de link alleen aan diegene zelf. Hij werkt één keer, tot { $until }, en maakt meteen een toegangssleutel. Je hoort wie hem gebruikt; een ander bevestigt dat het klopt.
text-role-scope = Dit gebied ken ik niet. Typ een gemeente, een postcode zoals 2903, of een reeks zoals 2900-2999.
text-role-postcodes = Dit zijn geen postcodes. Typ een postcode zoals 2903, of een reeks zoals 2900-2999.
text-scope-misfit = Dit gebied past niet bij deze rol. Kies er een met de knoppen.
invite-own-role = Deze link heb je zelf gemaakt. Geef hem aan een ander: jezelf een rol geven kan niet.

municipality-ask = <b>Welke gemeente?</b> Typ de naam, of een postcode daar, zoals 2903.
text-no-municipality = Deze gemeente ken ik niet. Typ de naam zoals die op de kaart staat, of een postcode daar.
text-municipality-which = Zo heten er meer. Welke bedoel je? Typ de naam zo: { $names }.
text-municipality-alike = Deze gemeente ken ik niet. Bedoel je: { $names }? Typ de naam dan zo.
text-postcodes-nowhere = Van deze postcodes staat er geen in onze lijst. Wel in de buurt: { $near }.
text-no-table = Er is nog geen lijst met postcodes, dus ik ken geen gemeenten. Wie de server beheert, haalt hem op met: wees-alert postcodes import.
admin-place-title = <b>Gemeente { $name }</b>
admin-duty-is-on = Versturen zonder collega mag hier.
admin-duty-is-off = Versturen zonder collega mag hier niet.
admin-duty-means = Dit gaat over politie die als enige dienst heeft. Mag het, dan kan die een bericht versturen zonder akkoord van een collega. Er hoort een reden bij, en een collega kijkt het na. Mag het niet, dan wacht het bericht op een collega.
admin-duty-on = Versturen zonder collega toestaan
admin-duty-off = Versturen zonder collega niet meer toestaan
admin-duty-changed = Een beheerder heeft dat zojuist ingesteld, omdat de gemeente het zo wil. Klopt dit niet? Zeg het een beheerder meteen; die zet het terug met /beheer.
admin-kept = Bewaard.
admin-labels-title = <b>Zo heten de rollen hier:</b>
admin-labels-none = De rollen hebben hier hun gewone naam.
admin-place-label = { $role }: { $label }
admin-name = Naam: { $role }
role-label-ask = <b>Hoe heet de { $role } in { $name }?</b> Typ de naam van de functie, zoals coördinator nazorg.
role-label-usual = De gewone naam

admin-sending-title = <b>Wat wordt er nog verstuurd?</b>
admin-sending-none = Nu niets: alles is verstuurd.
admin-stop = Stop { $number } (nog { $count })
admin-stop-question = Het versturen van <b>{ $number }</b> stoppen? { $count ->
        [one] Eén ontvanger krijgt
       *[other] { $count } ontvangers krijgen
    } het dan niet. Wie het al heeft, houdt het. De politie en de schrijver horen dat je dit deed.
admin-stop-yes = Ja, stop met versturen
admin-stop-done = { $count ->
        [one] Gestopt: één ontvanger krijgt
       *[other] Gestopt: { $count } ontvangers krijgen
    } het niet meer. De politie hoort het.
too-late-all-sent = Er valt niets meer te stoppen: alles is al verstuurd.
too-late-role-ended = Deze rol is al beëindigd.

role-ended = Je bent niet langer <b>{ $role }</b> voor { $scope }. In het menu staat wat je nog kunt doen.
role-laid-down = Wie <b>{ $role }</b> was voor { $scope }, heeft alle eigen gegevens gewist en is dat niet meer. Kijk met /beheer wie daar nog is, of nodig iemand uit.
role-will-end = Je bent <b>{ $role }</b> voor { $scope }. De laatste dag daarvan is { $date }.
role-stays = Je blijft <b>{ $role }</b> voor { $scope }: er is geen einddatum meer.
role-accepted = { $person } is nu <b>{ $role }</b> voor { $scope }, via jouw uitnodiging. Een ander heeft dat bevestigd.
role-accepted-wrong = Klopt dat niet? Beëindig de rol met /beheer.
sending-stopped = De beheerder heeft het versturen van <b>{ $number }</b> gestopt. { $count ->
        [one] Eén ontvanger heeft
       *[other] { $count } ontvangers hebben
    } het niet gekregen.
sending-stopped-how = Met /lopend kun je het bericht corrigeren of intrekken.

not-allowed-own-role-longer = Een rol die je zelf hebt of waarvoor je invalt, kun je niet langer maken. Vraag het een andere beheerder. Eerder stoppen kan wel.
not-allowed-last-administrator = Dit is de enige beheerder zonder einddatum. Nodig eerst met /beheer een tweede uit.
reason-stopped = versturen gestopt door de beheerder
