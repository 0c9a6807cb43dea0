# Het wees-alertbericht: wat de ontvanger leest.

alert-drill = <b>OEFENING – dit is geen echt bericht</b>
alert-head = <b>WEES ALERT { $number }</b> · { $severity } · { $tlp }
alert-kind = <b>{ $kind }</b>
alert-what = { $what }
alert-when = <b>Wanneer:</b> { $moment }
alert-where = <b>Waar:</b> { $place }
alert-where-far = <b>Waar:</b> { $place } ({ $distance } van je zaak)
alert-place = { $town }, postcodegebied { $pc4 }
alert-place-pc4 = postcodegebied { $pc4 }
alert-place-country = heel Nederland
alert-place-unnamed = op een gedeelde locatie
alert-until = <b>Geldt tot:</b> { $moment }
alert-foot = Zie je nu iets gebeuren? <b>Bel 112.</b> Heb je iets gezien, maar is er geen haast bij? Bel 0900-8844.
alert-share-clear = TLP:CLEAR betekent: dit bericht mag je delen.
alert-share-green = TLP:GREEN betekent: deel dit bericht alleen met ondernemers die meedoen aan Wees Alert.
alert-share-amber = TLP:AMBER betekent: deel dit bericht niet buiten je zaak.
alert-share-amber_strict = TLP:AMBER+STRICT betekent: alleen voor politie, gemeente en Openbaar Ministerie. Deel dit niet verder.
alert-share-red = TLP:RED betekent: alleen voor jou persoonlijk. Deel dit met niemand.
alert-sender = <b>Afzender:</b> { $who }
alert-sender-aligned = <b>Afzender:</b> { $who }, in afstemming met de politie
sender-police = Politie, { $function }
sender-police-usual = overvalcoördinator
sender-manager-usual = beheerder
sender-of-group = { $function } van KVO-groep { $name }
sender-of-branch = Brancheorganisatie voor de branche { $branch }
sender-of-place = { $function } { $place }
alert-line = <b>{ $number }</b> · { $severity } · { $tlp } · { $kind } · { $place } · tot { $until }

seen-button = Gezien
seen-counted = Gezien ({ $count })
seen-done = ✓ Gezien
seen-thanks = Dank je. De afzender ziet alleen hoeveel mensen het gezien hebben, niet wie.
seen-before = Je was al meegeteld.

group-line = <b>WEES ALERT { $number }</b> · { $tlp } · { $kind } · { $place }
group-drill = <b>OEFENING.</b>
group-read = Lees het bericht privé
group-ended = Bericht <b>{ $number }</b> is afgelopen.
alert-not-for-you = Dit bericht bestaat niet (meer), of het is niet voor jou. Een bericht kan voor een andere branche of een ander gebied zijn, of alleen voor geverifieerde zaken. Met /mijn zie je hoe je zaak is aangemeld, met /actueel wat er nu voor je loopt.
not-allowed-alert-over = Bericht { $number } is afgelopen. Wat er nu loopt, zie je met /actueel.
not-allowed-alert-retracted = Bericht { $number } is ingetrokken. Negeer het. Wat er nu loopt, zie je met /actueel.

revision-first = Bericht
revision-update = Aanvulling v{ $revision }
revision-correction = Correctie v{ $revision }
revision-all_clear = Einde alert
revision-retraction = Intrekking

current-none = Er loopt nu geen bericht dat jou aangaat.
current-none-public = Er zijn nu geen openbare berichten. Andere zie je pas als je zaak is gecontroleerd.
current-others = Andere berichten zie je pas als je zaak is gecontroleerd.
current-stopped = Je bent gestopt, dus je krijgt nu geen berichten. Met /start zet je ze weer aan.
current-more = Er zijn er nog { $count }.
current-all = Dat was alles.
current-show-more = Laat meer zien

kind-robbery = Overval
kind-robbery_attempt = Poging tot overval
kind-reconnaissance = Voorverkenning
kind-suspicious_situation = Verdachte situatie
kind-street_robbery = Straatroof
kind-ram_raid = Ramkraak
kind-atm_blast = Plofkraak
kind-robbery_delivery = Overval op bezorger
kind-robbery_home = Woningoverval
kind-prevention = Preventietip
kind-other = Anders

severity-P1 = P1 · acuut, dader nog in de buurt
severity-P2 = P2 · wees alert, de komende dagen
severity-P3 = P3 · werkwijze of patroon
severity-P4 = P4 · informatie

tlp-clear = TLP:CLEAR · iedereen
tlp-green = TLP:GREEN · ondernemers in bereik
tlp-amber = TLP:AMBER · wie het aangaat
tlp-amber_strict = TLP:AMBER+STRICT · politie, gemeente en OM
tlp-red = TLP:RED · politie en wie je aanwijst

advice-robbery = <b>Wat kun je doen:</b> houd je deur in het zicht, werk niet alleen en haal geld en dure spullen uit het zicht. Word je overvallen: blijf rustig, doe wat de dader zegt, geef af en kijk goed.
advice-robbery_attempt = <b>Wat kun je doen:</b> let op wie er blijft hangen, werk niet alleen en haal geld en dure spullen uit het zicht. Word je overvallen: blijf rustig, doe wat de dader zegt, geef af en kijk goed.
advice-reconnaissance = <b>Wat kun je doen:</b> groet iedereen die binnenkomt en maak oogcontact. Wees alert op vragen over sluittijd, geld en camera’s. Schrijf op wat je zag, niet wat je vermoedt.
advice-suspicious_situation = <b>Wat kun je doen:</b> let extra op rond opening en sluiting. Spreek niemand aan als je je niet veilig voelt. Ga niemand achterna.
advice-street_robbery = <b>Wat kun je doen:</b> ga niet alleen met geld de straat op en loop samen naar buiten bij het sluiten.
advice-ram_raid = <b>Wat kun je doen:</b> haal dure spullen na sluiting uit de etalage en meld voertuigen die langzaam langsrijden of blijven staan.
advice-atm_blast = <b>Wat kun je doen:</b> blijf uit de buurt van de geldautomaat en van achtergelaten spullen. Bel 112 en houd afstand.
advice-robbery_delivery = <b>Wat kun je doen:</b> laat vooraf betalen, controleer het adres en geef bezorgers zo min mogelijk geld mee.
advice-robbery_home = <b>Wat kun je doen:</b> neem geen geld of sleutels van de zaak mee naar huis en varieer je route.
advice-prevention = <b>Wat kun je doen:</b> bespreek deze tip met wie er werkt.
advice-other = <b>Wat kun je doen:</b> let extra op en bespreek dit bericht met wie er nu werkt.
