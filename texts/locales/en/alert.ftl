# The 'wees alert' notice: what the recipient reads.

alert-drill = <b>DRILL – this is not a real notice</b>
alert-head = <b>WEES ALERT { $number }</b> · { $severity } · { $tlp }
alert-kind = <b>{ $kind }</b>
alert-what = { $what }
alert-when = <b>When:</b> { $moment }
alert-where = <b>Where:</b> { $place }
alert-where-far = <b>Where:</b> { $place } ({ $distance } from your business)
alert-place = { $town }, postcode area { $pc4 }
alert-place-pc4 = postcode area { $pc4 }
alert-place-country = the whole country
alert-place-unnamed = at a shared location
alert-until = <b>Valid until:</b> { $moment }
alert-foot = Do you see something happening now? <b>Call 112.</b> Did you see something that is not urgent? Call 0900-8844.
alert-share-clear = TLP:CLEAR means: you may share this notice.
alert-share-green = TLP:GREEN means: share this notice only with businesses that take part in Wees Alert.
alert-share-amber = TLP:AMBER means: do not share this notice outside your business.
alert-share-amber_strict = TLP:AMBER+STRICT means: for police, municipality and public prosecution only. Do not pass this on.
alert-share-red = TLP:RED means: for you personally. Share this with nobody.
alert-sender = <b>From:</b> { $who }
alert-sender-aligned = <b>From:</b> { $who }, in agreement with the police
sender-police = Police, { $function }
sender-police-usual = robbery coordinator
sender-manager-usual = manager
sender-of-group = { $function } of KVO group { $name }
sender-of-branch = Trade association for { $branch }
sender-of-place = { $function } { $place }
alert-line = <b>{ $number }</b> · { $severity } · { $tlp } · { $kind } · { $place } · until { $until }

seen-button = Seen
seen-counted = Seen ({ $count })
seen-done = ✓ Seen
seen-thanks = Thank you. The sender sees only how many people have seen it, not who.
seen-before = You had already been counted.

group-line = <b>WEES ALERT { $number }</b> · { $tlp } · { $kind } · { $place }
group-drill = <b>DRILL.</b>
group-read = Read the notice in private
group-ended = Notice <b>{ $number }</b> has ended.
alert-not-for-you = This notice does not exist (any more), or it is not for you. A notice can be for another branch or area, or for verified businesses only. /mine shows how your business is signed up, /current what is live for you now.
not-allowed-alert-over = Notice { $number } has ended. See what is live now with /current.
not-allowed-alert-retracted = Notice { $number } was retracted. Ignore it. See what is live now with /current.

revision-first = Notice
revision-update = Addition v{ $revision }
revision-correction = Correction v{ $revision }
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

advice-robbery = <b>What you can do:</b> keep your door in view, do not work alone, and keep money and costly goods out of sight. If you are robbed: stay calm, do what the robber says, hand it over and watch closely.
advice-robbery_attempt = <b>What you can do:</b> notice who lingers, do not work alone, and keep money and costly goods out of sight. If you are robbed: stay calm, do what the robber says, hand it over and watch closely.
advice-reconnaissance = <b>What you can do:</b> greet everybody who comes in and make eye contact. Be wary of questions about closing time, money and cameras. Write down what you saw, not what you suspect.
advice-suspicious_situation = <b>What you can do:</b> take extra care around opening and closing. Do not approach anybody if you do not feel safe. Do not follow anybody.
advice-street_robbery = <b>What you can do:</b> do not take money outside alone, and leave together at closing time.
advice-ram_raid = <b>What you can do:</b> take costly goods out of the window after closing, and report vehicles that pass slowly or wait.
advice-atm_blast = <b>What you can do:</b> stay away from the cash machine and from anything left behind. Call 112 and keep your distance.
advice-robbery_delivery = <b>What you can do:</b> have orders paid beforehand, check the address, and let couriers carry as little money as possible.
advice-robbery_home = <b>What you can do:</b> do not take the business’s money or keys home, and vary your route.
advice-prevention = <b>What you can do:</b> talk this tip over with whoever works with you.
advice-other = <b>What you can do:</b> take extra care and discuss this notice with whoever is at work now.
