# Elk half jaar: klopt het nog?

attest-question = <b>Klopt dit nog?</b>
attest-reminder = <b>Klopt dit nog?</b> Je hebt hier nog niet op geantwoord. Zonder antwoord vervalt over twee weken de verificatie.
attest-why = Elk half jaar vraag ik dit, zodat berichten alleen komen bij wie ze aangaan.
attest-yes = Ja, dit klopt
attest-no = Er is iets veranderd
attest-thanks = Dank je. Over een half jaar vraag ik het weer.
attest-changed = De gegevens van deze zaak zijn net gewijzigd. Kijk nog eens goed en tik dan opnieuw.
attest-change = Is er iets veranderd? Pas het hieronder aan: dan kijkt een coördinator opnieuw naar je zaak. Klopt alles toch nog, tik dan op Ja, dit klopt.
attest-lapsed = De verificatie van <b>{ $name }</b> is vervallen: op de vraag of alles nog klopt, kwam twee keer geen antwoord.
attest-lapsed-colleague = Is wie de zaak beheert er niet meer? Vraag een coördinator van politie of gemeente om een nieuwe uitnodiging: wie daar het eerst mee komt, beheert de zaak.
signup-lapsed = <b>Verificatie vervallen</b>: deze zaak heeft twee keer niet bevestigd dat de gegevens nog kloppen.
too-late-attest-done = Dit is al bevestigd. Dank je.
too-late-attest-lapsed = De verificatie is vervallen. Een coördinator kijkt opnieuw naar je zaak.
