# Aftercare: what people of a robbed business read in three months, at most four lines and one thing to do, and what the
# coordinators see of it (docs/domain.md §6, story 6).

menu-aftercare = My aftercare after a robbery
care-yes = Yes, please
care-no = No, thank you
care-talk = I want to talk to someone
care-stop = STOP

care-ask =
    <b>Do you want help in the months after the robbery?</b>
    Your { $who } sends short messages for three months, and comes if you want that.
    You can stop at any time. Nobody asks why.
    Choose below.
care-declined = All right. You will get no messages. Talk after all? Victim Support: <b>0900-0101</b>.
care-stopped-yours =
    <b>Stopped.</b> You will get nothing more.
    Nobody asks why.
    Talk after all? Victim Support: <b>0900-0101</b>.
care-step-same_day =
    <b>You are not alone in this.</b>
    Victim Support listens and helps, free: <b>0900-0101</b>.
    What else to do is on the card of the first hour.
    Call today.
care-step-week_1 =
    <b>How are you?</b>
    Your { $who } will also look with you at what can be safer in the business.
    That is called a security scan.
    Agree on a day.
care-step-month_1 =
    <b>A month later: your damage</b>
    For serious injury there is the Violence Fund. Have you called your insurer?
    There is sometimes money for measures in your business too.
    See what there is for you.
care-step-six_weeks =
    <b>Six weeks later</b>
    Do you still sleep badly, or startle often?
    Complaints that stay are for your GP or company doctor.
    Make an appointment then.
care-step-closing =
    <b>Three months later: we close this.</b>
    Three more questions, one tap each.
    { $question }
care-step-joining =
    <b>A suspect was arrested.</b>
    You can ask for compensation in the criminal case. That is called joining.
    It costs nothing, and your { $who } helps.
    Call Victim Support: <b>0900-0101</b>.
care-step-victim_talk =
    <b>A talk with the public prosecutor</b>
    Sometimes you can have one, before the trial. You may ask anything.
    Victim Support knows whether you can.
    Call <b>0900-0101</b>.
care-step-right_to_speak =
    <b>Your voice at the trial</b>
    After a robbery you may often tell the judge what it did to you. A letter is possible too.
    Victim Support helps you with the words.
    Call <b>0900-0101</b>.
care-do-same_day = The first hour, step by step
care-do-week_1 = Agree on a day
care-do-month_1 = Help and your rights
care-question-helped = 1. Were you helped well?
care-question-in_time = 2. Did the help come in time?
care-question-safe = 3. Do you feel safe in the business again?
care-answer-yes = Yes
care-answer-partly = A little
care-answer-no = No
care-thanks = Thank you. That was the last question. Still want to talk? Victim Support: <b>0900-0101</b>.

care-heard = <b>Your { $who } now hears that you want to talk to someone.</b>
care-unheard = <b>Nobody can be reached now. Call one of these numbers.</b>
care-scan-heard = Your { $who } hears that you want to agree on a day, and will be in touch.
care-numbers =
    Danger, or is it going wrong now? Call <b>112</b>.
    To talk: Victim Support, <b>0900-0101</b>.
    Thinking of suicide? Call <b>113</b> or 0800-0113, day and night.
care-coming = Your { $who } will be in touch with you. Is it going wrong now? Call <b>112</b>.
care-new-keeper = From now on somebody else looks after your aftercare: { $who }. The rest stays as it was.
phone-crisis = 113

care-own-none = There is no aftercare for you now. Help after a robbery: /support. You can always talk: Victim Support, <b>0900-0101</b>.
care-own = <b>Your aftercare</b>, since { $since }: { $state }.
care-own-state-asked = you have not answered yet
care-own-state-yes = you take part
care-own-state-no = you did not want it
care-own-state-stopped = stopped
care-own-next = The next message: { $day }.
care-own-last = No more messages will come.
care-own-read = Who looked at it, and why:
care-own-reading = { $at }: { $who }, { $purpose }
care-own-unread = Nobody has looked at it yet.
care-own-kept = Thirty days after the end everything is erased. You can also erase it now.
care-erase = Erase my aftercare
care-erase-ask = Erase what is kept about your aftercare? The messages stop too. This cannot be undone.
care-erase-yes = Yes, erase everything
care-erased = Erased. You can always talk: Victim Support, <b>0900-0101</b>.

care-list = <b>Aftercare</b>: the newest robberies in your area. Choose one.
care-list-none = There is no robbery in your area that aftercare can belong to.
care-list-one = { $number }: { $state }
care-list-without = no aftercare yet
care-button = Aftercare
care-none = <b>{ $number }: no aftercare yet</b>
    Begin only with a yes of the victim. You can have it asked in the chat, or note that you heard it.
care-none-read = <b>{ $number }: no aftercare</b>
care-how-chat = Ask in the chat ({ $count })
care-how-in_person = They said yes themselves
care-how-by_phone = Yes, on the phone
care-how-in_writing = Yes, on paper
care-whom = Who said yes?
care-whom-owner = The owner
care-whom-colleague = Colleague { $number }
care-whom-other = Somebody without Telegram
care-asked = Asked { $count ->
    [one] 1 person
   *[other] { $count } people
    }. Each says yes or no for themselves.
care-asked-none = Everybody of the business in the chat was asked already.
care-noted = Noted. The aftercare runs.
care-why = What do you read this for? The victim sees that you looked, and why.
care-purpose-contact = to keep in touch
care-purpose-planning = to plan steps
care-purpose-hand_over = to take it over
care-purpose-oversight = to oversee
care-title = <b>Aftercare for { $number }</b>: { $state }
care-state-asked = no yes so far
care-state-running = running
care-state-closed = closed
care-ending-completed = completed
care-ending-declined = not wanted
care-ending-stopped = stopped on request
care-ending-refuted = there was no robbery
care-ending-ended = closed by a coordinator
care-ending-gone = data erased
care-objected = The police object: nothing is sent.
care-arrested = Somebody was arrested.
care-shop-is-closed = The business has closed. Its people still get their aftercare.
care-person = { $name }: { $consent }
care-person-number = Person { $number }
care-person-number-phone = Person { $number } (without Telegram)
care-consent-asked = asked
care-consent-yes = yes
care-consent-no = no
care-consent-stopped = stopped
care-step-line = { $mark } { $day }: { $step } ({ $owner })
care-owner-program = message
care-kind-same_day = Victim Support and the card
care-kind-scan = security scan on the scene
care-kind-visit = visit by the mayor or alderman
care-kind-week_1 = how are you
care-kind-meeting = meeting
care-kind-police_contact = ask the police about the case
care-kind-month_1 = damage and schemes
care-kind-six_weeks = complaints that stay
care-kind-closing = closing
care-kind-joining = joining the criminal case
care-kind-victim_talk = talk with the prosecutor
care-kind-right_to_speak = right to speak
care-done = Done: { $step }
care-is-done = Noted: { $step } is done.
care-ask-others = Ask the others too
care-object = Object
care-allow = Withdraw the objection
care-arrest = Somebody was arrested
care-end = Close the aftercare
care-withdraw-who = Somebody wants no more
care-withdraw = Who wants no more? It stops at once.
care-withdrawn = Noted. Nothing more is sent to this person.
care-open = Read the aftercare

care-told-opened = Aftercare was opened for <b>{ $number }</b>. Does the investigation object? Open the aftercare and say so.
care-todo-told = <b>Aftercare { $number }</b>: { $step }.
    { $how }
care-todo-scan = Arrange the scan on the scene. Put what you find with the tasks.
care-todo-visit = Decide for whom the visit is good, and plan it.
care-todo-meeting = Plan a meeting for the businesses around it, if that helps.
care-todo-police_contact = Ask the police how the case is going, and tell the people.
care-by-phone-told = <b>Aftercare { $number }</b>: person { $person } has no Telegram. Call: { $step }.
care-call-told = <b>{ $why }</b> (aftercare { $number }, person { $person }). Be in touch now.
care-call-talk = Somebody wants to talk to you
care-call-distress = Somebody cannot go on
care-call-scan = Somebody wants to agree on a day for the scan
care-take = I will be in touch
care-taken = You will be in touch. The person reads so too.
care-told-stopped = Aftercare <b>{ $number }</b>: somebody has stopped. Do not ask why.
care-told-objected = Aftercare <b>{ $number }</b>: the police object. Nothing more is sent.
care-told-allowed = Aftercare <b>{ $number }</b>: the police no longer object.
care-told-arrested = Aftercare <b>{ $number }</b>: somebody was arrested. Help with joining the criminal case.
care-told-handed = Aftercare <b>{ $number }</b> is yours now: whoever looked after it is gone.
care-told-shop-closed = Aftercare <b>{ $number }</b>: the business has closed. The scan and the visit lapse; its people still get their messages.
care-gone-told = This aftercare was erased.

too-late-case-open = There is aftercare for this incident already.
too-late-case-nobody = Nobody of this business is in the chat. Note that you heard a yes.
too-late-case-closed = This aftercare is closed.
too-late-case-answered = That was answered already.
too-late-case-stopped = Your aftercare has stopped.
too-late-case-objected = The police object already.
too-late-case-allowed = There is no objection.
too-late-case-arrested = The arrest is there already.
too-late-step-done = That was done already, or it lapsed.
too-late-call-taken = A colleague will be in touch already.
not-allowed-case-police = Only the police can do that.
not-allowed-open_aftercare = A city marshal or the police can open aftercare.
not-allowed-read_aftercare = A coordinator of the municipality, or the victim, can read aftercare.

care-overview = <b>Aftercare</b>
care-overview-opened = Opened: { $total }
care-overview-opened-prompt = Opened: { $total }, within a day of the robbery: { $prompt }
care-overview-steps = Steps: { $total }
care-overview-steps-prompt = Steps: { $total }, in time: { $prompt }
care-overview-calls = Wanted to talk to someone: { $total }
care-overview-calls-prompt = Wanted to talk to someone: { $total }, taken within the hour: { $prompt }
care-overview-ending = End, { $ending }: { $count }
