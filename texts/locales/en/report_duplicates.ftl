# Duplicates of reports: what a report may be a duplicate of, and what belongs together already.

report-suggested-main = Perhaps a duplicate of <b>{ $number }</b>: { $why }.
alike-kind = same kind
alike-robbery = also a robbery, an attempt or a raid
alike-signals = { $count ->
        [one] 1 signal in common
       *[other] { $count } signals in common
    }
alike-shop = same business
alike-postcode = same postcode area
alike-at-once = at the same moment
alike-earlier = { $duration } earlier
alike-later = { $duration } later
report-join = Duplicate of { $number }
report-joined = Joined. The person who reported it is told.
report-ask-main = <b>Of which report is this a duplicate?</b> The reporter hears the outcome of that one, and not who else reported.
report-ask-main-none = <b>Of which report is this a duplicate?</b> None is like it. Type the number. The reporter hears the outcome of that one, and not who else reported.
report-number = Another number
form-main-number = of which report something is a duplicate
report-ask-number = <b>Of which report is { $number } a duplicate?</b>
    Type the number, such as M-2026-0012, or only 12.
report-duplicates = Duplicates of this: { $numbers }.
report-duplicates-many = Duplicates of this: { $numbers } and { $count } more.
report-duplicates-title = <b>Duplicates of report { $number }</b>
report-doubles = View duplicates ({ $count })
report-release = Not a duplicate after all
report-released = Report <b>{ $number }</b> stands by itself again: the report that it belonged to was taken back. It waits for somebody to take it.
report-moment-of = { $moment }, with { $number }
report-standing-duplicate = Duplicate of report { $main }. That one now: { $standing }
report-standing-ended = Closed with report { $main }: { $outcome }.
my-report-joined = Belongs to another report about the same. You hear the outcome here.
my-report-ended = Closed with another report about the same: { $outcome }.
report-news-joined = Your report <b>{ $number }</b> is about the same as another report. They are looked at together, what you saw too. You hear the outcome here. Do you know more? Add it.
report-news-released = Your report <b>{ $number }</b> is looked at by itself after all. You hear here what becomes of it.
report-news-main-ended = Your report <b>{ $number }</b> has been closed, together with another report about the same: { $outcome }. What you saw counts as well. Thank you for reporting it.
report-news-main-escalated = Notice <b>{ $alert }</b> was made from your report <b>{ $number }</b> and another one about the same, and has been sent. Thank you for reporting it.
