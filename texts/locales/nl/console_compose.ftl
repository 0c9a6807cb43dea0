# Nieuw bericht in de webomgeving.

console-compose-title = Nieuw bericht
console-compose-draft = Concept { $number }
console-compose-new = Nog een bericht maken
console-compose-words = Wat is er gebeurd?
console-compose-words-how = Schrijf het in je eigen woorden, met de postcode en de tijd. Geen namen, kentekens of telefoonnummers.
console-compose-read = Vul de velden in
console-compose-names = Het is geen naam, laat het staan
console-compose-what = Wat en wanneer
console-compose-kind = Soort
console-compose-choose = Kies…
console-compose-propose = Doe een voorstel
console-compose-proposed = (voorstel)
console-compose-when = Wanneer was het?
console-part-of-day = Toon als: { $moment }
console-compose-text = Tekst van het bericht
console-compose-text-own = Alleen mijn woorden
console-compose-text-composed = Samengevat, met mijn woorden eronder
console-compose-either = De zin noemt meer dan één mogelijkheid. Kies wat klopt, of laat het open:
console-compose-details = Signalen en werkwijze
console-compose-signals = Wat viel op?
console-compose-clothing = Kleding
console-compose-vehicle = Voertuig
console-compose-unknown = Niet ingevuld
console-compose-whom = Waar en voor wie
console-compose-place = Postcode
console-compose-place-how = Bijvoorbeeld 2903 AB, of alleen 2903.
console-compose-part = Welke plaats bedoel je?
console-compose-audience = Voor wie is het?
console-compose-region = Een branche in { $region }
console-compose-other-region = Een branche in een ander gebied
console-compose-area = Ander gebied
console-compose-area-how = Waarschuw een branche zonder cirkel: postcodes (2900-2999 of 29xx) of een gemeente. Leeg: het bereik hieronder telt.
console-compose-reach = Bereik in kilometers
console-compose-branches = Branches
console-compose-how = Ernst en duur
console-compose-severity = Ernst
console-compose-tlp = Wie mag het lezen? (TLP)
console-compose-named = Wie mag het nog meer lezen?
console-compose-until = Geldt tot
console-compose-preview = Zo komt het aan
console-compose-no-preview = Vul een soort en een postcode in. Dan zie je hier het bericht, en wie het krijgt.
console-compose-no-number = Het nummer komt erbij zodra je op Voorbeeld klikt.
console-compose-ring = • tot { $km } km: { $count }
console-compose-beyond = • verder weg, of plek niet bekend: { $count }
console-compose-show = Voorbeeld
console-compose-ask = Vraag akkoord
console-compose-save = Bewaar als concept
console-compose-told-kept = Bewaard. Je vindt het hier terug, en in Telegram bij je concepten.
console-compose-told-look = Er is iets veranderd sinds je het bericht zag. Kijk het nog een keer na, en vraag dan akkoord.
console-compose-told-seen = Kijk het bericht na. Klopt het? Vraag dan akkoord.
console-compose-differs = In het concept staat intussen iets anders bij: { $fields }. Hieronder staat wat jij invulde. Klik nog eens om dat te bewaren.
console-compose-alone = Zelf versturen
console-compose-alone-how = Niemand anders kan nu akkoord geven. Een collega kijkt er achteraf naar.
console-compose-reason = Waarom verstuur je dit alleen?
console-compose-reason-own = Je eigen reden
console-compose-discard = Weggooien
console-compose-discard-how = De tekst wordt gewist. Dat kan niet terug.
console-compose-discard-button = Gooi dit concept weg
console-compose-drafts = Je concepten
console-compose-is-sent = Dit bericht is verstuurd.
console-compose-is-dropped = Dit bericht gaat niet door.

console-templates-title = Sjablonen
console-templates-end-how = Hierna kan niemand het nog versturen. Dat kan niet terug.
console-templates-link = Haast? Gebruik een sjabloon dat al is goedgekeurd.

rejected-compose-no-kind = Kies wat voor soort voorval het was.
rejected-compose-no-place = Typ de postcode van de plek waar het gebeurde.
rejected-compose-which-place = Deze postcode hoort bij meer dan een plaats. Kies welke je bedoelt.
rejected-compose-no-group = Kies voor welke KVO-groep het is.
rejected-compose-no-area = Typ welk gebied je bedoelt: postcodes of een gemeente.
rejected-compose-changed = Dit concept is intussen ergens anders gewijzigd.
text-console-moment = Dit is geen datum met een tijd. Kies ze in het veld.
text-console-names = Hier lijkt een naam te staan: “{ $found }”. Schrijf liever wat iemand deed of droeg. Is het geen naam? Zet dan een vinkje en ga door.
console-template-kept = Bewaard als sjabloon. { $count ->
        [0] Er is hier nu geen collega die het kan goedkeuren. Tot die tijd kan het niet worden verstuurd.
        [one] Een collega is gevraagd het goed te keuren. Daarna kun je het hier versturen.
       *[other] { $count } collega’s zijn gevraagd het goed te keuren. Na akkoord van een van hen kun je het hier versturen.
    } Je concept staat nog bij Nieuw bericht.
