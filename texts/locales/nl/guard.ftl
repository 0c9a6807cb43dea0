# Wat niet in een tekst mag: één zin over wat er staat, één over wat je in plaats daarvan schrijft.

text-plate = Hier lijkt een kenteken in te staan: “{ $found }”. Bel het door aan de politie: 0900-8844. Noem hier alleen type en kleur van het voertuig.
text-bsn = Hier lijkt een burgerservicenummer in te staan: “{ $found }”. Dat mag nooit in een bericht. Laat het weg.
text-phone = Hier lijkt een telefoonnummer in te staan: “{ $found }”. Laat het weg. Alleen 112 en nummers die met 0800, 0900 of 14 beginnen mogen.
text-email = Hier lijkt een e-mailadres in te staan: “{ $found }”. Laat het weg.
text-iban = Hier lijkt een rekeningnummer in te staan: “{ $found }”. Laat het weg en geef het aan de politie: 0900-8844.
text-handle = Hier lijkt de naam van een account of profiel in te staan: “{ $found }”. Laat die weg en geef hem aan de politie: 0900-8844.
text-birth_date = Hier lijkt een geboortedatum in te staan: “{ $found }”. Schrijf liever een schatting, zoals tiener, twintiger of rond de 40.
text-name = Hier lijkt een naam van iemand in te staan: “{ $found }”. Schrijf liever wat iemand deed of droeg, zoals de man met de rode pet.
text-descent = Hier lijkt iets te staan over afkomst of huidskleur: “{ $found }”. Noem kleding, lengte en gedrag. Vraagt de politie ernaar, vertel het dan aan de telefoon.
text-religion = Hier lijkt iets te staan over iemands geloof: “{ $found }”. Noem kleding, lengte en gedrag.
text-health = Hier lijkt iets te staan over iemands gezondheid: “{ $found }”. Schrijf wat iemand deed, zoals: praatte luid in zichzelf.
text-amount = Hier staat een bedrag: “{ $found }”. Een bedrag maakt een zaak aantrekkelijk voor daders. Noem alleen wat voor buit het was.

guard-function = Dit hoort niet in de naam van een functie: “{ $found }”. Typ alleen wat voor werk iemand doet, zoals wijkagent centrum.
guard-refused = Zo kan het niet mee. Wat doorgestreept is, moet eruit:
guard-look = Kijk dit nog even na:
guard-rest =
    Zonder wat doorgestreept is blijft dit over. Tik op de knop, of tik op de tekst om hem te kopiëren en zelf te veranderen:

    <code>{ $text }</code>
guard-again = Typ het anders.
guard-use-this = Neem deze tekst
guard-without-name = Zonder de naam
guard-keep-name = Het is geen naam, neem alles
guard-taken = Overgenomen: { $text }
guard-somebody = iemand
guard-vehicle = een voertuig
guard-money = geld
guard-shop = Hier staat de naam van een zaak: “{ $found }”. Een bericht noemt geen zaak.
police-text-plate = Hier lijkt een kenteken in te staan: “{ $found }”. Dat gaat niet mee naar ondernemers. Noem hier alleen type en kleur van het voertuig.
police-text-iban = Hier lijkt een rekeningnummer in te staan: “{ $found }”. Dat gaat niet mee naar ondernemers. Laat het weg.
police-text-handle = Hier lijkt de naam van een account of profiel in te staan: “{ $found }”. Die gaat niet mee naar ondernemers. Laat die weg.
police-text-descent = Hier lijkt iets te staan over afkomst of huidskleur: “{ $found }”. Noem kleding, lengte en gedrag.
