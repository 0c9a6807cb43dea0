# Inloggen via de eigen organisatie (OpenID Connect).

console-provider-title = Of via { $name }
console-provider-how = Kun je inloggen met je account van { $name }? Gebruik dan deze knop.
console-provider-button = Inloggen via { $name }
console-provider-leave-title = Je gaat naar { $name }
console-provider-leave = Ga door naar { $name }
console-provider-leave-words = Zonder JavaScript gaat je tekst niet mee. Ga terug en kopieer hem eerst.
console-provider-words-gone = Zonder JavaScript kwam je tekst niet mee. Er is niets verstuurd.
console-provider-bind-title = Of log voortaan in via { $name }
console-provider-bind-how = Log daar in met je eigen account. Dat account hoort daarna bij jou, en bij niemand anders. De link werkt daarna niet meer.
console-provider-confirm = Voor deze pagina moet je kort geleden zijn ingelogd. Log opnieuw in via { $name }, dan kun je tien minuten verder.
console-provider-confirm-button = Opnieuw inloggen via { $name }
console-provider-again = Terug naar inloggen
console-provider-outcome-failed-title = Inloggen is niet gelukt
console-provider-outcome-failed = Er kwam geen geldig antwoord van { $name }. Begin opnieuw, in deze browser. Lukt het weer niet? Vraag je beheerder om in de log te kijken.
console-provider-outcome-weak-title = Inloggen met één stap is te weinig
console-provider-outcome-weak = { $name } meldt niet dat je met twee stappen inlogde, bijvoorbeeld met een wachtwoord en een app. Dat is hier nodig. Vraag de helpdesk van { $name } om het aan te zetten.
console-provider-outcome-unknown-title = We kennen dit account niet
console-provider-outcome-unknown = Je bent ingelogd bij { $name }, maar dit account hoort hier bij niemand. Er is geen account gemaakt. Typ /console in je privégesprek met de bot, of vraag je beheerder om een link. Open de link, en kies daar voor inloggen via { $name }.
console-provider-outcome-another-title = Dit was een ander account
console-provider-outcome-another = Bij { $name } logde een ander account in dan dat van jou. Er is niets bevestigd. Log bij { $name } uit, en probeer het opnieuw.
console-provider-outcome-down-title = { $name } is nu niet te bereiken
console-provider-outcome-down = Inloggen via { $name } lukt even niet. Probeer het over een minuut opnieuw. Met een toegangssleutel kun je wel inloggen.

console-passkeys-none = Je hebt geen toegangssleutel.
console-identities-title = Je account bij je organisatie
console-identities-how = Hiermee log je in via je organisatie. Verwijder je het, dan kan dat alleen met een nieuwe link weer. Uitloggen geldt alleen hier: bij je organisatie blijf je ingelogd.
console-identity-line = { $issuer }, sinds { $moment }.
console-identity-remove-which = Verwijder het account bij je organisatie van { $moment }
console-person-identities = { $count ->
        [one] 1 account bij de eigen organisatie.
       *[other] { $count } accounts bij de eigen organisatie.
    }
console-person-identities-remove = Koppeling verwijderen
rejected-fresh-sign-in = Log opnieuw in via je organisatie, en doe het dan nog eens. Er is niets veranderd.
rejected-identity-taken = Dit account bij je organisatie hoort al bij iemand anders. Log daar uit, en probeer het opnieuw met je eigen account. Je link werkt nog.
limit-identities = Je hebt al { $most } accounts bij je organisatie gekoppeld. Verwijder er eerst een.
