# Wat er gebeurde na een bericht: aantallen voor de afzender, dertig dagen later.

effect-head = <b>Wat er gebeurde na bericht { $number }</b>
effect-days = Van { $first } tot en met { $last }, naast de { $days } dagen voor je bericht. Elders is: dezelfde branches, buiten het gebied van je bericht, in dezelfde weken.
effect-reported = <b>Voorverkenning of verdachte situatie gemeld</b>
effect-robbed = <b>Overvallen en pogingen</b>
effect-here = In het gebied: { $after } (ervoor { $before })
effect-elsewhere = Elders: { $after } (ervoor { $before })
effect-few = minder dan 3
effect-caveat = Dit zijn aantallen, geen bewijs dat het bericht werkte. Een bericht gaat uit omdat er iets speelt, en wie een bericht leest, meldt vaker.
effect-hint = Alleen meldingen die zijn afgehandeld tellen mee. Waar “minder dan 3” staat, is het 0, 1 of 2.
