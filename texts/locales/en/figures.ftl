# Figures: what became of reports, by month, without small numbers.

menu-stats = See the figures by month
not-allowed-see_figures = Only the police or a city marshal can see figures.
figures-title = <b>Figures of { $month } { $year }</b>
figures-what = Closed reports in your area, and what became of them.
figures-row = <b>{ $name }: { $number }</b>
figures-row-open = <b>{ $name }</b>
figures-outcome = { $outcome } { $number }
figures-total = All reports
figures-in-time = The reporter knew within 48 hours what became of it: { $part } of { $total } ({ $percent }%).
figures-in-time-all = The reporter knew within 48 hours what became of it: for nearly all reports, at most 2 not.
figures-in-time-none = The reporter knew within 48 hours what became of it: for at most 2 reports.
figures-hint = What is not here is 0, 1 or 2, or such a small number could be calculated from it.
figures-none = Too few reports about this month were closed in your area to show them.
figures-earlier = ‹ Month before
figures-later = Month after ›
outcome-unanswered = not taken up
figures-notices = <b>Notices and tips: { $number }</b>
figures-notices-kind = Kind: { $numbers }
figures-notices-outcome = What became of them: { $numbers }
figures-notices-branches = For: { $numbers }
figures-notice-sent = sent
figures-notice-all_clear = ended with an all-clear
figures-notice-retracted = retracted
figures-branches-several = Several branches together
