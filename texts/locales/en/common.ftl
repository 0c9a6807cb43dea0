# What is used everywhere: buttons, errors, times and distances.

nav-back = ‹ Back
nav-skip = Skip
nav-save = Save as draft
nav-cancel = Stop
choices-more = More…
choices-less = Fewer

dialogue-stale = This button belongs to an earlier question and does nothing any more.
dialogue-cancelled = Stopped. Nothing was kept or sent.
dialogue-which = You have not finished <b>{ $current }</b>. What would you like to do?
dialogue-resume = Go on with { $current }
dialogue-restart = Drop it and go to: { $wanted }
dialogue-anew = Drop it and start again

not-found = This does not exist (any more), or it is not for you.
conflict = Somebody else was just ahead of you. First see how things stand.
update-failed = Something went wrong on our side with what you just sent. It was not processed. Please try again.

distance-metres = { $metres } m
distance-kilometres = { $kilometres } km
distance-near = less than { $metres } m

ago = { $duration } ago
ago-now = just now
day = { $day } { $month } { $year }
moment-clock = at { $clock }
moment = { $day } { $month } at { $clock }
moment-today = today at { $clock }
moment-date = { $day } { $month }
moment-date-today = today
moment-part = { $part ->
        [morning] { $date }, in the morning
        [afternoon] { $date }, in the afternoon
        [evening] { $date }, in the evening
        [night] { $date }, at night
       *[day] { $date }, time not known
    }
duration-minutes = { $count ->
        [0] less than a minute
        [one] 1 minute
       *[other] { $count } minutes
    }
duration-hours = { $count } hours
duration-days = { $count } days
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

copy-button = Copy { $number }
phone-police = 0900-8844
phone-anonymous = 0800-7000
phone-support = 0900-0101
