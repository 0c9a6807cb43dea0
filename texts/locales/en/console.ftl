# The console in the browser.

console-name = Wees Alert
console-skip = Skip to content
console-language-nl = Nederlands
console-language-en = English
console-emergency = <b>In danger? Call 112.</b> This is no emergency number.

console-front-title = Wees Alert in the browser
console-front-what = Wees Alert warns businesses of robberies and reconnaissance. You report and write notices in Telegram.
console-front-open = Open @{ $name } in Telegram
console-front-kept-title = What this page keeps
console-front-kept = Your browser keeps the language that you choose and a code that protects forms. Whoever signs in gets one more code, which is worth nothing after twelve hours.

console-error-title-400 = This request is not right
console-error-400 = Go back and try again.
console-error-title-403 = This form no longer counts
console-error-403 = Open the page again and fill it in there. Does it happen again? Then allow cookies of this site.
console-error-title-404 = This page is not here
console-error-404 = It does not exist, or it is not for you.
console-error-title-405 = This page does not work like that
console-error-405 = Go back to the start and choose there what you want to do.
console-error-title-408 = This took too long
console-error-408 = The connection was too slow. Nothing has changed. Try again.
console-error-title-413 = This is too much text
console-error-413 = Go back and shorten the text. Nothing has changed.
console-error-title-415 = This request is not right
console-error-415 = Only forms of this site are accepted.
console-error-title-421 = Wrong address
console-error-421 = This site is not at this address. Use the address that your administrator gave you.
console-error-title-500 = Something went wrong on our side
console-error-500 = See whether what you wanted to do has happened. If not, try again.
console-error-title-503 = This cannot be done right now
console-error-503 = The database cannot be reached. Nothing has changed. Try again in a minute.
console-error-number = Does it stay like this? Give your administrator this number: <b>{ $number }</b>.
console-error-back = To the start

console-navigation = Sections
console-sign-out = Sign out
console-front-how = Not been here before? Type /console in your private chat with the bot. You can if you have a role. No Telegram? Ask your administrator for a link.

console-sign-in = Sign in
console-sign-in-how = Sign in with your passkey: your finger, your face, the PIN of your computer or a security key.
console-sign-in-button = Sign in with a passkey
console-sign-in-failed = Signing in failed. Try again. If it fails again, ask for a new link.
console-sign-in-none-title = No passkey yet?
console-sign-in-in-telegram = Were you working in Telegram? Close this screen and open it again from /menu.
console-sign-in-none = Type /console in your private chat with the bot. You get a link that works once, for a day. No Telegram? Ask your administrator for a link.
console-no-script = A passkey works only with JavaScript switched on in your browser.
console-passkey-failed = Your browser gave no passkey. Try again.

console-link-title = Make your passkey
console-link-for = This link is for: { $function }. Is that not you? Then close this page.
console-link-how = Your browser asks for your finger, your face, a PIN or a security key. With that you sign in from now on, without a password. The link stops working after that.
console-enrol-button = Make a passkey
console-enrol-failed = The passkey was not made. Try again. Your link still works.

console-account-title = My account
console-account-as = Others see you as: { $function }.
console-account-no-role = You have no role now. So only your account is shown here.
console-role = { $role }, { $scope }
console-passkeys-title = Passkeys
console-passkey-made = Made on { $moment }.
console-passkey-used = Last used: { $moment }.
console-passkey-this = You are signed in with this one now.
console-passkey-remove = Remove
console-passkey-remove-which = Remove the passkey of { $moment }
console-passkey-last = This is your only passkey. If you remove it, only a new link lets you in again.
console-passkey-add = Make another passkey
console-confirm-first = Do you want to make another passkey? Then confirm with the one you have first.
console-confirm-button = Confirm with a passkey
console-sessions-title = Where you are signed in
console-sessions-how = You are signed out after half an hour without a click, and always after twelve hours. Is there one that you do not know? End it.
console-session-line = Since { $began }, last seen { $seen }.
console-session-this = This is this browser.
console-session-end = End
console-session-end-which = End the session of { $moment }
console-mydata-title = My data
console-mydata = With /mydata in Telegram you see everything that we keep of you. With /erase you erase everything, your passkeys too.

console-refused-title = This cannot be done now
rejected-fresh-passkey = Confirm this with your passkey. Open the page again and try once more; nothing has changed.
rejected-enrolment = The passkey was not made. Perhaps you have it already. Go back to your account and try again.
console-error-title-409 = Somebody was before you
console-error-409 = What you wanted to change has changed meanwhile. Open the page again to see how it is now.
console-error-title-429 = Please wait
console-error-429 = Too many requests came one after another. Wait a few minutes and try again. An emergency? Call 112.

console-link =
    <b>Sign in in the browser</b>

    Open this link on the computer where you want to work, and make a passkey there: { $link }

    The link is for you only. It works once, until { $until }.
console-off = Wees Alert can be used in Telegram only here: no web address is set.
not-allowed-console = Signing in in the browser needs a role, such as police or city marshal.
menu-console = Sign in in the browser
limit-console-links = You asked for many links. In { $minutes } minutes you can again. The last link still works, if you have not used it.
limit-console-links-hours = You asked for many links. In { $hours } hours you can again. The last link still works, if you have not used it.
limit-sign-ins = Signing in failed too often. In { $minutes } minutes you can try again.
limit-sign-ins-hours = Signing in failed too often. In { $hours } hours you can try again.
limit-passkeys = You have { $most } passkeys already. Remove one first.

console-approvals-title = Approvals
console-approvals-back = Everything that waits for approval
console-approval-line = { $number }: { $kind }, { $place }
console-approval-title = Notice { $number }
console-approval-notice = The notice as it will arrive
console-approval-grounds = On what grounds may this be shared?
console-approval-confirm = Your browser asks for your passkey. Then the notice is sent.
console-wrong = Something is not right.
console-comment-ready = Why?
console-comment-own = I write it myself
console-comment-typed = Your own words (whoever wrote the notice reads them)

console-today-title = Today
console-today-none = Nothing waits for you.
console-today-reports = { $count ->
        [one] 1 report that nobody has taken, sent { $duration } ago.
       *[other] { $count } reports that nobody has taken, the first sent { $duration } ago.
    }
console-today-signups = { $count ->
        [one] 1 business that waits for verification.
       *[other] { $count } businesses that wait for verification.
    }
