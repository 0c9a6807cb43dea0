# Wat een tweede bevestigt: een rol, een vervanger, een latere einddatum.

grant-yes = Bevestigen
grant-no = Weigeren
grant-what-role = { $person } wil <b>{ $role }</b> worden voor { $scope }. De link kwam van: { $giver }.
grant-what-deputy = { $person } wil vervanger worden van de <b>{ $role }</b> voor { $scope }. De link kwam van die collega: { $giver }.
grant-what-longer = { $person } is <b>{ $role }</b> voor { $scope }. Een ander ({ $giver }) wil dat de rol langer geldt.
grant-means-role = Pas als jij bevestigt, heeft diegene de rol.
grant-means-deputy = Een vervanger mag alles wat die collega mag. Pas als jij bevestigt, geldt het.
grant-means-longer = Pas als jij bevestigt, verandert de einddatum.
grant-check = Ken je deze persoon, en klopt het? Vraag het zo nodig na, met een telefoonnummer dat je al had. Twijfel je, dan weiger je.
grant-waits = Je wordt <b>{ $role }</b> voor { $scope } zodra een ander dat bevestigt.
grant-waits-deputy = Je wordt vervanger van de <b>{ $role }</b> voor { $scope } zodra een ander dat bevestigt.
grant-waits-how = Dat is zo voor iedereen: twee mensen geven samen een rol. Je hoort het hier.
grant-waits-giver = Dit wacht op een ander die het bevestigt. Dat ben jij niet, en ook je vervanger niet. Na een week vervalt het.
grant-is-confirmed = Bevestigd door een collega ({ $who }).
grant-is-confirmed-by-you = Bevestigd door jou.
grant-is-refused = Geweigerd door een collega ({ $who }).
grant-is-refused-by-you = Geweigerd door jou.
grant-is-lapsed = Vervallen: niemand bevestigde het op tijd, of wie het gaf kan dat niet meer.
grant-not = Je bent geen <b>{ $role }</b> geworden voor { $scope }.
grant-not-refused = Een ander heeft het geweigerd.
grant-not-lapsed = Het is vervallen: niemand bevestigde het op tijd, of wie het gaf kan dat niet meer.
grant-not-ask = Vraag degene die je de link gaf wat er aan de hand is.
grants-none = Er wacht niets dat jij kunt bevestigen.

role-new = { $person } is nu <b>{ $role }</b> voor { $scope }.
role-new-by = Gegeven door: { $giver }. Bevestigd door: { $confirmer }.
role-new-wrong = Klopt dit niet? Zeg het de beheerder meteen; die beëindigt de rol met /beheer.
role-from-machine = { $person } is nu <b>{ $role }</b> voor { $scope }, met een link die op de server zelf is gemaakt.
role-meant-for = Die link was voor: { $who }.
role-meant-for-unsaid = Voor wie die link was, is niet gezegd. Vraag het na bij wie de server beheert.
role-dismissed = { $person } is geen <b>{ $role }</b> meer voor { $scope }. Een beheerder heeft de rol beëindigd.
role-dismissed-wrong = Klopt dit niet? Zeg het een beheerder meteen; die nodigt opnieuw uit met /beheer.
role-longer = De rol van { $person } geldt langer: <b>{ $role }</b> voor { $scope }.
role-unsourced = { $person } is <b>{ $role }</b> voor { $scope }. Wie die rol gaf, kan dat niet meer.
role-unsourced-ended = De rol is daarmee beëindigd. Moet die blijven? Een beheerder nodigt deze persoon opnieuw uit met /beheer.
role-unsourced-until = Moet de rol blijven? Een beheerder laat die langer gelden met /beheer, en een ander bevestigt dat.
deputy-new = { $person } is nu vervanger van de <b>{ $role }</b> voor { $scope }. Een collega heeft het bevestigd.

not-allowed-own-grant = Dit gaat over jou, of je gaf het zelf. Een ander bevestigt het.
not-allowed-nobody-confirms = Er is nog niemand anders die dit kan bevestigen. Laat wie de server beheert een link maken voor een collega of een tweede beheerder, met: wees-alert invite.
invite-nobody-confirms = Er is niemand anders die dit kan bevestigen. Vraag degene die je de link stuurde om dat eerst te regelen.
invite-waits = Dit wacht al op een ander die het bevestigt. Je hoort het hier.
too-late-grant-decided = Hierover is al beslist.
too-late-grant-lapsed = Dit is vervallen: het is te laat, of wie het gaf kan dat niet meer.
too-late-grant-waits = Er wacht al een andere einddatum op bevestiging.
