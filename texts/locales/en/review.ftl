# Looking afterwards: what went out without other eyes, and the grounds of an approval.

menu-reviews = Look at what a colleague sent alone
form-objection = why you do not agree

reviews-none = There is nothing to look at.
reviews-more = { $count ->
        [one] There is 1 more. Type /reviews again after these.
       *[other] There are { $count } more. Type /reviews again after these.
    }
reviews-due = { $count ->
        [one] A colleague sent a notice without other eyes. Look at it with /reviews.
       *[other] { $count } notices were sent without other eyes. Look at them with /reviews.
    }
reviews-nobody = { $count ->
        [one] You sent a notice without other eyes, and no colleague here can look at it. Ask the administrator for a second colleague of the police.
       *[other] You sent { $count } notices without other eyes, and no colleague here can look at them. Ask the administrator for a second colleague of the police.
    }
review-sole_on_duty = <b>To be looked at.</b> Sent alone by a colleague ({ $who }), { $moment }.
review-by_deputy = <b>To be reviewed.</b> Approved by { $who }, { $moment }, who is tied to whoever wrote it: one is the deputy of the other, or gave the other the role, with no other colleague on duty.
review-closing = <b>To be looked at.</b> Ended or retracted by a colleague ({ $who }), { $moment }.
review-held_tip = <b>To look at.</b> A tip in its writer’s own words, which nobody stopped. Sent by { $who }, { $moment }.
review-reason = Reason: “{ $reason }”
review-agree = Agree
review-object = Do not agree
review-agreed = Notice <b>{ $number }</b> was looked at: agreed.
review-objected = Notice <b>{ $number }</b> was looked at: not agreed. “{ $objection }” Your colleague reads this.
review-told-agreed = A colleague ({ $who }) looked at your notice <b>{ $number }</b> and agrees.
review-told-objected = A colleague ({ $who }) looked at your notice <b>{ $number }</b> and does not agree: “{ $objection }” Talk about what should change.
review-ask-objection = <b>Why do you not agree with notice { $number }?</b>
    Choose, or type it yourself. The colleague who sent it reads it.
review-mend = Does something have to be done now? That can be done below.
objection-not_urgent = Could wait for a colleague
objection-content = The text is wrong or says too much
objection-reach = Too many recipients or too far
objection-grounds = Wrong grounds
not-allowed-tied-template = You are the deputy of whoever wrote this, or are the only one here and gave them their role (or the other way round). Another colleague approves it.
not-allowed-own-review = You cannot look at your own notice afterwards. A colleague does that.
too-late-review = A colleague has looked at this already.

approval-grounds = Grounds: { $grounds }
approval-on-grounds = Approve: { $grounds }
approval-grounds-back = ‹ Back
grounds-line = Grounds: { $grounds }
rejected-grounds = These grounds are not on the list any more. Choose others.
not-allowed-alone-somewhere = You are the only one here now, and I do not know which municipality of this place agrees that you send alone. Ask a colleague. Whoever holds this role can name a deputy with /deputy.
not-allowed-alone-beyond = You are the only one here now, and this notice reaches beyond your area. There you may not send alone. Choose a smaller reach, or ask a colleague.
not-allowed-alone = You are the only one here now, and in { $municipality } the police may not send alone. Ask a colleague. Whoever holds this role can name a deputy with /deputy. With “Save as draft” you lose nothing.
