# Maatregelen: één ding dat een zaak kan doen, hoogstens 70 tekens. Bronnen: docs/domain.md §7.

measures-head = <b>Wat hiertegen helpt:</b>
measure-line = • { $measure }
measure-typed = { $words }

measure-one_piece = Laat één kostbaar stuk tegelijk zien.
measure-empty_showcase = Leg wat in de etalage ligt voor sluitingstijd in de kluis.
measure-dummies = Leg namaakstukken in de etalage in plaats van echte.
measure-door_control = Houd de deur dicht en doe zelf open voor klanten.
measure-second_front = Laat achter je winkelruit een tweede ruit of rolluik plaatsen.
measure-fog = Laat een mistmachine plaatsen.
measure-tracker = Leg tussen je dure spullen een stuk met een volgzender.
measure-stock_out_of_sight = Leg je voorraad telefoons uit het zicht.
measure-locked_store = Houd je magazijn ook overdag op slot.
measure-night_window = Verkoop in het donker alleen door het nachtloket.
measure-view_of_pumps = Zorg dat je vanaf de kassa alle pompen ziet.
measure-live_view = Vraag de politie of Live View bij jouw zaak kan.
measure-card_only = Laat klanten zoveel mogelijk pinnen.
measure-closing_round = Loop voor het sluiten een ronde: is er niemand gebleven?
measure-magnet_lock = Zet op rustige uren een magneetslot op je deur.
measure-drop_safe = Stort geld meteen in een afroomkluis.
measure-prepaid = Laat online betalen en geef geen wisselgeld mee.
measure-address_check = Controleer het adres voordat de bezorger vertrekt.
measure-other_route = Kies steeds een andere tijd en een andere route.
measure-bodycam = Draag een bodycam die iedereen kan zien.

measure-look_first = Kijk eerst rond. Zie je iets vreemds? Ga niet naar binnen.
measure-together = Open en sluit met minstens twee mensen.
measure-greet = Groet iedereen die binnenkomt en maak oogcontact.
measure-skim = Haal grote biljetten de hele dag door uit de kassa.
measure-helmet_off = Vraag wie binnenkomt zijn helm af te doen.
measure-watch_delivery = Blijf erbij als er geladen of gelost wordt.
measure-back_door = Houd de achterdeur altijd op slot.
measure-clear_windows = Haal posters en stellingen weg die het zicht op straat belemmeren.
measure-till_in_sight = Zet de kassa zo dat je de ingang ziet.
measure-light = Zorg voor goed licht bij je ingang.
measure-height_marks = Plak een meetlat naast de deur, zodat je lengtes kunt schatten.
measure-cameras_record = Controleer of je camera’s opnemen en de beelden bewaren.
measure-camera_at_face = Hang een camera op gezichtshoogte bij de ingang.
measure-alarm_button = Test je overvalknop. Druk alleen als niemand het ziet.
measure-time_lock = Bewaar geld in een kluis met een tijdslot.
measure-dna_spray = Laat DNA-spray plaatsen en zet dat op je deur.

not-allowed-measures = Maatregelen wijzigt alleen politie of brancheorganisatie, voor een hele branche.
rejected-measure-words = Dat zijn te veel woorden. Een maatregel heeft er hoogstens { $most }.
