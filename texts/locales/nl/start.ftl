# Van /start tot de eerste berichten, en privacy.

start-welcome =
    <b>Wees Alert</b> waarschuwt ondernemers voor overvallen in de buurt, en voor voorverkenningen: iemand bekijkt een zaak om die later te overvallen.
    Je krijgt alleen de berichten die jouw zaak aangaan. Zie je zelf iets, dan meld je het hier.
start-privacy = We bewaren wat daarvoor nodig is: je postcode, je branche en je keuzes. Namen van personen bewaren we niet.
start-privacy-more = Meer over privacy
start-another = Typ de postcode, of deel je locatie als je nu op de zaak bent.
start-postcode =
    Wat is de <b>postcode</b> van je zaak?
    Typ hem hier, bijvoorbeeld 2903 AB. Ben je nu op de zaak, dan kun je ook je locatie delen.
start-branch = Wat voor zaak is het? Kies de <b>branche</b> die het best past, of typ een woord, zoals slager of bloemist.
start-confirm =
    Klopt dit?

    Plaats: <b>{ $place }</b>
    Branche: <b>{ $branch }</b>
start-right = Ja, klopt

form-subscribe = de aanmelding van je zaak

place-share = Deel mijn locatie
place-placeholder = Postcode, zoals 2903 AB
place-understood = Plek: { $place }.
place-none = Je hebt geen plek doorgegeven.
place-shared = de gedeelde locatie
place-code-town = { $code } { $town }
place-which = In { $code } liggen meer plaatsen. Welke is het?
place-part = { $place } (gemeente { $municipality })
place-unknown =
    Postcode <b>{ $code }</b> staat niet in onze lijst. Klopt hij echt?
    Zo niet, typ dan de goede postcode. Zo ja, dan kijkt een coördinator er nog even naar.
place-is-right = Ja, hij klopt
place-is-visited = Dit is echt een bezoekadres
branch-more = Andere branche…

started-again = Je krijgt weer berichten.
stopped =
    Je krijgt geen berichten meer. Alles wat je hebt ingesteld blijft bewaard.
    Met /start zet je het weer aan.
start-ended = Je was nog bezig met de aanmelding van je zaak. Dat is gestopt. Met /mijn kun je er altijd nog een zaak bij doen.

privacy-title = <b>Privacy</b>
privacy-kept =
    <b>Wat we bewaren</b>
    Het nummer en de taal van je Telegram-account (niet je telefoonnummer), de postcode, branche, naam en het huisnummer van je zaak, je keuzes, wat je meldt, welke berichten je kreeg en of je op Gelezen tikte. Meer hebben we niet nodig om je te waarschuwen.
    Tik je in een groepschat op Gelezen, dan bewaren we het nummer en de taal van je Telegram-account om je één keer te tellen, ook als je je niet hebt aangemeld. Je krijgt daardoor geen berichten.
privacy-not =
    <b>Wat we niet bewaren</b>
    Je naam en telefoonnummer, foto’s, en namen of kentekens van verdachten. Andere deelnemers krijgen niet te zien wie meedoet. Wel hoort wie zich aanmeldt met de naam, postcode en branche van jouw zaak dat die er al is, en in een groepschat zie je elkaar. Politie en stadsmarinier zien in hun eigen gebied welke zaken zijn aangemeld en wat er wordt gemeld. De beheerder van je KVO-groep en je brancheorganisatie zien alleen welke zaken van hen zijn aangemeld. Wie bij dezelfde zaak hoort, en wie beslist of je in een groepschat mag, kan je Telegram-profiel openen. Berichten gaan via Telegram, dus ook via de computers van Telegram.
privacy-rights =
    <b>Wat je zelf kunt</b>
    Met /mijn zie en verander je alles. Met /stop krijg je niets meer. Met /mijngegevens krijg je alles wat we van je bewaren. Met /verwijder wis je het.
