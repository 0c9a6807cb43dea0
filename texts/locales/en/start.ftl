# From /start to the first alerts, and privacy.

start-welcome =
    <b>Wees Alert</b> warns businesses about robberies nearby, and about scouting: somebody studies a business to rob it later.
    You get only the notices that concern your business. If you see something yourself, you report it here.
start-privacy = We keep what that takes: your postcode, your line of business and your choices. We do not keep people’s names.
start-privacy-more = More about privacy
start-another = Type the postcode, or share your location if you are there now.
start-postcode =
    What is the <b>postcode</b> of your business?
    Type it here, for example 2903 AB. If you are there now, you can also share your location.
start-branch = What kind of business is it? Choose the <b>line of business</b> that fits best, or type a word, such as butcher or florist.
start-confirm =
    Is this right?

    Place: <b>{ $place }</b>
    Line of business: <b>{ $branch }</b>
start-right = Yes, that is right

form-subscribe = signing up your business

place-share = Share my location
place-placeholder = Postcode, such as 2903 AB
place-understood = Place: { $place }.
place-none = You gave no place.
place-shared = the shared location
place-code-town = { $code } { $town }
place-which = There are several places in { $code }. Which one is it?
place-part = { $place } (municipality { $municipality })
place-unknown =
    Postcode <b>{ $code }</b> is not in our list. Is it really right?
    If not, type the right one. If it is, a coordinator will have a look at it.
place-is-right = Yes, it is right
place-is-visited = Yes, it is a visiting address
branch-more = Another line of business…

started-again = You get notices again.
stopped =
    You will get no more messages. Everything you set is kept.
    Type /start to turn it on again.
start-ended = You were still signing up your business. That has been stopped. With /mine you can always add another business.

privacy-title = <b>Privacy</b>
privacy-kept =
    <b>What we keep</b>
    The number and language of your Telegram account (not your phone number), your business’s postcode, line of business, name and house number, your choices, what you report, which notices you got and whether you tapped Read. We need no more than that to warn you.
    If you tap Read in a group chat, we keep the number and language of your Telegram account to count you once, even if you have not signed up. You get no messages because of it.
privacy-not =
    <b>What we do not keep</b>
    Your name and phone number, photos, and names or plates of suspects. Other participants are not shown who takes part. But whoever signs up with the name, postcode and branch of your business is told that it is there already, and in a group chat you see each other. Police and city marshals see which businesses have signed up and what is reported in their own area. The manager of your KVO group and your trade association only see which businesses of theirs have signed up. People of the same business, and whoever decides whether you may join a group chat, can open your Telegram profile. Messages travel through Telegram, so through Telegram’s computers as well.
privacy-rights =
    <b>What you can do</b>
    With /mine you see and change everything. With /stop you get nothing more. With /mydata you get everything that we keep about you. With /erase you erase it.
