# Dubbele meldingen: waar een melding misschien dubbel van is, en wat er al bij elkaar hoort.

report-suggested-main = Misschien dubbel van <b>{ $number }</b>: { $why }.
alike-kind = zelfde soort
alike-robbery = ook een overval, poging, roof of kraak
alike-signals = { $count ->
        [one] 1 zelfde signaal
       *[other] { $count } dezelfde signalen
    }
alike-shop = zelfde zaak
alike-postcode = zelfde postcodegebied
alike-at-once = op hetzelfde moment
alike-earlier = { $duration } eerder
alike-later = { $duration } later
report-join = Dubbel van { $number }
report-joined = Samengevoegd. De melder hoort het.
report-ask-main = <b>Van welke melding is dit een dubbele?</b> De melder hoort daarvan de uitkomst, en niet wie er nog meer meldde.
report-ask-main-none = <b>Van welke melding is dit een dubbele?</b> Er is er geen die erop lijkt. Typ het nummer. De melder hoort daarvan de uitkomst, en niet wie er nog meer meldde.
report-number = Ander nummer
form-main-number = van welke melding iets een dubbele is
report-ask-number = <b>Van welke melding is { $number } een dubbele?</b>
    Typ het nummer, zoals M-2026-0012, of alleen 12.
report-duplicates = Dubbel hiervan: { $numbers }.
report-duplicates-many = Dubbel hiervan: { $numbers } en nog { $count }.
report-duplicates-title = <b>Dubbel van melding { $number }</b>
report-doubles = Dubbele bekijken ({ $count })
report-release = Toch niet dubbel
report-released = Melding <b>{ $number }</b> staat weer op zichzelf: de melding waar ze bij hoorde, is teruggenomen. Ze wacht op iemand die haar oppakt.
report-moment-of = { $moment }, bij { $number }
report-standing-duplicate = Dubbel van melding { $main }. Die is nu: { $standing }
report-standing-ended = Gesloten met melding { $main }: { $outcome }.
my-report-joined = Hoort bij een andere melding over hetzelfde. Je hoort hier de uitkomst.
my-report-ended = Gesloten met een andere melding over hetzelfde: { $outcome }.
report-news-joined = Je melding <b>{ $number }</b> gaat over hetzelfde als een andere melding. Ze worden samen bekeken, ook wat jij zag. Je hoort hier de uitkomst. Weet je nog iets? Vul het aan.
report-news-released = Je melding <b>{ $number }</b> wordt toch apart bekeken. Je hoort hier wat ermee gebeurt.
report-news-main-ended = Je melding <b>{ $number }</b> is gesloten, samen met een andere melding over hetzelfde: { $outcome }. Ook wat jij zag, telt mee. Dank je dat je dit meldde.
report-news-main-escalated = Van je melding <b>{ $number }</b> en een andere over hetzelfde is wees-alertbericht <b>{ $alert }</b> gemaakt. Het is verstuurd. Dank je dat je dit meldde.
