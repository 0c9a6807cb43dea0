# De console voor mensen zonder Telegram, en de pagina's Mensen en rollen en Logboek.

console-link-role = Je krijgt deze rol: { $role }.
console-link-confirmed = Ze telt zodra een tweede persoon het bevestigt.
console-role-waits = <b>{ $role }</b>, { $scope }: deze rol wacht tot een tweede persoon haar bevestigt.
console-no-messages = Zonder Telegram krijg je geen berichten op je telefoon. Wat op je wacht staat onder Vandaag: kijk daar zelf.
console-mydata-file = Alles wat we van je bewaren, in één bestand. De namen van de velden zijn in het Engels.
console-mydata-download = Mijn gegevens downloaden
console-mydata-erase = Alles van mij wissen
console-mydata-erase-how = Je rollen eindigen, en je toegangssleutels en gegevens worden gewist. Wat je in een rol deed blijft staan onder een nummer dat naar niemand meer leidt. Dit kan niet ongedaan worden gemaakt.

console-people-title = Mensen en rollen
console-people-since = Sinds
console-people-until = Tot
console-people-none = Nog niemand heeft hier een rol. Nodig iemand uit.
console-person-profile = Profiel in Telegram
console-person-no-chat = Doet mee zonder Telegram: berichten op de telefoon komen niet aan.
console-person-confirm = Bij elke wijziging vraagt je browser om je toegangssleutel.
console-person-label = Anderen zien
console-person-holder = Wie
console-person-since = Sinds
console-person-until = Tot
console-person-no-end = Geen einddatum
console-person-giver = Gegeven door
console-person-machine = Een link van de server
console-person-confirmer = Bevestigd door
console-person-deputy = Vervanger
console-person-nobody = Niemand
console-person-last-day = Laatste dag van deze rol
console-person-access = Inloggen in de browser
console-person-passkeys = { $count ->
        [0] Geen toegangssleutel.
        [one] 1 toegangssleutel.
       *[other] { $count } toegangssleutels.
    }
console-person-session = Ingelogd sinds
console-person-seen = Laatst gezien
console-person-no-session = Nu nergens ingelogd.
console-person-sessions-end = Overal uitloggen
console-recovery-how = Sleutels kwijt? Vraag een nieuwe link. Een tweede persoon bevestigt dat, en daarna maak jij de link. Bel eerst zelf, met een nummer dat je al had.
console-recovery-ask = Nieuwe link aanvragen
console-recovery-waits = Een nieuwe link is aangevraagd. Wie hem vroeg maakt hem zodra een tweede persoon het bevestigt.
console-recovery-ready = Een tweede persoon heeft de nieuwe link bevestigd. Maak je hem, dan werken de oude sleutels niet meer.
console-recovery-make = Nieuwe link maken
console-recovery-made = Nieuwe link om in te loggen
console-recovery-made-how = De oude sleutels werken niet meer. Geef de link alleen aan diegene zelf.
console-recovery-asked = Een collega vroeg een nieuwe link om in te loggen voor jou. Klopt dat niet? Zeg het een collega meteen.
console-made-title = De link is gemaakt
console-made-until = Hij werkt één keer, tot
console-made-once = Je ziet hem alleen nu: kopieer hem.
console-made-back = Terug
console-invited = Uitnodiging: { $role }, { $scope }
console-choose = Kies
console-invite-role = Welke rol krijgt diegene?
console-invite-area = Voor welk gebied? Een gemeente, een postcode (2903), een reeks (2900-2999) of landelijk
console-invite-branch = Branche: voor een brancheorganisatie, of voor politie die één branche volgt
console-invite-group = KVO-groep: voor wie een groep beheert
console-invite-function = Hoe zien anderen deze persoon?
console-invite-usual = Zoals de rol gewoonlijk heet
console-invite-label = Of in eigen woorden, geen naam
console-invite-day = Laatste dag van de rol. Leeg: geen einddatum
console-invite-way = Hoe doet diegene mee?
console-invite-whom = Voor wie is de link? Naam en functie. Nodig voor wie geen Telegram heeft: wie de rol bevestigt leest dat
console-grant-asked = Gevraagd
console-today-grants = { $count ->
        [one] 1 verzoek waarvoor een tweede persoon nodig is.
       *[other] { $count } verzoeken waarvoor een tweede persoon nodig is.
    }
person-named = { $who } ({ $number })

console-record-title = Logboek
console-record-part = Soort
console-record-by = Door wie, naar de rol of functie van nu
console-record-anybody = Iedereen
console-record-roles = Rol
console-record-functions = Functie
console-record-number = Nummer van een bericht (2026-0001), melding (M-2026-0001) of persoon (12)
console-record-from = Vanaf
console-record-to = Tot en met
console-record-show = Toon
console-record-none = Hier is niets voor jou te zien. Kies iets anders.
console-record-none-yet = In dit stuk is niets voor jou te zien. Zoek verder met Ouder.
console-record-read = Dat je hier leest, staat er ook in.
console-record-no-number = Bij dat nummer is niets voor jou te zien.
console-record-no-day = Dat is geen datum.
console-record-turned = Deze dag ligt voor de eerste.
console-record-whole-title = Is het logboek heel?
console-record-whole = Ja: { $count ->
        [one] de ene regel sluit aan.
       *[other] alle { $count } regels sluiten op elkaar aan.
    }
console-record-broken = Nee: { $count ->
        [one] op 1 plek klopt het niet.
       *[other] op { $count } plekken klopt het niet.
    } Laat wie de server beheert kijken met: wees-alert audit verify.
console-record-verify = Controleer nu
console-record-export-title = Als bestand
console-record-export-how = Je krijgt wat je hierboven koos, de nieuwste regels eerst en hoogstens 2000. Je reden komt in het logboek.
console-record-reason = Waarom heb je dit nodig? Zonder namen
console-record-export = Downloaden als CSV
console-record-column-number = nummer
console-record-column-time = tijd
console-record-column-who = wie
console-record-column-what = wat
console-record-column-key = sleutel
console-recoveries-title = Een collega kan niet meer inloggen
console-recoveries-what = Wie Telegram heeft, typt daar zelf /console. Voor wie geen Telegram heeft, vraag je hier een nieuwe link.
console-recoveries-none = Er is in jouw werkgebied niemand zonder Telegram voor wie jij een link kunt vragen.
