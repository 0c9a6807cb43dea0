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
