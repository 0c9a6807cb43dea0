# Het wees-alertbericht: wat de ontvanger leest.

alert-drill = <b>OEFENING, niet echt</b>
alert-head = <b>{ $urgency }: { $kind }</b>
alert-head-at = <b>{ $urgency }: { $kind }, { $place }</b>
alert-head-far = <b>{ $urgency }: { $kind }, { $distance } van je zaak</b>
alert-shop = { $name } ({ $distance })
alert-shops = Voor { $shops }{ $more ->
    [0] { "" }
    [one] {" "}en nog 1 zaak van je
   *[other] {" "}en nog { $more } zaken van je
}
head-kind-other = extra opletten
urgency-P1 = ACUUT
urgency-P2 = WEES ALERT
urgency-P3 = PATROON
urgency-P4 = INFORMATIE
alert-place = { $town } ({ $pc4 })
alert-place-pc4 = postcodegebied { $pc4 }
alert-map = <a href="{ $url }">{ $place }</a>
alert-lasts = Geldt tot { $moment }.
alert-advice = <b>{ $advice }</b>
alert-call = Gebeurt het nu? <b>Bel 112.</b>
alert-report = Iets gezien? Tik op Iets melden.
alert-share-clear = Dit mag je delen. (TLP:CLEAR)
alert-share-green = Alleen voor zaken die meedoen aan Wees Alert. (TLP:GREEN)
alert-share-amber = Alleen voor jou en je collega’s. Niet doorsturen. (TLP:AMBER)
alert-share-amber_strict = Alleen voor politie, gemeente en OM. Niet doorsturen. (TLP:AMBER+STRICT)
alert-share-red = Alleen voor jou persoonlijk. Deel dit met niemand. (TLP:RED)
alert-number = { $number }
alert-number-version = { $number } v{ $revision }
sender-aligned = { $who }, in afstemming met de politie
alert-more = Meer
alert-left-out = Dit past niet in één blik. Wat er niet in staat, komt achter de knop Meer.
alert-behind-more = <b>Achter de knop Meer:</b>
alert-newer = Dit bericht is gewijzigd. Lees het nieuwste, hieronder.
alert-what = { $what }
alert-what-new = <b>Nieuw:</b> { $what }
alert-when = <b>Wanneer:</b> { $moment }
alert-where = <b>Waar:</b> { $place }
alert-for-region = Voor: { $branches }, in { $region }.
alert-place-country = heel Nederland
alert-place-unnamed = op een gedeelde locatie
alert-until = <b>Geldt tot:</b> { $moment }
sender-police = Politie, { $function }
sender-police-usual = overvalcoördinator
sender-manager-usual = beheerder
sender-of-group = { $function } van KVO-groep { $name }
sender-of-branch = Brancheorganisatie voor de branche { $branch }
sender-of-place = { $function } { $place }
alert-line = <b>{ $number }</b> · { $severity } · { $tlp } · { $kind } · { $place } · tot { $until }

seen-button = Gelezen
seen-counted = Gelezen ({ $count })
seen-done = ✓ Gelezen
seen-thanks = Dank je. De afzender ziet alleen hoeveel mensen het gelezen hebben, niet wie.
seen-before = Je was al meegeteld.

group-line = <b>{ $urgency }: { $kind }</b>, { $place } · { $number } ({ $tlp })
group-drill = <b>OEFENING.</b>
group-read = Lees het bericht privé
group-ended = Bericht <b>{ $number }</b> is afgelopen.
alert-not-for-you = Dit bericht bestaat niet (meer), of het is niet voor jou. Een bericht kan voor een andere branche of een ander gebied zijn, of alleen voor geverifieerde zaken. Met /mijn zie je hoe je zaak is aangemeld, met /actueel wat er nu voor je loopt.
not-allowed-alert-over = Bericht { $number } is afgelopen. Wat er nu loopt, zie je met /actueel.
not-allowed-alert-retracted = Bericht { $number } is ingetrokken. Negeer het. Wat er nu loopt, zie je met /actueel.

revision-first = Bericht
revision-update = Aanvulling v{ $revision }
revision-correction = Correctie v{ $revision }
revision-extension = Verlenging v{ $revision }
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

# Eén ding om nu te doen, naar soort en ernst; achter Meer staat de rest.
advice-robbery = { $severity ->
        [P1] Let nu op je deur. Ga niemand achterna.
        [P2] Houd je deur in het zicht. Werk niet alleen.
       *[P3] Haal geld en dure spullen uit het zicht.
    }
advice-robbery_attempt = { $severity ->
        [P1] Let nu op je deur. De dader kan terugkomen.
        [P2] Let op wie er blijft hangen. Werk niet alleen.
       *[P3] Haal geld en dure spullen uit het zicht.
    }
advice-reconnaissance = { $severity ->
        [P1] Groet nu iedereen die binnenkomt. Ga niemand achterna.
        [P2] Groet iedereen die binnenkomt en maak oogcontact.
       *[P3] Vertel niemand iets over sluittijd, geld of camera’s.
    }
advice-suspicious_situation = { $severity ->
        [P1] Kijk nu goed rond. Ga niemand achterna.
        [P2] Let extra op bij openen en sluiten.
       *[P3] Open en sluit niet alleen.
    }
advice-street_robbery = { $severity ->
        [P1] Ga nu niet alleen met geld naar buiten.
        [P2] Ga niet alleen met geld de straat op.
       *[P3] Loop bij het sluiten samen naar buiten.
    }
advice-ram_raid = { $severity ->
        [P1] Blijf uit de buurt. Ga niemand achterna.
        [P2] Haal dure spullen na sluiting uit de etalage.
       *[P3] Meld voertuigen die langzaam langsrijden of blijven staan.
    }
advice-atm_blast = { $severity ->
        [P1] Blijf uit de buurt van de geldautomaat.
        [P2] Blijf weg bij spullen die bij een geldautomaat staan.
       *[P3] Meld wie een geldautomaat van dichtbij bekijkt.
    }
advice-robbery_delivery = { $severity ->
        [P1] Bel nu je bezorgers. Haal ze naar binnen.
        [P2] Laat vooraf betalen en controleer het adres.
       *[P3] Geef bezorgers zo min mogelijk geld mee.
    }
advice-robbery_home = { $severity ->
        [P1] Doe nu niet open voor wie je niet kent.
        [P2] Let op of iemand je naar huis volgt.
       *[P3] Neem geen geld of sleutels mee naar huis.
    }
advice-prevention = { $severity ->
        [P1] Bespreek deze tip nu met wie er werkt.
        [P2] Bespreek deze tip met wie er werkt.
       *[P3] Bespreek deze tip met wie er werkt.
    }
advice-other = { $severity ->
        [P1] Bespreek dit nu met wie er werkt.
        [P2] Bespreek dit vandaag met wie er werkt.
       *[P3] Bespreek dit met wie er werkt.
    }
advice-more-robbery = Word je overvallen: blijf rustig, doe wat de dader zegt, geef af en kijk goed.
advice-more-robbery_attempt = Word je overvallen: blijf rustig, doe wat de dader zegt, geef af en kijk goed.
advice-more-reconnaissance = Wees alert op vragen over sluittijd, geld en camera’s. Schrijf op wat je zag, niet wat je vermoedt.
advice-more-suspicious_situation = Spreek niemand aan als je je niet veilig voelt. Ga niemand achterna.
advice-more-street_robbery = Word je beroofd: geef af wat gevraagd wordt en bel daarna 112.
advice-more-ram_raid = Onthoud soort en kleur van het voertuig. Ga er niet heen.
advice-more-atm_blast = Bel 112 als je iets vreemds ziet, en houd afstand.
advice-more-robbery_delivery = Word je overvallen: geef af wat gevraagd wordt en kijk goed.
advice-more-robbery_home = Varieer je route naar huis.
advice-more-prevention = Hang hem op waar je collega’s hem zien.
advice-more-other = Schrijf op wat je zag, niet wat je vermoedt.
