# A report: from 112 to what became of it.

form-report = your report

report-safety = Is it happening now, or is there danger? <b>Call 112.</b>
report-safety-bot = This is not an emergency number. Called, or no danger? Choose below.
report-safety-kept = Your text is kept: you will see it again in a moment.
report-safety-called = 112 has been called, go on
report-safety-safe = No danger, go on
report-ask-kind = <b>What would you like to report?</b>
report-kind-reconnaissance = Somebody is scouting the business
report-kind-suspicious_situation = Something else suspicious
report-kind-robbery = Robbery
report-kind-robbery_attempt = Attempted robbery (nothing taken)
report-kind-street_robbery = Robbery in the street
report-kind-robbery_delivery = Robbery of a courier
report-kind-ram_raid = Ram raid
report-kind-atm_blast = Explosion at a cash machine
report-ask-signals = <b>What stood out?</b>
    Tap everything that you saw.
report-ask-weapon = <b>Was there a weapon?</b>
report-ask-loot_type = <b>What was taken?</b>
    Only the kind. Never name an amount.
report-nothing-taken = Nothing: then it is an attempt
report-something-taken = Something was taken after all
report-ask-injured = <b>Is anybody hurt?</b>
    Then call 112 first.
report-injured-yes = Yes
report-injured-no = No
report-ask-persons = <b>How many people were there?</b>
report-ask-clothing = <b>What did they look like?</b>
    Type clothing, height and build. For example: black coat with a hood, tall and slim. No names and no ethnic origin.
report-ask-vehicle = <b>How did they come or leave?</b>
    Choose, or type it with its colour, for example: white van. No number plate.
report-ask-where = <b>Where was it?</b>
report-ask-where-to-send = <b>Where was it?</b> Tap yours, and your report is sent at once.
report-here = Where I am now
report-elsewhere = Somewhere else
report-here-how = Share your location with the button below.
report-ask-here = Does that not work? Then type the <b>postcode</b> (2903 or 2903 AB).
report-ask-postcode = What is the <b>postcode</b> there? Type 2903 or 2903 AB.
report-ask-what = <b>Anything else?</b>
    Type it in a few sentences. No names, number plates, phone numbers or amounts.
report-send = Send now
report-send-from = Send now: { $shop }
report-ask-words = <b>What happened?</b>
    Type it in a few sentences. No names, number plates, phone numbers or amounts.
report-words-now = This is what you had typed. Tap it to copy and change it: <code>{ $text }</code>
report-leave-out = Not right: leave it out
report-ask-value = <b>{ $field }?</b>
report-overview = <b>Is this right?</b>
report-overview-words = <b>You wrote:</b>
report-overview-how = Is a line not right? Tap its word below. Forgot something? Type it.
report-change-kind = Kind
report-change-signals = Stood out
report-change-when = When
report-change-persons = People
report-change-weapon = Weapon
report-change-loot_type = Loot
report-change-injured = Injured
report-change-violence = Violence
report-change-approach = Approach
report-change-face_cover = Face
report-change-exit_mode = Left
report-change-exit_direction = Direction
report-change-clothing = Appearance
report-change-vehicle = Transport
report-change-where = Where
report-change-words = Text

signal-interest_layout = Looks at cameras, till or safe
signal-questions_security = Asks about closing time or money
signal-no_purchase_loop = Keeps coming in, buys nothing
signal-photos = Takes photos or films
signal-watching_from_vehicle = Watches from a vehicle
signal-lookout = Is on the lookout at the door
signal-closing_time = Hangs about at opening or closing
signal-testing_door = Tries a door
signal-face_hidden = Hides the face
signal-high_value_request = Views costly goods, does not buy
signal-route_check = Checks escape route or alley
signal-startle = Startles when spoken to
signal-multi_shop = Goes from business to business

vehicle-on_foot = on foot
vehicle-bicycle = bicycle
vehicle-scooter = scooter
vehicle-car = car
vehicle-van = van

report-button = Report something
report-button-former = I saw something
report-button-hint = Did you see something? Tap <b>Report something</b> below the typing field. In a robbery you also find there what to do.
report-private = You report in your own chat with the bot. Open the bot and type /report.

report-receipt =
    <b>Received. Not shared yet.</b>
    Your report has number <b>{ $number }</b>.
report-receipt-seen = The police or city marshal of this area get your report at once and decide what to do with it. You will read that here.
report-receipt-nobody = No police or city marshal of this area can be reached with your report now. So please call <b>0900-8844</b> as well.
police-report-receipt-nobody = No colleague or city marshal of this area can be reached with your report now. So please pass it on to a colleague of that area yourself as well.
report-receipt-112 = Is something happening now? Call <b>112</b>.
report-receipt-victim = We are sorry that this happened to you. Talk about it, now or later. Victim support (Slachtofferhulp) is there for you and for everybody who was there: <b>0900-0101</b>.
report-receipt-witness = Were you there, or did it frighten you? Victim support (Slachtofferhulp) is there for you too: <b>0900-0101</b>.
report-add = Add something
report-back = Take back

form-addition = the addition to your report
report-ask-addition = <b>What would you like to add to { $number }?</b>
    Type it in a few sentences. No names, number plates, phone numbers or amounts.
report-added = Added to report <b>{ $number }</b>. Whoever looks at your report sees it there.

report-unsent = Your report has not been sent yet. Would you like to go on?
report-unsent-resume = Go on
report-unsent-stop = Stop

report-card-head = <b>Report { $number }</b> · { $kind }
report-card-head-unconfirmed = <b>Report { $number }</b> · { $kind } · unconfirmed
report-line-proposed = { $line } · <i>proposed</i>
report-line-open = { $line } · <i>choose with { $button }</i>
report-either = { $first } or { $others }
report-line-kind = <b>Kind:</b> { $value }
report-line-signals = <b>Stood out:</b> { $value }
report-line-when = <b>When:</b> { $value }
report-line-persons = <b>People:</b> { $value }
report-line-weapon = <b>Weapon:</b> { $value }
report-line-loot_type = <b>Loot (kind):</b> { $value }
report-line-injured = <b>Injured:</b> { $value }
report-line-violence = <b>Violence:</b> { $value }
report-line-approach = <b>Approach:</b> { $value }
report-line-face_cover = <b>Face:</b> { $value }
report-line-exit_mode = <b>Left:</b> { $value }
report-line-exit_direction = <b>Direction:</b> { $value }
report-line-clothing = <b>Appearance:</b> { $value }
report-line-vehicle = <b>Transport:</b> { $value }
report-line-shop = <b>Business:</b> { $name }, { $place }
report-line-shop-then = <b>Business:</b> { $name }, then at { $place }
report-line-where = <b>Where:</b> { $place }
report-line-what = <b>Further:</b> { $value }
report-line-sent = <b>Reported:</b> { $value }
report-line-added = <b>Added, { $moment }:</b> { $value }

report-standing-received = Nobody has taken it yet.
report-standing-triage = Taken by: { $who }.
report-standing-drafted = Taken by: { $who }. Notice { $alert } is being made.
report-standing-closed = Closed: { $outcome }.
report-standing-escalated = Closed: notice { $alert } was sent.
outcome-handled = dealt with
outcome-unconfirmed = could not be established
outcome-unfounded = nothing wrong
outcome-forwarded = passed on to another team
outcome-duplicate = already reported
outcome-linked = belongs to another report
outcome-escalated = notice sent
outcome-withdrawn = taken back by the reporter

report-take = I will take this
report-alert = Make a notice of it
report-close = Close
report-ask-outcome = How did it end? The person who reported it reads what you choose.
report-close-handled = Dealt with
report-close-unconfirmed = Unconfirmed: could not be established
report-close-unfounded = Nothing wrong (unfounded)
report-close-forwarded = Passed on to another team
report-close-duplicate = Duplicate of another report
report-close-linked = Belongs to another report
report-close-back = ‹ Not yet
report-taken = Taken. The person who reported it is told.
report-closed = Closed. The person who reported it is told.
report-changed = This report has just been changed. Have another look, then tap again.
report-already-taken = Already taken by: { $who }.
report-from = Made from report { $number }.
report-overtaken = <b>Note:</b> something else has been done with report { $number } meanwhile. { $standing } Is this notice still needed?
report-withdrawn = Report <b>{ $number }</b>, which you had taken, was taken back by whoever sent it. You need not do anything more. In doubt? Ask the business.
report-suggested-clothing = Appearance: { $value }.
report-suggested-vehicle = Transport: { $value }.
report-the-shop = the business

report-news-taken = Your report <b>{ $number }</b> has been taken by: { $who }.
report-news-drafted = A notice is being made from your report <b>{ $number }</b>. It has not been sent yet.
report-news-reopened = There will be no notice from your report <b>{ $number }</b> after all. The report is waiting for the police and city marshal again.
report-news-escalated = Notice <b>{ $alert }</b> was made from your report <b>{ $number }</b> and has been sent. Thank you for reporting it.
report-news-handled = Your report <b>{ $number }</b> has been dealt with. Thank you for reporting it.
report-news-unconfirmed = Your report <b>{ $number }</b> has been looked at. It could not be established what it was. Do you see it again? Then report it again. Thank you for reporting it.
report-news-unfounded = Your report <b>{ $number }</b> has been looked at: nothing was wrong. It was still good to report it.
report-news-forwarded = Your report <b>{ $number }</b> has been passed on to another team, which goes on with it. Thank you for reporting it.
report-news-duplicate = Your report <b>{ $number }</b> is closed: it had already been reported. What you saw counts as well. Thank you.
report-news-linked = Your report <b>{ $number }</b> belongs to another report and has been closed for that reason. What you saw counts as well. Thank you.
report-news-withdrawn = Your report <b>{ $number }</b> is taken back. Whoever got it reads that. Is something wrong after all? Type /report. In danger: call <b>112</b>.
report-closed-victim = How are you now, and everybody who was there? If you would like to talk about it, call victim support (Slachtofferhulp): <b>0900-0101</b>. Also when it is longer ago. If it still troubles you after six weeks, see your GP or company doctor.
report-closed-witness = Is what you saw still on your mind? Victim support (Slachtofferhulp) is there for you too: <b>0900-0101</b>.

reports-title = <b>Open reports in your area</b>
reports-filtered = <b>Open reports:</b> { $filter }
reports-none = There are no open reports.
reports-line = <b>{ $number }</b> · { $kind } · { $place } · { $moment }
    { $standing }
reports-open = View { $number }
reports-more = Show more
reports-from-start = Back to the start
reports-choose = Other reports…
reports-which = <b>Which open reports do you want to see?</b>
reports-filter-all = All
reports-filter-free = Not taken
reports-filter-mine = Taken by me

my-reports-title = <b>My reports</b>
my-reports-none = You have not reported anything yet.
my-reports-how = To report, type /report.
my-reports-line = <b>{ $number }</b> · { $kind } · { $moment }
    { $standing }

report-gathered = Also reported at this place, unconfirmed: { $numbers }. You find them with /reports.
report-again = <b>Somebody else reports a robbery here.</b> They are { $count } people now, unconfirmed. New is { $number }, the first was { $first }.
report-gathered-more = And { $count } more.
reports-list = { $count ->
        [0] <b>Many reports at once.</b> All of them are settled.
        [one] <b>Many reports at once.</b> 1 is open now. This list is kept up to date.
       *[other] <b>Many reports at once.</b> { $count } are open now, the newest first. This list is kept up to date.
    }
reports-list-more = { $count ->
        [one] There is 1 more: look in /reports.
       *[other] There are { $count } more: look in /reports.
    }
