# De rollen van docs/domain.md §2.

role-police = overvalcoördinator van de politie
role-city_marshal = stadsmarinier
role-kvo_manager = beheerder van een KVO-groep
role-safety_director = veiligheidsregisseur
role-mayors_office = medewerker van de burgemeester
role-alderman = wethouder veiligheid
role-enforcement = handhaver
role-spokesperson = woordvoerder van de gemeente
role-municipality = medewerker van de gemeente
role-trade_association = medewerker van een brancheorganisatie
role-prosecution = medewerker van het Openbaar Ministerie
role-administrator = beheerder
role-unknown = rol is beëindigd

# Een functie waarmee anderen iemand zien, en bij welke rol die hoort.
role-choice-police = politie: overvalcoördinator, wijkagent …
role-with-function = { $function } ({ $role })
role-of-police = politie
role-of-city_marshal = stadsmarinier
role-of-kvo_manager = KVO-groep
role-of-municipality = gemeente
role-of-prosecution = Openbaar Ministerie
function-national_coordinator = landelijk overvalcoördinator
function-community_officer = wijkagent
function-team_chief = wijkteamchef
function-branch_officer = branche-agent
function-duty_officer = officier van dienst
function-aftercare_coordinator = coördinator nazorg
function-safety_adviser = adviseur openbare orde en veiligheid
function-mayor = burgemeester
function-alderman = wethouder veiligheid
function-enforcer = handhaver
function-street_manager = winkelstraatmanager
function-park_manager = parkmanager
function-prosecutor = officier van justitie

role-reads = Met /actueel lees je wat er nu geldt.

not-allowed-read_alerts = Dit is alleen voor coördinatoren van de gemeente, de politie en het Openbaar Ministerie.
not-allowed-report = Melden kan wie bij een zaak hoort of als coördinator meekijkt. Bel bij gevaar 112. Met /start meld je je zaak aan.
not-allowed-hear_signups = Nieuwe aanmeldingen krijgen alleen de politie, een stadsmarinier, de beheerder van een KVO-groep of een brancheorganisatie.
not-allowed-read_audit = Het logboek lezen kan alleen de politie en de beheerder.
not-allowed-stop_sending = Het versturen stoppen kan alleen de beheerder van dat gebied. Klopt er iets niet? De politie kan het bericht intrekken.
not-allowed-administer = Dit kan alleen de beheerder van dat gebied.
