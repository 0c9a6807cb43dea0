# Signing in at one's own organisation (OpenID Connect).

console-provider-title = Or with { $name }
console-provider-how = Can you sign in with your account at { $name }? Then use this button.
console-provider-button = Sign in with { $name }
console-provider-leave-title = You are going to { $name }
console-provider-leave = Go on to { $name }
console-provider-leave-words = Without JavaScript your text does not come along. Go back and copy it first.
console-provider-words-gone = Without JavaScript your text did not come along. Nothing was sent.
console-provider-bind-title = Or sign in with { $name } from now on
console-provider-bind-how = Sign in there with your own account. From then on that account is yours here, and nobody else’s. The link works no longer after that.
console-provider-confirm = This page needs a recent sign-in. Sign in with { $name } again; then you can go on for ten minutes.
console-provider-confirm-button = Sign in with { $name } again
console-provider-again = Back to signing in
console-provider-outcome-failed-title = Signing in did not work
console-provider-outcome-failed = No valid answer came from { $name }. Begin again, in this browser. Does it fail again? Ask your administrator to look in the log.
console-provider-outcome-weak-title = Signing in by one step is not enough
console-provider-outcome-weak = { $name } does not say that you signed in by two steps, such as a password and an app. That is needed here. Ask the help desk of { $name } to switch it on.
console-provider-outcome-unknown-title = We do not know this account
console-provider-outcome-unknown = You signed in at { $name }, but nobody here has this account. No account was made. Type /console in your private chat with the bot, or ask your administrator for a link. Open the link, and choose to sign in with { $name } there.
console-provider-outcome-another-title = This was another account
console-provider-outcome-another = Another account than yours signed in at { $name }. Nothing was confirmed. Sign out at { $name }, and try again.
console-provider-outcome-down-title = { $name } cannot be reached now
console-provider-outcome-down = Signing in with { $name } does not work at the moment. Try again in a minute. With a passkey you can sign in.

console-passkeys-none = You have no passkey.
console-identities-title = Your account at your organisation
console-identities-how = With this you sign in by your organisation. If you remove it, that takes a new link. Signing out counts here only: at your organisation you stay signed in.
console-identity-line = { $issuer }, since { $moment }.
console-identity-remove-which = Remove the account at your organisation of { $moment }
console-person-identities = { $count ->
        [one] 1 account at their own organisation.
       *[other] { $count } accounts at their own organisation.
    }
console-person-identities-remove = Remove this binding
rejected-fresh-sign-in = Sign in at your organisation again, and then do it once more. Nothing was changed.
rejected-identity-taken = This account at your organisation is somebody else’s already. Sign out there, and try again with your own account. Your link still works.
limit-identities = You have { $most } accounts at your organisation already. Remove one first.
