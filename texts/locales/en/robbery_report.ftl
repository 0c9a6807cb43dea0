# The report of a robbery that is made with taps (alerts/robbery_facts.py). At most four lines a screen.

robbery-board =
    <b>Reported: { $number }.</b>
    Police or city marshal see what you tap.
    Tap what you know. Nothing is needed.
    Danger, or somebody hurt? Call <b>112</b>.
robbery-board-nobody =
    <b>Your report { $number } is kept.</b>
    Nobody of the police reads along in this area now.
    Call <b>112</b>, if that was not done yet.
    Then tap what you know. Nothing is needed.
robbery-board-ended =
    <b>Your report { $number } is closed.</b>
    Is there anything else? Call <b>0900-8844</b>.
robbery-told = ✓ { $fact }: { $value }
robbery-done-button = Done
robbery-back = ‹ A mistake: take back
robbery-undo = ‹ Not that
robbery-overview = ‹ See all
robbery-skip = I do not know
robbery-leave-open = Leave open

robbery-fact-kind = What it was
robbery-fact-when = When
robbery-fact-persons = How many offenders
robbery-fact-weapon = Weapon
robbery-fact-injured = Anybody hurt
robbery-fact-exit_mode = How they left
robbery-fact-exit_direction = Where to

robbery-ask-kind = <b>What was it?</b>
robbery-ask-when = <b>When was it?</b>
robbery-ask-persons = <b>How many were there?</b>
robbery-ask-weapon = <b>Did you see a weapon?</b>
robbery-ask-injured =
    <b>Is anybody hurt?</b>
    Then call <b>112</b> first.
robbery-ask-exit_mode = <b>How did they leave?</b>
robbery-ask-exit_direction = <b>Which way did they go?</b>

robbery-when-0 = Just now
robbery-when-10 = 10 minutes ago
robbery-when-30 = Half an hour ago
robbery-when-60 = An hour ago

robbery-done =
    <b>Thank you. This is enough.</b>
    Do not stay alone. Wait for the police.
    Talking helps, now or later. Slachtofferhulp (victim support): <b>0900-0101</b>.
robbery-add = Tell something else

robbery-typed = <b>Does this belong to your report { $number }?</b>
robbery-add-words = Yes, add it
robbery-other = No, it is something else
