# The emergency card: docs/domain.md §4.

help-numbers =
    <b>Call 112</b> in a robbery, in danger, or if you see something suspicious right now.

    <b>0900-8844</b>: police, when it is not urgent
    <b>0800-7000</b>: report crime anonymously (Meld Misdaad Anoniem), when it is not urgent
    <b>0900-0101</b>: victim support (Slachtofferhulp)
help-saar =
    <b>Do you see something suspicious? SAAR</b>
    <b>S</b>ignaleer: watch closely what happens.
    <b>A</b>larmeer: call 112.
    <b>A</b>pp: say that 112 was called.
    <b>R</b>eageer: react from a safe distance. Do not follow anybody.
help-raak =
    <b>Are you being robbed? RAAK</b>
    <b>R</b>ustig: stay calm.
    <b>A</b>ccepteren: do what the robber says.
    <b>A</b>fgeven: hand it over; money and goods are not worth it.
    <b>K</b>ijken: remember what you see.
    Press the alarm button only if nobody sees it.
help-bot = This is not an emergency number. Only what you report reaches the police or the city marshal.
help-report = Did you see something? Report it with /report.
help-choices = Sign up your business with /start, change your choices with /mine.
