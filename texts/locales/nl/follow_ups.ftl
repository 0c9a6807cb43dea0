# Vervolgbericht: een week na een overval, de vraag aan de afzender en het begin van de tekst.

follow-up-head = <b>{ $kind }: een week geleden stuurde je bericht { $number }</b>
follow-up-ask = Is er nog niemand aangehouden? Dan kunnen dezelfde mensen opnieuw toeslaan, ook verderop. Met één tik staat een vervolgbericht klaar: een P3 voor dezelfde branche, verder weg en twee weken lang. Je ziet het eerst en past aan wat je wilt.
follow-up-else = Is er iemand aangehouden, of is het niet nodig? Dan hoef je niets te doen. Deze vraag komt één keer.
follow-up = Nog niemand aangehouden: vervolgbericht
follow-up-text = Vervolg op bericht { $number }: er is nog niemand aangehouden. Let ook de komende twee weken op. { $what }
too-late-follow-up-over = Dit bericht is afgesloten of ingetrokken. Daar hoort geen vervolgbericht bij.
too-late-follow-up-sent = Over deze overval is later al een bericht uitgegaan.
