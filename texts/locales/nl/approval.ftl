# Goedkeuren, teruggeven en afwijzen: voor wie akkoord geeft, en voor wie erom vroeg.

approvals-none = Er wacht niets op je akkoord.
approvals-more = { $count ->
        [one] Er wacht er nog 1. Die zie je met /goedkeuren zodra je hierover hebt beslist.
       *[other] Er wachten er nog { $count }. Die zie je met /goedkeuren zodra je hierover hebt beslist.
    }
approval-waits = <b>Wachttijd: { $duration }.</b>
approval-reminded = Herinnering verstuurd: { $moment }.
approval-head = <b>Ter goedkeuring.</b> { $count ->
        [0] Op dit moment is er niemand die het krijgt.
        [one] Het gaat naar 1 ontvanger.
       *[other] Het gaat naar { $count } ontvangers.
    }
approval-author = Opgesteld door een collega ({ $who }). Zo komt het aan:
approval-author-ended = <b>Let op:</b> wie dit opstelde, heeft die rol niet meer.
approval-asked = Gevraagd: { $moment }.
approval-reminder = <b>Herinnering.</b> Hierover heeft nog niemand beslist.
approval-deputy = <b>Je bent vervanger.</b> Je collega’s hebben nog niet gereageerd. Wil jij beslissen?
approval-approve = Akkoord, versturen
approval-return = Terug met opmerking
approval-reject = Afwijzen
approval-approved = { $recipients ->
        [0] Akkoord gegeven. Op dit moment is er niemand die het krijgt.
        [one] Akkoord gegeven. Het gaat nu naar 1 ontvanger.
       *[other] Akkoord gegeven. Het gaat nu naar { $recipients } ontvangers.
    }
approval-comment = Opmerking ({ $who }): “{ $comment }”

form-decision = je opmerking bij een bericht
decision-ask-returned = <b>Wat moet er anders aan bericht { $number }?</b>
    Kies, of typ het zelf. De opsteller leest het, past het bericht aan en vraagt opnieuw akkoord.
decision-ask-rejected = <b>Waarom gaat bericht { $number } niet door?</b>
    Kies, of typ het zelf. De opsteller leest het. Het bericht wordt niet verstuurd.
decision-returned = Bericht <b>{ $number }</b> is met je opmerking terug bij de opsteller.
decision-rejected = Bericht <b>{ $number }</b> is afgewezen. De opsteller hoort waarom.
comment-returned-where_when = Plaats of tijd klopt niet
comment-returned-details = Te veel details
comment-returned-shorter = Graag korter
comment-returned-reach = Te veel ontvangers of te ver
comment-returned-call = Bel me hier even over
comment-rejected-known = Is al bekend
comment-rejected-no_danger = Geen gevaar voor ondernemers
comment-rejected-inquiry = Kan een onderzoek schaden

settled-approved = Bericht <b>{ $number }</b> is goedgekeurd door { $by }, { $moment }. Het is verstuurd.
settled-returned = Bericht <b>{ $number }</b> is teruggegeven door { $by }, { $moment }.
settled-rejected = Bericht <b>{ $number }</b> is afgewezen door { $by }, { $moment }.
settled-withdrawn = De opsteller heeft bericht <b>{ $number }</b> ingetrokken, { $moment }.
settled-overtaken = De eindtijd van bericht <b>{ $number }</b> ging voorbij zonder akkoord, { $moment }.
settled-again = Daarna is opnieuw akkoord gevraagd. Met /goedkeuren zie je hoe het er nu voor staat.
by-you = jou
by-colleague = een collega ({ $who })
late-approved = Al goedgekeurd door { $by }.
late-returned = Al teruggegeven door { $by }.
late-rejected = Al afgewezen door { $by }.
late-withdrawn = De opsteller heeft dit bericht ingetrokken.
late-overtaken = De eindtijd van dit bericht is voorbij. Het staat weer bij de concepten van de opsteller.

returned-notice = Je bericht <b>{ $number }</b> is teruggegeven: er moet nog iets anders.
returned-how = Het staat weer bij je concepten. Pas het aan en vraag opnieuw akkoord; je hoeft niets opnieuw te typen.
rejected-notice = Je bericht <b>{ $number }</b> is afgewezen en wordt niet verstuurd.
rejected-how = Je tekst is niet weg: je kunt er een nieuw concept mee beginnen.
overtaken-notice = De eindtijd van je bericht <b>{ $number }</b> ging voorbij zonder akkoord. Het staat weer bij je concepten. Is het nog nodig? Kies dan een nieuwe eindtijd en vraag opnieuw akkoord.
late-notice = Over je bericht <b>{ $number }</b> heeft nog niemand bij de politie beslist.
late-deputies = De vervanger is nu ook gevraagd.
late-nobody = Er is geen vervanger die gevraagd kan worden.
late-call = Is er gevaar, bel dan <b>112</b>. Bel anders <b>0900-8844</b> en vraag naar de overvalcoördinator.
police-late-call = Is er haast bij? Bel dan zelf een collega die akkoord kan geven.

rejected-comment-needed = Zeg er eerst bij waarom.
too-late-approval = Hierover is al beslist, of het bericht is intussen gewijzigd.
too-late-approval-over = De eindtijd van dit bericht is voorbij. De opsteller moet het eerst aanpassen.
not-allowed-own-alert = Je kunt je eigen bericht niet goedkeuren. Een collega doet dat.

form-line = je vraag of antwoord aan een collega
line-write = Vraag of antwoord
line-answer = Antwoord
line-ask = <b>Wat wil je vragen of zeggen over bericht { $number }?</b>
    Typ het in één of twee zinnen. Je collega ({ $who }) krijgt het meteen en ziet alleen je functie.
line-sent = Verstuurd naar je collega. Het antwoord over bericht <b>{ $number }</b> komt hier.
line-told = Over bericht <b>{ $number }</b> schrijft een collega ({ $who }):
    “{ $line }”
line-gone = Een collega schreef over dit concept, maar dat is niet meer te lezen.
not-allowed-line-role = Dit kan niet meer: een van jullie heeft die rol hier niet meer.
not-allowed-line-away = Je collega is nu niet bereikbaar met de bot. Bel even.
too-late-line = Dit kan niet meer: het concept is opnieuw ingediend, verstuurd of weggegooid.
limit-lines = Je hebt nu veel gevraagd en geantwoord. Over { $minutes } minuten kan het weer. Is er haast bij? Bel even.
