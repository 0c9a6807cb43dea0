# De webomgeving in de browser.

console-name = Wees Alert
console-skip = Naar de inhoud
console-language-nl = Nederlands
console-language-en = English
console-emergency = <b>Gevaar? Bel 112.</b> Dit is geen alarmnummer.

console-front-title = Wees Alert in de browser
console-front-what = Wees Alert waarschuwt ondernemers voor overvallen en voorverkenningen. Melden en berichten maken doe je in Telegram.
console-front-open = Open @{ $name } in Telegram
console-front-kept-title = Wat deze pagina bewaart
console-front-kept = Je browser bewaart de taal die je kiest en een code die formulieren beschermt. Wie inlogt krijgt er een code bij, die na twaalf uur niets meer waard is.

console-error-title-400 = Deze aanvraag klopt niet
console-error-400 = Ga terug en probeer het opnieuw.
console-error-title-403 = Dit formulier telt niet meer
console-error-403 = Open de pagina opnieuw en vul het daar in. Gebeurt het weer? Sta dan cookies van deze site toe.
console-error-title-404 = Deze pagina is er niet
console-error-404 = Ze bestaat niet, of ze is niet voor jou.
console-error-title-405 = Zo werkt deze pagina niet
console-error-405 = Ga terug naar het begin en kies daar wat je wilt doen.
console-error-title-408 = Dit duurde te lang
console-error-408 = De verbinding was te langzaam. Er is niets veranderd. Probeer het opnieuw.
console-error-title-413 = Dit is te veel tekst
console-error-413 = Ga terug en maak de tekst korter. Er is niets veranderd.
console-error-title-415 = Deze aanvraag klopt niet
console-error-415 = Alleen formulieren van deze site worden aangenomen.
console-error-title-421 = Verkeerd adres
console-error-421 = Op dit adres staat deze site niet. Gebruik het adres dat je van je beheerder kreeg.
console-error-title-500 = Er ging iets mis bij ons
console-error-500 = Kijk of gebeurd is wat je wilde doen. Probeer het anders opnieuw.
console-error-title-503 = Dit kan even niet
console-error-503 = De database is niet te bereiken. Er is niets veranderd. Probeer het over een minuut opnieuw.
console-error-number = Blijft het zo? Geef je beheerder dit nummer: <b>{ $number }</b>.
console-error-back = Naar het begin

console-navigation = Onderdelen
console-sign-out = Uitloggen
console-front-how = Nog niet ingelogd geweest? Typ /console in je privégesprek met de bot. Dat kan als je een rol hebt. Geen Telegram? Vraag je beheerder om een link.

console-sign-in = Inloggen
console-sign-in-how = Log in met je toegangssleutel: je vinger, je gezicht, de pincode van je computer of een losse sleutel.
console-sign-in-button = Inloggen met toegangssleutel
console-sign-in-failed = Inloggen is niet gelukt. Probeer het nog eens. Lukt het weer niet? Vraag dan een nieuwe link.
console-sign-in-none-title = Nog geen toegangssleutel?
console-sign-in-in-telegram = Werkte je in Telegram? Sluit dit scherm en open het opnieuw uit /menu.
console-sign-in-none = Typ /console in je privégesprek met de bot. Je krijgt een link die één keer werkt, een dag lang. Geen Telegram? Vraag je beheerder om een link.
console-no-script = Een toegangssleutel werkt alleen als JavaScript aan staat in je browser.
console-passkey-failed = Je browser gaf geen toegangssleutel. Probeer het nog eens.

console-link-title = Maak je toegangssleutel
console-link-for = Deze link is voor: { $function }. Ben jij dat niet? Sluit dan deze pagina.
console-link-how = Je browser vraagt om je vinger, je gezicht, een pincode of een losse sleutel. Daarmee log je voortaan in, zonder wachtwoord. De link werkt daarna niet meer.
console-enrol-button = Toegangssleutel maken
console-enrol-failed = De toegangssleutel is niet gemaakt. Probeer het nog eens. Je link werkt nog.

console-account-title = Mijn account
console-account-as = Anderen zien je als: { $function }.
console-account-no-role = Je hebt nu geen rol. Daarom is hier alleen je account te zien.
console-role = { $role }, { $scope }
console-passkeys-title = Toegangssleutels
console-passkey-made = Gemaakt op { $moment }.
console-passkey-used = Laatst gebruikt: { $moment }.
console-passkey-this = Hiermee ben je nu ingelogd.
console-passkey-remove = Verwijderen
console-passkey-remove-which = Verwijder de toegangssleutel van { $moment }
console-passkey-last = Dit is je enige toegangssleutel. Verwijder je hem, dan kom je alleen met een nieuwe link weer binnen.
console-passkey-add = Nog een toegangssleutel maken
console-confirm-first = Wil je nog een sleutel maken? Bevestig dan eerst met de sleutel die je hebt.
console-confirm-button = Bevestigen met toegangssleutel
console-sessions-title = Waar je ingelogd bent
console-sessions-how = Na een half uur zonder te klikken word je uitgelogd, en altijd na twaalf uur. Herken je iets niet? Beëindig het.
console-session-line = Sinds { $began }, laatst gezien { $seen }.
console-session-this = Dit is deze browser.
console-session-end = Beëindigen
console-session-end-which = Beëindig de sessie van { $moment }
console-mydata-title = Mijn gegevens
console-mydata = Met /mijngegevens in Telegram zie je alles wat we van je bewaren. Met /verwijder wis je alles, ook je toegangssleutels.

console-refused-title = Dit kan nu niet
rejected-fresh-passkey = Bevestig dit met je toegangssleutel. Open de pagina opnieuw en probeer het nog eens; er is niets veranderd.
rejected-enrolment = De toegangssleutel is niet gemaakt. Misschien heb je hem al. Ga terug naar je account en probeer het nog eens.
console-error-title-409 = Iemand was je voor
console-error-409 = Wat je wilde veranderen is intussen veranderd. Open de pagina opnieuw om te zien hoe het nu is.
console-error-title-429 = Even wachten
console-error-429 = Er kwamen te veel aanvragen achter elkaar. Wacht een paar minuten en probeer het opnieuw. Nood? Bel 112.

console-link =
    <b>Inloggen in de browser</b>

    Open deze link op de computer waar je wilt werken, en maak daar een toegangssleutel: { $link }

    De link is alleen voor jou. Hij werkt één keer, tot { $until }.
console-off = Wees Alert is hier alleen in Telegram te gebruiken: er is geen webadres ingesteld.
not-allowed-console = Inloggen in de browser kan alleen met een rol, bijvoorbeeld als politie of stadsmarinier.
menu-console = Inloggen in de browser
limit-console-links = Je hebt veel links gevraagd. Over { $minutes } minuten kan het weer. De laatste link werkt nog, als je hem niet gebruikte.
limit-console-links-hours = Je hebt veel links gevraagd. Over { $hours } uur kan het weer. De laatste link werkt nog, als je hem niet gebruikte.
limit-sign-ins = Inloggen is te vaak mislukt. Over { $minutes } minuten kun je het weer proberen.
limit-sign-ins-hours = Inloggen is te vaak mislukt. Over { $hours } uur kun je het weer proberen.
limit-passkeys = Je hebt al { $most } toegangssleutels. Verwijder er eerst een.

console-approvals-title = Goedkeuren
console-approvals-back = Alles wat op akkoord wacht
console-approval-line = { $number }: { $kind }, { $place }
console-approval-title = Bericht { $number }
console-approval-notice = Zo komt het bericht aan
console-approval-grounds = Op welke grondslag mag dit gedeeld worden?
console-approval-confirm = Je browser vraagt om je toegangssleutel. Daarna wordt het bericht verstuurd.
console-wrong = Er klopt iets niet.
console-comment-ready = Waarom?
console-comment-own = Ik schrijf het zelf
console-comment-typed = Je eigen woorden (de opsteller leest ze)

console-today-title = Vandaag
console-today-none = Er wacht niets op je.
console-today-reports = { $count ->
        [one] 1 melding die niemand heeft opgepakt, { $duration } geleden gestuurd.
       *[other] { $count } meldingen die niemand heeft opgepakt, de eerste { $duration } geleden gestuurd.
    }
console-today-signups = { $count ->
        [one] 1 zaak die op verificatie wacht.
       *[other] { $count } zaken die op verificatie wachten.
    }
