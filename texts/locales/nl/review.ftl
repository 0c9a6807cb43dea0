# Nakijken: wat zonder tweede paar ogen wegging, en de grondslag van een akkoord.

menu-reviews = Kijk na wat een collega alleen verstuurde
form-objection = waarom je het er niet mee eens bent

reviews-none = Er is niets na te kijken.
reviews-more = { $count ->
        [one] Er is er nog 1. Typ daarna nog eens /nakijken.
       *[other] Er zijn er nog { $count }. Typ daarna nog eens /nakijken.
    }
reviews-due = { $count ->
        [one] Een collega verstuurde een bericht zonder tweede paar ogen. Kijk het na met /nakijken.
       *[other] Er zijn { $count } berichten zonder tweede paar ogen verstuurd. Kijk ze na met /nakijken.
    }
reviews-nobody = { $count ->
        [one] Je verstuurde een bericht zonder tweede paar ogen, en er is hier geen collega die het kan nakijken. Vraag de beheerder om een tweede collega van de politie.
       *[other] Je verstuurde { $count } berichten zonder tweede paar ogen, en er is hier geen collega die ze kan nakijken. Vraag de beheerder om een tweede collega van de politie.
    }
review-sole_on_duty = <b>Na te kijken.</b> Alleen verstuurd door een collega ({ $who }), { $moment }.
review-by_deputy = <b>Na te kijken.</b> Goedgekeurd door { $who }, { $moment }. Die hoort bij wie het schreef: de een vervangt de ander, of gaf de ander de rol, zonder andere collega in dienst.
review-closing = <b>Na te kijken.</b> Beëindigd of ingetrokken door een collega ({ $who }), { $moment }.
review-held_tip = <b>Na te kijken.</b> Een tip in eigen woorden, die niemand tegenhield. Verstuurd door { $who }, { $moment }.
review-reason = Reden: “{ $reason }”
review-agree = Akkoord
review-object = Niet akkoord
review-agreed = Bericht <b>{ $number }</b> is nagekeken: akkoord.
review-objected = Bericht <b>{ $number }</b> is nagekeken: niet akkoord. “{ $objection }” De collega leest dit.
review-told-agreed = Een collega ({ $who }) heeft je bericht <b>{ $number }</b> nagekeken en is akkoord.
review-told-objected = Een collega ({ $who }) heeft je bericht <b>{ $number }</b> nagekeken en is niet akkoord: “{ $objection }” Bespreek samen of het anders moet.
review-ask-objection = <b>Waarom ben je niet akkoord met bericht { $number }?</b>
    Kies, of typ het zelf. De collega die het verstuurde, leest het.
review-mend = Moet er nu iets gebeuren? Dat kan hieronder.
objection-not_urgent = Kon wachten op een collega
objection-content = De tekst klopt niet of zegt te veel
objection-reach = Te veel ontvangers of te ver
objection-grounds = Verkeerde grondslag
not-allowed-tied-template = Je bent vervanger van wie dit schreef, of gaf als enige hier die rol (of andersom). Een andere collega keurt het goed.
not-allowed-own-review = Je eigen bericht kun je niet zelf nakijken. Een collega doet dat.
too-late-review = Dit is al nagekeken door een collega.

approval-grounds = Grondslag: { $grounds }
approval-on-grounds = Akkoord: { $grounds }
approval-grounds-back = ‹ Terug
grounds-line = Grondslag: { $grounds }
rejected-grounds = Deze grondslag staat niet meer in de lijst. Kies een andere.
not-allowed-alone-somewhere = Je bent hier nu de enige, en van deze plaats weet ik niet welke gemeente het goed vindt dat je alleen verstuurt. Vraag een collega, of laat met /vervanger een vervanger aanwijzen.
not-allowed-alone-beyond = Je bent hier nu de enige, en dit bericht reikt tot buiten jouw werkgebied. Daar mag je niet alleen versturen. Maak het gebied kleiner, of vraag een collega.
not-allowed-alone = Je bent hier nu de enige, en in { $municipality } mag de politie niet alleen versturen. Vraag een collega, of laat met /vervanger een vervanger aanwijzen. Met “Opslaan als concept” raak je niets kwijt.
