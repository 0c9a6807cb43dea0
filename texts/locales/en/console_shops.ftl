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
