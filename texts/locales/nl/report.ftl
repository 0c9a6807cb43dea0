# Een melding: van 112 tot wat ermee gebeurde.

form-report = je melding

report-safety = Is het nu bezig of is er gevaar? <b>Bel 112.</b>
report-safety-bot = Dit is geen alarmnummer. Gebeld, of geen gevaar? Kies hieronder.
report-safety-kept = Je tekst is bewaard: je ziet hem zo terug.
report-safety-called = 112 is gebeld, verder
report-safety-safe = Geen gevaar, verder
report-ask-kind = <b>Wat wil je melden?</b>
report-kind-reconnaissance = Iemand verkent de zaak
report-kind-suspicious_situation = Iets anders dat verdacht is
report-kind-robbery = Overval
report-kind-robbery_attempt = Poging tot overval (niets meegenomen)
report-kind-street_robbery = Beroving op straat
report-kind-robbery_delivery = Overval op een bezorger
report-kind-ram_raid = Ramkraak
report-kind-atm_blast = Plofkraak
report-ask-signals = <b>Wat viel op?</b>
    Tik alles aan wat je zag.
report-ask-weapon = <b>Was er een wapen?</b>
report-ask-loot_type = <b>Wat is er meegenomen?</b>
    Alleen het soort. Noem nooit een bedrag.
report-nothing-taken = Niets: dan is het een poging
report-something-taken = Er is toch iets meegenomen
report-ask-injured = <b>Is er iemand gewond?</b>
    Bel dan eerst 112.
report-injured-yes = Ja
report-injured-no = Nee
report-ask-persons = <b>Hoeveel personen waren het?</b>
report-ask-clothing = <b>Hoe zagen ze eruit?</b>
    Typ kleding, lengte en postuur. Bijvoorbeeld: zwarte jas met capuchon, lang en slank. Geen namen en geen afkomst.
report-ask-vehicle = <b>Hoe kwamen of gingen ze?</b>
    Kies, of typ het met de kleur, bijvoorbeeld: witte bestelbus. Geen kenteken.
report-ask-where = <b>Waar was het?</b>
report-ask-where-to-send = <b>Waar was het?</b> Tik op je zaak, dan wordt je melding meteen verstuurd.
report-here = Hier waar ik nu ben
report-elsewhere = Ergens anders
report-here-how = Deel je locatie met de knop onderin.
report-ask-here = Lukt dat niet? Typ dan de <b>postcode</b> (2903 of 2903 AB).
report-ask-postcode = Wat is daar de <b>postcode</b>? Typ 2903 of 2903 AB.
report-ask-what = <b>Wil je nog iets kwijt?</b>
    Typ het in een paar zinnen. Geen namen, kentekens, telefoonnummers of bedragen.
report-send = Nu versturen
report-send-from = Nu versturen: { $shop }
report-ask-words = <b>Wat is er gebeurd?</b>
    Typ het in een paar zinnen. Geen namen, kentekens, telefoonnummers of bedragen.
report-words-now = Dit had je getypt. Tik erop om het te kopiëren en te veranderen: <code>{ $text }</code>
report-leave-out = Klopt niet: laat weg
report-ask-value = <b>{ $field }?</b>
report-overview = <b>Klopt dit?</b>
report-overview-words = <b>Je schreef:</b>
report-overview-how = Klopt een regel niet? Tik hieronder op het woord ervoor. Iets vergeten? Typ het erbij.
report-change-kind = Soort
report-change-signals = Viel op
report-change-when = Wanneer
report-change-persons = Personen
report-change-weapon = Wapen
report-change-loot_type = Buit
report-change-injured = Gewonden
report-change-violence = Geweld
report-change-approach = Aanpak
report-change-face_cover = Gezicht
report-change-exit_mode = Vertrokken
report-change-exit_direction = Richting
report-change-clothing = Uiterlijk
report-change-vehicle = Vervoer
report-change-where = Waar
report-change-words = Tekst

signal-interest_layout = Bekijkt camera’s, kassa of kluis
signal-questions_security = Vraagt naar sluittijd of geld
signal-no_purchase_loop = Komt steeds binnen, koopt niets
signal-photos = Maakt foto’s of filmt
signal-watching_from_vehicle = Kijkt toe vanuit een voertuig
signal-lookout = Staat op de uitkijk bij de deur
signal-closing_time = Hangt rond bij openen of sluiten
signal-testing_door = Voelt aan een deur
signal-face_hidden = Bedekt het gezicht
signal-high_value_request = Laat iets duurs tonen, koopt niet
signal-route_check = Bekijkt vluchtroute of brandgang
signal-startle = Schrikt als je iets zegt
signal-multi_shop = Gaat meer zaken langs

vehicle-on_foot = te voet
vehicle-bicycle = fiets
vehicle-scooter = scooter
vehicle-car = auto
vehicle-van = bestelbus

report-button = Iets melden
report-button-former = Ik heb iets gezien
report-button-hint = Heb je iets gezien? Tik onder het typveld op <b>Iets melden</b>. Bij een overval staat daar ook wat je moet doen.
report-private = Melden doe je in je eigen gesprek met de bot. Open de bot en typ /melding.

report-receipt =
    <b>Ontvangen. Nog niet gedeeld.</b>
    Je melding heeft nummer <b>{ $number }</b>.
report-receipt-seen = De politie of stadsmarinier van dit gebied krijgt je melding meteen en bepaalt wat ermee gebeurt. Je hoort hier wat dat is.
report-receipt-nobody = In dit gebied is nu geen politie of stadsmarinier bereikbaar voor je melding. Bel daarom ook <b>0900-8844</b>.
police-report-receipt-nobody = In dit gebied is nu geen collega of stadsmarinier bereikbaar voor je melding. Geef hem daarom ook zelf door aan een collega van dat gebied.
report-receipt-112 = Gebeurt er nu iets? Bel <b>112</b>.
report-receipt-victim = Wat heftig dat dit je is overkomen. Praat erover, nu of later. Slachtofferhulp is er voor jou en voor iedereen die erbij was: <b>0900-0101</b>.
report-receipt-witness = Was je erbij, of ben je geschrokken? Slachtofferhulp is er ook voor jou: <b>0900-0101</b>.
report-add = Aanvullen
report-back = Terugnemen

form-addition = de aanvulling op je melding
report-ask-addition = <b>Wat wil je toevoegen aan { $number }?</b>
    Typ het in een paar zinnen. Geen namen, kentekens, telefoonnummers of bedragen.
report-added = Toegevoegd aan melding <b>{ $number }</b>. Wie je melding bekijkt, ziet het erbij staan.

report-unsent = Je melding is nog niet verstuurd. Wil je verder?
report-unsent-resume = Verder
report-unsent-stop = Stoppen

report-card-head = <b>Melding { $number }</b> · { $kind }
report-card-head-unconfirmed = <b>Melding { $number }</b> · { $kind } · onbevestigd
report-line-proposed = { $line } · <i>voorstel</i>
report-line-open = { $line } · <i>kies met { $button }</i>
report-either = { $first } of { $others }
report-line-kind = <b>Soort:</b> { $value }
report-line-signals = <b>Viel op:</b> { $value }
report-line-when = <b>Wanneer:</b> { $value }
report-line-persons = <b>Personen:</b> { $value }
report-line-weapon = <b>Wapen:</b> { $value }
report-line-loot_type = <b>Buit (soort):</b> { $value }
report-line-injured = <b>Gewonden:</b> { $value }
report-line-violence = <b>Geweld:</b> { $value }
report-line-approach = <b>Aanpak:</b> { $value }
report-line-face_cover = <b>Gezicht:</b> { $value }
report-line-exit_mode = <b>Vertrokken:</b> { $value }
report-line-exit_direction = <b>Richting:</b> { $value }
report-line-clothing = <b>Uiterlijk:</b> { $value }
report-line-vehicle = <b>Vervoer:</b> { $value }
report-line-shop = <b>Zaak:</b> { $name }, { $place }
report-line-shop-then = <b>Zaak:</b> { $name }, toen op { $place }
report-line-where = <b>Waar:</b> { $place }
report-line-what = <b>Verder:</b> { $value }
report-line-sent = <b>Gemeld:</b> { $value }
report-line-added = <b>Aanvulling, { $moment }:</b> { $value }

report-standing-received = Nog niet opgepakt.
report-standing-triage = Opgepakt door: { $who }.
report-standing-drafted = Opgepakt door: { $who }. Wees-alertbericht { $alert } is in de maak.
report-standing-closed = Gesloten: { $outcome }.
report-standing-escalated = Gesloten: wees-alertbericht { $alert } is verstuurd.
outcome-handled = afgehandeld
outcome-unconfirmed = niet vast te stellen wat het was
outcome-unfounded = niets aan de hand
outcome-forwarded = doorgezet naar een ander team
outcome-duplicate = al eerder gemeld
outcome-linked = hoort bij een andere melding
outcome-escalated = wees-alertbericht verstuurd
outcome-withdrawn = teruggenomen door wie het meldde

report-take = Ik pak dit op
report-alert = Maak er een bericht van
report-close = Sluit
report-ask-outcome = Hoe is het afgelopen? De melder leest wat je kiest.
report-close-handled = Afgehandeld
report-close-unconfirmed = Onbevestigd: niet vast te stellen
report-close-unfounded = Niets aan de hand (ongegrond)
report-close-forwarded = Doorgezet naar een ander team
report-close-duplicate = Dubbel van een andere melding
report-close-linked = Hoort bij een andere melding
report-close-back = ‹ Toch niet
report-taken = Opgepakt. De melder hoort het.
report-closed = Gesloten. De melder hoort het.
report-changed = Deze melding is net gewijzigd. Kijk nog eens en tik dan opnieuw.
report-already-taken = Al opgepakt door: { $who }.
report-from = Gemaakt van melding { $number }.
report-overtaken = <b>Let op:</b> met melding { $number } is intussen iets anders gedaan. { $standing } Is dit bericht nog nodig?
report-withdrawn = Melding <b>{ $number }</b>, die je had opgepakt, is teruggenomen door wie hem stuurde. Je hoeft er niets meer mee te doen. Twijfel je? Vraag het de zaak.
report-suggested-clothing = Uiterlijk: { $value }.
report-suggested-vehicle = Vervoer: { $value }.
report-the-shop = de zaak

report-news-taken = Je melding <b>{ $number }</b> is opgepakt door: { $who }.
report-news-drafted = Van je melding <b>{ $number }</b> wordt een wees-alertbericht gemaakt. Het is nog niet verstuurd.
report-news-reopened = Van je melding <b>{ $number }</b> komt toch geen wees-alertbericht. De melding ligt weer klaar voor politie en stadsmarinier.
report-news-escalated = Van je melding <b>{ $number }</b> is wees-alertbericht <b>{ $alert }</b> gemaakt. Het is verstuurd. Dank je dat je dit meldde.
report-news-handled = Je melding <b>{ $number }</b> is afgehandeld. Dank je dat je dit meldde.
report-news-unconfirmed = Je melding <b>{ $number }</b> is bekeken. Het was niet vast te stellen wat het was. Zie je het weer? Meld het dan opnieuw. Dank je dat je dit meldde.
report-news-unfounded = Je melding <b>{ $number }</b> is bekeken: er bleek niets aan de hand. Toch goed dat je dit meldde.
report-news-forwarded = Je melding <b>{ $number }</b> is doorgezet naar een ander team, dat ermee verdergaat. Dank je dat je dit meldde.
report-news-duplicate = Je melding <b>{ $number }</b> is gesloten: het was al eerder gemeld. Ook wat jij zag, telt mee. Dank je.
report-news-linked = Je melding <b>{ $number }</b> hoort bij een andere melding en is daarom gesloten. Ook wat jij zag, telt mee. Dank je.
report-news-withdrawn = Je melding <b>{ $number }</b> is teruggenomen. Wie hem al kreeg, leest dat erbij. Is er toch iets? Typ /melding. Bij gevaar: bel <b>112</b>.
report-closed-victim = Hoe gaat het nu met jou en met wie erbij was? Wil je erover praten, bel dan Slachtofferhulp: <b>0900-0101</b>. Ook als het langer geleden is. Houd je na zes weken nog klachten, ga dan naar je huisarts of bedrijfsarts.
report-closed-witness = Houdt het je nog bezig wat je zag? Slachtofferhulp is er ook voor jou: <b>0900-0101</b>.

reports-title = <b>Open meldingen in jouw gebied</b>
reports-filtered = <b>Open meldingen:</b> { $filter }
reports-none = Er zijn geen open meldingen.
reports-line = <b>{ $number }</b> · { $kind } · { $place } · { $moment }
    { $standing }
reports-open = { $number } bekijken
reports-more = Laat meer zien
reports-from-start = Begin vooraan
reports-choose = Andere meldingen…
reports-which = <b>Welke open meldingen wil je zien?</b>
reports-filter-all = Alle
reports-filter-free = Niet opgepakt
reports-filter-mine = Door mij opgepakt

my-reports-title = <b>Mijn meldingen</b>
my-reports-none = Je hebt nog niets gemeld.
my-reports-how = Melden doe je met /melding.
my-reports-line = <b>{ $number }</b> · { $kind } · { $moment }
    { $standing }

report-gathered = Ook gemeld op deze plaats, onbevestigd: { $numbers }. Je vindt ze met /meldingen.
report-again = <b>Nog iemand meldt hier een overval.</b> Het zijn nu { $count } mensen, onbevestigd. Nieuw is { $number }, de eerste was { $first }.
report-gathered-more = En nog { $count } meer.
reports-list = { $count ->
        [0] <b>Veel meldingen tegelijk.</b> Ze zijn allemaal afgehandeld.
        [one] <b>Veel meldingen tegelijk.</b> Er staat er nu 1 open. Dit lijstje wordt bijgewerkt.
       *[other] <b>Veel meldingen tegelijk.</b> Er staan er nu { $count } open, de nieuwste eerst. Dit lijstje wordt bijgewerkt.
    }
reports-list-more = { $count ->
        [one] Er is er nog 1: kijk in /meldingen.
       *[other] Er zijn er nog { $count }: kijk in /meldingen.
    }
