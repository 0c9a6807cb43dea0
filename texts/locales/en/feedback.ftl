# Two weeks after a report: were you helped well?

feedback-question = Two weeks ago your report <b>{ $number }</b> was closed: { $outcome }.
    <b>Were you helped well?</b>
feedback-open = Your report <b>{ $number }</b> is open again.
feedback-yes = Yes
feedback-no = No
feedback-thanks = Good that you were helped well with report <b>{ $number }</b>. Thank you for your answer.
feedback-why = A pity that you were not helped well with report <b>{ $number }</b>. What did not go well?
feedback-why-unheard = I heard nothing, or too late
feedback-why-nothing_done = Nothing was done
feedback-why-wrong_outcome = The outcome is wrong
feedback-why-still_going_on = It still goes on
feedback-why-other = Something else
feedback-noted = Thank you. What did not go well with report <b>{ $number }</b> is counted. Does it have to be looked at after all? You can open the report again for a week. Is it happening now? Call <b>112</b>.
feedback-reopen = Open my report again
feedback-reopened = Your report <b>{ $number }</b> is open again. Police or city marshal look at it anew, and you will hear what becomes of it.
too-late-feedback-answered = You have answered this already.
too-late-feedback-reopen = This report cannot be opened again any more. Is there something new? Type /report.
report-contested = Whoever made report <b>{ $number }</b> was not helped well: { $why }. The report is therefore open again.
