# KVO groups in the browser.

console-groups-title = KVO groups
console-group-chat-none = no group chat yet
console-group-chat-trouble = ⚠️ I cannot write properly in the group chat
console-group-chat-lacks = group chat not set up properly yet
console-group-chat-tied = group chat tied

console-group-name = Name
console-group-codes = Area
console-group-branches = Lines of business
console-group-businesses = Businesses
console-group-managed = Managed by
console-group-shops = { $shops ->
        [0] none yet
        [one] 1 takes part, verified: { $verified }
       *[other] { $shops } take part, verified: { $verified }
    }
console-group-manager-title = Manager
console-group-chat = Group chat
console-group-join = With this link members ask to come in. Whoever belongs to a verified business of the group is let in at once.
console-group-code-how = With a code you tie a group chat. An earlier code no longer works then.
console-group-made = The group is made. Now it needs a manager and a group chat.
console-group-changed = A colleague has just changed this group. This is how it is now. Nothing was closed.

console-group-change-title = Change the group
console-group-back = Back to the group
console-group-name-how = What the area is called. For example: De Koperwiek.
console-group-codes-ask = Postcodes
console-group-codes-how = With four digits, or with the letters too. For example: 2903 AB, 2903 AC, 2904
console-group-branches-ask = Which lines of business is the group for?
console-group-branches-some = Only these:
console-group-changed-now = A colleague has just changed this group. This is how it is now. If you save, what stands below counts.
not-allowed-new-group = Only police or a city marshal can make a new group.

console-group-tie-title = Tie a group chat
console-group-tie-new = Am I not in the group chat yet? Choose the group with this button, on a device with Telegram. Telegram then asks whether I may be an admin: say yes.
console-group-tie-who = You must be an admin of the chat yourself, and not anonymous. The code works once, until

console-group-manager-how = Whoever uses the link looks after the group chat, verifies businesses of the group and drafts notices for it, once a second person has confirmed it.
console-group-manager-make = Make the link
console-group-manager-made = Invitation for the manager of { $name }. Others see: { $role }.
