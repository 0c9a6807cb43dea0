# Meldingen die te lang wachten: de herinnering, en overnemen van een collega.

reports-overdue = <b>Deze meldingen wachten al langer dan 48 uur.</b> De melders weten nog niet wat ervan werd.
reports-overdue-own = <b>Door jou opgepakt:</b>
reports-overdue-free = <b>Door niemand opgepakt:</b>
reports-overdue-offered = <b>Door een collega opgepakt; jij kunt ze overnemen:</b>
reports-overdue-line = { $number } · { $kind } · { $place } · open sinds { $age }
reports-overdue-more = { $count ->
    [one] En nog { $count } melding. Typ /meldingen.
   *[other] En nog { $count } meldingen. Typ /meldingen.
}
reports-overdue-none = Er wacht geen melding meer te lang. Een collega was je voor.
report-over = Neem over
report-taken-over = Melding <b>{ $number }</b>, die je had opgepakt, is overgenomen door: { $who }. Je hoeft er niets meer mee te doen.
console-report-overdue = Deze melding wacht te lang. Neem je haar over, dan hoort je collega dat.
console-today-overdue = { $count ->
    [one] { $count } melding wacht al langer dan 48 uur; gemeld { $duration } geleden.
   *[other] { $count } meldingen wachten al langer dan 48 uur; de oudste { $duration }.
}
