# Openingstijden van een zaak: wanneer die open is, gelezen zoals het getypt werd.

shop-hours = Openingstijden
form-hours = de openingstijden van je zaak
hours-why = Met je openingstijden kan een waarschuwing wachten tot je open bent. Niemand anders ziet ze.
hours-ask = Wanneer is je zaak open? Typ het zoals je het zou zeggen, bijvoorbeeld <b>ma-za 9-18, do tot 21, zo dicht</b>.
hours-now = Dit weet ik nu:
hours-forget = Bewaar geen tijden
hours-read = <b>Zo lees ik het:</b>
hours-holidays = Is je zaak open op feestdagen, zoals Koningsdag? Klopt er iets niet? Typ het dan opnieuw.
hours-holidays-closed = Klopt, dan dicht
hours-holidays-open = Klopt, dan ook open
hours-kept = Bewaard.
hours-forgotten = Ik bewaar geen openingstijden meer.
hours-row = { $days }: { $times }
hours-days = { $first }-{ $last }
hours-times = { $opens }-{ $closes }
hours-all-day = dag en nacht
hours-closed = dicht
hours-open-then = Ook open op feestdagen.
hours-closed-then = Dicht op feestdagen.
text-hours = Dit begrijp ik niet: { $part }. Typ dagen en tijden, bijvoorbeeld ma-za 9-18, do tot 21.
text-hours-none = Hier staat dat je zaak nooit open is. Typ wanneer je open bent, bijvoorbeeld ma-za 9-18.
text-hours-unfinished = Er ontbreekt een dag of een tijd. Typ bij elke dag van wanneer tot wanneer, bijvoorbeeld ma-za 9-18, do tot 21.
text-hours-until = Hier staat alleen tot wanneer. Typ eerst vanaf wanneer, bijvoorbeeld ma-za 9-18, do tot 21.
text-hours-overlap = Twee tijden op één dag lopen in elkaar over. Typ ze los, bijvoorbeeld ma 9-12 en 13-18.
