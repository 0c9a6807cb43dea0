# Opening hours of a business: when it is open, read as it was typed.

shop-hours = Opening hours
form-hours = the opening hours of your business
hours-why = With your opening hours a warning can wait until you are open. Nobody else sees them.
hours-ask = When is your business open? Type it as you would say it, for example <b>Mon-Sat 9-18, Thu until 21, Sun closed</b>.
hours-now = This is what I know now:
hours-forget = Keep no hours
hours-read = <b>This is how I read it:</b>
hours-holidays = Is your business open on public holidays, such as King’s Day? Is something wrong? Then type it again.
hours-holidays-closed = Right, closed then
hours-holidays-open = Right, open then too
hours-kept = Stored.
hours-forgotten = I keep no opening hours any more.
hours-row = { $days }: { $times }
hours-days = { $first }-{ $last }
hours-times = { $opens }-{ $closes }
hours-all-day = day and night
hours-closed = closed
hours-open-then = Open on public holidays too.
hours-closed-then = Closed on public holidays.
text-hours = I do not understand this: { $part }. Type days and times, for example Mon-Sat 9-18, Thu until 21.
text-hours-none = This says that your business is never open. Type when you are open, for example Mon-Sat 9-18.
text-hours-unfinished = A day or a time is missing. Type for each day from when until when, for example Mon-Sat 9-18, Thu until 21.
text-hours-until = This says only until when. Type from when first, for example Mon-Sat 9-18, Thu until 21.
text-hours-overlap = Two times on one day overlap. Type them apart, for example Mon 9-12 and 13-18.
