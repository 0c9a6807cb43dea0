# Wanneer berichten komen: per ernst, en het dagbericht.

moments-title = <b>Wanneer wat komt</b>
moments-P1 = Een overval die net is gebeurd: altijd meteen.
moments-P1-quiet = Een overval die net is gebeurd: meteen, maar niet in je stille uren.
moments-P2 = Een waarschuwing voor jouw zaak: meteen.
moments-P2-opening = Een waarschuwing voor jouw zaak: als je zaak open is.
moments-rest-single = { $which }: elk bericht los.
moments-rest-off = { $which }: uit.
moments-rest-digest = { $which }: één bericht per dag, om { $hour } uur{ $most ->
    [0] { "" }
   *[other] {" "}(de eerste { $most } komen los)
}.
moments-which-P3 = Patronen
moments-which-P4 = Informatie
moments-what = ’s Nachts komt alles stil. Wat intussen voorbij is, krijg je niet meer. Met /actueel lees je altijd alles.
moments-no-hours = Ik weet nog niet wanneer je open bent. Vertel het bij je zaak in /mijn. Tot die tijd komt alles meteen.
moments-P2-wait = Waarschuwing pas als ik open ben
moments-P2-at-once = Waarschuwing meteen
moments-digest = Eén bericht om { $hour } uur
moments-single = Elk bericht los
moments-most = { $most ->
    [0] Niets los
    [1] De eerste los
   *[other] De eerste { $most } los
}
reason-closed = zaak is dicht
reason-digest = komt in het dagbericht
reason-digested = stond in het dagbericht
digest-head = <b>Je berichten van vandaag</b>
digest-line = { $urgency } { $kind }, { $place } ({ $number }): <a href="{ $link }">lees het</a>
digest-more = { $count ->
    [one] En nog 1: /actueel.
   *[other] En nog { $count }: /actueel.
}
digest-over = Wat er was, is al voorbij.
objections = Wat kreeg ik niet?
objections-title = <b>Wat je de laatste 7 dagen niet kreeg</b>
objections-none = Alles wat voor jou was, is gekomen.
objections-dropped = { $moment }, bericht { $number }: kwam niet. { $reason }
objections-waits = { $moment }, bericht { $number }: wacht nog. { $reason }
objections-more = Er was nog meer; dit is het nieuwste.
objections-how = Met /actueel lees je alles wat nu loopt.
objection-muted = Je hebt dit soort berichten uitstaan.
objection-paused = Je had pauze.
objection-quiet = Het waren je stille uren.
objection-closed = Je zaak was dicht.
objection-digest = Het komt in je dagbericht.
objection-digested = Het stond in je dagbericht.
objection-expired = Het kon niet meer op tijd komen.
objection-ended = Het was al voorbij.
objection-retracted = Het was al ingetrokken.
objection-unreachable = Ik kon je niet bereiken, of je was gestopt.
objection-not-meant = Het was niet meer voor jouw zaak of rol.
objection-replaced = Er kwam een correctie voor in de plaats.
objection-stopped = De beheerder stopte het versturen.
objection-other = Er kwam iets tussen.
