# Een overval: wat je doet terwijl die bezig is, en in het eerste uur erna (docs/domain.md §4).

menu-robbery = Overval: wat je nu moet doen
robbery-button = Overval: wat nu?
robbery-now =
    <b>Bel 112 zodra dat veilig kan.</b>
    RAAK: rustig blijven, accepteren, afgeven, kijken.
    Op de alarmknop gedrukt? Bel toch 112: de alarmcentrale controleert eerst.
    Druk hier als je veilig bent.
robbery-safe = Ik ben veilig
robbery-safe-first =
    <b>Goed dat je veilig bent.</b>
    Is 112 al gebeld? Zo niet: bel nu.
    Doe de deur dicht. Laat niemand meer binnen.
    Lukt het? Meld het hieronder met één tik.
robbery-safe-stranger =
    <b>Goed dat je veilig bent.</b>
    Is 112 al gebeld? Zo niet: bel nu.
    Doe de deur dicht. Laat niemand meer binnen.
    Lukt het? Ga hieronder verder.
robbery-safe-shops =
    <b>Goed dat je veilig bent.</b>
    Is 112 al gebeld? Zo niet: bel nu.
    Doe de deur dicht. Laat niemand meer binnen.
    Waar was het? Tik op de zaak: dan is het gemeld.
robbery-report = Meld de overval
robbery-report-at = Overval in: { $shop }

first-hour-title = Het eerste uur, stap voor stap
first-hour-step = <b>Het eerste uur: stap { $step } van { $steps }</b>
first-hour-all = <b>Het eerste uur</b>
first-hour-next = Volgende stap
first-hour-show-all = Alles in één keer
first-hour-1 = Doe de deuren dicht. Laat niemand binnen.
first-hour-2 = Bel 112: straat en huisnummer, gewonden, wapens, waarheen en waarmee ze vluchtten.
first-hour-3 = Help wie gewond is.
first-hour-4 = Raak niets aan: niet de kassa, de kluis of de deur.
first-hour-5 = Vraag klanten te wachten. Kan dat niet? Schrijf naam en nummer op voor de politie.
first-hour-6 = Laat ieder apart opschrijven wat die zag. Niet wat je denkt.
first-hour-7 = Bewaar de camerabeelden voor de politie. Deel ze met niemand anders.
first-hour-8 = Praat niet met de pers. Noem geen bedrag.
first-hour-9 = Bel thuis.
first-hour-10 = Laat niemand alleen naar huis gaan. Bel Slachtofferhulp: 0900-0101.
first-hour-end = Aangifte doe je bij de politie. Een afspraak maak je via 0900-8844.
