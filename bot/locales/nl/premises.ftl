# Een winkel: gegevens, verificatie, verhuizen, weggaan.

shop-name = <b>{ $name }</b>
shop-where = { $place }, { $branch }
shop-shared-place = gedeelde locatie
shop-verified = Geverifieerd. Je krijgt alle berichten die deze winkel aangaan.
shop-verified-short = Geverifieerd
shop-unverified-short = Nog niet geverifieerd
shop-waiting = Nog niet geverifieerd: een coördinator moet er nog naar kijken. Tot die tijd krijg je alleen openbare informatie.
shop-incomplete = Nog niet geverifieerd. Dit ontbreekt nog: { $missing }. Vul het aan met /mijn. Tot die tijd krijg je alleen openbare informatie.
shop-incomplete-colleague = Nog niet geverifieerd. Dit ontbreekt nog: { $missing }. Wie de winkel beheert, kan het aanvullen met /mijn. Tot die tijd krijg je alleen openbare informatie.
shop-lacks-name = de naam
shop-lacks-postcode = de postcode
shop-lacks-number = het huisnummer
shop-ask-owner = Klopt er iets niet aan de winkel? Vraag het wie de winkel beheert: die past het aan.
shop-details = Naam en huisnummer
shop-move = Verhuizen of branche
shop-wider = Verder kijken
shop-branches = Extra branches
shop-colleague = Collega uitnodigen
shop-leave = Weg bij deze winkel

form-details = de gegevens van je winkel
details-subscribed = Je winkel is aangemeld.
details-why = Zolang je winkel niet is geverifieerd, krijg je alleen openbare informatie. Voor alle berichten moet een coördinator weten welke winkel dit is.
details-name = Hoe heet je winkel?
details-name-again = Hoe heet je winkel? Nu staat er: <b>{ $name }</b>.
details-keep-name = Dat blijft zo
details-drops = Let op: met een andere naam of een ander huisnummer vervalt de verificatie. Een coördinator moet dan opnieuw kijken, en tot die tijd krijg je alleen openbare informatie.
details-number = En wat is het <b>huisnummer</b>? Bijvoorbeeld 12 of 12 A.
details-number-again = Wat is het <b>huisnummer</b>? Nu staat er: <b>{ $number }</b>.
details-postcode = Wat is de hele <b>postcode</b>? Bijvoorbeeld 2903 AB. Zonder postcode kan niemand je winkel verifiëren.
details-location = Ik weet nog niet waar deze postcode ligt. Met je locatie kan ik afstanden uitrekenen.
details-location-how = Ben je nu in de winkel? Tik dan op <b>Deel mijn locatie</b>. Je locatie gebruiken we alleen als plaats van de winkel.
details-asked = Dank je. Een coördinator van politie of gemeente kijkt ernaar. Je hoort het zodra je winkel is geverifieerd.
details-nobody = Dank je. In jouw gebied doet nog geen coördinator mee. Zodra er een is, ziet die je aanmelding.
details-only-you = Dank je. Je eigen winkel kun je niet zelf verifiëren. Een andere coördinator moet dat doen, en die is er voor deze winkel nog niet. Zodra er een is, ziet die je aanmelding.
details-gone = Je beheert deze winkel niet meer, dus ik vraag niet verder. Met /mijn zie je hoe het ervoor staat.

form-move = het verhuizen van je winkel
move-intro = Waar zit de winkel nu? Typ de postcode, of deel je locatie als je er bent.
move-place = Wat is de nieuwe <b>postcode</b>? Verandert alleen de branche, tik dan op de knop.
move-keep-place = Zelfde adres
move-same-place = hetzelfde adres
move-branch = Wat voor winkel is het?
move-keep-branch = Blijft { $branch }
move-drops = Let op: de verificatie vervalt. Een coördinator moet opnieuw kijken, en tot die tijd krijg je alleen openbare informatie.
move-nothing = Er is niets veranderd.
moved = De gegevens van je winkel zijn veranderd:
moved-links = Links waarmee nog iemand bij de winkel kon komen, werken niet meer.
moved-lost = De verificatie is hiermee vervallen.

verified = <b>{ $name }</b> is geverifieerd.
verified-what = Vanaf nu krijg je alle berichten die je winkel aangaan. Bij gevaar bel je 112, altijd.

leave-question = Wil je weg bij <b>{ $name }</b>? Je krijgt er dan geen berichten meer voor. Je collega’s merken er niets van.
leave-last = Wil je stoppen met <b>{ $name }</b>? Je bent de laatste, dus de winkel doet dan niet meer mee: er komen geen berichten meer, ook niet die nu onderweg zijn.
leave-yes = Ja, ik ga weg
leave-done = Je hoort niet meer bij deze winkel.

signup-title = <b>Nieuwe aanmelding</b>
signup-check = Let op: deze postcode staat niet in de lijst met bezoekadressen. Controleer het adres.
signup-how = Ken je deze winkel, of heb je het nagevraagd? Verifieer dan. Daarna krijgt de winkel alle berichten die haar aangaan.
signup-people = { $count ->
        [1] Er hoort 1 persoon bij.
       *[other] Er horen { $count } mensen bij.
    }
signup-twin-verified = Let op: er is al een geverifieerde winkel met deze naam of dit huisnummer. Verifieer dit alleen als je zeker weet wie dit is. Een collega komt binnen met de link van de winkel.
signup-twin-invited = Let op: voor deze winkel is een uitnodiging gemaakt, maar deze aanmelding kwam daar niet door. Verifieer dit alleen als je zeker weet wie dit is.
signup-twin-signed-up = Let op: er is nog een aanmelding met deze naam of dit huisnummer. Vraag bij de winkel na welke de goede is.
signup-verify = Verifiëren
signup-done = Deze winkel is geverifieerd.
signup-closed = Deze aanmelding is ingetrokken.
signup-incomplete = De gegevens zijn weer gewijzigd en nog niet compleet. Zodra ze compleet zijn, staat de winkel bij /aanmeldingen.
signup-changed = Er is net iets veranderd aan deze winkel, of er kwam een winkel bij die erop lijkt. Kijk nog eens goed en tik dan opnieuw.
signup-thanks = Geverifieerd. De winkel krijgt bericht.
signups-title = <b>Aanmeldingen in jouw gebied</b>
signups-none = Er wacht niemand in jouw gebied op verificatie.
signups-more = En nog { $count } andere.
signups-verify = Verifieer { $name }
signups-look = Bekijk { $name }
signups-show-more = Laat meer zien
signups-from-start = Begin vooraan
signups-all = Dat was alles.
shop-moved = Een geverifieerde winkel (eerst { $was }) is verhuisd of van branche, naam of huisnummer veranderd. De verificatie is vervallen. De gegevens zijn nu:
