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
prevention-preview = <b>This goes to all shops in { $name }:</b>
prevention-preview-branch = <b>This goes to all shops in the country of the line of business { $name }:</b>
prevention-no-tip = This seems to be about an incident, which you cannot send as a tip. Go back and change the text. Did something happen? Call the police: 0900-8844.
text-no-tip = This seems to be about an incident. Go back and change the text.
prevention-doubtful = This seems to be about an incident, so the police look at it first. Is it only a tip after all? Then go back and change the text.
prevention-doubtful-words = This stood out in your text: { $words }.
prevention-to-police = Send to the police
prevention-kept-for-police = Your text is saved as a draft. Tap Go on and answer a few more questions; then the police look at it.
text-no-group = There is no KVO group in your area yet. The police or a city marshal make one with /groups.
rejected-incident-data = This seems to be about an incident. Make it a wees alert notice with /alert; then the police look at it first.
