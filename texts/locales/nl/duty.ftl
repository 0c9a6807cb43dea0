# De klok van een melding: wat er gebeurt als niemand haar oppakt.

report-line-passed_to_next = <b>Doorgegeven, { $moment }:</b> niemand pakte deze melding op. Nu ook bij de volgende op het rooster.
report-line-passed_to_all = <b>Doorgegeven, { $moment }:</b> niemand pakte deze melding op. Nu bij iedereen van dit gebied.
report-line-sent_again = <b>Nog eens verstuurd, { $moment }:</b> niemand pakte deze melding op.
report-untaken =
    <b>Niemand pakt { $number } op</b> · { $kind }
    Deze melding wacht al { $waited }. Iedereen van dit gebied krijgt dit nu. Pak jij haar op?
report-untaken-over = Melding { $number } wacht niet meer. { $standing }

audit-report-passed_to_next = gaf melding { $about }, die niemand oppakte, door aan de volgende op het rooster
audit-report-passed_to_all = gaf melding { $about }, die niemand oppakte, door aan iedereen van het gebied
audit-report-sent_again = verstuurde melding { $about }, die niemand oppakte, nog eens

# Het rooster: wie wanneer dienst heeft.

menu-roster = Bekijk en wijzig wie dienst heeft
roster-which = <b>Welk rooster?</b>
roster-none =
    <b>Er is nog geen rooster.</b>
    Zonder rooster krijgt iedereen van het gebied elke melding meteen. Met een rooster krijgt wie dienst heeft haar eerst.
roster-open = { $scope }
roster-begin = Begin een rooster voor { $scope }
roster-title = <b>Rooster voor { $scope }</b>, week van { $first }
roster-empty = In deze week staat nog geen dienst.
roster-weekday-0 = ma
roster-weekday-1 = di
roster-weekday-2 = wo
roster-weekday-3 = do
roster-weekday-4 = vr
roster-weekday-5 = za
roster-weekday-6 = zo
roster-day = { $weekday } { $day } { $month }
roster-day-title = <b>{ $day }</b>
roster-line = { $hours } { $who }
roster-you = jij
roster-with-deputy = { $who }, daarna { $deputy }
roster-changed = { $who } (gewijzigd)
roster-gone = { $who } (kan deze meldingen niet meer krijgen)
roster-cancelled = vervalt
roster-span = { $day } { $begins } tot { $end_day } { $ends }
roster-span-day = { $day } { $begins }–{ $ends }
roster-fault = ⚠️ { $fault }
roster-gap = Niemand heeft dienst: { $when }
roster-gap-more = En nog { $count } keer heeft niemand dienst.
roster-double = Twee diensten tegelijk: { $when }
roster-double-more = En nog { $count } keer zijn er twee diensten tegelijk.
roster-gap-means = Heeft niemand dienst, dan krijgt iedereen van dit gebied de meldingen.
roster-earlier = ‹ Week eerder
roster-later = Week later ›
roster-add = Dienst toevoegen
roster-change = Ruilen, overdragen of laten vervallen
roster-others = Andere roosters
roster-feed = Mijn diensten in mijn agenda
roster-feed-link =
    <b>Je diensten in je agenda</b>
    Voeg deze link toe in je agenda-app, als abonnement:
    <code>{ $link }</code>
    De link is geheim: wie hem heeft, ziet wanneer jij dienst hebt. Namen staan er niet in. Een eerdere link werkt niet meer.
roster-feed-end = Trek de link in
roster-feed-ended = De link naar je diensten werkt niet meer.
roster-got = <b>Je hebt dienst:</b> { $when }. Een collega zette dit op het rooster. Klopt het niet? Kijk met /rooster.
roster-got-every = <b>Je hebt dienst:</b> { $when }, en daarna { $rhythm }. Een collega zette dit op het rooster. Klopt het niet? Kijk met /rooster.
roster-lost = <b>Je hebt geen dienst meer:</b> { $when }. Een collega wijzigde het rooster. Klopt het niet? Kijk met /rooster.
roster-lost-every = <b>Je hebt geen dienst meer:</b> { $when }, en ook daarna niet. Een collega wijzigde het rooster. Klopt het niet? Kijk met /rooster.

form-shift = de nieuwe dienst
form-shift-change = de wijziging van een dienst
shift-ask-day = <b>Op welke dag begint de dienst?</b> Tik, of typ de datum, zoals 24-12.
shift-ask-times = <b>{ $day }: van wanneer tot wanneer?</b> Tik, of typ de tijden, zoals 9:00-17:30. Eindigt de dienst niet later dan hij begint, dan eindigt hij de dag erna.
shift-times = { $begins }–{ $ends }
shift-whole-day = De hele dag (24 uur)
shift-ask-member = <b>Wie heeft dan dienst?</b> Staat iemand er niet bij? Typ het nummer.
shift-ask-deputy = <b>Wie is daarna aan de beurt?</b> Die krijgt een melding die niet wordt opgepakt.
shift-no-deputy = Niemand
shift-ask-rhythm = <b>Hoe vaak?</b>
shift-every-0 = Alleen die dag
shift-every-1 = Elke week
shift-every-2 = Om de twee weken
shift-every-3 = Om de drie weken
shift-every-4 = Om de vier weken
shift-people = Die persoon kan niet op dit rooster: het moet iemand zijn die de meldingen van dit hele gebied mag zien en te bereiken is.
shift-deputy = Niemand kan na zichzelf aan de beurt zijn. Kies iemand anders.
shift-rhythm = Dat kan niet. Kies hoe vaak de dienst terugkomt.
shift-day = Die dag kan niet: hij is voorbij, of ligt meer dan een jaar vooruit.
shift-last = De laatste dag ligt voor de eerste.
shift-swap = Deze twee diensten kun je niet ruilen.
shift-none-there = Op die dag is er geen dienst die nog komt.
text-no-day = Dat is geen dag. Typ bijvoorbeeld 24-12.
text-no-times = Dat zijn geen tijden. Typ bijvoorbeeld 9:00-17:30.
change-ask-day = <b>Op welke dag is de dienst?</b> Tik, of typ de datum, zoals 24-12.
change-ask-shift = <b>Welke dienst?</b>
change-shift = { $when }: { $who }
change-ask-what = <b>{ $when }: { $who }</b>
    Wat wil je met deze dienst?
change-what-hand_over = Iemand anders heeft hem dan
change-what-exchange = Ruilen met een andere dienst
change-what-cancel = Vervalt op deze dag
change-what-restore = Toch zoals gewoonlijk
change-what-end = Stopt, vanaf deze dag
change-end-once = Haal deze dienst weg
change-ask-member = <b>Wie heeft deze dienst dan?</b> Staat iemand er niet bij? Typ het nummer.
change-nobody-else = Er is niemand anders die op dit rooster kan.
change-ask-other = <b>Met welke dienst ruil je?</b>
change-nothing-else = Er is de komende vijf weken geen dienst van iemand anders. Ga terug en kies iets anders.

audit-roster-begun = begon een rooster ({ $about })
audit-roster-shift_added = zette een dienst op rooster { $about }
audit-roster-shift_ended = beëindigde een dienst op rooster { $about }
audit-roster-shift_given = gaf een dienst op rooster { $about } aan iemand anders
audit-roster-shift_cancelled = liet een dienst op rooster { $about } vervallen
audit-roster-feed_made = maakte een geheime link naar de eigen diensten
audit-roster-feed_ended = trok de geheime link naar de eigen diensten in

# De wachttijd van meldingen, per gemeente.

admin-wait = Wachttijd van meldingen
admin-waits-title = <b>Pakt niemand een melding op, dan gaat ze door:</b>
admin-wait-robbery = { $count ->
        [0] Overval of poging: meteen naar iedereen
        [one] Overval of poging: na { $count } minuut
       *[other] Overval of poging: na { $count } minuten
    }
admin-wait-recent_scout = { $count ->
        [0] Verkenning in het laatste uur: meteen naar iedereen
        [one] Verkenning in het laatste uur: na { $count } minuut
       *[other] Verkenning in het laatste uur: na { $count } minuten
    }
admin-wait-rest = { $count ->
        [0] De rest: meteen naar iedereen
        [one] De rest: na { $count } minuut
       *[other] De rest: na { $count } minuten
    }
form-report-wait = de wachttijd van meldingen
report-wait-ask = <b>De wachttijd van welke meldingen?</b>
report-wait-robbery = Overval of poging
report-wait-recent_scout = Verkenning in het laatste uur
report-wait-rest = De rest
report-wait-minutes = <b>{ $which }: na hoeveel minuten gaat een melding door?</b> Tik, of typ een getal tot 1440. Bij 0 krijgt iedereen van het gebied haar meteen.
text-no-minutes = Dat is geen aantal minuten van 0 tot en met 1440.
report-wait-choice = { $count ->
        [0] meteen
       *[other] { $count } min
    }
