# Running notices in the browser.

console-alerts-title = Running
console-alerts-back = Everything that is running
console-alerts-none = No notice that you may read is running now. As soon as one is approved, it stands here.
console-alerts-no-more = There are no older notices that are still running.
console-alerts-first = Back to the beginning of the list
console-alerts-following = Next { $most } notices
console-alert-line = { $number }: { $kind }, { $place }
console-alert-until = Valid until
console-alert-left = { $duration } left
console-alert-what = What and where
console-alert-state = State
console-alert-state-live = Running
console-alert-state-ended = Over
console-alert-state-retracted = Retracted
console-alert-label = For whom (TLP)

console-running-sent = { $sent ->
        [one] 1 recipient has it
       *[other] { $sent } recipients have it
    }
console-running-sending = { $sent ->
        [one] 1 recipient has it, { $waiting } to go
       *[other] { $sent } recipients have it, { $waiting } to go
    }

console-stop-list = Still being sent
console-stop-waiting = { $count ->
        [one] 1 recipient to go
       *[other] { $count } recipients to go
    }
console-stop-one = Stop { $number }
console-stop-title = Stop sending { $number }

console-thread-title = What was sent
console-text-first = Notice
console-text-correction = Correction
console-text-update = Update
console-text-extension = Extension
console-text-all_clear = End
console-text-retraction = Retraction

console-counts-title = Who got it
console-counts-what = Recipients now
console-counts-state = What became of it
console-counts-count = Number
console-count-sent = Sent
console-count-seen = Tapped Read
console-count-waiting = Still to be sent
console-count-held = Waiting for the end of a pause or quiet hours, or until a business opens
console-count-unknown = Not sure whether it arrived
console-count-failed = Failed: { $reason }
console-count-skipped = Skipped: { $reason }
console-count-chats-sent = Group chats: sent
console-count-chats-waiting = Group chats: still to be sent
console-count-chats-unknown = Group chats: not sure whether it arrived
console-count-chats-missed = Group chats: not sent
console-count-change-sent = { $kind }: sent
console-count-change-waiting = { $kind }: still to be sent
console-count-change-unknown = { $kind }: not sure whether it arrived
console-chart-title = How many had it, after it was sent
console-chart-after = After
console-chart-seconds = { $count } seconds
console-chart-now = now

console-live-sound = Sound and counter for an acute notice
console-live-acute = There is a new acute notice.
console-live-over = You are signed out. This page is no longer updated. Open it again to sign in.

console-change-title-correction = Correct notice { $number }
console-change-title-update = Update notice { $number }
console-change-title-extension = Extend notice { $number }
console-change-title-all_clear = End notice { $number }
console-change-title-retraction = Retract notice { $number }
console-change-explained-correction = Place, reach, lines of business, group and TLP are fixed. Is one of them wrong? Then retract the notice and make a new one.
console-change-explained-update = Put what is new behind the text. Whoever got the notice reads it at the top. Place, reach, lines of business, group and TLP are fixed.
console-change-explained-extension = Choose a later end. Whoever got the notice reads until when it is valid now. Nothing else changes.
console-change-explained-all_clear = Everybody who got the notice reads that it is over. Choose what you say with it, or write one sentence yourself. Say nothing about suspects.
console-change-explained-retraction = The text of the notice disappears for everybody. Choose why, or write it yourself; recipients read that too.
console-change-note-all_clear = Your own words (recipients read them)
console-change-note-retraction = Your own reason (recipients read it)
console-change-preview = See the preview
console-change-edit = Back to change something
console-change-at-once = It goes out at once. A colleague looks at it afterwards.
console-change-confirm = Your browser asks for your passkey. Then it is sent.
console-change-why-alone = Why do you send this alone?
console-change-reason = Your own reason (who looks at it afterwards reads it)
console-change-nothing = Nothing has been changed yet. Change something first.
console-change-overtaken = A colleague has changed the notice meanwhile. What has now been sent stands below. What you filled in is still there; check it and see the preview again.
console-change-newest = This is how it has been sent now
console-change-theirs = A colleague made this of it:
console-change-emptied = (empty)
console-change-unknown = Not known
console-change-lost = You can no longer change the notice here. What you had written stands below, in case you still need it.
text-no-field-moment = That is no date with a time. Fill in both, for example 2026-11-24 20:45.
text-choose = Choose one of the possibilities.
console-alert-returned = Your correction was given back. Take it up again
console-approval-waits = Waiting time: { $duration }
