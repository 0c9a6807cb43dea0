# KVO groups: making, tying, setting up, in and out.

groups-title = <b>Your KVO groups</b>
groups-choose = Choose a group.
groups-none = There is no KVO group in your area yet. That is a shopping area or business park where municipality, neighbourhood, police and entrepreneurs meet regularly (Keurmerk Veilig Ondernemen, the Dutch safe business label).
groups-more = Show more
groups-from-start = Back to the start

group-name = <b>{ $name }</b>
group-codes = Area: { $codes }
group-codes-more = { $codes } and { $count } more
group-branches = Lines of business: { $branches }
group-all-branches = all lines of business
group-shops = Businesses: { $shops ->
        [0] none yet
        [one] 1 takes part, verified: { $verified }
       *[other] { $shops } take part, verified: { $verified }
    }
group-managed = Managed by: { $who }
group-nobody = nobody
group-no-manager = The group has no manager of its own yet.
group-chat-none = The group has no group chat yet. Make a code to tie one.
group-chat-left = I am not in the group chat any more. Make a code and tie the chat again, or tie another.
group-chat = The group chat is tied.
group-chat-topic = The group chat is tied. Notices go to one topic. Want another topic? Type /tie there.
group-settings-well = The settings are fine, checked { $moment }.
group-settings-unknown = I could not see the settings of the chat yet. I will check again shortly.
group-settings-lack = The chat is not set up properly yet. Until then the group gets only one line of a notice. To do:
chat-lacks-supergroup = • <b>Make it a supergroup.</b> This is a basic group, which cannot do what is needed. Go to Edit group › Chat history, choose Visible and save. Then set it back to Hidden.
chat-lacks-admin = • <b>Make me an admin</b> who may invite people: Edit group › Administrators › Add admin.
chat-lacks-invite_right = • <b>Let me invite people:</b> Edit group › Administrators › tap me › Invite users.
chat-lacks-join_by_request = • <b>Let people in by request only.</b> Private group: turn “Add members” off at Edit group › Permissions, and revoke invite links that others made. Public group: Edit group › Group type › Approve new members.
chat-lacks-hidden_history = • <b>Hide the history from new members:</b> Edit group › Chat history › Hidden. In a public group and in a group with topics that cannot be done; there it stays one line.
chat-lacks-later = After that I will see whether the rest is fine.

group-code = New tie code
group-look = Check again
group-link = Link to the group chat
group-manager = Invite a manager
group-change = Change
group-close = Close the group
group-new = New group
group-close-question = Close <b>{ $name }</b>? The group chat will get no more notices, and its manager is that no longer. The businesses stay signed up.
group-close-yes = Yes, close the group
group-closed = <b>{ $name }</b> is closed.
group-no-link = There is no link yet. I make it as soon as the chat is set up properly.
group-link-what =
    Link to the group chat of <b>{ $name }</b>

    { $link }

    Who belongs to a verified business of the group is let in at once. Anybody I do not know, I show to you. Participants also find the link under /mine.
group-manager-invite =
    Invitation for the manager of <b>{ $name }</b>. Others see: { $role }.

    { $link }

    Let the manager scan the code, or send the link. It works once, until { $until }. Whoever uses it looks after the group chat, verifies businesses of the group and drafts notices for the group.

form-group = the KVO group
form-manager-invite = the invitation for a manager
group-ask-name = <b>New KVO group</b>
    A KVO group (Keurmerk Veilig Ondernemen, the Dutch safe business label) is a shopping area or business park where municipality, neighbourhood, police and entrepreneurs meet regularly. What is the area called? For example: De Koperwiek.
group-ask-name-again = What is the group called? At present it says: <b>{ $name }</b>.
group-ask-codes = <b>Which postcodes belong to it?</b>
    Type one or more, with four digits or with the letters too. For example: 2903 AB, 2903 AC, 2904
group-codes-now = So far: { $codes }
group-codes-done = { $count ->
        [one] Go on with 1 postcode ›
       *[other] Go on with { $count } postcodes ›
    }
group-codes-clear = Start the list again
group-ask-branches = <b>Which lines of business is the group for?</b>
    You can choose more than one.
group-confirm =
    Is this right?

    <b>{ $name }</b>
    Area: { $codes }
    Lines of business: { $branches }
group-make = Make the group
group-save = Save it like this
group-made = <b>{ $name }</b> is made. { $shops ->
        [0] No business has signed up in this area yet.
        [one] 1 business belongs to it, verified: { $verified }.
       *[other] { $shops } businesses belong to it, verified: { $verified }.
    } Now for the group chat and a manager:
group-manager-next = Invite a manager too, who looks after the group chat, verifies businesses of the group and drafts notices for the group.

group-tie = <b>How to tie a group chat to { $name }</b>
group-tie-new = Am I not in the group chat yet? Tap the button and choose the group. Telegram asks whether I may be an admin: say yes.
group-tie-there = Am I in it already? Then type this in the group chat, and in a forum in the topic where notices should go:
group-tie-command = <code>/tie@{ $bot } { $code }</code>
group-tie-who = You must be an admin of the chat yourself, and not anonymous. The code works once, until { $until }. Earlier codes no longer work.
group-needs = This is how the chat must be set up, or it gets only one line of a notice:
    • I am an admin and may invite people
    • people come in by request only
    • new members do not see what was said before
    I will check it as soon as the chat is tied.
group-tie-choose = Choose the group chat
group-tied = This chat is tied to <b>{ $name }</b>.
group-tied-topic = Notices go to this topic.
group-tied-well = The settings are fine.
group-topic-chosen = From now on notices for <b>{ $name }</b> go to this topic.
group-added = I am the bot of Wees Alert, which warns businesses about robberies. I do nothing here until this chat is tied to a KVO group: a shopping area or business park where municipality, neighbourhood, police and entrepreneurs meet regularly (Keurmerk Veilig Ondernemen, the Dutch safe business label). The police, the city marshal or the manager of the group gets the code for that with /groups, in a private chat with me.
group-only-private = That only works in a private chat with me.
group-to-private = Open the private chat
tie-in-group = This works in a group chat only. Whoever manages the KVO group gets the code with /groups and types it there.
tie-anonymous = I cannot see who you are, because you write anonymously. Turn that off (Edit group › Administrators › you › Remain anonymous) and type it again.
tie-channel = I cannot see who you are, because you write as a channel. Tap the picture of the channel left of the typing field, choose your own name, and type it again.
code-unknown = This code does not work, or no longer works. A code works once. Make a new one with /groups, in a private chat with me.
code-expired = This code has expired. Make a new one with /groups, in a private chat with me.
code-missing = This chat is not tied yet. Make a code with /groups, in a private chat with me, and type it after /tie.

chat-lost = <b>I am not in the group chat of { $name } any more.</b> I was removed, or the chat is gone. The group gets nothing there now. Tie the chat again, or tie another.
chat-lacks = <b>The group chat of { $name } is not set up properly.</b> Until then the group gets only one line of a notice. To do:
chat-mended = The group chat of <b>{ $name }</b> was not set up properly. It is fine now.

chat-refused = <b>I cannot write properly in the group chat of { $name }.</b>
chat-topic-gone = <b>The topic for notices in the group chat of { $name } is gone.</b> Notices now go to the chat itself. Would you rather have them in a topic? Type /tie there.
chat-works = In the group chat of <b>{ $name }</b> I can write as usual again.
groups-trouble = ⚠️ { $name }
group-trouble-topic_closed = The topic for notices is closed. Meanwhile they go to the general topic. Reopen the topic, or give me as an admin the right to manage topics.
group-trouble-no_topic = The topics in which I can write are closed. The group gets nothing now. Reopen the topic for notices or the general one, or give me as an admin the right to manage topics.
group-trouble-no_rights = I may not write there. The group gets nothing now. Make me an admin: Edit group › Administrators › Add admin. Or turn on “Send messages” under Permissions.
group-trouble-restricted = Telegram allows no messages there, or none of mine. The group gets nothing now. Open the chat and read what Telegram says about it. Does it stay like that? Make a new group chat and tie that one.
group-trouble-paid = Who writes there has to pay in Stars, which I cannot. The group gets nothing now. Turn that off under Edit group, or make me an admin.
group-trouble-again = I try again every five minutes, and at once when you tap Check again.

entry-asked = You want to join the group chat of <b>{ $name }</b>. A manager checks whether you have a business there. Has your business not signed up yet? Type /start. With a verified business in this area you are let in at once next time.
entry-wanted = { $person } wants to join the group chat of <b>{ $name }</b>, but has no verified business there. Only let in somebody you know.
entry-admitted = { $person } was let into the group chat of <b>{ $name }</b>.
entry-declined = { $person } was not let into the group chat of <b>{ $name }</b>.
entry-refused = You were not let into the group chat of <b>{ $name }</b>. Do you have a business there? Sign it up with /mine; once it is verified you can ask again.
