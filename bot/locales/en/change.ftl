# Changing what was sent: correct, end, retract.

form-correction = a correction
form-closing = the end or the retraction of a notice

change-correct = Correct
change-allclear = End of notice
change-retract = Retract
change-reaches = { $count ->
        [0] Nobody has got the notice.
        [one] It goes to the one recipient who got the notice.
       *[other] It goes to all { $count } recipients who got the notice, the nearest first.
    }
change-goes = The correction of <b>{ $number }</b> now goes to { $count ->
        [one] 1 recipient
       *[other] { $count } recipients
    }.
change-returned = Your change of notice <b>{ $number }</b> was not approved. The notice stays as it is.
change-rejected = Your change of notice <b>{ $number }</b> was rejected. The notice stays as it is.
change-overtaken = Nobody decided on { $kind ->
        [correction] your correction
        [all_clear] your proposal to end it
       *[retraction] your proposal to retract it
    } (notice <b>{ $number }</b>). { $state ->
        [live] Something else was changed or asked meanwhile.
        [ended] The notice is over. It can still be retracted.
       *[retracted] The notice was retracted.
    }
changed-correction = Notice <b>{ $number }</b> was corrected, with the approval of a colleague ({ $who }).
changed-all_clear = Notice <b>{ $number }</b> was ended by a colleague ({ $who }). Who got it knows it now, too.
changed-retraction = Notice <b>{ $number }</b> was retracted by a colleague ({ $who }). Who got it knows it now, too.

running-none = There is no live notice in your area now.
running-waits = A change is waiting for approval.

correction-above = Above is the correction as it arrives, as a reply to the earlier notice.
correction-fixed = Place, reach, lines of business, group and TLP are fixed. Is one of them wrong? Then retract the notice and make a new one.
correction-cancelled = Stopped. The notice stays as it is.

closing-ask-all_clear = <b>End notice { $number }</b>
    Choose what goes with it, or type one sentence yourself. Say nothing about suspects.
closing-ask-retraction = <b>Retract notice { $number }</b>
    Why? Choose, or type a reason yourself. Recipients read it, too. After that the notice is deleted for everybody.
closing-at-once = It goes at once after your choice.
closing-needs-approval = After your choice the police has to approve first.
closing-goes-all_clear = Notice <b>{ $number }</b> has ended. { $count ->
        [0] Nobody had got it.
        [one] The one recipient is told.
       *[other] All { $count } recipients are told.
    }
closing-goes-retraction = Notice <b>{ $number }</b> is retracted. { $count ->
        [0] Nobody had got it.
        [one] The one recipient is told.
       *[other] All { $count } recipients are told.
    } What was there already is deleted.
choice-all_clear-none = Without a remark
choice-all_clear-arrest = Somebody was arrested
choice-all_clear-no_danger = There is no danger any more
choice-retraction-place = Wrong place
choice-retraction-facts = It is not right
choice-retraction-mistake = Sent by mistake

alert-correction = <b>CORRECTION v{ $revision }</b> – this takes the place of the earlier notice.
group-correction = <b>CORRECTION v{ $revision }</b> –
alert-removed = Notice <b>{ $number }</b> was retracted. Ignore it.
closing-all_clear = <b>END OF NOTICE { $number }</b> · { $kind }
    This notice is not valid any more.
closing-retraction = <b>RETRACTED: { $number }</b> · { $kind }
    Ignore the earlier notice.
note-all_clear-none = { "" }
note-all_clear-arrest = The police has arrested somebody.
note-all_clear-no_danger = There is no danger any more.
note-retraction-place = The place was wrong.
note-retraction-facts = What it said was not right.
note-retraction-mistake = It was sent by mistake.
note-typed = { $note }

approval-correction = <b>For approval: a correction.</b> { $count ->
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
decision-ask-change-returned = <b>What should be different in this change of notice { $number }?</b>
    Choose, or type it yourself. Who asked for it reads it. The notice itself stays as it is.
decision-ask-change-rejected = <b>Why is this change of notice { $number } not made?</b>
    Choose, or type it yourself. Who asked for it reads it. The notice itself stays as it is.
decision-change-returned = The change of notice <b>{ $number }</b> is back with who asked for it, with your comment.
decision-change-rejected = The change of notice <b>{ $number }</b> was rejected. Who asked for it is told why.
number-correction = { $number } (correction)
number-all_clear = { $number } (end)
number-retraction = { $number } (retraction)
settled-change-overtaken = There is nothing to decide about notice <b>{ $number }</b> any more: it ended, or something else was asked, { $moment }.
late-change-overtaken = No need any more: the notice ended, or something else was asked.

too-late-alert-changed = The notice was changed meanwhile. See with /running how it reads now, and begin again.
rejected-nothing-changed = Nothing was changed yet. Tap “Change something”.
too-late-change = This cannot be done any more: the notice is not live any more.
