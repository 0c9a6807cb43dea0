"""Words that patterns of approaches are written with."""

APPROACH_WORDS = {
    "STORMED": "binnengerend binnengestormd binnengevallen binnenrennen binnenstormen binnenrende binnenrenden "
    "binnenstormde binnenstormden binnenviel binnenvielen binnengekomen binnengesprint binnengevlogen barged "
    "charging rende renden ren rent rennen stormde stormden stormt stormen vlogen sprintte sprintten kwamen "
    "rushed ran stormed burst charged sprinted",
    "QUIT": "weg wegrende wegrenden rende renden sprintte sprintten vandoor ervandoor vertrokken buiten foetsie "
    "wegrennen wegsprinten weggerend weggereden weggescheurd weggefietst gevlucht vluchtte vluchtten verdwenen "
    "ran legged bolted fled sprinted out left gone away",
    "ITEM": "brood broodje volkoren gesneden kauwgom gum chewing paracetamol aspirine hoestdrank monturen montuur "
    "aansteker "
    "lighter koffie coffee bier beer biertje cola water frietje patat kapsalon pizza ring ringen horloge ketting "
    "kettinkje "
    "jas schoenen hoesje oplader charger krant loten lot kraslot krasloten postzegels pleisters cadeau taart taartje "
    "bloemen "
    "boeket stamps matches lucifers vloei",
    "BROWSED": "paste pasten bestelde bestelden vroeg vroegen bekeek bekeken kocht kochten koos kozen zocht "
    "zochten tried "
    "ordered asked browsed bought chose queued rekende betaalde pinde",
    "LURKS": "schuil verscholen verschuilt verschuilde verschuilden verstopt verstopte verstopten verborgen "
    "wachtte wachtten loerde lurked lurking hid hidden hiding waited waiting crouched "
    "gehurkt hurkte",
    "ENTRY": "raam ramen raampje ruit ruiten winkelruit etalageruit voordeur achterdeur winkeldeur zijdeur deur "
    "deuren schuifdeur toegangsdeur nooddeur rolluik rolhek pui glas slot sloten hek dak dakraam bovenlicht "
    "window windows door doors shutter shutters lock locks glass skylight roof gate grille",
    "OPENS": "openen opende opendeed opendeden openmaakte openmaakten openmaken opendoen open opening opendoet "
    "opensluit "
    "opensloot afsluit afsluiten afsloot afsloten sluiten sluit sloot sloten dichtdeed dichtdoen dichtging "
    "closing closed close "
    "closes opens opened locking locked lock arrived arrive arrives arriving aankwam aankwamen aankomen aankomt "
    "openkwam",
    "BROWSING": "bestellen kopen kijken rondkijken rondkeken rondkeek passen pasten betalen afrekenen winkelen "
    "kocht kochten koopt bestelde bestelden keek keken zoeken zochten zocht tanken interesse belangstelling "
    "uitzoeken kiezen koos kozen wachtten reserveren reserveerde afhalen ophalen pinnen wisselen ruilen "
    "retourneren "
    "terugbrengen inleveren vragen gepast bekijken bekeken bekeek lunchen eten drinken koffie tafel kamer "
    "inchecken "
    "uitchecken parkeren storten opnemen inwisselen verkopen laden opladen bestelling pakketje cadeau cadeautje "
    "sigaretten "
    "nodig hulp informatie proefrit afspraak",
}
