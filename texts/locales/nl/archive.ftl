# Het archief: oude en lopende berichten, met zoeken.

archive-head = <b>Archief</b>
    De berichten die jou aangaan, de nieuwste eerst.
archive-head-typed = <b>Archief</b>
    Gezocht: { $typed }
archive-how = Zoeken? Typ /archief met wat je zoekt (hooguit { $most } tekens): een nummer, een woord, een branche of een maand. Zoals: /archief juwelier november.
archive-none = Niets gevonden.
archive-go-on = In de nieuwste berichten niets. Tik op Ouder om verder te zoeken.
archive-no-more = Er zijn geen oudere.
archive-line = { $number } · { $kind } · { $day }
archive-older = Ouder ›
archive-newest = ‹ Nieuwste
archive-gone = Dit bericht vind ik niet in jouw archief.
archive-live = Dit bericht loopt nog.
archive-ended = Afgelopen: { $moment }.
archive-retracted = Ingetrokken: { $moment }.
archive-over = Wat erin stond lees je hier niet meer, want het is afgelopen.
archive-emptied = De tekst is gewist, omdat de bewaartijd voorbij is.
archive-today = vandaag
archive-yesterday = gisteren
archive-this-week = deze week
archive-last-week = vorige week
