# The 'wees alert' notice: what the recipient reads.

alert-drill = <b>DRILL, not real</b>
alert-head = <b>{ $urgency }: { $kind }</b>
alert-head-at = <b>{ $urgency }: { $kind }, { $place }</b>
alert-head-far = <b>{ $urgency }: { $kind }, { $distance } from your business</b>
alert-shop = { $name } ({ $distance })
alert-shops = For { $shops }{ $more ->
    [0] { "" }
    [one] {" "}and 1 more of yours
   *[other] {" "}and { $more } more of yours
}
head-kind-other = take extra care
urgency-P1 = ACUTE
urgency-P2 = BE ALERT
urgency-P3 = PATTERN
urgency-P4 = INFORMATION
alert-place = { $town } ({ $pc4 })
alert-place-pc4 = postcode area { $pc4 }
alert-map = <a href="{ $url }">{ $place }</a>
alert-lasts = Valid until { $moment }.
alert-advice = <b>{ $advice }</b>
alert-call = Is it happening now? <b>Call 112.</b>
alert-report = Seen something? Tap Report something.
alert-share-clear = You may share this. (TLP:CLEAR)
alert-share-green = Only for businesses that take part in Wees Alert. (TLP:GREEN)
alert-share-amber = Only for you and your colleagues. Do not forward. (TLP:AMBER)
alert-share-amber_strict = Only for police, municipality and prosecution. Do not forward. (TLP:AMBER+STRICT)
alert-share-red = Only for you personally. Share this with nobody. (TLP:RED)
alert-number = { $number }
alert-number-version = { $number } v{ $revision }
sender-aligned = { $who }, in agreement with the police
alert-more = More
alert-left-out = This does not fit at one glance. What is not in it comes behind the button More.
alert-behind-more = <b>Behind the button More:</b>
alert-newer = This notice was changed. Read the newest one, below.
alert-what = { $what }
alert-what-new = <b>New:</b> { $what }
alert-when = <b>When:</b> { $moment }
alert-where = <b>Where:</b> { $place }
alert-for-region = For: { $branches }, in { $region }.
alert-place-country = the whole country
alert-place-unnamed = at a shared location
alert-until = <b>Valid until:</b> { $moment }
sender-police = Police, { $function }
sender-police-usual = robbery coordinator
sender-manager-usual = manager
sender-of-group = { $function } of KVO group { $name }
sender-of-branch = Trade association for { $branch }
sender-of-place = { $function } { $place }
alert-line = <b>{ $number }</b> · { $severity } · { $tlp } · { $kind } · { $place } · until { $until }

seen-button = Read
seen-counted = Read ({ $count })
seen-done = ✓ Read
seen-thanks = Thank you. The sender sees only how many people have read it, not who.
seen-before = You had already been counted.

group-line = <b>{ $urgency }: { $kind }</b>, { $place } · { $number } ({ $tlp })
group-drill = <b>DRILL.</b>
group-read = Read the notice in private
group-ended = Notice <b>{ $number }</b> has ended.
alert-not-for-you = This notice does not exist (any more), or it is not for you. A notice can be for another branch or area, or for verified businesses only. /mine shows how your business is signed up, /current what is live for you now.
not-allowed-alert-over = Notice { $number } has ended. See what is live now with /current.
not-allowed-alert-retracted = Notice { $number } was retracted. Ignore it. See what is live now with /current.

revision-first = Notice
revision-update = Addition v{ $revision }
revision-correction = Correction v{ $revision }
revision-extension = Extension v{ $revision }
revision-all_clear = End of notice
revision-retraction = Retraction

current-none = There is no live notice that concerns you.
current-none-public = There are no public notices now. You see the others once your business has been checked.
current-others = You see other notices once your business has been checked.
current-stopped = You stopped, so you get no notices now. /start switches them on again.
current-more = There are { $count } more.
current-all = That was all.
current-show-more = Show more

kind-robbery = Robbery
kind-robbery_attempt = Attempted robbery
kind-reconnaissance = Reconnaissance
kind-suspicious_situation = Suspicious situation
kind-street_robbery = Street robbery
kind-ram_raid = Ram raid
kind-atm_blast = Cash machine blast
kind-robbery_delivery = Robbery of a courier
kind-robbery_home = Home robbery
kind-prevention = Prevention tip
kind-other = Other

severity-P1 = P1 · acute, offender still nearby
severity-P2 = P2 · be alert, the coming days
severity-P3 = P3 · method or pattern
severity-P4 = P4 · information

tlp-clear = TLP:CLEAR · everybody
tlp-green = TLP:GREEN · businesses in reach
tlp-amber = TLP:AMBER · whom it concerns
tlp-amber_strict = TLP:AMBER+STRICT · police, municipality, prosecution
tlp-red = TLP:RED · police and whom you name

# One thing to do now, by kind and severity; the rest is behind More.
advice-robbery = { $severity ->
        [P1] Watch your door now. Do not follow anybody.
        [P2] Keep your door in view. Do not work alone.
       *[P3] Keep money and costly goods out of sight.
    }
advice-robbery_attempt = { $severity ->
        [P1] Watch your door now. The offender may come back.
        [P2] Notice who lingers. Do not work alone.
       *[P3] Keep money and costly goods out of sight.
    }
advice-reconnaissance = { $severity ->
        [P1] Greet everybody who comes in now. Do not follow anybody.
        [P2] Greet everybody who comes in and make eye contact.
       *[P3] Tell nobody about closing time, money or cameras.
    }
advice-suspicious_situation = { $severity ->
        [P1] Look around you now. Do not follow anybody.
        [P2] Take extra care at opening and closing.
       *[P3] Do not open or close alone.
    }
advice-street_robbery = { $severity ->
        [P1] Do not go outside alone with money now.
        [P2] Do not take money outside alone.
       *[P3] Leave together at closing time.
    }
advice-ram_raid = { $severity ->
        [P1] Keep away. Do not follow anybody.
        [P2] Take costly goods out of the window after closing.
       *[P3] Report vehicles that pass slowly or wait.
    }
advice-atm_blast = { $severity ->
        [P1] Keep away from the cash machine.
        [P2] Keep away from things left at a cash machine.
       *[P3] Report whoever looks closely at a cash machine.
    }
advice-robbery_delivery = { $severity ->
        [P1] Call your couriers now. Bring them inside.
        [P2] Have orders paid beforehand and check the address.
       *[P3] Let couriers carry as little money as possible.
    }
advice-robbery_home = { $severity ->
        [P1] Do not open now to people you do not know.
        [P2] Notice whether somebody follows you home.
       *[P3] Do not take money or keys home.
    }
advice-prevention = { $severity ->
        [P1] Talk this tip over now with whoever works.
        [P2] Talk this tip over with whoever works.
       *[P3] Talk this tip over with whoever works.
    }
advice-other = { $severity ->
        [P1] Talk this over now with whoever works.
        [P2] Talk this over today with whoever works.
       *[P3] Talk this over with whoever works.
    }
advice-more-robbery = If you are robbed: stay calm, do what the robber says, hand it over and watch closely.
advice-more-robbery_attempt = If you are robbed: stay calm, do what the robber says, hand it over and watch closely.
advice-more-reconnaissance = Be wary of questions about closing time, money and cameras. Write down what you saw, not what you suspect.
advice-more-suspicious_situation = Do not approach anybody if you do not feel safe. Do not follow anybody.
advice-more-street_robbery = If you are robbed: hand over what is asked, and call 112 afterwards.
advice-more-ram_raid = Remember the kind and colour of the vehicle. Do not go there.
advice-more-atm_blast = Call 112 if you see something odd, and keep your distance.
advice-more-robbery_delivery = If you are robbed: hand over what is asked and watch closely.
advice-more-robbery_home = Vary your route home.
advice-more-prevention = Put it up where your colleagues see it.
advice-more-other = Write down what you saw, not what you suspect.
