# De webomgeving in de browser.

console-name = Wees Alert
console-skip = Naar de inhoud
console-language-nl = Nederlands
console-language-en = English
console-emergency = <b>Gevaar? Bel 112.</b> Dit is geen alarmnummer.

console-front-title = Wees Alert in de browser
console-front-what = Wees Alert waarschuwt ondernemers voor overvallen en voorverkenningen. Melden, berichten lezen en berichten maken doe je in Telegram.
console-front-open = Open @{ $name } in Telegram
console-front-kept-title = Wat deze pagina bewaart
console-front-kept = Je browser bewaart de taal die je kiest en een code die formulieren beschermt. Verder bewaren we niets van je bezoek.

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
