# Wat iemand typt zonder dat er iets gevraagd is.

typed-first = <b>Gevaar? Bel 112.</b>
typed-nothing = Zoek je een van deze? Of is er iets gebeurd? Dan neem ik je tekst mee in een melding.
typed-hello = Hallo! Waarmee kan ik je helpen?
typed-thanks = Graag gedaan. Kan ik nog iets voor je doen?
typed-location = Wil je melden wat je hier ziet?
typed-happened = Er is iets gebeurd
typed-too-long = Je tekst heeft { $typed } tekens. In een melding passen er { $length }, dus stuur hem in { $parts } meldingen: eerst deel 1.
typed-rest = <b>Dit komt pas na deel 1</b> (tik erop om het te kopiëren):
    <code>{ $text }</code>
typed-part = Meld deel { $number }
typed-no-answer = Wat je schreef, is geen antwoord op de vraag hieronder. Wil je het melden?
typed-beginning = Neem het begin, tot “… { $ends }”
typed-kept = Van wat je typte is bewaard wat hier past. Neem het met de knop, of typ je antwoord opnieuw.
typed-kept-take = Neem wat is bewaard, tot “… { $ends }”
typed-which = Waarvoor is je tekst?
typed-notice = Wees-alertbericht
typed-report = Melding
