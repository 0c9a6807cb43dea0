# A prevention tip for a KVO group or a line of business.

form-prevention = a prevention tip

prevention-ask-group = <b>Who is the tip for?</b>
prevention-ask-what = <b>Tip for { $name }</b>
    What would you like everybody to know? Choose an example or type it yourself. Write nothing about something that happened.
prevention-tip-1-label = Open and close together
prevention-tip-1 = Open and close together: one checks that all is clear, the other turns the key.
prevention-tip-2-label = Little money in the till
prevention-tip-2 = Empty the till often and keep money out of sight. Card payments are safer than cash.
prevention-tip-3-label = Greet everybody
prevention-tip-3 = Greet everybody who comes in and make eye contact. People who mean harm do not want to stand out.
prevention-ask-about = <b>One more check</b>
    Is your text about any of these? Tap it.
prevention-about-event = Something that happened
prevention-about-person = A person
prevention-about-vehicle = A vehicle
prevention-about-nothing = No, it is only a tip ›
prevention-preview = <b>This goes to all businesses in { $name }:</b>
prevention-preview-branch = <b>This goes to all businesses in the country of the line of business { $name }:</b>
prevention-no-tip = This seems to be about an incident, which you cannot send as a tip. Go back and change the text. Did something happen? Call the police: 0900-8844.
police-prevention-no-tip = This seems to be about an incident, which you cannot send as a tip. Go back and change the text. Did something happen? Then talk to a colleague of that area.
text-no-tip = This seems to be about an incident. Go back and change the text.
prevention-doubtful = This seems to be about an incident, so the police look at it first. Is it only a tip after all? Then go back and change the text.
prevention-doubtful-words = This stood out in your text: { $words }.
prevention-to-police = Send to the police
prevention-kept-for-police = Your text is saved as a draft. Tap Go on and answer a few more questions; then the police look at it.
text-no-group = There is no KVO group in your area yet. The police or a city marshal make one with /groups.
rejected-incident-data = This seems to be about an incident. Whoever may, makes it a wees alert notice with /alert; then the police look at it first.

tip-explained = These are your own words. So the police see the tip first, and can stop it for half an hour. If nobody does, it goes out by itself.
tip-hold = To the police, then send
tip-held = Tip <b>{ $number }</b> goes out { $moment } at the earliest, unless the police stop it.
tip-waits = Tip <b>{ $number }</b> waits: no police can look at it now. { $count ->
        [0] There is no second manager either who could send it. Ask for one through the police or the administrator of Wees Alert.
        [one] A colleague can send it and knows about it.
       *[other] One of your { $count } colleagues can send it. They know about it.
    }
tip-not = Do not send after all
tip-held-card = <b>A tip in its writer’s own words.</b> It goes out by itself, { $moment }, unless you stop it.
tip-waits-card = <b>A tip in its writer’s own words.</b> No police could look at it. It only goes out when somebody sends it. Is it about something that happened, or about a person? Then stop it.
tip-card-reach = { $count ->
        [0] Right now there is nobody who would get it.
        [one] It goes to 1 recipient.
       *[other] It goes to { $count } recipients.
    }
tip-author = Written by a colleague ({ $who }). This is how it arrives:
tip-stop = Stop it
tip-send = Send now
tip-retract = Withdraw at once
tip-too-late = This tip was decided on already.
tip-settled-released = Nobody stopped tip <b>{ $number }</b>. It was sent, { $moment }.
tip-settled-approved = Tip <b>{ $number }</b> was sent by a colleague ({ $who }), { $moment }.
tip-settled-rejected = Tip <b>{ $number }</b> was stopped ({ $who }), { $moment }. Its writer knows.
tip-settled-returned = Tip <b>{ $number }</b> was stopped ({ $who }), { $moment }. Its writer knows.
tip-settled-withdrawn = Tip <b>{ $number }</b> is off: its writer took it back.
tip-settled-overtaken = Tip <b>{ $number }</b> was not sent: its time is over, or its writer may not send tips any more.
tip-stopped = Your tip <b>{ $number }</b> was stopped by a colleague ({ $who }). It was not sent.
tip-stopped-how = Did something happen, or was something seen? Call the police: 0900-8844. Whoever may, makes a notice of it with /alert.
police-tip-stopped-how = Did something happen, or was something seen? Then make a notice of it with /alert.
tip-lapsed = Your tip <b>{ $number }</b> was not sent: its time is over, or you may not send tips there any more.
not-allowed-tip-police = The police are looking now. They can send the tip or stop it; otherwise it goes out by itself after half an hour.
