# Werkwijze (modus operandi): velden, waarden, en de regel in het bericht.

mo-time_band = Tijdstip
mo-time_band-opening = bij opening
mo-time_band-day = overdag
mo-time_band-evening = ’s avonds
mo-time_band-last_hour = laatste uur voor sluiting
mo-time_band-after_closing = na sluiting
mo-time_band-delivery = bij levering of waardetransport
mo-line-time_band = <b>Tijdstip:</b> { $value }

mo-offender_count = Aantal daders
mo-offender_count-1 = 1
mo-offender_count-2 = 2
mo-offender_count-3 = 3
mo-offender_count-4_plus = 4 of meer
mo-offender_count-unknown = onbekend
mo-line-offender_count = <b>Aantal daders:</b> { $value }
mo-seen-offender_count = Aantal personen
mo-line-seen-offender_count = <b>Aantal personen:</b> { $value }

mo-approach = Aanpak
mo-approach-hit_and_run = snel erin en eruit
mo-approach-as_customer = als klant
mo-approach-waiting_staff = wachtte personeel op
mo-approach-back_door = via de achteringang
mo-approach-break_in = inbraak met bedreiging
mo-approach-vehicle = met een voertuig
mo-approach-explosive = met een explosief
mo-line-approach = <b>Aanpak:</b> { $value }

mo-weapon = Wapen
mo-weapon-none_seen = geen gezien
mo-weapon-knife = mes
mo-weapon-firearm = vuurwapen (of lijkt erop)
mo-weapon-blunt = slagwapen
mo-weapon-spray = bijtende stof of spray
mo-weapon-other = ander wapen
mo-line-weapon = <b>Wapen:</b> { $value }

mo-violence = Geweld
mo-violence-threat = dreiging
mo-violence-physical = fysiek geweld
mo-violence-injury = letsel
mo-line-violence = <b>Geweld:</b> { $value }

mo-face_cover = Gezicht
mo-face_cover-none = niet bedekt
mo-face_cover-hood = capuchon
mo-face_cover-helmet = helm
mo-face_cover-balaclava = bivakmuts
mo-face_cover-mask = masker of sjaal
mo-line-face_cover = <b>Gezicht:</b> { $value }

mo-loot_type = Buit (soort)
mo-loot_type-cash = contant geld
mo-loot_type-tobacco = tabak
mo-loot_type-jewellery = sieraden of horloges
mo-loot_type-phones = telefoons
mo-loot_type-glasses = brillen
mo-loot_type-medicine = medicijnen
mo-loot_type-none = geen
mo-loot_type-other = iets anders
mo-line-loot_type = <b>Buit:</b> { $value }
mo-seen-loot_type = Gericht op
mo-line-seen-loot_type = <b>Gericht op:</b> { $value }

mo-exit_mode = Gevlucht
mo-exit_mode-on_foot = te voet
mo-exit_mode-bicycle = op de fiets
mo-exit_mode-scooter = op een scooter
mo-exit_mode-car = met een auto
mo-exit_mode-unknown = onbekend
mo-line-exit_mode = <b>Gevlucht:</b> { $value }
mo-seen-exit_mode = Vertrokken
mo-line-seen-exit_mode = <b>Vertrokken:</b> { $value }

mo-exit_direction = Vluchtrichting
mo-exit_direction-north = noord
mo-exit_direction-north_east = noordoost
mo-exit_direction-east = oost
mo-exit_direction-south_east = zuidoost
mo-exit_direction-south = zuid
mo-exit_direction-south_west = zuidwest
mo-exit_direction-west = west
mo-exit_direction-north_west = noordwest
mo-line-exit_direction = <b>Vluchtrichting:</b> { $value }
mo-seen-exit_direction = Richting
mo-line-seen-exit_direction = <b>Richting:</b> { $value }

mo-prior_recon = Vooraf verkend
mo-prior_recon-yes = ja
mo-prior_recon-no = nee
mo-prior_recon-unknown = onbekend
mo-line-prior_recon = <b>Vooraf verkend:</b> { $value }

mo-language_notes = Taal
mo-line-language_notes = <b>Taal:</b> { $value }

# Korte feiten voor in één blik, en voor wat een correctie veranderde.
fact-time_band = { $value }
fact-offender_count = { $key ->
        [one] 1 dader
       *[other] { $value } daders
    }
fact-seen-offender_count = { $key ->
        [one] 1 persoon
       *[other] { $value } personen
    }
fact-approach = { $key ->
        [as_customer] kwam binnen als klant
        [back_door] kwam via de achteringang
       *[any] { $value }
    }
fact-weapon = { $key ->
        [none_seen] geen wapen gezien
       *[any] { $value }
    }
fact-violence = { $value }
fact-face_cover = { $key ->
        [none] gezicht niet bedekt
       *[any] { $value }
    }
fact-loot_type = { $key ->
        [none] niets meegenomen
       *[any] { $value } meegenomen
    }
fact-seen-loot_type = { $key ->
        [none] niets meegenomen
       *[any] gericht op { $value }
    }
fact-exit_mode = gevlucht { $value }
fact-seen-exit_mode = vertrokken { $value }
fact-exit_direction = richting { $value }
fact-seen-exit_direction = richting { $value }
fact-prior_recon = { $key ->
        [yes] vooraf verkend
       *[no] niet vooraf verkend
    }
fact-dropped = { $field } niet bekend
