# Wat te veel is, en wat er dan wel kan.

limit-updates = Dat ging te snel: niet alles is aangekomen. Wacht een minuut en ga dan verder. Nood? Bel 112. /hulp werkt altijd.
limit-busy = Het is nu erg druk: je bericht is niet verwerkt. Probeer het over een kwartier weer. Nood? Bel 112.
limit-reports = Je hebt nu veel meldingen gedaan. Over { $minutes } minuten kun je weer melden. Nood? Bel 112. Geen spoed? Bel 0900-8844.
limit-reports-hours = Je hebt vandaag veel meldingen gedaan. Over { $hours } uur kun je weer melden. Nood? Bel 112. Geen spoed? Bel 0900-8844.
police-limit-reports = Je hebt nu veel meldingen gedaan. Over { $minutes } minuten kun je weer melden. Is er haast bij? Geef het door aan de meldkamer.
police-limit-reports-hours = Je hebt vandaag veel meldingen gedaan. Over { $hours } uur kun je weer melden. Is er haast bij? Geef het door aan de meldkamer.
limit-invites = Je hebt veel uitnodigingen gemaakt. Over { $minutes } minuten kan het weer. Wie haast heeft, meldt zich zelf aan met /start.
limit-invites-hours = Je hebt veel uitnodigingen gemaakt. Over { $hours } uur kan het weer. Wie haast heeft, meldt zich zelf aan met /start.
limit-signups = Je hebt veel zaken aangemeld. Over { $minutes } minuten kan er weer een bij.
limit-signups-hours = Je hebt veel zaken aangemeld. Over { $hours } uur kan er weer een bij.
limit-joins = Aan deze zaak is vandaag al vaak gevraagd of er iemand bij mag. Vraag wie de zaak beheert om de link voor collega’s, of probeer het over { $minutes } minuten weer.
limit-joins-hours = Aan deze zaak is vandaag al vaak gevraagd of er iemand bij mag. Vraag wie de zaak beheert om de link voor collega’s, of probeer het over { $hours } uur weer.

flood-reports = <b>Er komen ineens heel veel meldingen binnen.</b> Alles wordt bewaard. Meldingen van niet-geverifieerde zaken staan alleen in de lijst van politie en stadsmarinier; overvallen gaan gewoon door. Kijk met de politie of dit klopt.
flood-over-reports = Er komen weer gewoon meldingen binnen.
flood-invites = <b>Er worden ineens heel veel uitnodigingen gemaakt.</b> Kijk wie ze maakt, en of dat klopt.
flood-over-invites = Er worden weer gewoon uitnodigingen gemaakt.
flood-updates = <b>Iemand stuurt de bot heel veel berichten.</b> Wat te veel is, wordt niet verwerkt. Anderen merken er niets van. Je hoeft niets te doen; houdt het aan, kijk dan in het log bij sender_limited.
flood-over-updates = Niemand stuurt de bot meer te veel berichten.
flood-signups = <b>Er worden ineens heel veel zaken aangemeld.</b> Niemand is daarmee geverifieerd, en alles staat in /aanmeldingen. Coördinatoren krijgen er geen losse berichten van. Kijk met de politie of dit klopt.
flood-over-signups = Er worden weer gewoon zaken aangemeld.

reports-many = Er komen nu heel veel meldingen van niet-geverifieerde zaken binnen. Je krijgt daarvan geen losse berichten: kijk in /meldingen. Meldingen van geverifieerde zaken komen gewoon, en overvallen ook: per plaats bij elkaar.
signups-many = Er worden nu heel veel zaken aangemeld. Je krijgt daarvan geen losse berichten: kijk in /aanmeldingen.

text-endless = Dit bericht is te lang. Er passen { $most } tekens; stuur een korter bericht.
text-name-letters = In deze naam staan letters die op gewone letters lijken, maar het niet zijn. Typ de naam met gewone letters.
