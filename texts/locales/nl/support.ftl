# Hulp na een overval: kaarten van hoogstens vier regels, elk met één ding om te doen, en regelingen (docs/domain.md §4).

menu-support = Na een overval: hulp en je rechten
support-button = Hulp en je rechten
support-home =
    <b>Hulp na een overval</b>
    Is er nu gevaar? Bel 112.
    Praten helpt. Slachtofferhulp: 0900-0101, gratis.
    Of kies hieronder.
support-rights-title = Je rechten en je schade
support-rights =
    <b>Je rechten en je schade</b>
    Alles hoeft niet vandaag.
    Kies wat je wilt weten.
support-schemes-title = Regelingen in je gemeente
support-schemes =
    <b>Regelingen</b>
    Dit is er nu. Kies er een.
support-more = Meer regelingen
support-open = Open de website
support-gone = Deze regeling is er niet meer.

support-title = <b>{ $title }</b>
support-purpose = { $purpose }
support-audience = Voor wie: { $audience }
support-until = Tot en met { $day }.
support-checked = Nagekeken op { $day }.
support-day = { $day } { $month } { $year }

support-title-victim-support = Slachtofferhulp
support-card-victim-support =
    Een overval laat vaak sporen na, ook als je er alleen bij was.
    Ze luisteren, en helpen met je schade en je rechten. Het is gratis.
    Bel <b>0900-0101</b>.
support-title-violence-fund = Schadefonds: geld bij ernstig letsel
support-card-violence-fund =
    ✓ Er was geweld of een bedreiging. ✓ Je raakte ernstig gewond of bent onder behandeling voor klachten.
    ✓ Het is korter dan tien jaar geleden. Een dader of een rechtszaak hoeft er niet te zijn.
    Drie keer ja? Doe de snelle check op de website.
support-title-police-report = Aangifte en je kopie
support-card-police-report =
    Doe aangifte, ook als er niets weg is. Je krijgt een kopie.
    Bewaar die: je verzekeraar en het Schadefonds vragen ernaar.
    Maak een afspraak: bel <b>0900-8844</b>.
support-title-insurance = Je verzekering
support-card-insurance =
    Meld de schade snel. Gooi niets weg.
    Maak foto’s van wat kapot is en bewaar bonnen.
    Bel vandaag je verzekeraar.
support-title-compensation = Schadevergoeding
support-card-compensation =
    De rechter kan de dader jouw schade laten betalen.
    Ook gemiste inkomsten en wat je doormaakte, kunnen tellen.
    Schrijf vanaf nu op wat het je kost.
support-title-joining = Voegen in de strafzaak
support-card-joining =
    Is er een verdachte? Dan kun je in de strafzaak om schadevergoeding vragen. Dat heet voegen.
    Dat kost niets en een advocaat hoeft niet.
    Vul het formulier samen in: bel Slachtofferhulp, <b>0900-0101</b>.
support-title-prosecutor-talk = Gesprek met de officier van justitie
support-card-prosecutor-talk =
    Bij een ernstige zaak kun je de officier van justitie spreken. Dat heet slachtoffergesprek.
    Je hoort wat er gebeurt en waarom, en zegt wat jij belangrijk vindt.
    Wil je dat? Bel Slachtofferhulp: <b>0900-0101</b>.
support-title-right-to-speak = Spreekrecht
support-card-right-to-speak =
    Bij een ernstige zaak mag je op de zitting vertellen wat dit met je doet.
    Het mag ook op papier, of iemand anders doet het voor je.
    Laat je helpen: bel Slachtofferhulp, <b>0900-0101</b>.

support-victim-support-name = Slachtofferhulp Nederland
support-victim-support-purpose = Praten, hulp bij je schade en uitleg over je rechten. Gratis.
support-victim-support-audience = slachtoffers, getuigen en wie bij hen hoort
support-violence-fund-name = Schadefonds Geweldsmisdrijven
support-violence-fund-purpose = Een bedrag ineens voor wie door geweld of een bedreiging ernstig letsel heeft.
support-violence-fund-audience = slachtoffers met ernstig lichamelijk of psychisch letsel, en naasten; tot tien jaar erna

not-allowed-edit_support = Hulp en regelingen wijzigt de stadsmarinier, de veiligheidsregisseur of de gemeente met de hele gemeente in het werkgebied.
text-no-https-link = Dit is geen adres dat veilig opent. Het begint met https:// en heeft geen naam, wachtwoord of spatie.
text-not-checked-yet = Kies de dag waarop je de bron hebt nagekeken: vandaag of eerder.
text-ends-before = De laatste dag ligt voor de eerste dag.
text-no-such-day = Dit is geen dag. Kies een datum, of laat het veld leeg.
