# The roles of DOMAIN §2.

role-police = police robbery coordinator
role-city_marshal = city marshal
role-kvo_manager = manager of a KVO group
role-safety_director = safety director
role-municipality = member of the municipality’s staff
role-trade_association = member of a trade association’s staff
role-prosecution = member of the public prosecutor’s staff
role-administrator = administrator
role-unknown = role has ended
