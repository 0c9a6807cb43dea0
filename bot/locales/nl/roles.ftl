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
