# De vraag aan wie iets meldde, en het antwoord daarop.

form-question = de vraag aan wie het meldde
report-ask = Vraag de melder iets
report-ask-question = <b>Wat wil je weten van wie { $number } meldde?</b>
    Typ één vraag; je kunt er één stellen. Geen namen, kentekens, telefoonnummers of bedragen.
report-question-sent = Je vraag over melding <b>{ $number }</b> is gestuurd. Je krijgt het antwoord hier. Tot dan staat de klok van de melding stil, ten hoogste 24 uur.
reports-filter-asked = Vraag gesteld
report-asker = wie je melding behandelt
report-question = <b>Vraag over je melding { $number }</b>, van: { $who }
    “{ $text }”
report-answer = Antwoorden
report-unknown = Weet ik niet
report-answer-about = Antwoorden over { $number }

form-answer = je antwoord op een vraag
report-ask-answer = <b>Wat is je antwoord?</b> De vraag over { $number }: “{ $text }”
    Typ één regel. Geen namen, kentekens, telefoonnummers of bedragen.
report-answer-sent = Je antwoord over melding <b>{ $number }</b> is doorgegeven. Dank je.
report-answered = <b>Antwoord op de vraag over melding { $number }:</b> “{ $text }”
report-answer-unknown = weet het niet
report-line-older = <i>Wat daarvoor is aangevuld, past hier niet. In de console staat alles bij de melding.</i>
report-line-asked = <b>Vraag, { $moment }:</b> { $value }
report-line-answered = <b>Antwoord, { $moment }:</b> { $value }
report-standing-asked-now = Opgepakt door: { $who }. Er staat een vraag uit bij de melder.
report-standing-asked-late = Opgepakt door: { $who }. De melder heeft na een dag nog niet geantwoord.
my-report-asked = Opgepakt door: { $who }. Er wacht een vraag op je antwoord.

typed-asked = <b>Is dit je antwoord op de vraag over je melding { $number }?</b>
typed-answer = Ja, stuur dit antwoord
