# A new notice in the web console.

console-compose-title = New notice
console-compose-draft = Draft { $number }
console-compose-new = Write another notice
console-compose-words = What happened?
console-compose-words-how = Write it in your own words, with the postcode and the time. No names, number plates or phone numbers.
console-compose-read = Fill in the fields
console-compose-names = It is not a name, keep it
console-compose-what = What and when
console-compose-kind = Kind
console-compose-choose = Choose…
console-compose-propose = Propose one
console-compose-proposed = (proposed)
console-compose-when = When was it?
console-part-of-day = Show as: { $moment }
console-compose-text = Text of the notice
console-compose-text-own = Only my words
console-compose-text-composed = A summary, with my words below it
console-compose-either = The sentence names more than one possibility. Choose what is right, or leave it open:
console-compose-details = Signals and modus operandi
console-compose-signals = What stood out?
console-compose-clothing = Clothing
console-compose-vehicle = Vehicle
console-compose-unknown = Not filled in
console-compose-whom = Where and for whom
console-compose-place = Postcode
console-compose-place-how = For example 2903 AB, or only 2903.
console-compose-part = Which place do you mean?
console-compose-audience = Who is it for?
console-compose-region = A branch in { $region }
console-compose-other-region = A branch in another area
console-compose-area = Other area
console-compose-area-how = Warn a branch without a circle: postcodes (2900-2999 or 29xx) or a municipality. Empty: the reach below counts.
console-compose-reach = Reach in kilometres
console-compose-branches = Branches
console-compose-how = Urgency and duration
console-compose-severity = Urgency
console-compose-tlp = Who may read it? (TLP)
console-compose-named = Who else may read it?
console-compose-until = Valid until
console-compose-preview = How it arrives
console-compose-no-preview = Fill in a kind and a postcode. Then you see the notice here, and who gets it.
console-compose-no-number = The number is added once you click Preview.
console-compose-ring = • within { $km } km: { $count }
console-compose-beyond = • farther away, or place not known: { $count }
console-compose-show = Preview
console-compose-ask = Ask approval
console-compose-save = Save as draft
console-compose-told-kept = Saved. You find it here, and in Telegram among your drafts.
console-compose-told-look = Something changed since you saw the notice. Look at it once more, then ask approval.
console-compose-told-seen = Look at the notice. Is it right? Then ask approval.
console-compose-differs = The draft meanwhile says something else under: { $fields }. Below is what you filled in. Click again to save that.
console-compose-alone = Send it yourself
console-compose-alone-how = Nobody else can approve it now. A colleague looks at it afterwards.
console-compose-reason = Why do you send this alone?
console-compose-reason-own = Your own reason
console-compose-discard = Throw away
console-compose-discard-how = The text is erased. This cannot be undone.
console-compose-discard-button = Throw this draft away
console-compose-drafts = Your drafts
console-compose-is-sent = This notice was sent.
console-compose-is-dropped = This notice does not go out.

console-templates-title = Templates
console-templates-end-how = After this nobody can send it any more. This cannot be undone.
console-templates-link = In a hurry? Use a template that was approved before.

rejected-compose-no-kind = Choose what kind of incident it was.
rejected-compose-no-place = Type the postcode of the place where it happened.
rejected-compose-which-place = This postcode belongs to more than one place. Choose which one you mean.
rejected-compose-no-group = Choose which KVO group it is for.
rejected-compose-no-area = Type the area that you mean: postcodes or a municipality.
rejected-compose-changed = This draft was changed somewhere else meanwhile.
text-console-moment = This is not a date with a time. Choose them in the field.
text-console-names = This looks like a name: “{ $found }”. Rather write what somebody did or wore. Is it not a name? Then tick the box and go on.
console-template-kept = Kept as a template. { $count ->
        [0] There is no colleague here now who can approve it. Until then it cannot be sent.
        [one] One colleague was asked to approve it. After that you can send it here.
       *[other] { $count } colleagues were asked to approve it. Once one of them has, you can send it here.
    } Your draft is still under New notice.
