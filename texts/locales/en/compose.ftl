# Writing a notice, having it approved and following it: for police and city marshals.

form-alert = a wees alert notice

alert-ask-words = <b>New notice</b>
    What happened, and where? Type it in a sentence or two, with the postcode. Or choose what it is. I propose the rest.
    Give no names, number plates, phone numbers or amounts, and not the name of the business.
alert-other-kind = Something else…
alert-steps = Everything step by step
alert-ask-kind = <b>New wees alert notice</b>
    What happened?
alert-ask-what = <b>What do businesses need to know?</b>
    Choose an example or type it yourself. No names, number plates, phone numbers or amounts, and not the name of the business.
alert-what-now = This is what it says now (tap to copy it):
    <code>{ $what }</code>
alert-what-now-protected = This is what it says now:
    <b>{ $what }</b>
alert-what-edit = Change a part? Type <b>old &gt; new</b>. Add a sentence? Type <b>+ sentence</b>. Or type the whole text again.
alert-use-this = Use this
alert-ask-when = <b>When was it?</b>
    Choose, or type for example 20:45, yesterday 20:45 or 21-11 20:45.
alert-when-0 = Just now
alert-when-30 = Half an hour ago
alert-when-60 = An hour ago
alert-ask-mo = <b>Method</b>
    Tap what is known. Everything may stay empty.
alert-ask-mo-field = <b>{ $field }</b>
    Tap what is right. Tapping it again removes it.
alert-ask-language-notes = <b>Language</b>
    Type which language was spoken, neutrally and without mentioning origin. For example: spoke English.
alert-mo-close = ‹ All details
alert-ask-open-field = <b>{ $field }</b>
    Your words name more than one. Tap what is right, or go back and leave it open.
alert-done = Go on ›
alert-ask-place = <b>Where was it?</b>
    Type the postcode (2903 or 2903 AB).
alert-place-outside = { $code } is outside your area.
alert-place-hint = You may also share a location with the button below.
alert-place-example = 2903 AB
alert-share-location = Share my location
alert-keep = Leave as it is
alert-ask-audience = <b>Who is it for?</b>
alert-audience-everybody = All businesses within reach
alert-audience-group = KVO group { $name } only
alert-only-group = For KVO group <b>{ $name }</b> only.
alert-ask-reach = <b>How far should it reach?</b>
    Choose, or type whole kilometres yourself (1 to 100).
alert-ask-region = Or warn a branch in a whole area: type postcodes (2900-2999 or 29xx) or a municipality.
alert-reach-km = { $km } km
alert-ask-branches = <b>For which lines of business?</b>
    You can choose more than one.
alert-all-branches = All lines of business
alert-more-branches = More lines of business…
alert-branches-done = { $count ->
        [0] Go on ›
        [one] Go on with 1 chosen ›
       *[other] Go on with { $count } chosen ›
    }
alert-ask-severity = <b>How urgent is it?</b>
alert-ask-tlp = <b>Who may read it?</b>
    TLP says how far a notice may go:
    • CLEAR: everybody, also without a business; for P4 only
    • GREEN: verified businesses in reach; the group chat reads everything
    • AMBER: verified businesses that it concerns; the group chat reads one line
    • AMBER+STRICT: police, municipality and public prosecution only
    • RED: the police only, and whom you name
    Once sent, this is fixed.
alert-usual = { $label } (usual)
alert-ask-until = <b>Until when is it valid?</b>
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
        [one] Also in 1 group chat
       *[other] Also in { $count } group chats
    }
alert-reaches-nobody = <b>Nobody</b> gets this notice: no business fits reach, lines of business and TLP. Change one of them.
alert-farthest = Farthest recipient: { $distance }
alert-needs-approval = { $count ->
        [one] Somebody of the police has to approve it before it goes out.
       *[other] One of { $count } people of the police has to approve it before it goes out.
    }
alert-asked-in-console = { $count ->
        [one] One of them gets no message and sees it only in the browser.
       *[other] { $count } of them get no message and see it only in the browser.
    }
alert-asked-silently = Nobody gets a message on the phone: the request is ready in the browser. Is it urgent? Call a colleague.
alert-sole-on-duty = You are the only one of the police here who can approve it. You can send it yourself, with a reason; that is reviewed afterwards.
alert-send = Send
alert-ask-approval = Ask for approval
alert-text-own = Text: my words only
alert-text-composed = Text: composed as well
alert-line-set = <b>{ $field }:</b> { $value }
alert-line-proposed = { $line } · <i>proposed</i>
alert-line-alike = { $branches } ({ $why })
alert-lines-what = ✎ What and when
alert-lines-whom = ✎ Where and for whom
alert-lines-how = ✎ Urgency, TLP and end
likeness-till = a till with cash as well
likeness-valuables = small valuables as well
likeness-meals = meals as well, open until late
likeness-late = open until late as well, with cash
likeness-cash = a lot of cash as well
likeness-cash_machine = sometimes a cash machine inside
likeness-tobacco = tobacco for sale as well
alert-edit = Change something
alert-edit-close = ‹ Preview
alert-edit-kind = Kind
alert-edit-what = Text
alert-edit-when = When
alert-edit-mo = Method
alert-edit-place = Place
alert-edit-audience = Audience
alert-edit-reach = Reach
alert-edit-branches = Lines of business
alert-edit-severity = Severity
alert-edit-tlp = TLP
alert-edit-until = Valid until
alert-ask-reason = <b>Why are you sending this alone?</b>
    Choose, or type a reason. The notice goes out right after that.
alert-reason-nobody_on_duty = No colleague on duty
alert-reason-acute = There is immediate danger
alert-waits = Notice <b>{ $number }</b> is waiting for approval. { $approvers ->
        [one] Somebody of the police has got the request.
       *[other] { $approvers } people of the police have got the request.
    } You will hear as soon as it has been decided.
alert-waits-silent = Notice <b>{ $number }</b> is waiting for approval. Nobody gets a message on the phone: the request is ready in the browser. Is it urgent? Call a colleague.
alert-goes = { $recipients ->
        [0] Notice <b>{ $number }</b> is live now, but at the moment there is nobody to get it.
        [one] Notice <b>{ $number }</b> now goes to 1 recipient.
       *[other] Notice <b>{ $number }</b> now goes to { $recipients } recipients, the nearest first.
    }
alert-kept = Saved. You find it again under /drafts.
alert-concept-stays = Stopped. The draft is still under /drafts.

drafts-none = You have no drafts. Begin a notice with /alert.
draft-head = Draft: { $draft }
draft-kept = not finished, saved on { $moment }
draft-resume = Go on
draft-discard = Throw away
draft-reuse = Use as a new draft
draft-discarded = Thrown away.
draft-waits = Waiting for approval: { $draft }
draft-withdraw = Withdraw and change
draft-form-ended = You were still filling it in; that has now ended, too.

# The text that is composed from the fields.
compose-robbery = A business was robbed.
compose-robbery_attempt = Somebody tried to rob a business.
compose-reconnaissance = Somebody looked a business over.
compose-suspicious_situation = Something suspicious was seen at a business.
compose-street_robbery = Somebody was robbed in the street.
compose-ram_raid = A vehicle was used to break into a business.
compose-atm_blast = A cash machine was blown up.
compose-robbery_delivery = A courier was robbed.
compose-robbery_home = People were robbed in a home.
compose-other = Something happened that you should look out for.
compose-may-be-scouting = This may be reconnaissance.
compose-seen = { $who } { $what }.
compose-and = { $first } and { $last }
compose-who-1 = One person
compose-who-2 = Two people
compose-who-3 = Three people
compose-who-4_plus = Four people or more
compose-who-unknown = Somebody
compose-signal-interest_layout = { $number ->
        [one] was
       *[more] were
    } looking at cameras, till or safe
compose-signal-questions_security = { $number ->
        [one] was
       *[more] were
    } asking about closing time or money
compose-signal-no_purchase_loop = { $number ->
        [one] was
       *[more] were
    } coming in again and again without buying
compose-signal-photos = { $number ->
        [one] was
       *[more] were
    } taking photos or filming
compose-signal-watching_from_vehicle = { $number ->
        [one] was
       *[more] were
    } watching from a vehicle
compose-signal-lookout = { $number ->
        [one] was
       *[more] were
    } on the lookout at the door
compose-signal-closing_time = { $number ->
        [one] was
       *[more] were
    } hanging around at opening or closing
compose-signal-testing_door = { $number ->
        [one] was
       *[more] were
    } trying a door
compose-signal-face_hidden = { $number ->
        [one] was
       *[more] were
    } hiding the face
compose-signal-high_value_request = { $number ->
        [one] was
       *[more] were
    } asking for something expensive without buying
compose-signal-route_check = { $number ->
        [one] was
       *[more] were
    } looking at ways out
compose-signal-startle = { $number ->
        [one] was
       *[more] were
    } startled when spoken to
compose-signal-multi_shop = { $number ->
        [one] was
       *[more] were
    } going from door to door

progress-head = <b>Notice { $number } { $state ->
        [ended] has been ended
        [retracted] has been retracted
        [delivered] has been delivered
       *[live] is being delivered
    }</b>
report-head = <b>Notice { $number } has been { $state ->
        [ended] ended
        [retracted] retracted
       *[live] delivered
    }.</b> The final report stands in the message above, which goes on counting how many people tap Read.
ended-head = <b>Notice { $number } has ended.</b> It is not delivered any more and is no longer under /current.
count-sent = Sent: { $count }
count-chats = { $count ->
        [one] In 1 group chat
       *[other] In { $count } group chats
    }
count-chats-missed = { $count ->
        [one] Not in 1 group chat: the bot cannot get there (any more)
       *[other] Not in { $count } group chats: the bot cannot get there (any more)
    }
count-chats-unknown = { $count ->
        [one] Uncertain whether it arrived in 1 group chat
       *[other] Uncertain whether it arrived in { $count } group chats
    }
count-change-unknown = { $kind }: uncertain whether it arrived { $count }
count-change = { $kind }: sent { $sent }
count-change-waiting = { $kind }: sent { $sent }, still to be sent { $waiting }
count-seen = Read: { $count }
count-waiting = Still to be sent: { $count }
count-unsent = Not sent any more: { $count }
count-held = Waiting for the end of a pause or quiet hours, or until a business opens: { $count }
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
reason-muted = has turned off P3 and P4
reason-paused = has paused
reason-busy = is filling in something urgent
reason-not-meant = no longer meant for this recipient
reason-erased = has erased all data
reason-no-answer = no answer from Telegram

text-empty = There is nothing here. Type what you want to say.
text-too-long = This is too long: { $typed } characters, { $length } fit. Make it shorter and send it again.
text-type-or-tap = I do not understand that. Tap a button under the question, or type your answer.
text-tap-a-button = Please choose with the buttons under the question.
text-no-reach = I do not know this. Type whole kilometres from 1 to 100, postcodes such as 2900-2999, or a municipality.
text-no-kilometres = That is not a number of kilometres. Type a whole number from 1 to 100.
text-no-branch = First choose at least one line of business, or “All lines of business”.
text-no-moment = I do not understand that time. Type for example 20:45, yesterday 20:45 or 21-11 20:45.
text-moment-is-past = That moment has passed. Choose a later one.
text-moment-is-future = That moment is still to come. Choose an earlier one.
text-too-far-away = That is too far away. A notice is valid for { $days } days at most.

rejected-draft-changed = This draft has been changed meanwhile. Look at the preview again, then send it.
rejected-already-over = The end of this notice has already passed. Change “Valid until” and try again.
rejected-reason-needed = First give a reason why you send this alone.
too-late-alert = This can no longer be done: the notice has been sent, has ended or was retracted.
too-late-draft = This is no longer a draft.
not-allowed-outside-group = This place is not in the area of the chosen KVO group. Choose a place in it, or change “Audience” first.
not-allowed-no-police = No police coordinator can approve notices for this place. Call 0900-8844 and ask for the robbery coordinator. With “Save as draft” you lose nothing.
police-not-allowed-no-police = No colleague can approve notices for this place. Talk to the robbery coordinator of that area. With “Save as draft” you lose nothing.
not-allowed-no-police-region = No police have all of this area as their scope. Choose a smaller area or a reach in kilometres, or ask an administrator to give it to somebody. “Save as draft” keeps it.
not-allowed-no-police-country = No police have all of the Netherlands as their scope. Ask an administrator to give it to the national robbery coordinator, or choose a smaller area. “Save as draft” keeps it.
rejected-region-branches = Choose whom it is for: one or more branches. Without a branch every business in this area would get it.
rejected-region-acute = A P1 goes to businesses nearby only. Choose P2, P3 or P4, or a reach in kilometres.
text-passage-nowhere = “{ $passage }” is not in the text. Type it as it stands there, and behind it what it becomes: old &gt; new.
text-passage-often = “{ $passage }” is there { $count } times. Add a word that stands before or after it.
