# Twee weken na een melding: ben je goed geholpen?

feedback-question = Twee weken geleden is je melding <b>{ $number }</b> gesloten: { $outcome }.
    <b>Ben je goed geholpen?</b>
feedback-open = Je melding <b>{ $number }</b> is weer open.
feedback-yes = Ja
feedback-no = Nee
feedback-thanks = Fijn dat je met melding <b>{ $number }</b> goed geholpen bent. Dank je voor je antwoord.
feedback-why = Jammer dat je met melding <b>{ $number }</b> niet goed geholpen bent. Wat ging er niet goed?
feedback-why-unheard = Ik hoorde niets, of te laat
feedback-why-nothing_done = Er is niets gedaan
feedback-why-wrong_outcome = De uitkomst klopt niet
feedback-why-still_going_on = Het gaat nog door
feedback-why-other = Iets anders
feedback-noted = Dank je. We tellen mee wat er bij melding <b>{ $number }</b> niet goed ging. Moet er toch nog naar gekeken worden? Dan kun je de melding een week lang opnieuw openen. Gebeurt het nu? Bel <b>112</b>.
feedback-reopen = Open mijn melding opnieuw
feedback-reopened = Je melding <b>{ $number }</b> is weer open. Politie of stadsmarinier kijkt er opnieuw naar, en je hoort wat ervan wordt.
too-late-feedback-answered = Je hebt hier al op geantwoord.
too-late-feedback-reopen = Deze melding kun je niet meer opnieuw openen. Is er iets nieuws? Typ /melding.
report-contested = Wie melding <b>{ $number }</b> deed, is niet goed geholpen: { $why }. De melding is daarom weer open.
