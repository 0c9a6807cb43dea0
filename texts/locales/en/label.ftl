# TLP: where a notice may go, and what is refused. Each refusal names the label.

label-incident = { $tlp } is public: everybody can read it, offenders too. A notice of severity { $severity } may not leave like that. Choose TLP:GREEN or stricter, or make it P4.
label-group = { $tlp } may not go to businesses, so not to a KVO group either. Choose TLP:AMBER or TLP:GREEN, or choose all businesses under “For whom”.
label-fixed = { $tlp } is fixed since the notice was sent. Should it be stricter or wider? Retract the notice and make a new one with the same text.
label-chat-line = { $tlp } may not be in a group chat in full: that gets one line with a link.

named-ask = <b>Who else may read this notice?</b>
    { $tlp } goes to the police only. Tap who gets it too.
named-done = { $count ->
        [0] Police only ›
        [one] Go on with 1 person ›
       *[other] Go on with { $count } persons ›
    }
named-too = { $tlp }, also for: { $who }
alert-edit-named = Who else

