# Modus operandi: fields, values, and the line in the notice.

mo-time_band = Time of day
mo-time_band-opening = at opening
mo-time_band-day = during the day
mo-time_band-evening = in the evening
mo-time_band-last_hour = last hour before closing
mo-time_band-after_closing = after closing
mo-time_band-delivery = at a delivery or cash transport
mo-line-time_band = <b>Time of day:</b> { $value }

mo-offender_count = Number of offenders
mo-offender_count-1 = 1
mo-offender_count-2 = 2
mo-offender_count-3 = 3
mo-offender_count-4_plus = 4 or more
mo-offender_count-unknown = unknown
mo-line-offender_count = <b>Number of offenders:</b> { $value }
mo-seen-offender_count = Number of people
mo-line-seen-offender_count = <b>Number of people:</b> { $value }

mo-approach = Approach
mo-approach-hit_and_run = quickly in and out
mo-approach-as_customer = as a customer
mo-approach-waiting_staff = lay in wait for staff
mo-approach-back_door = through the back door
mo-approach-break_in = break-in with threats
mo-approach-vehicle = with a vehicle
mo-approach-explosive = with an explosive
mo-line-approach = <b>Approach:</b> { $value }

mo-weapon = Weapon
mo-weapon-none_seen = none seen
mo-weapon-knife = knife
mo-weapon-firearm = firearm (or look-alike)
mo-weapon-blunt = blunt weapon
mo-weapon-spray = corrosive substance or spray
mo-weapon-other = another weapon
mo-line-weapon = <b>Weapon:</b> { $value }

mo-violence = Violence
mo-violence-threat = threat
mo-violence-physical = physical violence
mo-violence-injury = injury
mo-line-violence = <b>Violence:</b> { $value }

mo-face_cover = Face
mo-face_cover-none = not covered
mo-face_cover-hood = hood
mo-face_cover-helmet = helmet
mo-face_cover-balaclava = balaclava
mo-face_cover-mask = mask or scarf
mo-line-face_cover = <b>Face:</b> { $value }

mo-loot_type = Loot (kind)
mo-loot_type-cash = cash
mo-loot_type-tobacco = tobacco
mo-loot_type-jewellery = jewellery or watches
mo-loot_type-phones = phones
mo-loot_type-glasses = glasses
mo-loot_type-medicine = medicine
mo-loot_type-none = none
mo-loot_type-other = something else
mo-line-loot_type = <b>Loot:</b> { $value }
mo-seen-loot_type = Aimed at
mo-line-seen-loot_type = <b>Aimed at:</b> { $value }

mo-exit_mode = Fled
mo-exit_mode-on_foot = on foot
mo-exit_mode-bicycle = by bicycle
mo-exit_mode-scooter = by scooter
mo-exit_mode-car = by car
mo-exit_mode-unknown = unknown
mo-line-exit_mode = <b>Fled:</b> { $value }
mo-seen-exit_mode = Left
mo-line-seen-exit_mode = <b>Left:</b> { $value }

mo-exit_direction = Direction of flight
mo-exit_direction-north = north
mo-exit_direction-north_east = north-east
mo-exit_direction-east = east
mo-exit_direction-south_east = south-east
mo-exit_direction-south = south
mo-exit_direction-south_west = south-west
mo-exit_direction-west = west
mo-exit_direction-north_west = north-west
mo-line-exit_direction = <b>Direction of flight:</b> { $value }
mo-seen-exit_direction = Direction
mo-line-seen-exit_direction = <b>Direction:</b> { $value }

mo-prior_recon = Scouted beforehand
mo-prior_recon-yes = yes
mo-prior_recon-no = no
mo-prior_recon-unknown = unknown
mo-line-prior_recon = <b>Scouted beforehand:</b> { $value }

mo-language_notes = Language
mo-line-language_notes = <b>Language:</b> { $value }

# Short facts, for one glance and for what a correction changed.
fact-time_band = { $value }
fact-offender_count = { $key ->
        [one] 1 offender
       *[other] { $value } offenders
    }
fact-seen-offender_count = { $key ->
        [one] 1 person
       *[other] { $value } people
    }
fact-approach = { $key ->
        [as_customer] came in as a customer
        [back_door] came through the back door
       *[any] { $value }
    }
fact-weapon = { $key ->
        [none_seen] no weapon seen
       *[any] { $value }
    }
fact-violence = { $value }
fact-face_cover = { $key ->
        [none] face not covered
       *[any] { $value }
    }
fact-loot_type = { $key ->
        [none] nothing taken
       *[any] { $value } taken
    }
fact-seen-loot_type = { $key ->
        [none] nothing taken
       *[any] aimed at { $value }
    }
fact-exit_mode = fled { $value }
fact-seen-exit_mode = left { $value }
fact-exit_direction = towards { $value }
fact-seen-exit_direction = towards { $value }
fact-prior_recon = { $key ->
        [yes] scouted beforehand
       *[no] not scouted beforehand
    }
fact-dropped = { $field } not known
