# Wat je zelf kunt verhelpen: één zin over wat er is, één over wat je kunt doen.

postcode-starts-with-zero = Een postcode begint nooit met een 0. Kijk hem nog eens na en typ hem opnieuw, zoals 2903 AB.
postcode-never-issued = De letters { $letters } komen in geen enkele postcode voor. Kijk de letters nog eens na en typ de postcode opnieuw.
postcode-one-letter = Er ontbreekt een letter. Een postcode heeft vier cijfers en twee letters, bijvoorbeeld 2903 AB.
postcode-letters-missing = De twee letters ontbreken nog. Typ de hele postcode, bijvoorbeeld 2903 AB.
postcode-too-many-digits = Dat zijn te veel cijfers. Een postcode heeft vier cijfers en twee letters, bijvoorbeeld 2903 AB.
postcode-too-many-letters = Dat zijn te veel letters. Een postcode heeft vier cijfers en twee letters, bijvoorbeeld 2903 AB.
postcode-too-few-digits = Dat zijn te weinig cijfers. Een postcode heeft vier cijfers en twee letters, bijvoorbeeld 2903 AB.
postcode-not-a-postcode = Dit herken ik niet als postcode. Typ vier cijfers en twee letters, bijvoorbeeld 2903 AB.
postcode-post-boxes = Postcode { $code } lijkt van een postbus. Typ de postcode van het bezoekadres.
postcode-unknown = Postcode { $code } staat niet in onze lijst. Kijk hem nog eens na en typ hem opnieuw.
postcode-unknown-near = Postcode { $code } staat niet in onze lijst. Wel in de buurt: { $near }.
postcode-outside-netherlands = Deze plek ligt niet in Nederland. Typ de postcode van de zaak.
postcode-far-away = Postcode { $code } ligt ver van de locatie die je deelde. Kijk hem nog eens na en typ hem opnieuw.
postcode-in-list = “{ $code }” klopt niet. { $sentence } Van dit lijstje heb ik nog niets overgenomen: verbeter het en stuur het opnieuw.
postcode-not-yours = Postcode { $code } ligt buiten jouw werkgebied. Laat hem weg en stuur het lijstje opnieuw.
postcode-location-wanted = Deel hier je locatie met de knop onderin, of sla deze vraag over.

text-name-empty = Hier staat geen naam. Typ een naam met letters of cijfers.
text-name-long = Deze naam is te lang. Er passen { $most } tekens; typ een kortere.
text-name-link = In de naam kan geen link of @naam staan. Typ alleen de naam.
text-no-new-group = Een nieuwe groep maken kan alleen de politie of een stadsmarinier. Jouw eigen groep vind je met /groepen.
text-house-number = Dit is geen huisnummer. Typ bijvoorbeeld 12, 12 A, 12-2, 12 t/m 16 of 12 unit 3.

text-report-number = Er is in jouw gebied geen melding met dat nummer. Kijk op de kaart of in /meldingen.
text-report-place = Ik weet niet waar het was. Stop deze melding en begin opnieuw.
rejected-branch = Deze branche ken ik niet. Kies er een met de knoppen.
rejected-typed-wanted = Typ hier je antwoord.
rejected-scope = “{ $scope }” is geen werkgebied. Schrijf bijvoorbeeld 2900-2999, 2903, municipality:Rotterdam, branch:jeweller, branch:jeweller:2900-2999 of national.
rejected-role-function = Deze functie hoort niet bij deze rol. Kies er een met de knoppen, of typ er zelf een.

not-allowed-start-first = Dit kan zodra je zaak is aangemeld. Typ /start om te beginnen; het is zo klaar.
not-allowed-draft_alert = Een wees-alertbericht opstellen kan alleen de politie, een stadsmarinier, de beheerder van een KVO-groep of een brancheorganisatie. Wie iets gezien heeft, meldt dat vanuit de zaak met /melding.
not-allowed-manage_kvo_group = Dit kan alleen de politie, een stadsmarinier of de beheerder van de groep.
not-allowed-send_prevention = Tips versturen kan alleen de politie, een stadsmarinier, een veiligheidsregisseur, de beheerder van een KVO-groep of een brancheorganisatie.
not-allowed-approve_alert = Goedkeuren kan alleen de politie.
not-allowed-change-group = Een groep wijzigen of sluiten kan alleen de politie of een stadsmarinier van dat gebied.
not-allowed-in-private = Dit kan alleen in een privégesprek met mij.
not-allowed-verify_premises = Zaken verifiëren kan alleen de politie, een stadsmarinier, de beheerder van een KVO-groep, een brancheorganisatie of de beheerder van Wees Alert.
not-allowed-invite_premises = Zaken uitnodigen kan alleen de politie, een stadsmarinier, de beheerder van een KVO-groep, een brancheorganisatie of de beheerder van Wees Alert.
not-allowed-receive_copies = Dit is alleen voor coördinatoren van de gemeente en de politie.
not-allowed-see_reports = Meldingen bekijken kan alleen de politie of een stadsmarinier.
not-allowed-own-report = Dit is je eigen melding. Een collega behandelt die.
not-allowed-outside-scope = Deze plaats ligt buiten jouw werkgebied. Een collega van dat gebied kan dit wel.
not-allowed-outside-branch = Zaken van deze branche horen hier niet bij jouw werkgebied. Kies een andere branche, of vraag een collega van dat gebied.
not-allowed-own-place = Jezelf haal je niet weg. Wil je weg bij deze zaak, kies dan in /mijn voor weggaan.
not-allowed-owner-only = Dit kan alleen wie de zaak beheert.
not-allowed-own-shop = Je eigen zaak kun je niet zelf verifiëren. Een andere coördinator doet dat.

too-late-report-taken = Deze melding heeft al iemand opgepakt.
too-late-report-drafted = Van deze melding wordt al een wees-alertbericht gemaakt.
too-late-report-asked = Over deze melding is al een vraag gesteld. Er kan er één worden gesteld.
too-late-report-unreachable = Wie dit meldde, is niet meer te bereiken. Een vraag komt niet aan.
too-late-report-answered = Je hebt deze vraag al beantwoord. Weet je nog iets? Tik op “Aanvullen” onder je melding.
too-late-report-answer = Je melding is intussen gesloten; je antwoord is niet meer nodig en is niet bewaard. Wil je toch iets kwijt? Typ /melding.
too-late-report-duplicate = Deze melding is dubbel van een andere en volgt die. Klopt dat niet? Tik op “Toch niet dubbel”.
too-late-report-single = Deze melding staat al op zichzelf.
too-late-report-itself = Dat is dezelfde melding, of een die hier al bij hoort.
too-late-report-gone = De andere melding is teruggenomen of zonder uitkomst gesloten. Daar kan deze niet bij horen.
too-late-report-closed = Deze melding is al gesloten.
too-late-robbery-kind = De politie heeft al vastgesteld wat het was. Wat je verder weet, kun je nog aantikken.
too-late-report-back = Terugnemen kan alleen in de eerste 2 minuten. Klopt er iets niet, tik dan op “Aanvullen”.
too-late-invite-gone = Deze uitnodiging werkt al niet meer.
too-late-colleague-gone = Diegene hoort al niet meer bij deze zaak.
too-late-not-verified = Deze zaak is al niet meer geverifieerd.
too-late-premises = Er is intussen iets veranderd aan deze zaak. Open /mijn opnieuw.
too-late-verified = Deze zaak is al geverifieerd.
too-late-closed = Deze aanmelding is ingetrokken.
too-late-join = Dit verzoek is al beantwoord of ingetrokken.
too-late-join-refused = Je hebt dit al gevraagd en je bent niet toegelaten. Je eigen aanmelding blijft bestaan. Hoor je er toch bij, bespreek het dan op de zaak.
too-late-join-asked-today = Je hebt dit vandaag al gevraagd. Vraag wie de zaak beheert om de link voor collega’s, of probeer het morgen weer.
too-late-join-asked = Je hebt dit al gevraagd. Je hoort het zodra er antwoord is.

too-late-chat-taken = Deze chat hoort al bij een andere KVO-groep. Kies een andere chat.
too-late-group-closed = Deze KVO-groep is gesloten.
too-late-entry = Over dit verzoek is al beslist, of de chat is niet meer gekoppeld.

limit-codes = Dat zijn te veel postcodes: er passen er { $most } in een groep. Gebruik waar het kan alleen de vier cijfers.
limit-premises = Je hebt al { $most } zaken, meer kan niet. Ga eerst weg bij een zaak met /mijn.
limit-additions = Je hebt deze melding al { $most } keer aangevuld. Is er meer? Bel 0900-8844.
police-limit-additions = Je hebt deze melding al { $most } keer aangevuld. Is er meer? Geef het door aan een collega van dat gebied.
limit-areas = Je volgt al { $most } extra gebieden, meer kan niet. Haal er eerst een weg met /mijn.
