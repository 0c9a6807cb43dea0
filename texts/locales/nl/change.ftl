# Wijzigen wat al verstuurd is: corrigeren, beëindigen, intrekken.

form-correction = een wijziging van een bericht
form-extension = het verlengen van een bericht
form-closing = het einde of het intrekken van een bericht

change-update = Aanvullen
change-correct = Corrigeren
change-extend = Verlengen
change-allclear = Einde alert
change-retract = Intrekken
change-reaches = { $count ->
        [0] Niemand heeft het bericht gekregen.
        [one] Het gaat naar 1 ontvanger: wie het bericht kreeg.
       *[other] Het gaat naar alle { $count } ontvangers van het bericht, de dichtstbijzijnde eerst.
    }
change-goes-correction = De correctie op <b>{ $number }</b> gaat nu naar { $count ->
        [one] 1 ontvanger
       *[other] { $count } ontvangers
    }.
change-goes-update = De aanvulling op <b>{ $number }</b> gaat nu naar { $count ->
        [one] 1 ontvanger
       *[other] { $count } ontvangers
    }.
change-goes-extension = Bericht <b>{ $number }</b> is verlengd. { $count ->
        [0] Niemand had het gekregen.
        [one] De enige ontvanger krijgt het te horen.
       *[other] Alle { $count } ontvangers krijgen het te horen.
    }
update-ask = <b>Wat is er nieuw?</b>
    Typ alleen wat erbij komt. Het staat straks bovenaan, als aanvulling.
extension-ask = <b>Bericht { $number } verlengen</b>
    Het geldt nu tot { $until }. Hoeveel langer? Kies, of typ tot wanneer (18:00, of 5-12 18:00).
extension-6 = 6 uur langer
extension-24 = 1 dag langer
extension-72 = 3 dagen langer
extension-168 = 1 week langer
change-returned = Je wijziging van bericht <b>{ $number }</b> is teruggegeven: er moet nog iets anders. Tot die tijd blijft het bericht zoals het is.
change-rejected = Je wijziging van bericht <b>{ $number }</b> is afgewezen. Het bericht blijft zoals het is.
change-overtaken = Over { $kind ->
        [correction] je correctie van bericht <b>{ $number }</b>
        [update] je aanvulling op bericht <b>{ $number }</b>
        [extension] je voorstel om bericht <b>{ $number }</b> te verlengen
        [all_clear] je voorstel om bericht <b>{ $number }</b> te beëindigen
       *[retraction] je voorstel om bericht <b>{ $number }</b> in te trekken
    } is niet beslist. { $state ->
        [live] Er is intussen iets anders gewijzigd of gevraagd.
        [ended] Het bericht is al afgelopen. Intrekken kan nog wel.
       *[retracted] Het bericht is al ingetrokken.
    }
changed-correction = Bericht <b>{ $number }</b> is gecorrigeerd, met akkoord van een collega ({ $who }).
changed-update = Bericht <b>{ $number }</b> is aangevuld, met akkoord van een collega ({ $who }).
changed-extension = Bericht <b>{ $number }</b> is verlengd door een collega ({ $who }). Wie het kreeg, krijgt dat te horen.
changed-all_clear = Bericht <b>{ $number }</b> is beëindigd door een collega ({ $who }). Wie het kreeg, krijgt dat te horen.
changed-retraction = Bericht <b>{ $number }</b> is ingetrokken door een collega ({ $who }). Wie het kreeg, krijgt dat te horen.

alert-ends-soon = Bericht <b>{ $number }</b> loopt af: het geldt tot { $until }.
    Is het nog nodig? Verleng het dan. Doe je niets, dan loopt het vanzelf af.
running-none = Er loopt nu geen bericht in jouw werkgebied.
running-waits = Er wacht een wijziging op akkoord.

change-above-correction = Hierboven staat de correctie zoals die aankomt, als antwoord op het eerdere bericht.
change-above-update = Hierboven staat de aanvulling zoals die aankomt, als antwoord op het eerdere bericht.
change-above-extension = Hierboven staat het verlengde bericht zoals het aankomt, als antwoord op het eerdere bericht.
correction-fixed = Plaats, bereik, branches, groep en TLP liggen vast. Klopt daar iets niet? Trek het bericht dan in en maak een nieuw bericht.
correction-cancelled = Gestopt. Het bericht blijft zoals het is.

closing-ask-all_clear = <b>Bericht { $number } beëindigen</b>
    Kies wat je erbij zegt, of typ zelf één zin. Noem niets over verdachten.
closing-everywhere = Let op: je trekt het overal in, voor iedereen die het kreeg, ook buiten jouw gebied.
closing-ask-retraction = <b>Bericht { $number } intrekken</b>
    Waarom? Kies, of typ zelf een reden. Ontvangers lezen die ook. De tekst van het bericht verdwijnt bij iedereen.
closing-at-once = Na je keuze gaat het meteen weg.
closing-needs-approval = Na je keuze moet de politie eerst akkoord geven.
closing-goes-all_clear = Bericht <b>{ $number }</b> is beëindigd. { $count ->
        [0] Niemand had het gekregen.
        [one] De enige ontvanger krijgt het te horen.
       *[other] Alle { $count } ontvangers krijgen het te horen.
    }
closing-goes-retraction = Bericht <b>{ $number }</b> is ingetrokken. { $count ->
        [0] Niemand had het gekregen.
        [one] De enige ontvanger krijgt het te horen. De tekst van het bericht verdwijnt.
       *[other] Alle { $count } ontvangers krijgen het te horen. De tekst van het bericht verdwijnt.
    }
choice-all_clear-none = Zonder toelichting
choice-all_clear-arrest = Er is iemand aangehouden
choice-all_clear-no_danger = Er is geen gevaar meer
choice-retraction-place = Verkeerde plaats
choice-retraction-facts = Het klopt niet
choice-retraction-mistake = Per ongeluk verstuurd

alert-correction = <b>GEWIJZIGD:</b> { $changes }. Het vorige bericht geldt niet meer.
alert-update = <b>AANVULLING:</b> { $changes }.
alert-update-words = <b>AANVULLING</b> op het bericht hierboven.
alert-extension = <b>VERLENGD:</b> { $changes }. Verder is er niets veranderd.
alert-replaced = Bericht <b>{ $number }</b>: deze tekst is vervangen door een nieuwere.
changed-severity = { $severity ->
        [P1] nu acuut
        [P2] nu een waarschuwing
        [P3] nu een patroon
       *[P4] nu ter informatie
    }
changed-when = het was { $moment }
changed-no-time = tijd niet bekend
changed-until = geldt tot { $moment }
changed-what = de tekst
changed-more = en meer
group-correction = <b>GEWIJZIGD.</b>
group-update = <b>AANVULLING.</b>
group-extension = <b>VERLENGD.</b>
alert-changed-unread = Bericht <b>{ $number }</b> is gewijzigd. Wat je ervan hebt, is niet meer de laatste tekst. De nieuwe tekst krijg je niet: je rol is geëindigd.
alert-removed = Bericht <b>{ $number }</b> is ingetrokken. Negeer het.
closing-all_clear = <b>EINDE ALERT: { $kind }</b>
    Dit bericht geldt niet meer.
closing-retraction = <b>INGETROKKEN: { $kind }</b>
    Negeer het eerdere bericht.
closing-number = { $number } ({ $tlp })
note-all_clear-none = { "" }
note-all_clear-arrest = De politie heeft iemand aangehouden.
note-all_clear-no_danger = Er is geen gevaar meer.
note-retraction-place = De plaats klopte niet.
note-retraction-facts = Wat erin stond, klopte niet.
note-retraction-mistake = Het is per ongeluk verstuurd.
note-typed = { $note }

approval-correction = <b>Ter goedkeuring: een correctie.</b> { $count ->
        [one] Die gaat naar 1 ontvanger.
       *[other] Die gaat naar { $count } ontvangers.
    }
approval-update = <b>Ter goedkeuring: een aanvulling.</b> { $count ->
        [one] Die gaat naar 1 ontvanger.
       *[other] Die gaat naar { $count } ontvangers.
    }
approval-extension = <b>Ter goedkeuring: een bericht verlengen.</b> { $count ->
        [one] Dat gaat naar 1 ontvanger.
       *[other] Dat gaat naar { $count } ontvangers.
    }
approval-all_clear = <b>Ter goedkeuring: het einde van een bericht.</b> { $count ->
        [one] Dat gaat naar 1 ontvanger.
       *[other] Dat gaat naar { $count } ontvangers.
    }
approval-retraction = <b>Ter goedkeuring: een bericht intrekken.</b> { $count ->
        [one] Dat gaat naar 1 ontvanger.
       *[other] Dat gaat naar { $count } ontvangers.
    }
decision-ask-change-returned = <b>Wat moet er anders aan deze wijziging van bericht { $number }?</b>
    Kies, of typ het zelf. Wie erom vroeg, leest het. Het bericht zelf blijft zoals het is.
decision-ask-change-rejected = <b>Waarom gaat deze wijziging van bericht { $number } niet door?</b>
    Kies, of typ het zelf. Wie erom vroeg, leest het. Het bericht zelf blijft zoals het is.
decision-change-returned = De wijziging van bericht <b>{ $number }</b> is met je opmerking terug bij wie erom vroeg.
decision-change-rejected = De wijziging van bericht <b>{ $number }</b> is afgewezen. Wie erom vroeg, hoort waarom.
number-correction = { $number } (correctie)
number-update = { $number } (aanvulling)
number-extension = { $number } (verlenging)
number-all_clear = { $number } (einde)
number-retraction = { $number } (intrekking)
settled-change-overtaken = Over de wijziging van bericht <b>{ $number }</b> hoeft niemand meer te beslissen: het bericht is afgelopen, of er is iets anders gevraagd, { $moment }.
late-change-overtaken = Dit hoeft niet meer: het bericht is afgelopen, of er is iets anders gevraagd.

text-extension-earlier = Dat is niet later dan het einde dat er nu staat. Kies een later moment.
too-late-alert-changed = Het bericht is intussen gewijzigd. Kijk met /lopend hoe het nu luidt en begin opnieuw.
rejected-nothing-changed = Er is nog niets gewijzigd. Tik op “Iets wijzigen”.
too-late-change = Dit kan niet meer: het bericht loopt niet meer.
