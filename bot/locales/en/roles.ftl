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

role-reads = With /current you read what is live now.

not-allowed-read_alerts = This is for coordinators of the municipality, the police and the prosecution only.
not-allowed-report = Who belongs to a shop, or looks along as a coordinator, can report. In danger, call 112. With /start you sign up your shop.
not-allowed-hear_signups = Only the police, a city marshal, a KVO manager or a trade association hear of new sign-ups.
not-allowed-read_audit = Only the police and the administrator can read the record.
not-allowed-stop_sending = Only the administrator of that area can stop the sending. Is something wrong? The police can retract the notice.
not-allowed-administer = Only the administrator of that area can do this.
