# De pagina met de opschaling van een gemeente.

console-cascade-title = Opschaling
console-cascade-open = Toon de opschaling
console-cascade-of = Opschaling in { $name }
console-cascade-how = Zo gaat een overval door nadat de politie hem heeft bevestigd. Wie niet op Gezien tikt, krijgt een herinnering na de helft van de tijd. Daarna is de vervanger aan de beurt, en na nog eens zo lang wie erop wacht. Met 0 minuten is het een kopie: daar hoeft niemand op te antwoorden. Wat al loopt, verandert niet.
console-cascade-plan = Dit is de volgorde van het plan.
console-cascade-own = Deze gemeente heeft een eigen volgorde.
console-cascade-row = Regel { $number }
console-cascade-who = Wie
console-cascade-nobody = Niemand
console-cascade-after = Wanneer
console-cascade-at-once = Zodra de politie bevestigt
console-cascade-after-row = Na regel { $number }
console-cascade-minutes = Minuten tot de vervanger
console-cascade-p1 = Alleen bij een P1
console-cascade-keep = Bewaar de volgorde
console-cascade-to-plan = Terug naar het plan
console-cascade-changed = Een collega heeft de opschaling intussen gewijzigd. Er is niets bewaard. Kijk je regels na en bewaar ze nog eens.
