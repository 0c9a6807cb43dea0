# Voorbeelden om een bericht mee te beginnen, per soort en branche. De variabelen zijn de plekken die de opsteller invult.

alert-example = Begin met een voorbeeld
example-ask-kind = <b>Begin met een voorbeeld</b>
    Waarover gaat het bericht?
example-ask = <b>Begin met een voorbeeld</b>
    Kies er een. Daarna vraag ik wat er tussen de accolades moet komen. Je kunt straks alles nog wijzigen.
example-head = <b>{ $number }</b> · { $branch }
example-text = <i>{ $text }</i>
example-any-branch = alle branches
example-so-far = <b>Je bericht tot nu toe</b>
    <i>{ $text }</i>
placeholder-later = Later invullen
placeholder-now = Nu ({ $clock })
placeholder-ask-tijd = <b>Hoe laat was het?</b> Typ de tijd, bijvoorbeeld 14:30.
placeholder-ask-plaats = <b>Waar was het?</b> Typ de postcode. Een straat of winkelcentrum mag erbij.
placeholder-ask-wat = <b>Wat is er gebeurd?</b> Typ het in een paar woorden.
placeholder-ask-signalement = <b>Hoe zag de persoon eruit?</b> Noem de kleding en wat opviel, geen afkomst.
placeholder-ask-voertuig = <b>Met welk voertuig?</b> Noem de soort en de kleur, geen kenteken.
placeholder-ask-richting = <b>Waarheen?</b> Typ de richting, bijvoorbeeld “het station”.
placeholder-ask-doen = <b>Wat moeten ondernemers doen?</b> Typ één korte zin.

console-examples-how = Kies een tekst. Vul daarna in wat er tussen de accolades staat.
console-example-use = Begin hiermee
console-example = <b>{ $branch }</b>: { $text }

console-examples-keep = Eigen voorbeelden maken
console-examples-title = Voorbeelden
console-examples-open = Open de voorbeelden
console-examples-of = Voorbeelden van berichten in { $name }
console-examples-what = Wie hier berichten opstelt, kan met deze teksten beginnen, in Telegram en in de browser. Een bericht dat zo begint, heeft akkoord nodig zoals elk ander.
console-examples-none = Er is nog geen eigen voorbeeld.
console-examples-add = Nieuw voorbeeld
console-examples-new = Nieuw voorbeeld
console-examples-edit = Voorbeeld wijzigen
console-examples-form-how = Schrijf de tekst in beide talen, met dezelfde plekken om in te vullen.
console-examples-known = Deze plekken kun je gebruiken, elk één keer: { $known }. Wie met het voorbeeld begint, vult ze in.
console-examples-branch = Voor welke branche
console-examples-store = Voorbeeld bewaren
console-examples-kept = Bewaard.
console-examples-remove = Voorbeeld weghalen
console-examples-remove-how = Niemand kan er dan nog mee beginnen. Berichten die ermee begonnen, blijven.

text-placeholder-one-language = { $names } staat maar in één taal. Gebruik in beide talen dezelfde plekken.
limit-examples = Voor dit soort incident zijn er al { $most } eigen voorbeelden. Wijzig er een of haal er een weg.
not-allowed-example-of-another = Dit voorbeeld is van iemand anders. Alleen de maker en de politie wijzigen het.
text-placeholder-unknown = { $name } ken ik niet. Je kunt deze plekken gebruiken: { $known }.
text-placeholder-twice = { $name } staat er twee keer. Gebruik elke plek één keer: { $known }.
text-placeholder-unclosed = Bij “{ $part }” mist een accolade. Schrijf een plek zo: { $known }.
rejected-placeholder-open = Vul eerst nog in: { $names }. Zo kan het bericht niet weg. Wijzig de tekst en stuur het dan.

example-robbery = Om { $tijd } is een zaak overvallen in { $plaats }. De dader droeg { $signalement } en vluchtte richting { $richting }. Ga niet achter iemand aan. Zie je iets? Bel 112.
example-robbery-supermarket = Om { $tijd } is een supermarkt overvallen in { $plaats }. De dader droeg { $signalement }. Haal geld uit de kassa’s en let op bij de uitgang. Zie je iets? Bel 112.
example-robbery-petrol = Om { $tijd } is een tankstation overvallen in { $plaats }. De dader reed weg met { $voertuig }. Laat niemand achter de balie. Zie je het voertuig? Bel 112.
example-robbery-jeweller = Om { $tijd } is een juwelier overvallen in { $plaats }. De dader droeg { $signalement } en vluchtte richting { $richting }. Doe de deur op slot en laat klanten aanbellen. Zie je iets? Bel 112.
example-attempt = Om { $tijd } wilde iemand een zaak overvallen in { $plaats }. De dader droeg { $signalement } en is gevlucht zonder buit. Let extra op. Zie je iets? Bel 112.
example-scouting = Om { $tijd } heeft iemand een zaak verkend in { $plaats }. Dit viel op: { $wat }. Zie je dit ook? Spreek de persoon aan en meld het.
example-scouting-jeweller = Om { $tijd } heeft iemand een juwelier verkend in { $plaats }. Dit viel op: { $wat }. Laat klanten aanbellen en toon één sieraad tegelijk. Zie je dit ook? Meld het.
example-suspicious = Rond { $tijd } was er iets verdachts bij zaken in { $plaats }. Dit is gezien: { $wat }. Let extra op en { $doen }.
example-street = Om { $tijd } is iemand op straat beroofd in { $plaats }. De dader droeg { $signalement } en vluchtte richting { $richting }. Ga na sluiting samen naar buiten.
example-ram = Om { $tijd } is een pui geramd in { $plaats }. De daders reden weg met { $voertuig }. Zet paaltjes of een rolluik vast. Zie je het voertuig? Bel 112.
example-blast = Om { $tijd } is een geldautomaat opgeblazen in { $plaats }. De daders vluchtten richting { $richting }. Blijf weg van de automaat. Zie je een verdacht pakket? Bel 112.
example-delivery = Om { $tijd } is een bezorger beroofd in { $plaats }. De dader droeg { $signalement }. Neem weinig geld mee en bel de klant vooraf. Zie je iets? Bel 112.
example-delivery-food = Om { $tijd } is een maaltijdbezorger beroofd in { $plaats }. Dit ging vooraf: { $wat }. Bel terug bij een nieuw nummer en laat vooraf betalen.
example-home = Om { $tijd } is een ondernemer thuis overvallen in { $plaats }. De daders droegen { $signalement }. Doe niet zomaar open en let op wie je volgt. Zie je iets? Bel 112.
example-other = Let op in { $plaats }. Dit is er aan de hand: { $wat }. Dit kun je doen: { $doen }.
