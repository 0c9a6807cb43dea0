# Een zaak: gegevens, verificatie, verhuizen, weggaan.

shop-name = <b>{ $name }</b>
shop-where = { $place }, { $branch }
shop-shared-place = gedeelde locatie
shop-verified = Geverifieerd. Je krijgt alle berichten die deze zaak aangaan.
shop-verified-short = Geverifieerd
shop-unverified-short = Nog niet geverifieerd
shop-waiting = Nog niet geverifieerd: een coördinator moet er nog naar kijken. Tot die tijd krijg je alleen openbare informatie.
shop-incomplete = Nog niet geverifieerd. Dit ontbreekt nog: { $missing }. Vul het aan met /mijn. Tot die tijd krijg je alleen openbare informatie.
shop-incomplete-colleague = Nog niet geverifieerd. Dit ontbreekt nog: { $missing }. Wie de zaak beheert, kan het aanvullen met /mijn. Tot die tijd krijg je alleen openbare informatie.
shop-lacks-name = de naam
shop-lacks-postcode = de postcode
shop-lacks-number = het huisnummer
shop-ask-owner = Klopt er iets niet aan de zaak? Vraag het wie de zaak beheert: die past het aan.
shop-details = Naam en huisnummer
shop-move = Verhuizen of branche
shop-wider = Ook van verder weg
shop-branches = Extra branches
shop-colleague = Collega uitnodigen
shop-leave = Weg bij deze zaak

form-details = de gegevens van je zaak
details-subscribed = Je zaak is aangemeld.
details-why = Nog twee vragen. Daarna controleert politie of gemeente je zaak en krijg je alle waarschuwingen.
details-name = Hoe heet je zaak?
details-name-again = Hoe heet je zaak? Nu staat er: <b>{ $name }</b>.
details-keep-name = Dat blijft zo
details-drops = Let op: met een andere naam of een ander huisnummer vervalt de verificatie. Een coördinator moet dan opnieuw kijken, en tot die tijd krijg je alleen openbare informatie.
details-number = En wat is het <b>huisnummer</b>? Bijvoorbeeld 12 of 12 A.
details-number-again = Wat is het <b>huisnummer</b>? Nu staat er: <b>{ $number }</b>.
details-postcode = Wat is de hele <b>postcode</b>? Bijvoorbeeld 2903 AB. Zonder postcode kan niemand je zaak verifiëren.
details-location = Ik weet nog niet waar deze postcode ligt. Met je locatie kan ik afstanden uitrekenen.
details-location-how = Ben je nu op de zaak? Tik dan op <b>Deel mijn locatie</b>. Je locatie gebruiken we alleen als plaats van de zaak.
details-asked = Dank je. Een coördinator van politie of gemeente kijkt ernaar. Je hoort het zodra je zaak is geverifieerd.
details-nobody = Dank je. In jouw gebied doet nog geen coördinator mee. Zodra er een is, ziet die je aanmelding.
details-only-you = Dank je. Je eigen zaak kun je niet zelf verifiëren. Een andere coördinator moet dat doen, en die is er voor deze zaak nog niet. Zodra er een is, ziet die je aanmelding.
details-gone = Je beheert deze zaak niet meer, dus ik vraag niet verder. Met /mijn zie je hoe het ervoor staat.

form-move = het verhuizen van je zaak
move-intro = Waar zit de zaak nu? Typ de postcode, of deel je locatie als je er bent.
move-place = Wat is de nieuwe <b>postcode</b>? Verandert alleen de branche, tik dan op de knop.
move-keep-place = Zelfde adres
move-same-place = hetzelfde adres
move-branch = Wat voor zaak is het?
move-keep-branch = Blijft { $branch }
move-drops = Let op: de verificatie vervalt. Een coördinator moet opnieuw kijken, en tot die tijd krijg je alleen openbare informatie.
move-nothing = Er is niets veranderd.
moved = De gegevens van je zaak zijn veranderd:
moved-links = Links waarmee nog iemand bij de zaak kon komen, werken niet meer.
moved-lost = De verificatie is hiermee vervallen.

verified = <b>{ $name }</b> is geverifieerd.
verified-what = Vanaf nu krijg je alle berichten die je zaak aangaan. Bij gevaar bel je 112, altijd.

leave-question = Wil je weg bij <b>{ $name }</b>? Je krijgt er dan geen berichten meer voor. Je collega’s merken er niets van.
leave-last = Wil je stoppen met <b>{ $name }</b>? Je bent de laatste, dus de zaak doet dan niet meer mee: er komen geen berichten meer, ook niet die nu onderweg zijn.
leave-yes = Ja, ik ga weg
leave-done = Je hoort niet meer bij deze zaak.

signup-title = <b>Nieuwe aanmelding</b>
signup-check = Let op: deze postcode staat niet in de lijst met bezoekadressen. Controleer het adres.
signup-how = Ken je deze zaak, of heb je het nagevraagd? Verifieer dan. Daarna krijgt de zaak alle berichten die haar aangaan.
signup-people = { $count ->
        [1] Er hoort 1 persoon bij.
       *[other] Er horen { $count } mensen bij.
    }
signup-withdrawn = <b>Let op:</b> van deze zaak, of van een zaak van iemand die erbij hoort, is { $days ->
        [0] vandaag
        [one] gisteren
       *[other] { $days } dagen geleden
    } de verificatie ingetrokken. Verifieer alleen als je weet waarom dat was en dat het nu klopt.
signup-twin-verified = Let op: er is al een geverifieerde zaak met deze naam of dit huisnummer. Verifieer dit alleen als je zeker weet wie dit is. Een collega komt binnen met de link van de zaak.
signup-twin-invited = Let op: voor deze zaak is een uitnodiging gemaakt, maar deze aanmelding kwam daar niet door. Verifieer dit alleen als je zeker weet wie dit is.
signup-twin-signed-up = Let op: er is nog een aanmelding met deze naam of dit huisnummer. Vraag bij de zaak na welke de goede is.
signup-verify = Verifiëren
signup-done = Deze zaak is geverifieerd.
signup-closed = Deze aanmelding is ingetrokken.
signup-elsewhere = Over deze aanmelding beslist nu iemand anders. Met /aanmeldingen zie je wie er bij jou wacht.
signup-incomplete = De gegevens zijn weer gewijzigd en nog niet compleet. Zodra ze compleet zijn, staat de zaak bij /aanmeldingen.
signup-changed = Er is net iets veranderd aan deze zaak, of er kwam een zaak bij die erop lijkt. Kijk nog eens goed en tik dan opnieuw.
signup-thanks = Geverifieerd. De zaak krijgt bericht.
signups-title = <b>Aanmeldingen in jouw gebied</b>
signups-none = Er wacht niemand in jouw gebied op verificatie.
signups-more = En nog { $count } andere.
signups-verify = Verifieer { $name }
signups-look = Bekijk { $name }
signups-show-more = Laat meer zien
signups-from-start = Begin vooraan
signups-all = Dat was alles.
shop-moved = Een geverifieerde zaak (eerst { $was }) is verhuisd of van branche, naam of huisnummer veranderd. De verificatie is vervallen. De gegevens zijn nu:
