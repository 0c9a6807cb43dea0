# The clock of a report: what happens when nobody takes it.

report-line-passed_to_next = <b>Passed on, { $moment }:</b> nobody took this report. Now also with the next on the roster.
report-line-passed_to_all = <b>Passed on, { $moment }:</b> nobody took this report. Now with everybody of this area.
report-line-sent_again = <b>Sent again, { $moment }:</b> nobody took this report.
report-untaken =
    <b>Nobody takes { $number }</b> · { $kind }
    This report has waited for { $waited }. Everybody of this area gets this now. Will you take it?
report-untaken-over = Report { $number } no longer waits. { $standing }

audit-report-passed_to_next = passed on report { $about }, which nobody took, to the next on the roster
audit-report-passed_to_all = passed on report { $about }, which nobody took, to everybody of the area
audit-report-sent_again = sent report { $about }, which nobody took, again

# The roster: who is on duty when.

menu-roster = See and change who is on duty
roster-which = <b>Which roster?</b>
roster-none =
    <b>There is no roster yet.</b>
    Without a roster everybody of the area gets each report at once. With one, whoever is on duty gets it first.
roster-open = { $scope }
roster-begin = Begin a roster for { $scope }
roster-title = <b>Roster for { $scope }</b>, week of { $first }
roster-empty = There is no shift in this week yet.
roster-weekday-0 = Mon
roster-weekday-1 = Tue
roster-weekday-2 = Wed
roster-weekday-3 = Thu
roster-weekday-4 = Fri
roster-weekday-5 = Sat
roster-weekday-6 = Sun
roster-day = { $weekday } { $day } { $month }
roster-day-title = <b>{ $day }</b>
roster-line = { $hours } { $who }
roster-you = you
roster-with-deputy = { $who }, then { $deputy }
roster-changed = { $who } (changed)
roster-gone = { $who } (can no longer get these reports)
roster-cancelled = cancelled
roster-span = { $day } { $begins } to { $end_day } { $ends }
roster-span-day = { $day } { $begins }–{ $ends }
roster-fault = ⚠️ { $fault }
roster-gap = Nobody is on duty: { $when }
roster-gap-more = And nobody is on duty at { $count } more times.
roster-double = Two shifts at once: { $when }
roster-double-more = And there are two shifts at once at { $count } more times.
roster-gap-means = When nobody is on duty, everybody of this area gets the reports.
roster-earlier = ‹ Week before
roster-later = Week after ›
roster-add = Add a shift
roster-change = Swap, hand over or cancel
roster-others = Other rosters
roster-feed = My shifts in my calendar
roster-feed-link =
    <b>Your shifts in your calendar</b>
    Add this link in your calendar app, as a subscription:
    <code>{ $link }</code>
    The link is secret: whoever has it sees when you are on duty. It has no names. An earlier link no longer works.
roster-feed-end = Revoke the link
roster-feed-ended = The link to your shifts no longer works.
roster-got = <b>You are on duty:</b> { $when }. A colleague put this on the roster. Not right? Look with /roster.
roster-got-every = <b>You are on duty:</b> { $when }, and after that { $rhythm }. A colleague put this on the roster. Not right? Look with /roster.
roster-lost = <b>You are no longer on duty:</b> { $when }. A colleague changed the roster. Not right? Look with /roster.
roster-lost-every = <b>You are no longer on duty:</b> { $when }, nor after that. A colleague changed the roster. Not right? Look with /roster.

form-shift = the new shift
form-shift-change = the change of a shift
shift-ask-day = <b>On which day does the shift begin?</b> Tap, or type the date, such as 24-12.
shift-ask-times = <b>{ $day }: from when to when?</b> Tap, or type the times, such as 9:00-17:30. A shift that ends no later than it begins ends on the next day.
shift-times = { $begins }–{ $ends }
shift-whole-day = The whole day (24 hours)
shift-ask-member = <b>Who is on duty then?</b> Is somebody missing? Type the number.
shift-ask-deputy = <b>Who is next?</b> They get a report that is not taken.
shift-no-deputy = Nobody
shift-ask-rhythm = <b>How often?</b>
shift-every-0 = That day only
shift-every-1 = Every week
shift-every-2 = Every two weeks
shift-every-3 = Every three weeks
shift-every-4 = Every four weeks
shift-people = That person cannot stand on this roster: it must be somebody who may see the reports of this whole area and can be reached.
shift-deputy = Nobody can be next after themselves. Choose somebody else.
shift-rhythm = That cannot be. Choose how often the shift comes back.
shift-day = That day cannot be: it is past, or lies more than a year ahead.
shift-last = The last day lies before the first.
shift-swap = You cannot exchange these two shifts.
shift-none-there = On that day there is no shift still to come.
text-no-day = That is no day. Type for instance 24-12.
text-no-times = Those are no times. Type for instance 9:00-17:30.
change-ask-day = <b>On which day is the shift?</b> Tap, or type the date, such as 24-12.
change-ask-shift = <b>Which shift?</b>
change-shift = { $when }: { $who }
change-ask-what = <b>{ $when }: { $who }</b>
    What do you want with this shift?
change-what-hand_over = Somebody else has it then
change-what-exchange = Exchange with another shift
change-what-cancel = Cancelled on this day
change-what-restore = As usual after all
change-what-end = Ends, from this day on
change-end-once = Remove this shift
change-ask-member = <b>Who has this shift then?</b> Is somebody missing? Type the number.
change-nobody-else = There is nobody else who can stand on this roster.
change-ask-other = <b>With which shift do you exchange it?</b>
change-nothing-else = In the next five weeks there is no shift of somebody else. Go back and choose something else.

audit-roster-begun = began a roster ({ $about })
audit-roster-shift_added = put a shift on roster { $about }
audit-roster-shift_ended = ended a shift on roster { $about }
audit-roster-shift_given = gave a shift on roster { $about } to somebody else
audit-roster-shift_cancelled = cancelled a shift on roster { $about }
audit-roster-feed_made = made a secret link to their own shifts
audit-roster-feed_ended = revoked the secret link to their own shifts

# How long reports wait, by municipality.

admin-wait = How long reports wait
admin-waits-title = <b>A report that nobody takes is passed on:</b>
admin-wait-robbery = { $count ->
        [0] Robbery or attempt: to everybody at once
        [one] Robbery or attempt: after { $count } minute
       *[other] Robbery or attempt: after { $count } minutes
    }
admin-wait-recent_scout = { $count ->
        [0] Reconnaissance in the last hour: to everybody at once
        [one] Reconnaissance in the last hour: after { $count } minute
       *[other] Reconnaissance in the last hour: after { $count } minutes
    }
admin-wait-rest = { $count ->
        [0] The rest: to everybody at once
        [one] The rest: after { $count } minute
       *[other] The rest: after { $count } minutes
    }
form-report-wait = how long reports wait
report-wait-ask = <b>Which reports?</b>
report-wait-robbery = Robbery or attempt
report-wait-recent_scout = Reconnaissance in the last hour
report-wait-rest = The rest
report-wait-minutes = <b>{ $which }: after how many minutes is a report passed on?</b> Tap, or type a number up to 1440. With 0 everybody of the area gets it at once.
text-no-minutes = That is no number of minutes from 0 to 1440.
report-wait-choice = { $count ->
        [0] at once
       *[other] { $count } min
    }
