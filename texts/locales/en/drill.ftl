# Drills: notices to practise with, and how fast they are read.

drill-button = DRILL · { $label }
drill-form = <b>DRILL</b>
    Tell what you practise, and where. Every reader sees at the top and on every button that it is a drill.
drill-ask = <b>To be sure: did nothing happen?</b>
    This is a DRILL. { $count ->
        [one] 1 person gets
       *[other] { $count } people get
    } it, with DRILL at the top. At night it makes no sound, and who has a pause gets it later or not at all. It can never be made into a real notice.
drill-yes = Nothing happened: hold the drill
drill-nobody = Nobody has read the drill yet.
drill-result = <b>How fast the drill was read</b>
drill-within = Within { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }: { $count } of { $sent }
drill-half = Half of those who read it did so within { $duration }.
drill-due = <b>Time for a drill?</b>
    There was no drill in your area for half a year. With /drill you send one, and learn how fast a real notice is read. This question comes twice a year, and only if there was no drill.
rejected-drill-fixed = A drill stays a drill, and a real notice stays real. Make a new notice.
rejected-drill-confirm = First tick that nothing happened: this notice is a drill.
console-compose-drill = Nothing happened: this is a drill
