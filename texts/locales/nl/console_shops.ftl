# De webomgeving: aanmeldingen en zaken.

console-signups-title = Aanmeldingen
console-signups-none = Er wacht geen zaak op verificatie. Een nieuwe aanmelding komt hier vanzelf te staan.
console-signups-onwards = De volgende aanmeldingen
console-signups-back = Alle aanmeldingen

console-shops-title = Zaken
console-shops-back = Alle zaken
console-shops-postcode = Postcode (2903 of 2903 AB)
console-shops-name = Begin van de naam
console-shops-branch = Branche
console-shops-find = Zoek een zaak
console-shops-none = Geen zaak in jouw gebied past hierbij. Typ minder letters, of alleen de vier cijfers van de postcode.
console-shops-onwards = De volgende zaken

console-shop-incomplete = Nog niet geverifieerd: de gegevens zijn niet compleet.
console-shop-changed = Er is net iets veranderd aan deze zaak, of er kwam een zaak bij die erop lijkt. Hieronder staat hoe het nu is. Kijk nog eens goed.
console-shop-twins = Deze zaken lijken op elkaar
console-shop-twin = Bekijk deze zaak
console-shop-this = Dit is de zaak op deze pagina
console-shop-people = Mensen
console-shop-owners = { $count ->
        [0] Niemand beheert de zaak.
        [one] 1 persoon beheert de zaak.
       *[other] { $count } mensen beheren de zaak.
    }
console-shop-colleagues = { $count ->
        [0] Er zijn geen collega’s.
        [one] Er is 1 collega.
       *[other] Er zijn { $count } collega’s.
    }
console-shop-most = Zonder coördinator kunnen het er samen { $most } zijn.
console-shop-links = Links die jij maakte
console-shop-link = { $count ->
        [one] Werkt nog voor 1 persoon, tot:
       *[other] Werkt nog voor { $count } mensen, tot:
    }
console-shop-no-link = Er is geen link van jou die nog werkt.
console-shop-revoke = Intrekken
console-shop-invite = Maak een link voor deze zaak

console-shop-invite-title = Nodig een zaak uit
console-shop-invite-postcode = Postcode, bijvoorbeeld 2903 AB
console-shop-invite-part = Welke plaats is het?
console-shop-invite-doubt = Klopt deze postcode?
console-shop-invite-unknown = Postcode { $code } staat niet in onze lijst. Ga na of de zaak er echt zit: wie de link gebruikt, is meteen geverifieerd.
console-shop-invite-number = Huisnummer, bijvoorbeeld 12 of 12 A
console-shop-invite-name = Naam van de zaak
console-shop-invite-choose = Kies een branche
console-shop-invite-way = Wat voor link?
console-shop-invite-once = Een link voor één persoon, veertien dagen
console-shop-invite-counter = Een toonbankkaart met QR voor tien mensen, dertig dagen
console-shop-invite-care = Wie de link gebruikt, is meteen geverifieerd. Geef hem dus alleen aan wie er werkt.
console-shop-invite-gives = Zodra iemand van de zaak de link gebruikt, krijgt die de berichten voor het eigen gebied en de eigen branche, en hoor jij het. Op de pagina van de zaak trek je de link in.
console-shop-invite-join-gives = Wie de link gebruikt, krijgt de berichten die deze zaak krijgt. Wie de zaak beheert, hoort het. Op de pagina van de zaak trek je de link in.
console-shop-invite-twin = Let op: iemand heeft zelf ook deze zaak aangemeld, zonder uitnodiging. Die aanmelding staat los van deze link.
console-shop-invite-twin-look = Bekijk bij Aanmeldingen of ze klopt
rejected-no-branch = Kies een branche.
rejected-no-part = Kies een van de plaatsen.
rejected-not-sure = Zet een vinkje als de postcode echt klopt, of verander hem.

console-shop-invited-title = De link is klaar
console-shop-invited-once = Je ziet deze link maar één keer. Druk hem nu af of geef hem nu door.
console-shop-invited-print = Druk deze pagina af. Elke kaart is A6: een in het Nederlands, een in het Engels.
console-card-qr = QR-code met de link
console-card-title = Wees Alert
console-card-what = Krijg op je telefoon bericht als er bij jou in de buurt een overval of iets verdachts is. Van politie en gemeente, gratis.
console-card-how = Werk je bij <b>{ $name }</b>? Scan de code en tik op Start.
console-card-behind = Hang deze kaart waar alleen wie hier werkt hem ziet.
console-card-until = Werkt voor { $uses } mensen, tot { $day }.
