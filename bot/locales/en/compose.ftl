# Writing a notice, having it approved and following it: for police and city marshals.

form-alert = a 'wees alert' notice

alert-ask-kind = <b>New 'wees alert' notice</b>
    What happened?
alert-ask-what = <b>What do shopkeepers need to know?</b>
    Choose an example or type it yourself. No names, number plates, phone numbers or amounts, and not the name of the shop.
alert-what-now = This is what it says now (tap to copy and change it):
    <code>{ $what }</code>
alert-use-this = Use this
alert-ask-when = <b>When was it?</b>
    Choose, or type for example 20:45, yesterday 20:45 or 21-11 20:45.
alert-when-0 = Just now
alert-when-30 = Half an hour ago
alert-when-60 = An hour ago
alert-ask-mo = <b>Method</b>
    Tap what is known. Everything may stay empty.
alert-ask-mo-field = <b>{ $field }</b>
    Tap the value. Tapping it again removes it.
alert-ask-language-notes = <b>Language</b>
    Type which language was spoken, neutrally and without mentioning origin. For example: spoke English.
alert-mo-close = ‹ All details
alert-done = Go on ›
alert-ask-place = <b>Where was it?</b>
    Type the postcode (2903 or 2903 AB).
alert-place-hint = You may also share a location with the button below.
alert-place-example = 2903 AB
alert-share-location = Share my location
alert-keep = Leave as it is
alert-ask-audience = <b>Whom is it for?</b>
alert-audience-everybody = All shops within reach
alert-audience-group = KVO group { $name } only
alert-only-group = For KVO group <b>{ $name }</b> only.
alert-ask-reach = <b>How far should it reach?</b>
    Choose, or type whole kilometres yourself (1 to 100).
alert-reach-km = { $km } km
alert-ask-branches = <b>For which branches?</b>
    You can choose more than one.
alert-all-branches = All branches
alert-more-branches = More branches…
alert-branches-done = { $count ->
        [0] Go on ›
        [one] Go on with 1 branch ›
       *[other] Go on with { $count } branches ›
    }
alert-ask-severity = <b>How urgent is it?</b>
alert-ask-tlp = <b>Who may read it?</b>
    This is fixed once it has been sent.
alert-usual = { $label } (usual)
alert-ask-until = <b>Until when does it count?</b>
    Choose, or type for example 22:00, tomorrow 18:00 or 24-11 18:00.
alert-until-2 = 2 hours
alert-until-12 = 12 hours
alert-until-24 = 1 day
alert-until-72 = 3 days
alert-until-168 = 1 week
alert-until-336 = 2 weeks
alert-until-720 = 30 days
alert-now-set = Now: <b>{ $value }</b>

alert-preview-above = Above is the notice exactly as it arrives at the nearest recipient.
alert-reaches = { $count ->
        [one] <b>1 recipient</b>
       *[other] <b>{ $count } recipients</b>
    }
alert-reaches-branch = • { $branch }: { $count }
alert-reaches-coordinators = • Coordinators: { $count }
alert-reaches-chats = { $count ->
        [one] In 1 group chat, too
       *[other] In { $count } group chats, too
    }
alert-reaches-nobody = <b>Nobody</b> gets this notice: nobody meets it. Change reach, branches or TLP.
alert-farthest = Farthest recipient: { $distance }
alert-needs-approval = { $count ->
        [one] One police colleague has to approve it before it leaves.
       *[other] One of { $count } police colleagues has to approve it before it leaves.
    }
alert-sole-on-duty = You are the only police officer here. You can send it yourself, with a reason; that is looked at afterwards.
alert-send = Send
alert-ask-approval = Ask for approval
alert-edit = Change something
alert-edit-close = ‹ Preview
alert-edit-kind = Kind
alert-edit-what = Text
alert-edit-when = When
alert-edit-mo = Method
alert-edit-place = Place
alert-edit-audience = Audience
alert-edit-reach = Reach
alert-edit-branches = Branches
alert-edit-severity = Severity
alert-edit-tlp = TLP
alert-edit-until = Valid until
alert-ask-reason = <b>Why are you sending this alone?</b>
    Choose, or type a reason. The notice leaves right after that.
alert-reason-nobody_on_duty = No colleague on duty
alert-reason-acute = There is immediate danger
alert-waits = Notice <b>{ $number }</b> waits for approval. { $approvers ->
        [one] One colleague has received it.
       *[other] { $approvers } colleagues have received it.
    } You will hear as soon as it has left.
alert-goes = { $recipients ->
        [0] Notice <b>{ $number }</b> is live now, but nobody gets it.
        [one] Notice <b>{ $number }</b> now goes to 1 recipient.
       *[other] Notice <b>{ $number }</b> now goes to { $recipients } recipients, the nearest first.
    }
alert-kept = Kept. You find it again with /drafts.
alert-concept-stays = Stopped. The draft is still under /drafts.

drafts-none = You have no drafts. Begin a notice with /alert.
draft-head = Draft: { $draft }
draft-kept = not finished, kept on { $moment }
draft-resume = Go on
draft-discard = Throw away
draft-reuse = Use as a new draft
draft-discarded = Thrown away.
draft-waits = Waiting for approval: { $draft }
draft-withdraw = Withdraw and change
draft-form-ended = You were still filling it in; that has ended, too.

progress-head = <b>Notice { $number } { $state ->
        [ended] was ended
        [retracted] was retracted
       *[live] is being delivered
    }</b>
report-head = <b>Notice { $number } was { $state ->
        [ended] ended
        [retracted] retracted
       *[live] delivered
    }.</b> This is the final report; the message above goes on counting Seen.
ended-head = <b>Notice { $number } has ended.</b> It is not delivered any more and no longer under /current.
count-sent = Sent: { $count }
count-chats = { $count ->
        [one] In 1 group chat
       *[other] In { $count } group chats
    }
count-chats-missed = { $count ->
        [one] Not in 1 group chat: the bot cannot get there (any more)
       *[other] Not in { $count } group chats: the bot cannot get there (any more)
    }
count-change = { $kind }: sent { $sent }
count-change-waiting = { $kind }: sent { $sent }, still to be sent { $waiting }
count-seen = Seen: { $count }
count-waiting = Still to be sent: { $count }
count-unsent = Not sent any more: { $count }
count-paused = Waiting for a pause to end: { $count }
count-unknown = Uncertain whether it arrived: { $count }
count-failed = Failed: { $count } ({ $reason })
count-skipped = Skipped: { $count } ({ $reason })
reason-gone = bot blocked or account gone
reason-refused = refused by Telegram
reason-expired = too late
reason-ended = notice had ended
reason-retracted = notice had been retracted
reason-replaced = replaced by a correction
reason-not-received = never got the notice
reason-unreachable = no longer reachable
reason-muted = mutes P3 and P4
reason-paused = is pausing
reason-not-meant = no longer meant for this recipient
reason-no-answer = no answer from Telegram

text-plate = This looks like a number plate: “{ $found }”. Leave it out and pass it on by phone. Do name the vehicle's type and colour. Type the text again without the plate.
text-bsn = This looks like a citizen service number (BSN): “{ $found }”. That may never be in a notice. Type the text again without this number.
text-phone = This looks like a phone number: “{ $found }”. Type the text again without it. Only 112, 0900-8844, 0800-7000 and 0900-0101 are allowed.
text-email = This looks like an e-mail address: “{ $found }”. Type the text again without it.
text-amount = This is an amount of money: “{ $found }”. An amount makes shops attractive to offenders. Name only the kind of loot and type the text again.
text-empty = There is nothing. Type what you want to say.
text-too-long = This is too long: { $typed } characters, { $length } fit. Make it shorter and send it again.
text-type-or-tap = I do not understand that. Tap a button under the question, or type your answer.
text-tap-a-button = Please choose with the buttons under the question.
text-no-kilometres = That is no number of kilometres. Type a whole number from 1 to 100.
text-no-branch = First choose at least one branch, or All branches.
text-no-moment = That is no time that I understand. Type for example 20:45, yesterday 20:45 or 21-11 20:45.
text-moment-is-past = That moment has passed. Choose a later one.
text-moment-is-future = That moment is still to come. Choose an earlier one.
text-too-far-away = That is too far away. A notice counts for { $days } days at most.

rejected-draft-changed = This draft was changed meanwhile. Look at the preview again and then send it.
rejected-already-over = The end of this notice has passed already. Change “Valid until” and try again.
rejected-reason-needed = First give a reason why you send this alone.
too-late-alert = This cannot be done any more: the notice was sent, has ended or was retracted.
too-late-draft = This is no longer a draft.
not-allowed-own-draft-only = This draft is somebody else's.
not-allowed-outside-group = This place is not on the ground of the chosen KVO group. Choose a place on it, or change “Audience” first.
not-allowed-no-police = There is no police who can approve for this place. Call 0900-8844 and ask for the robbery coordinator. Save as draft keeps everything.
