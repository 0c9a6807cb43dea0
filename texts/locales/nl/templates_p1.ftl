# Sjablonen: P1-berichten die de politie vooraf schrijft en goedkeurt.

menu-templates = Verstuur een sjabloon (P1)

templates-none = Er zijn nog geen sjablonen. Maak met /alert een P1-bericht en tik bij het voorbeeld op “Bewaar als sjabloon”. Na akkoord van een collega kun je het in twee tikken versturen.
template-save = Bewaar als sjabloon
template-made = Bewaard als sjabloon. { $count ->
        [0] Er is hier nu geen collega die het kan goedkeuren. Tot die tijd kan het niet worden verstuurd.
        [one] Een collega heeft het gekregen. Na akkoord kun je het versturen met /sjablonen.
       *[other] { $count } collega’s hebben het gekregen. Na akkoord van een van hen kun je het versturen met /sjablonen.
    }
template-head = <b>Sjabloon: { $name }</b>
template-name = { $kind } · { $place }
template-number = (nummer volgt)
template-own = Wacht op akkoord van een collega.
template-waits = <b>Ter goedkeuring.</b> Geschreven door een collega ({ $who }). Na je akkoord kan de politie het zo versturen, zonder opnieuw te vragen.
template-until = Goedgekeurd door { $who }. Te gebruiken tot { $until }.
template-approve = Akkoord
template-use = Gebruik dit sjabloon
template-end = Beëindigen
template-over = Dit sjabloon is beëindigd.
template-ready = Hierboven staat bericht <b>{ $number }</b> zoals het aankomt. { $count ->
        [0] Op dit moment is er niemand die het krijgt.
        [one] Het gaat naar 1 ontvanger.
       *[other] Het gaat naar { $count } ontvangers.
    } Klopt alles? Dan gaat het met één tik weg.
template-send = Nu versturen
template-not = Niet versturen
template-approved = Je sjabloon <b>{ $name }</b> is goedgekeurd door een collega. Je kunt het versturen met /sjablonen.
template-ended = Je sjabloon <b>{ $name }</b> is beëindigd door een collega.

rejected-template-p1 = Alleen een P1-bericht kan een sjabloon worden.
not-allowed-own-template = Je kunt je eigen sjabloon niet goedkeuren. Een collega doet dat.
not-allowed-off-duty = Je staat op pauze of bent gestopt, dus je bent nu niet in dienst. Zet je berichten weer aan met /mijn of /start.
too-late-template = Dit sjabloon wacht niet meer, of is beëindigd. Kijk met /sjablonen hoe het ervoor staat.
too-late-template-changed = Dit bericht is gewijzigd of al verstuurd, en is niet meer het goedgekeurde sjabloon. Begin opnieuw met /sjablonen.
