# Approving, returning and rejecting: for who approves, and for who asked.

approvals-none = Nothing is waiting for your approval.
approvals-more = { $count ->
        [one] 1 more is waiting. You see it with /approvals once you have decided on these.
       *[other] { $count } more are waiting. You see them with /approvals once you have decided on these.
    }
approval-waits = <b>Waiting time: { $duration }.</b>
approval-reminded = Reminder sent: { $moment }.
approval-head = <b>For approval.</b> { $count ->
        [0] At the moment there is nobody to get it.
        [one] It goes to 1 recipient.
       *[other] It goes to { $count } recipients.
    }
approval-author = Written by a colleague ({ $who }). This is how it arrives:
approval-author-ended = <b>Note:</b> who wrote this does not have that role any more.
approval-asked = Asked: { $moment }.
approval-reminder = <b>Reminder.</b> Nobody has decided on this yet.
approval-deputy = <b>You are the deputy.</b> Your colleagues have not answered yet. Will you decide?
approval-approve = Approve and send
approval-return = Return with a comment
approval-reject = Reject
approval-approved = { $recipients ->
        [0] Approved. At the moment there is nobody to get it.
        [one] Approved. It now goes to 1 recipient.
       *[other] Approved. It now goes to { $recipients } recipients.
    }
approval-comment = Comment ({ $who }): “{ $comment }”

form-decision = your comment on a notice
decision-ask-returned = <b>What should change in notice { $number }?</b>
    Choose, or type it yourself. The author reads it, changes the notice and asks for approval again.
decision-ask-rejected = <b>Why is notice { $number } not sent?</b>
    Choose, or type it yourself. The author reads it. The notice is not sent.
decision-returned = Notice <b>{ $number }</b> is back with its author, with your comment.
decision-rejected = Notice <b>{ $number }</b> has been rejected. Its author is told why.
comment-returned-where_when = Place or time is not right
comment-returned-details = Too many details
comment-returned-shorter = Shorter, please
comment-returned-reach = Too many recipients or too far
comment-returned-call = Please call me about this
comment-rejected-known = Already known
comment-rejected-no_danger = No danger to businesses
comment-rejected-inquiry = May harm an investigation

settled-approved = Notice <b>{ $number }</b> was approved by { $by }, { $moment }. It was sent.
settled-returned = Notice <b>{ $number }</b> was returned by { $by }, { $moment }.
settled-rejected = Notice <b>{ $number }</b> was rejected by { $by }, { $moment }.
settled-withdrawn = The author has withdrawn notice <b>{ $number }</b>, { $moment }.
settled-overtaken = The end of notice <b>{ $number }</b> passed without an approval, { $moment }.
settled-again = After that, approval was asked for again. With /approvals you see how things stand now.
by-you = you
by-colleague = a colleague ({ $who })
late-approved = Already approved by { $by }.
late-returned = Already returned by { $by }.
late-rejected = Already rejected by { $by }.
late-withdrawn = The author has withdrawn this notice.
late-overtaken = The end of this notice has passed. It is among its author’s drafts again.

returned-notice = Your notice <b>{ $number }</b> was returned: something has to change.
returned-how = It is among your drafts again. Change it and ask for approval again; you need not retype anything.
rejected-notice = Your notice <b>{ $number }</b> was rejected and is not sent.
rejected-how = Your text is not lost: you can begin a new draft with it.
overtaken-notice = The end of your notice <b>{ $number }</b> passed without approval. It is among your drafts again. Is it still needed? Then choose a new end and ask for approval again.
late-notice = Nobody at the police has decided on your notice <b>{ $number }</b> yet.
late-deputies = The deputy has now been asked, too.
late-nobody = There is no deputy who can be asked.
late-call = If there is danger, call <b>112</b>. Otherwise call <b>0900-8844</b> and ask for the robbery coordinator.
police-late-call = Is it urgent? Then phone a colleague who can approve it yourself.

rejected-comment-needed = First say why.
too-late-approval = This has already been decided, or the notice has been changed meanwhile.
too-late-approval-over = The end of this notice has passed. Its author has to change it first.
not-allowed-own-alert = You cannot approve your own notice. A colleague does that.

form-line = your question or answer to a colleague
line-write = Question or answer
line-answer = Answer
line-ask = <b>What do you want to ask or say about notice { $number }?</b>
    Type it in one or two sentences. Your colleague ({ $who }) gets it at once and sees only your function.
line-sent = Sent to your colleague. The answer about notice <b>{ $number }</b> comes here.
line-told = About notice <b>{ $number }</b> a colleague ({ $who }) writes:
    “{ $line }”
line-gone = A colleague wrote about this draft, but that can no longer be read.
not-allowed-line-role = This is no longer possible: one of you no longer has that role here.
not-allowed-line-away = Your colleague cannot be reached with the bot now. Phone them.
too-late-line = This is no longer possible: the draft was submitted again, sent or discarded.
limit-lines = You have asked and answered a lot just now. You can do so again in { $minutes } minutes. Is it urgent? Phone them.
