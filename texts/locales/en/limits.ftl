# What is too much, and what can be done instead.

limit-updates = That was too fast: not everything arrived. Wait a minute and go on then. Emergency? Call 112. /help always works.
limit-busy = It is very busy now: your message was not handled. Try again in a quarter of an hour. Emergency? Call 112.
limit-reports = You have reported a lot just now. You can report again in { $minutes } minutes. Emergency? Call 112. No hurry? Call 0900-8844.
limit-reports-hours = You have reported a lot today. You can report again in { $hours } hours. Emergency? Call 112. No hurry? Call 0900-8844.
police-limit-reports = You have reported a lot just now. You can report again in { $minutes } minutes. Is it urgent? Pass it on to the control room.
police-limit-reports-hours = You have reported a lot today. You can report again in { $hours } hours. Is it urgent? Pass it on to the control room.
limit-invites = You have made many invitations. You can make more in { $minutes } minutes. Who is in a hurry can sign up with /start.
limit-invites-hours = You have made many invitations. You can make more in { $hours } hours. Who is in a hurry can sign up with /start.
limit-signups = You have signed up many businesses. You can add another in { $minutes } minutes.
limit-signups-hours = You have signed up many businesses. You can add another in { $hours } hours.
limit-joins = This business was asked many times today whether somebody may join. Ask whoever runs the business for the link for colleagues, or try again in { $minutes } minutes.
limit-joins-hours = This business was asked many times today whether somebody may join. Ask whoever runs the business for the link for colleagues, or try again in { $hours } hours.

flood-reports = <b>Very many reports are coming in at once.</b> All of them are kept. Those of businesses that are not verified are only in the list of the police and the city marshal; robberies go on as always. See with the police whether this is right.
flood-over-reports = Reports come in as usual again.
flood-invites = <b>Very many invitations are being made at once.</b> See who makes them, and whether that is right.
flood-over-invites = Invitations are made as usual again.
flood-updates = <b>Somebody sends the bot very many messages.</b> What is too much is not handled. Others do not notice. You need not do anything; if it goes on, look in the log for sender_limited.
flood-over-updates = Nobody sends the bot too many messages any more.
flood-signups = <b>Very many businesses are signing up at once.</b> That verifies nobody, and all of them are in /signups. Coordinators get no messages about each. See with the police whether this is right.
flood-over-signups = Businesses sign up as usual again.

reports-many = Very many reports of businesses that are not verified are coming in. You get no messages about each of them: look in /reports. Reports of verified businesses come as always, and so do robberies: gathered for each place.
signups-many = Very many businesses are signing up now. You get no messages about each of them: look in /signups.

text-endless = This message is too long. It can have { $most } signs; send a shorter one.
text-name-letters = This name has letters that look like Latin ones and are not. Type the name with plain letters.
