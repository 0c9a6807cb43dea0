# The archive: past and live notices, with search.

archive-head = <b>Archive</b>
    The notices that concern you, the newest first.
archive-head-typed = <b>Archive</b>
    Searched for: { $typed }
archive-how = To search, type /archive with what you look for (at most { $most } characters): a number, a word, a line of business or a month. For example: /archive jeweller november.
archive-none = Nothing found.
archive-go-on = Nothing among the newest notices. Tap Older to search on.
archive-no-more = There are no older ones.
archive-line = { $number } · { $kind } · { $day }
archive-older = Older ›
archive-newest = ‹ Newest
archive-gone = I cannot find this notice in your archive.
archive-live = This notice is still live.
archive-ended = Over: { $moment }.
archive-retracted = Retracted: { $moment }.
archive-over = What it said is not shown any more, as it is over.
archive-emptied = The text was erased, as it is kept no longer.
archive-today = today
archive-yesterday = yesterday
archive-this-week = this week
archive-last-week = last week
