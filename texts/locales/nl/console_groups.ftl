# KVO-groepen in de browser.

console-groups-title = KVO-groepen
console-group-chat-none = nog geen groepschat
console-group-chat-trouble = ⚠️ ik kan niet goed schrijven in de groepschat
console-group-chat-lacks = groepschat nog niet goed ingesteld
console-group-chat-tied = groepschat gekoppeld

console-group-name = Naam
console-group-codes = Gebied
console-group-branches = Branches
console-group-businesses = Zaken
console-group-managed = Beheer
console-group-shops = { $shops ->
        [0] nog geen
        [one] 1 doet mee, geverifieerd: { $verified }
       *[other] { $shops } doen mee, geverifieerd: { $verified }
    }
console-group-manager-title = Beheerder
console-group-chat = Groepschat
console-group-join = Met deze link vragen deelnemers om binnen te komen. Wie bij een geverifieerde zaak van de groep hoort, komt meteen binnen.
console-group-code-how = Met een code koppel je een groepschat. Een eerdere code werkt dan niet meer.
console-group-made = De groep is gemaakt. Nu nog een beheerder en een groepschat.
console-group-changed = Een collega heeft deze groep net gewijzigd. Zo is hij nu. Er is niets gesloten.

console-group-change-title = Groep wijzigen
console-group-back = Terug naar de groep
console-group-name-how = Zoals het gebied heet. Bijvoorbeeld: De Koperwiek.
console-group-codes-ask = Postcodes
console-group-codes-how = Met vier cijfers of met letters erbij. Bijvoorbeeld: 2903 AB, 2903 AC, 2904
console-group-branches-ask = Voor welke branches is de groep?
console-group-branches-some = Alleen deze:
console-group-changed-now = Een collega heeft deze groep net gewijzigd. Zo is hij nu. Sla je op, dan geldt wat hieronder staat.
not-allowed-new-group = Een nieuwe groep maken kan alleen de politie of een stadsmarinier.

console-group-tie-title = Koppel een groepschat
console-group-tie-new = Zit ik nog niet in de groepschat? Kies de groep met deze knop, op een apparaat met Telegram. Telegram vraagt dan of ik beheerder mag zijn: zeg ja.
console-group-tie-who = Je moet zelf beheerder van de chat zijn, en niet anoniem. De code werkt één keer, tot

console-group-manager-how = Wie de link gebruikt, regelt de groepschat, verifieert zaken van de groep en stelt berichten voor de groep op, zodra een tweede persoon het heeft bevestigd.
console-group-manager-make = Maak de link
console-group-manager-made = Uitnodiging voor de beheerder van { $name }. Anderen zien: { $role }.
