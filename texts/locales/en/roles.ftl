# The roles of docs/domain.md §2.

role-police = police robbery coordinator
role-city_marshal = city marshal
role-kvo_manager = manager of a KVO group
role-safety_director = safety director
role-mayors_office = member of the mayor’s office
role-alderman = alderman for safety
role-enforcement = enforcement officer
role-spokesperson = spokesperson of the municipality
role-municipality = member of the municipality’s staff
role-trade_association = member of a trade association’s staff
role-prosecution = member of the public prosecutor’s staff
role-administrator = administrator
role-unknown = role has ended

# A function by which others see somebody, and of which role it is.
role-choice-police = police: robbery coordinator, community officer …
role-with-function = { $function } ({ $role })
role-of-police = police
role-of-city_marshal = city marshal
role-of-kvo_manager = KVO group
role-of-municipality = municipality
role-of-prosecution = public prosecution
function-national_coordinator = national robbery coordinator
function-community_officer = community officer
function-team_chief = district team chief
function-branch_officer = officer for a line of business
function-duty_officer = duty officer
function-aftercare_coordinator = aftercare coordinator
function-safety_adviser = adviser on public order and safety
function-mayor = mayor
function-alderman = alderman for safety
function-enforcer = enforcement officer
function-street_manager = shopping street manager
function-park_manager = business park manager
function-prosecutor = public prosecutor

role-reads = With /current you read what is live now.

not-allowed-read_alerts = This is for coordinators of the municipality, the police and the prosecution only.
not-allowed-report = Who belongs to a business, or looks along as a coordinator, can report. In danger, call 112. With /start you sign up your business.
not-allowed-hear_signups = Only the police, a city marshal, a KVO manager or a trade association hear of new sign-ups.
not-allowed-read_audit = Only the police and the administrator can read the record.
not-allowed-stop_sending = Only the administrator of that area can stop the sending. Is something wrong? The police can retract the notice.
not-allowed-administer = Only the administrator of that area can do this.
