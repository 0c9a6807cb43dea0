# Wat iemand typte voordat de sessie in de browser voorbij was.

console-kept-sign-in = Je was uitgelogd. Er is nog niets verstuurd. Log in, dan staat wat je typte er weer.
console-kept-too-long = Je was uitgelogd. Er is nog niets verstuurd. Wat je typte is te lang om te bewaren. Ga terug in je browser en kopieer het eerst.
console-kept-title = Wat je typte is er nog
console-kept-nothing-sent = Je was uitgelogd. Er is nog niets verstuurd of veranderd.
console-kept-words = Dit had je getypt
console-kept-back = Terug naar de pagina
console-kept-filled = Je was uitgelogd. Er is nog niets verstuurd. Wat je had ingevuld staat er weer: kijk het na en druk dan nog eens op de knop.
console-kept-gone = Je was uitgelogd. Er is nog niets verstuurd. Het formulier is er niet meer; dit had je getypt:
console-carried-nothing-sent = Er is nog niets verstuurd of veranderd.
console-carried-filled = Er is nog niets verstuurd. Wat je had ingevuld staat er weer: kijk het na en druk dan nog eens op de knop.
console-carried-gone = Er is nog niets verstuurd. Het formulier is er niet meer; dit had je getypt:
