# What somebody types although nothing was asked.

typed-first = <b>In danger? Call 112.</b>
typed-nothing = Are you looking for one of these? Or did something happen? Then I take your text into a report.
typed-hello = Hello! What can I do for you?
typed-thanks = You are welcome. Is there anything else?
typed-location = Would you like to report what you see here?
typed-happened = Something happened
typed-too-long = Your text has { $typed } characters. A report takes { $length }, so send it in { $parts } reports: part 1 first.
typed-rest = <b>This comes after part 1</b> (tap it to copy):
    <code>{ $text }</code>
typed-part = Report part { $number }
typed-no-answer = What you wrote does not answer the question below. Do you want to report it?
typed-beginning = Take the beginning, up to “… { $ends }”
typed-kept = Of what you typed, what fits here was kept. Take it with the button, or type your answer again.
typed-kept-take = Take what was kept, up to “… { $ends }”
typed-which = What is your text for?
typed-notice = Notice
typed-report = Report
