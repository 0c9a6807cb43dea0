# The console: sign-ups and businesses.

console-signups-title = Sign-ups
console-signups-none = No business waits for verification. A new sign-up appears here by itself.
console-signups-onwards = The next sign-ups
console-signups-back = All sign-ups

console-shops-title = Businesses
console-shops-back = All businesses
console-shops-postcode = Postcode (2903 or 2903 AB)
console-shops-name = Beginning of the name
console-shops-branch = Line of business
console-shops-find = Find a business
console-shops-none = No business in your area fits this. Type fewer letters, or only the four digits of the postcode.
console-shops-onwards = The next businesses

console-shop-incomplete = Not verified yet: the details are incomplete.
console-shop-changed = Something about this business has just changed, or one that resembles it was added. Below you see how it is now. Have another good look.
console-shop-twins = These businesses resemble each other
console-shop-twin = Look at this business
console-shop-this = This is the business on this page
console-shop-people = People
console-shop-owners = { $count ->
        [0] Nobody runs the business.
        [one] 1 person runs the business.
       *[other] { $count } people run the business.
    }
console-shop-colleagues = { $count ->
        [0] There are no colleagues.
        [one] There is 1 colleague.
       *[other] There are { $count } colleagues.
    }
console-shop-most = Without a coordinator there can be { $most } together.
console-shop-links = Links that you made
console-shop-link = { $count ->
        [one] Still works for 1 person, until:
       *[other] Still works for { $count } people, until:
    }
console-shop-no-link = No link of yours still works.
console-shop-revoke = Revoke
console-shop-invite = Make a link for this business

console-shop-invite-title = Invite a business
console-shop-invite-postcode = Postcode, for example 2903 AB
console-shop-invite-part = Which place is it?
console-shop-invite-doubt = Is this postcode right?
console-shop-invite-unknown = Postcode { $code } is not in our list. Make sure that the business really is there: whoever uses the link is verified at once.
console-shop-invite-number = House number, for example 12 or 12 A
console-shop-invite-name = Name of the business
console-shop-invite-choose = Choose a line of business
console-shop-invite-way = What kind of link?
console-shop-invite-once = A link for one person, for fourteen days
console-shop-invite-counter = A counter card with a QR code for ten people, for thirty days
console-shop-invite-care = Whoever uses the link is verified at once. So give it only to those who work there.
console-shop-invite-gives = As soon as somebody of the business uses the link, they get the notices for their own area and line of business, and you hear of it. You revoke the link on the page of the business.
console-shop-invite-join-gives = Whoever uses the link gets the notices that this business gets. Whoever runs the business hears of it. You revoke the link on the page of the business.
console-shop-invite-twin = Note: somebody signed this business up by themselves too, without an invitation. That sign-up has nothing to do with this link.
console-shop-invite-twin-look = See under Sign-ups whether it is right
rejected-no-branch = Choose a line of business.
rejected-no-part = Choose one of the places.
rejected-not-sure = Tick the box if the postcode really is right, or change it.

console-shop-invited-title = The link is ready
console-shop-invited-once = You see this link only once. Print it now, or pass it on now.
console-shop-invited-print = Print this page. Each card is A6: one in Dutch, one in English.
console-card-qr = QR code with the link
console-card-title = Wees Alert
console-card-what = Get a message on your phone about a robbery or something suspicious near you. From police and municipality, free of charge.
console-card-how = Do you work at <b>{ $name }</b>? Scan the code and tap Start.
console-card-behind = Hang this card where only those who work here see it.
console-card-until = Works for { $uses } people, until { $day }.
