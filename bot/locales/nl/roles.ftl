# De rollen van DOMAIN §2.

role-police = overvalcoördinator van de politie
role-city_marshal = stadsmarinier
role-kvo_manager = beheerder van een KVO-groep
role-safety_director = veiligheidsregisseur
role-municipality = medewerker van de gemeente
role-trade_association = medewerker van een brancheorganisatie
role-prosecution = medewerker van het Openbaar Ministerie
role-administrator = beheerder
role-unknown = rol is beëindigd

role-reads = Met /actueel lees je wat er nu geldt.

not-allowed-read_alerts = Dit is alleen voor coördinatoren van de gemeente, de politie en het Openbaar Ministerie.
not-allowed-report = Melden kan wie bij een winkel hoort of als coördinator meekijkt. Bel bij gevaar 112. Met /start meld je je winkel aan.
not-allowed-hear_signups = Nieuwe aanmeldingen krijgen alleen de politie, een stadsmarinier, de beheerder van een KVO-groep of een brancheorganisatie.
not-allowed-read_audit = Het logboek lezen kan alleen de politie en de beheerder.
not-allowed-stop_sending = Het versturen stoppen kan alleen de beheerder van dat gebied. Klopt er iets niet? De politie kan het bericht intrekken.
not-allowed-administer = Dit kan alleen de beheerder van dat gebied.
