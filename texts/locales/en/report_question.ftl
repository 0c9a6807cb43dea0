# The question to whoever reported something, and the answer to it.

form-question = the question to the reporter
report-ask = Ask the reporter something
report-ask-question = <b>What do you want to know from whoever sent { $number }?</b>
    Type one question; you can ask one. No names, number plates, telephone numbers or amounts.
report-question-sent = Your question about report <b>{ $number }</b> has been sent. You get the answer here. Until then the clock of the report stands still, for 24 hours at most.
reports-filter-asked = Question asked
report-asker = whoever deals with your report
report-question = <b>Question about your report { $number }</b>, from: { $who }
    “{ $text }”
report-answer = Answer
report-unknown = I do not know
report-answer-about = Answer about { $number }

form-answer = your answer to a question
report-ask-answer = <b>What is your answer?</b> The question about { $number }: “{ $text }”
    Type one line. No names, number plates, telephone numbers or amounts.
report-answer-sent = Your answer about report <b>{ $number }</b> has been passed on. Thank you.
report-answered = <b>Answer to the question about report { $number }:</b> “{ $text }”
report-answer-unknown = does not know
report-line-older = <i>What was added before that does not fit here. The console has all of it with the report.</i>
report-line-asked = <b>Question, { $moment }:</b> { $value }
report-line-answered = <b>Answer, { $moment }:</b> { $value }
report-standing-asked-now = Taken by: { $who }. The reporter has been asked a question.
report-standing-asked-late = Taken by: { $who }. The reporter has not answered for a day.
my-report-asked = Taken by: { $who }. A question waits for your answer.

typed-asked = <b>Is this your answer to the question about your report { $number }?</b>
typed-answer = Yes, send this answer
