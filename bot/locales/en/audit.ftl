# Reading for a purpose, and the record.

report-ask-purpose =
    <b>{ $number }</b> · { $kind }
    What do you want to read this report for? Your choice goes into the record.
purpose-triage = To assess it
purpose-pattern = To find a pattern
purpose-aftercare = Aftercare
purpose-review = A complaint or a check
