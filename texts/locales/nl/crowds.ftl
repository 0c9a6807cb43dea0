# Hoeveel mensen een zaak heeft.

signups-crowds = Zaken met meer mensen
crowds-title = <b>Zaken met de meeste mensen</b>
crowds-none = Geen geverifieerde zaak in jouw gebied heeft meer dan één deelnemer.
crowds-one = { $number }. <b>{ $name }</b>: { $count } mensen, deze week { $came } erbij
crowd-title = <b>Wie hoort er bij deze zaak?</b>
crowd-people = { $count ->
        [one] Er hoort 1 deelnemer bij.
       *[other] Er horen { $count } mensen bij.
    } Zonder tik van een coördinator kunnen het er { $most } zijn.
crowd-growth = Deze week kwamen er { $came } bij. Nieuw en nog niet bekend: { $new }.
crowd-full = De zaak zit vol: er probeerde nog iemand bij te komen.
crowd-how = Klopt dat bij wat je van deze zaak weet? Vraag het de eigenaar. Wie nieuw is, krijgt de eerste 24 uur hooguit TLP:GREEN, tenzij jij voor hen instaat.
crowd-vouch = Ik sta in voor wie nieuw is
crowd-vouched = Genoteerd. Ze horen het.
crowd-more = Tot { $most } mensen toestaan
crowd-allowed = Toegestaan. De eigenaar hoort het.
newcomer-first-day = De eerste 24 uur krijg je berichten tot en met TLP:GREEN. Daarna krijg je alles wat voor de zaak is. Eerder kan als een coördinator voor je instaat.
shop-full = Bij <b>{ $name }</b> horen al { $most } mensen, dus er kan niemand meer bij. De coördinator hoort het en kan meer toestaan. Werkt iemand er niet meer? Haal die weg met /mijn.
shop-room = Bij <b>{ $name }</b> mogen nu { $most } mensen horen. Stuur de link opnieuw aan wie er niet bij kon.
people-vouched = Een coördinator staat voor je in: je krijgt nu alles wat voor <b>{ $name }</b> is.
owner-changed = <b>{ $name }</b> heeft een andere eigenaar. Daarom is de zaak niet meer geverifieerd, tot een coördinator dat opnieuw doet. Tot dan krijg je alleen openbare berichten.
invite-shop-full = Bij deze zaak kan nu niemand meer bij. De eigenaar en de coördinator horen dat je kwam. Probeer de link later nog eens.
join-full = Er kan niemand meer bij. De coördinator hoort het en kan meer toestaan; daarna kun je hier nog eens tikken.
too-late-people = Zoveel mensen mogen er al bij.
too-late-vouched = Er is daar niemand nieuw.
