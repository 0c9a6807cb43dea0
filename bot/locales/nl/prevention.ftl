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
prevention-preview = <b>Dit gaat naar alle winkels van { $name }:</b>
prevention-preview-branch = <b>Dit gaat naar alle winkels in Nederland met branche { $name }:</b>
prevention-no-tip = Dit lijkt over een voorval te gaan, en dat kun je niet als tip versturen. Ga terug en pas de tekst aan. Is er iets gebeurd? Bel de politie: 0900-8844.
text-no-tip = Dit lijkt over een voorval te gaan. Ga terug en pas de tekst aan.
prevention-doubtful = Dit lijkt over een voorval te gaan. Daarom kijkt de politie er eerst naar. Is het toch alleen een tip? Ga dan terug en pas de tekst aan.
prevention-doubtful-words = Dit viel op in je tekst: { $words }.
prevention-to-police = Stuur naar de politie
prevention-kept-for-police = Je tekst is bewaard als concept. Tik op Verder en beantwoord nog een paar vragen; daarna kijkt de politie ernaar.
text-no-group = Er is in jouw gebied nog geen KVO-groep. De politie of een stadsmarinier maakt er een met /groepen.
rejected-incident-data = Dit lijkt over een voorval te gaan. Maak er met /alert een wees-alertbericht van; de politie kijkt dan eerst mee.
