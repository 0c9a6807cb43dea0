# Visits and appointments about an incident: when, where, and who comes.

meeting-kind-visit = Visit of the mayor or an alderman
meeting-kind-scan = Security scan
meeting-kind-shops = Meeting for businesses nearby
meeting-kind-prevention = Prevention visit nearby
meeting-line = { $kind } · { $when }
meeting-line-cancelled = { $kind } · { $when } · called off
meeting-title = <b>{ $kind }</b>
meeting-when = When: { $when }
meeting-place = Where: { $place }
meeting-is-cancelled = <b>Called off.</b>
meeting-victim = somebody of the business
meeting-victim-choice = somebody of the business (no. { $number }), for a visit only
meeting-guest = { $who }: { $answer }
meeting-guest-open = no answer yet
meeting-guest-yes = comes
meeting-guest-no = does not come
meeting-file = appointment-{ $number }.ics

meeting-invited = <b>You are invited. Will you come?</b>
meeting-moved = <b>This appointment has changed.</b> Can you no longer come? Then tap No.
meeting-cancelled = <b>This appointment is called off.</b>
meeting-declined = <b>Not everybody comes.</b> Declined: { $who }.
meeting-yes = Yes, I will come
meeting-no = No
meeting-calendar = Put it in my calendar
meeting-you-come = You will come.
meeting-you-stay = You will not come.
meeting-answered-yes = Noted: you will come.
meeting-answered-no = Noted: you will not come.
meeting-file-told = Open this file, and the appointment is in your calendar.
meeting-file-gone = Open this file, and the appointment leaves your calendar.

not-allowed-others-meeting = A colleague planned this appointment. Whoever planned it, the police and the city marshal can change it.
too-late-meeting-cancelled = This appointment is called off.
too-late-meeting-over = This appointment is over.
rejected-meeting-guest = One of these people cannot be invited. Choose again.
text-no-meeting-moment = This moment cannot be. Type a day and a time, within a year, such as Friday 14:00 or 24-12 at 9:30.

form-meeting = the new appointment
meeting-ask-incident = <b>Which incident is the appointment about?</b> Tap, or type the number, such as I-2026-0001.
meeting-ask-no-incident = <b>Which incident is the appointment about?</b> There is no open incident in your area now. Type the number, such as I-2026-0001.
meeting-ask-kind = <b>What kind of appointment is it?</b>
meeting-ask-when = <b>When?</b> Type a day and a time, such as Friday 14:00, tomorrow at 9:30 or 24-12 10:00.
meeting-ask-place = <b>Where?</b> Type it in a few words, without names. For example: at the business, back entrance.
meeting-ask-guests = <b>Whom do you invite?</b> Tap everybody who has to come.
meeting-guests-done = Invite
text-no-guests = Choose at least one person to invite.
meeting-kept = <b>The appointment stands. Whoever you chose gets an invitation now.</b>
