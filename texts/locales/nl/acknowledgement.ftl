# Na het lezen: welke maatregel een zaak nam, waarom een bericht kwam, en de herinnering.

act = Maatregel genomen
act-which-shop = Voor welke zaak?
act-head = <b>Welke maatregel nam je?</b> Bericht { $number }, { $shop }.
act-measure = { $number }. { $measure }
act-button = Maatregel { $number }
act-how = Tik aan wat je deed. De afzender ziet alleen aantallen, nooit welke zaak het was.
act-thanks = { $count ->
    [one] Dank je. 1 maatregel genoteerd. Nog een keer tikken haalt hem weg.
   *[other] Dank je. { $count } maatregelen genoteerd. Nog een keer tikken haalt er een weg.
}
too-late-alert-over = Dit bericht is afgelopen. Er hoeft niets meer.
ring-name-1 = 0-1 km
ring-name-3 = 1-3 km
ring-name-5 = 3-5 km
ring-name-beyond = verder
ring-name-none = zonder afstand
ring-progress = { $ring }: { $sent } kregen het, { $seen ->
    [one] 1 las het
   *[other] { $seen } lazen het
}, { $acted ->
    [one] 1 zaak nam een maatregel
   *[other] { $acted } zaken namen een maatregel
}
why = Waarom kreeg ik dit?
why-head = <b>Waarom kreeg je bericht { $number }?</b>
why-reach = { $shop } ligt op { $distance }, binnen het bereik. Het bericht is voor: { $branches }.
why-reach-unknown = { $shop } ligt binnen het bereik. Het bericht is voor: { $branches }.
why-branch = { $shop } ligt binnen het bereik. Je koos ook voor berichten voor andere branches, zoals deze.
why-wider = Je wilde bij { $shop } ook weten wat er verder weg gebeurt. Dit was op { $distance }.
why-area = Het gebeurde in een extra gebied dat je volgt: { $area }.
why-role = Je kreeg het door je rol: { $role }, { $scope }.
why-asked = Je vroeg er zelf om, of je keuzes of rol zijn sindsdien veranderd.
why-how = Minder berichten? Wat jouw zaak aangaat kun je alleen pauzeren. De rest kun je minder vaak of anders krijgen.
why-none = Je hebt nog geen bericht gekregen.
unread = Je hebt bericht <b>{ $number }</b> nog niet gelezen: het staat hierboven. Tik op Gelezen als je het weet. Hierna vragen we het niet meer.
console-rings-title = Per ring rond de plaats
console-rings-ring = Afstand
console-rings-acted = Zaken met een maatregel
console-rings-sent = Kregen het
console-rings-seen = Lazen het
act-no-shop = Een maatregel neem je voor een zaak, en die heb je hier niet.
fewer = Minder hiervan
fewer-head = <b>Minder zoals bericht { $number }?</b>
fewer-what = Elke knop doet het meteen, en je kunt het terugdraaien. Een waarschuwing voor jouw zaak kun je alleen pauzeren, of stiller laten komen: kijk bij Wanneer wat komt.
fewer-do-mute = { $severity ->
    [P3] Geen patronen meer
   *[P4] Geen informatie meer
}
fewer-do-narrower = { $kilometres ->
    [0] Niets van verder weg ({ $shop })
   *[other] Tot { $kilometres } km ({ $shop })
}
fewer-do-branch = Niet voor { $branch } ({ $shop })
fewer-do-pause = Een week pauze
fewer-done-mute = { $severity ->
    [P3] Patronen staan uit. Je leest ze nog wel met /actueel.
   *[P4] Informatie staat uit. Je leest die nog wel met /actueel.
}
fewer-done-narrower = { $kilometres ->
    [0] Voor { $shop } krijg je niets meer van verder weg. Wat jouw zaak aangaat komt gewoon.
   *[other] Voor { $shop } krijg je alleen nog wat binnen { $kilometres } km gebeurt, en wat jouw zaak aangaat.
}
fewer-done-branch = Bij { $shop } krijg je geen berichten meer voor de branche { $branch }.
fewer-done-pause = Pauze tot { $until }. Wat daarna nog geldt, krijg je alsnog.
fewer-undo = Ongedaan maken
fewer-undone = Het is weer zoals het was.
map = Kaart
map-comes = De kaart komt eraan.
map-title = Kaart bij bericht { $number }
map-head = <b>{ $title }</b>
map-circle = Blauw is het gebied van het bericht: een cirkel van { $distance } om het midden van postcode { $pc4 }. Het adres staat er niet op.
map-ground = Blauw zijn de postcodes waar het bericht voor is. Het adres staat er niet op.
map-own = Oranje is de ring met jouw zaak: { $ring }.
map-gone = De kaart is er niet meer: het bericht is afgelopen of niet meer voor jou.
map-area = Gebied van het bericht
map-own-ring = Ring met jouw zaak: { $ring }
map-north = N
rejected-no-map = Van dit bericht is geen kaart te maken.
