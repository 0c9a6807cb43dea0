# TLP: waar een bericht heen mag, en wat er wordt geweigerd. Elke weigering noemt het label.

label-incident = { $tlp } is openbaar: iedereen kan het lezen, ook daders. Een bericht met ernst { $severity } mag zo niet weg. Kies TLP:GREEN of strenger, of maak er P4 van.
label-group = { $tlp } mag niet naar ondernemers, dus ook niet naar een KVO-groep. Kies TLP:AMBER of TLP:GREEN, of kies bij “Voor wie” alle zaken.
label-fixed = { $tlp } ligt vast sinds het versturen. Moet het strenger of ruimer? Trek het bericht in en maak met dezelfde tekst een nieuw bericht.
label-chat-line = { $tlp } mag niet voluit in een groepschat: daar komt één regel met een link.

named-ask = <b>Wie mag dit bericht nog meer lezen?</b>
    { $tlp } gaat alleen naar de politie. Tik aan wie het ook krijgt.
named-done = { $count ->
        [0] Alleen de politie ›
        [one] Verder met 1 persoon ›
       *[other] Verder met { $count } personen ›
    }
named-too = { $tlp }, ook voor: { $who }
alert-edit-named = Wie nog meer

