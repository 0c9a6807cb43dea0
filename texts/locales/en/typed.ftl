# What somebody types although nothing was asked.

typed-first = <b>In danger? Call 112.</b>
typed-nothing = Are you looking for one of these? Or did something happen? Then I take your text into a report.
typed-hello = Hello! What can I do for you?
typed-thanks = You are welcome. Is there anything else?
typed-location = Would you like to report what you see here?
typed-happened = Something happened
typed-beginning = Take the beginning (up to { $length } characters)
typed-which = What is your text for?
typed-notice = Notice
typed-report = Report
