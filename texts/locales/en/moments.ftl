# When notices come: by severity, and the message of the day.

moments-title = <b>When what comes</b>
moments-P1 = A robbery that has just happened: always at once.
moments-P1-quiet = A robbery that has just happened: at once, but not in your quiet hours.
moments-P2 = A warning for your business: at once.
moments-P2-opening = A warning for your business: when your business is open.
moments-rest-single = { $which }: each notice by itself.
moments-rest-off = { $which }: off.
moments-rest-digest = { $which }: one message a day, at { $hour } o’clock{ $most ->
    [0] { "" }
   *[other] {" "}(the first { $most } come by themselves)
}.
moments-which-P3 = Patterns
moments-which-P4 = Information
moments-what = At night everything comes silently. What is over by then does not come any more. With /current you can always read everything.
moments-no-hours = I do not know yet when you are open. Tell it at your business in /mine. Until then everything comes at once.
moments-P2-wait = Warning only when I am open
moments-P2-at-once = Warning at once
moments-digest = One message at { $hour } o’clock
moments-single = Each notice by itself
moments-most = { $most ->
    [0] None by itself
    [1] The first by itself
   *[other] The first { $most } by themselves
}
reason-closed = business is closed
reason-digest = comes in the message of the day
reason-digested = stood in the message of the day
digest-head = <b>Your notices of today</b>
digest-line = { $urgency } { $kind }, { $place } ({ $number }): <a href="{ $link }">read it</a>
digest-more = { $count ->
    [one] And 1 more: /current.
   *[other] And { $count } more: /current.
}
digest-over = What there was is over by now.
objections = What did I not get?
objections-title = <b>What you did not get in the last 7 days</b>
objections-none = All that was for you has come.
objections-dropped = { $moment }, notice { $number }: did not come. { $reason }
objections-waits = { $moment }, notice { $number }: still waits. { $reason }
objections-more = There was more; these are the newest.
objections-how = With /current you read all that is live.
objection-muted = You have turned such notices off.
objection-paused = You had a pause.
objection-quiet = It was in your quiet hours.
objection-closed = Your business was closed.
objection-digest = It comes in your message of the day.
objection-digested = It was in your message of the day.
objection-expired = It could not come in time.
objection-ended = It was already over.
objection-retracted = It was already retracted.
objection-unreachable = I could not reach you, or you had stopped.
objection-not-meant = It was no longer for your business or role.
objection-replaced = A correction took its place.
objection-stopped = The administrator stopped the sending.
objection-other = Something came between.
