# Wat overal voorkomt: knoppen, foutmeldingen, tijden en afstanden.

nav-back = ‹ Terug
nav-skip = Overslaan
nav-save = Opslaan als concept
nav-cancel = Stoppen
choices-more = Meer…
choices-less = Minder

dialogue-stale = Deze knop hoort bij een eerdere vraag en doet niets meer.
dialogue-cancelled = Gestopt. Er is niets bewaard of verstuurd.
dialogue-which = Je bent nog bezig met <b>{ $current }</b>. Wat wil je doen?
dialogue-resume = Verder met { $current }
dialogue-restart = Stop ermee en ga naar: { $wanted }
dialogue-anew = Stop ermee en begin opnieuw

not-found = Dit bestaat niet (meer), of het is niet voor jou.
conflict = Iemand anders was je net voor. Kijk eerst hoe het er nu voor staat.
update-failed = Er ging bij ons iets mis met wat je net stuurde. Het is niet verwerkt. Probeer het nog eens.

distance-metres = { $metres } m
distance-kilometres = { $kilometres } km
distance-near = minder dan { $metres } m

ago = { $duration } geleden
ago-now = zojuist
day = { $day } { $month } { $year }
moment-clock = om { $clock }
moment = { $day } { $month } om { $clock }
moment-today = vandaag om { $clock }
moment-date = { $day } { $month }
moment-date-today = vandaag
moment-part = { $part ->
        [morning] { $date }, in de ochtend
        [afternoon] { $date }, in de middag
        [evening] { $date }, in de avond
        [night] { $date }, in de nacht
       *[day] { $date }, tijd niet bekend
    }
duration-minutes = { $count ->
        [0] minder dan een minuut
        [one] 1 minuut
       *[other] { $count } minuten
    }
duration-hours = { $count } uur
duration-days = { $count } dagen
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

copy-button = Kopieer { $number }
phone-police = 0900-8844
phone-anonymous = 0800-7000
phone-support = 0900-0101
