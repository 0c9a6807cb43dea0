# De proefrun bij het voorbeeld: wat er gebeurt als dit bericht nu uitgaat. De afzender beslist.

dry-run-line = Proefrun: { $told }.{ $looks ->
    [0] { "" }
   *[other] {" "}Kijk nog eens naar de tekst ({ $looks }).
}
dry-run-arrives-sound = { $count } met geluid
dry-run-arrives-silent = { $count } stil
dry-run-held = { $count } nu niet
dry-run-nobody = niemand
dry-run-more = Proefrun en tekst
dry-run-head = <b>Proefrun: als je dit nu verstuurt</b>
dry-run-section = <b>{ $title }</b>
dry-run-whom = Wie
dry-run-all = { $count ->
    [one] 1 ontvanger: { $rings }
   *[other] { $count } ontvangers: { $rings }
}
dry-run-branch = { $branch }: { $count } ({ $rings })
dry-run-coordinators = Coördinatoren
dry-run-ring-1 = 0-1 km: { $count }
dry-run-ring-3 = 1-3 km: { $count }
dry-run-ring-5 = 3-5 km: { $count }
dry-run-ring-beyond = verder: { $count }
dry-run-ring-none = zonder afstand: { $count }
dry-run-how = Hoe het aankomt
dry-run-now-sound = Met geluid: { $count }
dry-run-now-silent = Stil, want het is nacht of hun stille uren: { $count }
dry-run-unreachable = Niet, want zij blokkeerden de bot: { $count }
dry-run-muted = Niet, want zij zetten dit soort berichten uit: { $count }
dry-run-paused = Later, want zij hebben pauze: { $count }
dry-run-digest = In hun dagbericht: { $count }
dry-run-closed = Later, want hun zaak is dicht: { $count }
dry-run-quiet = Later, want zij hebben stille uren: { $count }
dry-run-lately = Berichten per ontvanger in de laatste 7 dagen
dry-run-had = { $notices }: { $count } { $count ->
    [one] ontvanger
   *[other] ontvangers
}
dry-run-live = Loopt er al iets?
dry-run-no-overlap = Geen ontvanger heeft nu een lopend bericht dat jij mag lezen.
dry-run-overlap = { $number } ({ $kind }) is al bij { $count } van hen.
dry-run-overlap-update = { $number } ({ $kind }) is al bij { $count } van hen. Gaat het over hetzelfde?
dry-run-update = Vul { $number } aan
dry-run-text = De tekst
dry-run-part-when = wanneer: { $told }
dry-run-part-where = waar: { $told }
dry-run-part-what = wat: { $told }
dry-run-part-to_do = wat te doen: { $told }
dry-run-there = staat er
dry-run-lacks = mist
dry-run-long = Meer dan { $most } woorden: ‘{ $sentence }’
dry-run-hard = Moeilijk woord: ‘{ $word }’. Makkelijker: ‘{ $plainer }’
dry-run-plain = Korte zinnen en gewone woorden.
console-dry-run-of = Proefrun van { $number }
console-dry-run-what = Dit gebeurt er als je het bericht nu verstuurt. Er is niets verstuurd, en jij beslist.
console-dry-run-back = Terug naar { $number }
console-dry-run-more = Hele proefrun
console-dry-run-update = Vul dat bericht aan
