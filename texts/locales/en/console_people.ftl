# The console for people without Telegram, and the pages People and roles and Record.

console-link-role = You get this role: { $role }.
console-link-confirmed = It counts once a second person confirms it.
console-role-waits = <b>{ $role }</b>, { $scope }: this role waits until a second person confirms it.
console-no-messages = Without Telegram you get no messages on your phone. What waits for you is under Today: look there yourself.
console-mydata-file = Everything that we keep of you, in one file. The names of the fields are in English.
console-mydata-download = Download my data
console-mydata-erase = Erase everything of me
console-mydata-erase-how = Your roles end, and your passkeys and data are erased. What you did in a role stays, under a number that leads to nobody. This cannot be undone.

console-people-title = People and roles
console-people-since = Since
console-people-until = Until
console-people-none = Nobody has a role here yet. Invite somebody.
console-person-profile = Profile in Telegram
console-person-no-chat = Takes part without Telegram: messages on the phone do not arrive.
console-person-confirm = At each change your browser asks for your passkey.
console-person-label = Others see
console-person-holder = Who
console-person-since = Since
console-person-until = Until
console-person-no-end = No end date
console-person-giver = Given by
console-person-machine = A link of the server
console-person-confirmer = Confirmed by
console-person-deputy = Deputy
console-person-nobody = Nobody
console-person-last-day = Last day of this role
console-person-access = Signing in in the browser
console-person-passkeys = { $count ->
        [0] No passkey.
        [one] 1 passkey.
       *[other] { $count } passkeys.
    }
console-person-session = Signed in since
console-person-seen = Last seen
console-person-no-session = Signed in nowhere now.
console-person-sessions-end = Sign out everywhere
console-recovery-how = Passkeys lost? Ask for a new link. A second person confirms that, and then you make the link. Call them yourself first, with a number that you had already.
console-recovery-ask = Ask for a new link
console-recovery-waits = A new link was asked for. Whoever asked makes it once a second person confirms it.
console-recovery-ready = A second person confirmed the new link. When you make it, the old passkeys stop working.
console-recovery-make = Make the new link
console-recovery-made = New link to sign in
console-recovery-made-how = The old passkeys work no longer. Give the link to that person only.
console-recovery-asked = A colleague asked for a new link to sign in for you. Is that not right? Tell a colleague at once.
console-made-title = The link is made
console-made-until = It works once, until
console-made-once = You see it only now: copy it.
console-made-back = Back
console-invited = Invitation: { $role }, { $scope }
console-choose = Choose
console-invite-role = Which role do they get?
console-invite-area = For which area? A municipality, a postcode (2903), a range (2900-2999) or national
console-invite-branch = Line of business: for a trade association, or for police who follow one
console-invite-group = KVO group: for who manages a group
console-invite-function = As what do others see this person?
console-invite-usual = As the role is usually called
console-invite-label = Or in words of your own, no name
console-invite-day = Last day of the role. Empty: no end date
console-invite-way = How do they take part?
console-invite-whom = For whom is the link? Name and function. Needed for who has no Telegram: whoever confirms the role reads it
console-grant-asked = Asked
console-today-grants = { $count ->
        [one] 1 request that needs a second person.
       *[other] { $count } requests that need a second person.
    }
person-named = { $who } ({ $number })

console-record-title = Record
console-record-part = Kind
console-record-by = By whom, by the role or function of now
console-record-anybody = Everybody
console-record-roles = Role
console-record-functions = Function
console-record-number = Number of a notice (2026-0001), report (M-2026-0001) or person (12)
console-record-from = From
console-record-to = Up to and including
console-record-show = Show
console-record-none = There is nothing for you to see here. Choose something else.
console-record-none-yet = There is nothing for you to see in this part. Look further with Older.
console-record-read = That you read here is in it too.
console-record-no-number = There is nothing for you to see at that number.
console-record-no-day = That is no date.
console-record-turned = This day is before the first.
console-record-whole-title = Is the record whole?
console-record-whole = Yes: { $count ->
        [one] the one row fits.
       *[other] all { $count } rows follow each other.
    }
console-record-broken = No: { $count ->
        [one] it does not fit in 1 place.
       *[other] it does not fit in { $count } places.
    } Have whoever runs the server look with: wees-alert audit verify.
console-record-verify = Check now
console-record-export-title = As a file
console-record-export-how = You get what you chose above, the newest rows first and at most 2000. Your reason goes into the record.
console-record-reason = What do you need it for? Without names
console-record-export = Download as CSV
console-record-column-number = number
console-record-column-time = time
console-record-column-who = who
console-record-column-what = what
console-record-column-key = key
console-recoveries-title = A colleague cannot sign in any more
console-recoveries-what = Whoever has Telegram types /console there. For somebody without Telegram you ask for a new link here.
console-recoveries-none = There is nobody without Telegram in your area for whom you can ask a link.
