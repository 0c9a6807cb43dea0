# De ring na een overval: welke zaken nu extra moeten opletten, en hoe lang.

ring-proposal = <b>Ring, een voorstel:</b> { $branches }, binnen { $km } km van deze plek, { $days } dagen lang (tot en met { $until }).
ring-own-data = Uit eigen gegevens: van { $incidents } overvallen en pogingen lagen { $pairs } paren zo dicht bij elkaar, in afstand en in dagen. Dat is { $ratio } keer zo vaak als bij toeval (p = { $p }).
ring-too-few = <b>Dit is een aanname.</b> Er zijn nog geen { $least } afgehandelde overvallen en pogingen om mee te rekenen.
ring-no-repeats = <b>Dit is een aanname.</b> Er is gerekend met { $incidents } overvallen en pogingen. Daarin volgt er dichtbij en kort erna niet vaker nog een dan bij toeval.
ring-places = Een ring gaat over plaatsen, nooit over personen, en maakt geen verschil tussen zaken.
report-ring = Bericht met deze ring
too-late-ring-over = Bij deze melding hoort geen ring meer.
