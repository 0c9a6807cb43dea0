# Help after a robbery: cards of four lines at most, each with one thing to do, and schemes (docs/domain.md §4).

menu-support = After a robbery: help and your rights
support-button = Help and your rights
support-home =
    <b>Help after a robbery</b>
    Danger now? Call 112.
    Talking helps. Victim support (Slachtofferhulp): 0900-0101, free.
    Or choose below.
support-rights-title = Your rights and your damage
support-rights =
    <b>Your rights and your damage</b>
    Not everything has to be done today.
    Choose what you want to know.
support-schemes-title = Schemes in your municipality
support-schemes =
    <b>Schemes</b>
    This is what there is now. Choose one.
support-more = More schemes
support-open = Open the website
support-gone = This scheme is not there any more.

support-title = <b>{ $title }</b>
support-purpose = { $purpose }
support-audience = For whom: { $audience }
support-until = Until { $day }.
support-checked = Checked on { $day }.
support-day = { $day } { $month } { $year }

support-title-victim-support = Victim support (Slachtofferhulp)
support-card-victim-support =
    A robbery often leaves its mark, also if you were only there.
    They listen, and help with your damage and your rights. It is free.
    Call <b>0900-0101</b>.
support-title-violence-fund = Schadefonds: money after serious injury
support-card-violence-fund =
    ✓ There was violence or a threat. ✓ You were seriously hurt, or are being treated for the effects.
    ✓ It is less than ten years ago. No offender or court case is needed.
    Three times yes? Do the quick check on the website.
support-title-police-report = Police report and your copy
support-card-police-report =
    Report it to the police (aangifte), also if nothing was taken. You get a copy.
    Keep it: your insurer and the Schadefonds ask for it.
    Make an appointment: call <b>0900-8844</b>.
support-title-insurance = Your insurance
support-card-insurance =
    Report the damage soon. Throw nothing away.
    Take photos of what is broken and keep receipts.
    Call your insurer today.
support-title-compensation = Compensation
support-card-compensation =
    The judge can make the offender pay for your damage.
    Lost income and what you went through can count too.
    Write down from now on what it costs you.
support-title-joining = Joining the criminal case
support-card-joining =
    Is there a suspect? Then you can ask for compensation in the criminal case. It is called voegen.
    It costs nothing and needs no lawyer.
    Fill in the form together: call victim support, <b>0900-0101</b>.
support-title-prosecutor-talk = Talk with the prosecutor
support-card-prosecutor-talk =
    In a serious case you can talk with the public prosecutor. It is called slachtoffergesprek.
    You hear what happens and why, and say what matters to you.
    Do you want that? Call victim support: <b>0900-0101</b>.
support-title-right-to-speak = Right to speak
support-card-right-to-speak =
    In a serious case you may tell the court what this does to you.
    It can be on paper too, or somebody else does it for you.
    Get help with it: call victim support, <b>0900-0101</b>.

support-victim-support-name = Slachtofferhulp Nederland
support-victim-support-purpose = Talking, help with your damage, and your rights explained. Free.
support-victim-support-audience = victims, witnesses and those close to them
support-violence-fund-name = Schadefonds Geweldsmisdrijven
support-violence-fund-purpose = A single payment for who was seriously hurt by violence or a threat.
support-violence-fund-audience = victims with serious physical or mental injury, and those close to them; up to ten years after

not-allowed-edit_support = Help and schemes are changed by the city marshal, the safety director or the municipality with the whole municipality in their area.
text-no-https-link = This is no address that opens safely. It begins with https:// and has no login, password or space.
text-not-checked-yet = Choose the day on which you checked the source: today or earlier.
text-ends-before = The last day is before the first day.
text-no-such-day = This is no day. Choose a date, or leave the field empty.
