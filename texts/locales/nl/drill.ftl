# Oefeningen: berichten waarmee geoefend wordt, en hoe snel ze gelezen worden.

drill-button = OEFENING · { $label }
drill-form = <b>OEFENING</b>
    Vertel wat jullie oefenen, en waar. Elke ontvanger ziet bovenaan en op elke knop dat het een oefening is.
drill-ask = <b>Even zeker weten: is er niets gebeurd?</b>
    Dit is een OEFENING. { $count ->
        [one] 1 persoon krijgt
       *[other] { $count } mensen krijgen
    } hem, met OEFENING bovenaan. ’s Nachts maakt hij geen geluid, en wie een pauze heeft krijgt hem later of niet. Er kan nooit een echt bericht van gemaakt worden.
drill-yes = Er is niets gebeurd: houd de oefening
drill-nobody = Nog niemand heeft de oefening gelezen.
drill-result = <b>Hoe snel de oefening gelezen is</b>
drill-within = Binnen { $minutes ->
        [one] 1 minuut
       *[other] { $minutes } minuten
    }: { $count } van { $sent }
drill-half = De helft van wie las, deed dat binnen { $duration }.
drill-due = <b>Tijd voor een oefening?</b>
    In jouw gebied was er een half jaar geen oefening. Met /oefening stuur je er een: zo weet je hoe snel een echt bericht gelezen wordt. Deze vraag komt twee keer per jaar, en alleen als er geen oefening was.
rejected-drill-fixed = Een oefening blijft een oefening, en een echt bericht blijft echt. Maak een nieuw bericht.
rejected-drill-confirm = Vink eerst aan dat er niets gebeurd is: dit bericht is een oefening.
console-compose-drill = Er is niets gebeurd: dit is een oefening
