# Wat iemand typt zonder dat er iets gevraagd is.

typed-first = <b>Gevaar? Bel 112.</b>
typed-nothing = Zoek je een van deze? Of is er iets gebeurd? Dan neem ik je tekst mee in een melding.
typed-hello = Hallo! Waarmee kan ik je helpen?
typed-thanks = Graag gedaan. Kan ik nog iets voor je doen?
typed-location = Wil je melden wat je hier ziet?
typed-happened = Er is iets gebeurd
typed-beginning = Neem het begin (tot { $length } tekens)
typed-which = Waarvoor is je tekst?
typed-notice = Wees-alertbericht
typed-report = Melding
