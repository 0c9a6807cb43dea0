# Een preventietip voor een KVO-groep of een branche.

form-prevention = een preventietip

prevention-ask-group = <b>Voor wie is de tip?</b>
prevention-ask-what = <b>Tip voor { $name }</b>
    Wat wil je iedereen meegeven? Kies een voorbeeld of typ het zelf. Schrijf niets over iets wat is gebeurd.
prevention-tip-1-label = Samen openen en sluiten
prevention-tip-1 = Open en sluit samen: de een kijkt of de kust veilig is, de ander draait de sleutel om.
prevention-tip-2-label = Weinig geld in de kassa
prevention-tip-2 = Haal vaak geld uit de kassa en houd geld uit het zicht. Pinnen is veiliger dan contant.
prevention-tip-3-label = Iedereen groeten
prevention-tip-3 = Groet iedereen die binnenkomt en maak oogcontact. Wie kwaad wil, wil niet opvallen.
prevention-ask-about = <b>Nog even nagaan</b>
    Gaat je tekst over iets hiervan? Tik het aan.
prevention-about-event = Iets wat er is gebeurd
prevention-about-person = Een persoon
prevention-about-vehicle = Een voertuig
prevention-about-nothing = Nee, het is alleen een tip ›
prevention-preview = <b>Dit gaat naar alle zaken van { $name }:</b>
prevention-preview-branch = <b>Dit gaat naar alle zaken in Nederland met branche { $name }:</b>
prevention-no-tip = Dit lijkt over een voorval te gaan, en dat kun je niet als tip versturen. Ga terug en pas de tekst aan. Is er iets gebeurd? Bel de politie: 0900-8844.
police-prevention-no-tip = Dit lijkt over een voorval te gaan, en dat kun je niet als tip versturen. Ga terug en pas de tekst aan. Is er iets gebeurd? Overleg dan met een collega van dat gebied.
text-no-tip = Dit lijkt over een voorval te gaan. Ga terug en pas de tekst aan.
prevention-doubtful = Dit lijkt over een voorval te gaan. Daarom kijkt de politie er eerst naar. Is het toch alleen een tip? Ga dan terug en pas de tekst aan.
prevention-doubtful-words = Dit viel op in je tekst: { $words }.
prevention-to-police = Stuur naar de politie
prevention-kept-for-police = Je tekst is bewaard als concept. Tik op Verder en beantwoord nog een paar vragen; daarna kijkt de politie ernaar.
text-no-group = Er is in jouw gebied nog geen KVO-groep. De politie of een stadsmarinier maakt er een met /groepen.
rejected-incident-data = Dit lijkt over een voorval te gaan. Wie dat mag, maakt er met /alert een wees-alertbericht van; de politie kijkt dan eerst mee.

tip-explained = Dit zijn je eigen woorden. Daarom ziet de politie de tip eerst, en die kan hem een half uur lang tegenhouden. Doet niemand dat, dan gaat hij vanzelf weg.
tip-hold = Naar de politie en dan versturen
tip-held = Tip <b>{ $number }</b> gaat op zijn vroegst { $moment } weg, tenzij de politie hem tegenhoudt.
tip-waits = Tip <b>{ $number }</b> wacht: er is nu geen politie die kan meekijken. { $count ->
        [0] Er is ook geen tweede beheerder die hem kan versturen. Vraag er een via de politie of de beheerder van Wees Alert.
        [one] Een collega kan hem versturen en weet ervan.
       *[other] Een van je { $count } collega’s kan hem versturen. Zij weten ervan.
    }
tip-not = Toch niet versturen
tip-held-card = <b>Een tip in eigen woorden.</b> Hij gaat vanzelf weg, { $moment }, tenzij je hem tegenhoudt.
tip-waits-card = <b>Een tip in eigen woorden.</b> Er was geen politie die kon meekijken. Hij gaat pas weg als iemand hem verstuurt. Gaat hij over iets wat is gebeurd, of over een persoon? Houd hem dan tegen.
tip-card-reach = { $count ->
        [0] Op dit moment is er niemand die hem krijgt.
        [one] Hij gaat naar 1 ontvanger.
       *[other] Hij gaat naar { $count } ontvangers.
    }
tip-author = Geschreven door een collega ({ $who }). Zo komt hij aan:
tip-stop = Tegenhouden
tip-send = Nu versturen
tip-retract = Meteen intrekken
tip-too-late = Over deze tip is al beslist.
tip-settled-released = Niemand hield tip <b>{ $number }</b> tegen. Hij is verstuurd, { $moment }.
tip-settled-approved = Tip <b>{ $number }</b> is verstuurd door een collega ({ $who }), { $moment }.
tip-settled-rejected = Tip <b>{ $number }</b> is tegengehouden ({ $who }), { $moment }. De schrijver weet het.
tip-settled-returned = Tip <b>{ $number }</b> is tegengehouden ({ $who }), { $moment }. De schrijver weet het.
tip-settled-withdrawn = Tip <b>{ $number }</b> gaat niet door: de schrijver nam hem terug.
tip-settled-overtaken = Tip <b>{ $number }</b> is niet verstuurd: zijn tijd is voorbij, of de schrijver mag geen tips meer versturen.
tip-stopped = Je tip <b>{ $number }</b> is tegengehouden door een collega ({ $who }). Hij is niet verstuurd.
tip-stopped-how = Is er iets gebeurd of gezien? Bel de politie: 0900-8844. Wie dat mag, maakt er met /alert een bericht van.
police-tip-stopped-how = Is er iets gebeurd of gezien? Maak er dan met /alert een bericht van.
tip-lapsed = Je tip <b>{ $number }</b> is niet verstuurd: zijn tijd is voorbij, of je mag daar geen tips meer versturen.
not-allowed-tip-police = De politie kijkt nu mee. Die kan de tip nu versturen of tegenhouden; anders gaat hij na een half uur vanzelf weg.
