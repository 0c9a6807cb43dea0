# Lopende berichten in de browser.

console-alerts-title = Lopend
console-alerts-back = Alles wat loopt
console-alerts-none = Er loopt nu geen bericht dat je mag lezen. Zodra er een is goedgekeurd, staat het hier.
console-alerts-no-more = Er zijn geen oudere berichten die nog lopen.
console-alerts-first = Terug naar het begin van de lijst
console-alerts-following = Volgende { $most } berichten
console-alert-line = { $number }: { $kind }, { $place }
console-alert-until = Geldt tot
console-alert-left = nog { $duration }
console-alert-what = Wat en waar
console-alert-state = Stand
console-alert-state-live = Loopt
console-alert-state-ended = Afgelopen
console-alert-state-retracted = Ingetrokken
console-alert-label = Voor wie (TLP)

console-running-sent = { $sent ->
        [one] 1 ontvanger heeft het
       *[other] { $sent } ontvangers hebben het
    }
console-running-sending = { $sent ->
        [one] 1 ontvanger heeft het, nog { $waiting } te gaan
       *[other] { $sent } ontvangers hebben het, nog { $waiting } te gaan
    }

console-stop-list = Wordt nog verstuurd
console-stop-waiting = { $count ->
        [one] nog 1 ontvanger
       *[other] nog { $count } ontvangers
    }
console-stop-one = Stop { $number }
console-stop-title = Versturen van { $number } stoppen

console-thread-title = Wat er verstuurd is
console-text-first = Bericht
console-text-correction = Correctie
console-text-update = Aanvulling
console-text-extension = Verlenging
console-text-all_clear = Einde
console-text-retraction = Intrekking

console-counts-title = Wie het kreeg
console-counts-what = Ontvangers nu
console-counts-state = Wat ermee gebeurde
console-counts-count = Aantal
console-count-sent = Verstuurd
console-count-seen = Tikte op Gelezen
console-count-waiting = Nog te versturen
console-count-held = Wacht op het einde van een pauze of van stille uren, of tot een zaak open is
console-count-unknown = Onzeker of het aankwam
console-count-failed = Mislukt: { $reason }
console-count-skipped = Overgeslagen: { $reason }
console-count-chats-sent = Groepschats: verstuurd
console-count-chats-waiting = Groepschats: nog te versturen
console-count-chats-unknown = Groepschats: onzeker of het aankwam
console-count-chats-missed = Groepschats: niet verstuurd
console-count-change-sent = { $kind }: verstuurd
console-count-change-waiting = { $kind }: nog te versturen
console-count-change-unknown = { $kind }: onzeker of het aankwam
console-chart-title = Hoeveel het al hadden, na het versturen
console-chart-after = Na
console-chart-seconds = { $count } seconden
console-chart-now = nu

console-live-sound = Geluid en teller bij een acuut bericht
console-live-acute = Er is een nieuw acuut bericht.
console-live-over = Je bent uitgelogd. Deze pagina wordt niet meer bijgewerkt. Open haar opnieuw om in te loggen.

console-change-title-correction = Bericht { $number } corrigeren
console-change-title-update = Bericht { $number } aanvullen
console-change-title-extension = Bericht { $number } verlengen
console-change-title-all_clear = Bericht { $number } beëindigen
console-change-title-retraction = Bericht { $number } intrekken
console-change-explained-correction = Plaats, bereik, branches, groep en TLP liggen vast. Klopt daar iets niet? Trek het bericht dan in en maak een nieuw bericht.
console-change-explained-update = Zet wat er nieuw is achter de tekst. Wie het bericht kreeg, leest dat bovenaan. Plaats, bereik, branches, groep en TLP liggen vast.
console-change-explained-extension = Kies een later einde. Wie het bericht kreeg, leest tot wanneer het nu geldt. Verder verandert er niets.
console-change-explained-all_clear = Iedereen die het bericht kreeg, leest dat het voorbij is. Kies wat je erbij zegt, of schrijf zelf één zin. Noem niets over verdachten.
console-change-explained-retraction = De tekst van het bericht verdwijnt bij iedereen. Kies waarom, of schrijf het zelf; ontvangers lezen dat ook.
console-change-note-all_clear = Je eigen woorden (ontvangers lezen ze)
console-change-note-retraction = Je eigen reden (ontvangers lezen die)
console-change-preview = Bekijk het voorbeeld
console-change-edit = Terug om iets te wijzigen
console-change-at-once = Het gaat meteen weg. Een collega bekijkt het achteraf.
console-change-confirm = Je browser vraagt om je toegangssleutel. Daarna wordt het verstuurd.
console-change-why-alone = Waarom verstuur je dit alleen?
console-change-reason = Je eigen reden (wie het achteraf bekijkt, leest die)
console-change-nothing = Er is nog niets gewijzigd. Wijzig eerst iets.
console-change-overtaken = Een collega heeft het bericht intussen gewijzigd. Hieronder staat wat er nu is verstuurd. Wat je zelf invulde staat er nog; kijk het na en bekijk het voorbeeld opnieuw.
console-change-newest = Zo is het nu verstuurd
console-change-theirs = Een collega maakte hiervan:
console-change-emptied = (leeg)
console-change-unknown = Niet bekend
console-change-lost = Je kunt het bericht hier niet meer wijzigen. Wat je had geschreven staat hieronder, als je het nog nodig hebt.
text-no-field-moment = Dat is geen datum met een tijd. Vul beide in, bijvoorbeeld 2026-11-24 20:45.
text-choose = Kies een van de mogelijkheden.
console-alert-returned = Je correctie is teruggegeven. Neem haar weer op
console-approval-waits = Wachttijd: { $duration }
