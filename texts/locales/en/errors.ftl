# What you can mend yourself: what is the matter, and what to do.

postcode-starts-with-zero = A postcode never begins with 0. Check it and type it again, such as 2903 AB.
postcode-never-issued = The letters { $letters } do not occur in any postcode. Check them and type the postcode again.
postcode-one-letter = One letter is missing. A postcode has four digits and two letters, for example 2903 AB.
postcode-letters-missing = The two letters are still missing. Type the whole postcode, for example 2903 AB.
postcode-too-many-digits = That is too many digits. A postcode has four digits and two letters, for example 2903 AB.
postcode-too-many-letters = That is too many letters. A postcode has four digits and two letters, for example 2903 AB.
postcode-too-few-digits = That is too few digits. A postcode has four digits and two letters, for example 2903 AB.
postcode-not-a-postcode = I do not recognise this as a postcode. Type four digits and two letters, for example 2903 AB.
postcode-post-boxes = Postcode { $code } seems to be for post boxes. Type the postcode of the visiting address.
postcode-unknown = Postcode { $code } is not in our list. Check it and type it again.
postcode-unknown-near = Postcode { $code } is not in our list. These are near: { $near }.
postcode-outside-netherlands = This place is not in the Netherlands. Type the postcode of the business.
postcode-far-away = Postcode { $code } is far from the location that you shared. Check it and type it again.
postcode-in-list = “{ $code }” is not right. { $sentence } I have not taken anything from this list yet: correct it and send it again.
postcode-not-yours = Postcode { $code } lies outside your area. Leave it out and send the list again.
postcode-location-wanted = Share your location here with the button below, or skip this question.

text-name-empty = This is not a name. Type a name with letters or digits.
text-name-long = This name is too long. There is room for { $most } characters; type a shorter one.
text-name-link = There can be no link or @name in the name. Type only the name.
text-no-new-group = Only the police or a city marshal can make a new group. You find your own group with /groups.
text-house-number = This is not a house number. Type for example 12, 12 A, 12-2, 12 t/m 16 or 12 unit 3.

text-report-number = There is no report with that number in your area. Look at the card or in /reports.
text-report-place = I do not know where it was. Stop this report and begin again.
rejected-branch = I do not know this line of business. Choose one with the buttons.
rejected-typed-wanted = Please type your answer here.
rejected-scope = “{ $scope }” is not a scope. Write for example 2900-2999, 2903, municipality:Rotterdam, branch:jeweller, branch:jeweller:2900-2999 or national.
rejected-role-function = This function does not go with this role. Choose one with the buttons, or type one.

not-allowed-start-first = You can do this once your business is signed up. Type /start to begin; it takes a moment.
not-allowed-draft_alert = Only the police, a city marshal, a KVO manager or a trade association can draft a wees alert notice. Whoever saw something at a business reports it with /report.
not-allowed-manage_kvo_group = Only the police, a city marshal or the manager of the group can do this.
not-allowed-send_prevention = Only the police, a city marshal, a safety director, a KVO manager or a trade association can send tips.
not-allowed-approve_alert = Only the police can approve.
not-allowed-change-group = Only the police or a city marshal of that area can change or close a group.
not-allowed-in-private = This only works in a private chat with me.
not-allowed-verify_premises = Only the police, a city marshal, a KVO manager, a trade association or the administrator can verify businesses.
not-allowed-invite_premises = Only the police, a city marshal, a KVO manager, a trade association or the administrator can invite businesses.
not-allowed-receive_copies = This is for coordinators of the municipality and the police only.
not-allowed-see_reports = Only the police or a city marshal can see reports.
not-allowed-own-report = This is your own report. A colleague deals with it.
not-allowed-outside-scope = This place is outside your area. A colleague of that area can do this.
not-allowed-outside-branch = Businesses in this line of business are not yours to invite here. Choose another one, or ask a colleague of that area.
not-allowed-own-place = You do not remove yourself. To leave this business, choose that under /mine.
not-allowed-owner-only = Only the person who runs the business here can do this.
not-allowed-own-shop = You cannot verify your own business. Another coordinator does that.

too-late-report-taken = Somebody has already taken this report.
too-late-report-drafted = A notice is already being made from this report.
too-late-report-asked = A question about this report has been asked already. One can be asked.
too-late-report-unreachable = Whoever reported this cannot be reached any more. A question would not arrive.
too-late-report-answered = You have answered this question already. Do you know more? Tap “Add something” under your report.
too-late-report-answer = Your report has been closed meanwhile; your answer is no longer needed and was not kept. Do you want to tell something all the same? Type /report.
too-late-report-duplicate = This report is a duplicate of another one and follows it. Is that wrong? Tap “Not a duplicate after all”.
too-late-report-single = This report stands by itself already.
too-late-report-itself = That is the same report, or one that belongs to this one already.
too-late-report-gone = The other report was taken back, or closed without an outcome. This one cannot belong to it.
too-late-report-closed = This report is already closed.
too-late-robbery-kind = The police have already established what it was. You can still tap what else you know.
too-late-report-back = You can take a report back in the first 2 minutes only. If something is wrong, tap “Add something”.
too-late-invite-gone = This invitation no longer works.
too-late-colleague-gone = That person has already left this business.
too-late-not-verified = This business is not verified any more.
too-late-premises = Something about this business has changed meanwhile. Open /mine again.
too-late-verified = This business is already verified.
too-late-closed = This sign-up was withdrawn.
too-late-join = This request has already been answered or withdrawn.
too-late-join-refused = You have already asked this and were not admitted. Your own sign-up stays. If you do belong there, talk about it there.
too-late-join-asked-today = You have asked this today already. Ask whoever runs the business for the link for colleagues, or try again tomorrow.
too-late-join-asked = You have already asked this. You will hear as soon as there is an answer.

too-late-chat-taken = This chat already belongs to another KVO group. Choose another chat.
too-late-group-closed = This KVO group is closed.
too-late-entry = This request has already been decided on, or the chat is not tied any more.

limit-codes = That is too many postcodes: a group takes { $most }. Use only the four digits where you can.
limit-premises = You already have { $most } businesses, which is the most. Leave one first with /mine.
limit-additions = You have already added to this report { $most } times. Is there more? Call 0900-8844.
police-limit-additions = You have already added to this report { $most } times. Is there more? Pass it on to a colleague of that area.
limit-areas = You already follow { $most } extra areas, which is the most. Remove one first with /mine.
