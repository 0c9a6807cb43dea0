# The source of a report, for police only: counts, and no judgement.

source-title = <b>Source</b> (for police only)
source-verified = Business verified since { $day }.
source-unverified = Business not verified.
source-earlier = Earlier reports of this reporter: { $numbers }.
source-open = still open { $count }
source-first = No earlier reports of this reporter.
source-day = This reporter made { $count } reports on that day.
