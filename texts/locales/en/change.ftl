# Changing what was sent: correct, end, retract.

form-correction = a change of a notice
form-extension = the extension of a notice
form-closing = the end or the retraction of a notice

change-update = Add to it
change-correct = Correct
change-extend = Extend
change-allclear = End notice
change-retract = Retract
change-reaches = { $count ->
        [0] Nobody got the notice.
        [one] It goes to 1 recipient: the one who got the notice.
       *[other] It goes to all { $count } recipients of the notice, the nearest first.
    }
change-goes-correction = The correction to <b>{ $number }</b> now goes to { $count ->
        [one] 1 recipient
       *[other] { $count } recipients
    }.
change-goes-update = The update of <b>{ $number }</b> now goes to { $count ->
        [one] 1 recipient
       *[other] { $count } recipients
    }.
change-goes-extension = Notice <b>{ $number }</b> has been extended. { $count ->
        [0] Nobody had got it.
        [one] The only recipient is told.
       *[other] All { $count } recipients are told.
    }
update-ask = <b>What is new?</b>
    Type only what is to be added. It will stand at the top, as an update.
extension-ask = <b>Extend notice { $number }</b>
    It is valid until { $until } now. How much longer? Choose, or type until when (18:00, or 5-12 18:00).
extension-6 = 6 hours longer
extension-24 = 1 day longer
extension-72 = 3 days longer
extension-168 = 1 week longer
change-returned = Your change to notice <b>{ $number }</b> was returned: something has to change. Until then the notice stays as it is.
change-rejected = Your change to notice <b>{ $number }</b> was rejected. The notice stays as it is.
change-overtaken = Nobody decided on { $kind ->
        [correction] your correction to notice <b>{ $number }</b>
        [update] your update of notice <b>{ $number }</b>
        [extension] your proposal to extend notice <b>{ $number }</b>
        [all_clear] your proposal to end notice <b>{ $number }</b>
       *[retraction] your proposal to retract notice <b>{ $number }</b>
    }. { $state ->
        [live] Something else was changed or asked meanwhile.
        [ended] The notice has already ended. It can still be retracted.
       *[retracted] The notice has already been retracted.
    }
changed-correction = Notice <b>{ $number }</b> was corrected, with the approval of a colleague ({ $who }).
changed-update = Notice <b>{ $number }</b> was updated, with the approval of a colleague ({ $who }).
changed-extension = Notice <b>{ $number }</b> was extended by a colleague ({ $who }). Everybody who got it is told.
changed-all_clear = Notice <b>{ $number }</b> was ended by a colleague ({ $who }). Everybody who got it is told.
changed-retraction = Notice <b>{ $number }</b> was retracted by a colleague ({ $who }). Everybody who got it is told.

alert-ends-soon = Notice <b>{ $number }</b> ends: it is valid until { $until }.
    Is it still needed? Then extend it. If you do nothing, it ends by itself.
running-none = There is no live notice in your area now.
running-waits = A change is waiting for approval.

change-above-correction = Above is the correction as it arrives, as a reply to the earlier notice.
change-above-update = Above is the update as it arrives, as a reply to the earlier notice.
change-above-extension = Above is the extended notice as it arrives, as a reply to the earlier notice.
correction-fixed = Place, reach, lines of business, group and TLP are fixed. Is one of them wrong? Then retract the notice and make a new one.
correction-cancelled = Stopped. The notice stays as it is.

closing-ask-all_clear = <b>End notice { $number }</b>
    Choose what to add, or type one sentence yourself. Say nothing about suspects.
closing-everywhere = Mind: you retract it everywhere, for everybody who got it, also outside your area.
closing-ask-retraction = <b>Retract notice { $number }</b>
    Why? Choose, or type a reason yourself. Recipients read it, too. The text of the notice disappears for everybody.
closing-at-once = It goes out as soon as you have chosen.
closing-needs-approval = After your choice the police have to approve it first.
closing-goes-all_clear = Notice <b>{ $number }</b> has been ended. { $count ->
        [0] Nobody had got it.
        [one] The only recipient is told.
       *[other] All { $count } recipients are told.
    }
closing-goes-retraction = Notice <b>{ $number }</b> has been retracted. { $count ->
        [0] Nobody had got it.
        [one] The only recipient is told. The text of the notice disappears.
       *[other] All { $count } recipients are told. The text of the notice disappears.
    }
choice-all_clear-none = Add nothing
choice-all_clear-arrest = Somebody was arrested
choice-all_clear-no_danger = There is no danger any more
choice-retraction-place = Wrong place
choice-retraction-facts = It is not true
choice-retraction-mistake = Sent by mistake

alert-correction = <b>CHANGED:</b> { $changes }. The earlier notice no longer applies.
alert-update = <b>UPDATE:</b> { $changes }.
alert-update-words = <b>UPDATE</b> of the notice above.
alert-extension = <b>EXTENDED:</b> { $changes }. Nothing else has changed.
alert-replaced = Notice <b>{ $number }</b>: this text was replaced by a newer one.
changed-severity = { $severity ->
        [P1] acute now
        [P2] a warning now
        [P3] a pattern now
       *[P4] for information now
    }
changed-when = it was { $moment }
changed-no-time = time not known
changed-until = valid until { $moment }
changed-what = the text
changed-more = and more
group-correction = <b>CHANGED.</b>
group-update = <b>UPDATE.</b>
group-extension = <b>EXTENDED.</b>
alert-changed-unread = Notice <b>{ $number }</b> was changed. What you have of it is no longer the latest text. You do not get the new text: your role has ended.
alert-removed = Notice <b>{ $number }</b> was retracted. Ignore it.
closing-all_clear = <b>END OF NOTICE: { $kind }</b>
    This notice no longer applies.
closing-retraction = <b>RETRACTED: { $kind }</b>
    Ignore the earlier notice.
closing-number = { $number } ({ $tlp })
note-all_clear-none = { "" }
note-all_clear-arrest = The police have arrested somebody.
note-all_clear-no_danger = There is no danger any more.
note-retraction-place = The place was wrong.
note-retraction-facts = What it said was not true.
note-retraction-mistake = It was sent by mistake.
note-typed = { $note }

approval-correction = <b>For approval: a correction.</b> { $count ->
        [one] It goes to 1 recipient.
       *[other] It goes to { $count } recipients.
    }
approval-update = <b>For approval: an update.</b> { $count ->
        [one] It goes to 1 recipient.
       *[other] It goes to { $count } recipients.
    }
approval-extension = <b>For approval: extending a notice.</b> { $count ->
        [one] It goes to 1 recipient.
       *[other] It goes to { $count } recipients.
    }
approval-all_clear = <b>For approval: the end of a notice.</b> { $count ->
        [one] It goes to 1 recipient.
       *[other] It goes to { $count } recipients.
    }
approval-retraction = <b>For approval: retracting a notice.</b> { $count ->
        [one] It goes to 1 recipient.
       *[other] It goes to { $count } recipients.
    }
decision-ask-change-returned = <b>What should be different in this change to notice { $number }?</b>
    Choose, or type it yourself. The person who asked for it reads it. The notice itself stays as it is.
decision-ask-change-rejected = <b>Why is this change to notice { $number } not made?</b>
    Choose, or type it yourself. The person who asked for it reads it. The notice itself stays as it is.
decision-change-returned = The change to notice <b>{ $number }</b> is back with the person who asked for it, with your comment.
decision-change-rejected = The change to notice <b>{ $number }</b> has been rejected. The person who asked for it is told why.
number-correction = { $number } (correction)
number-update = { $number } (update)
number-extension = { $number } (extension)
number-all_clear = { $number } (end)
number-retraction = { $number } (retraction)
settled-change-overtaken = Nobody has to decide on the change to notice <b>{ $number }</b> any more: the notice has ended, or something else was asked, { $moment }.
late-change-overtaken = This is no longer needed: the notice has ended, or something else was asked.

text-extension-earlier = That is not later than the end that it has now. Choose a later moment.
too-late-alert-changed = The notice has been changed meanwhile. See with /running how it reads now, and begin again.
rejected-nothing-changed = Nothing has been changed yet. Tap “Change something”.
too-late-change = This can no longer be done: the notice is not live any more.
