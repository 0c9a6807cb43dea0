"""The weapon that was seen, or that none was."""

from collections.abc import Iterator

from alerts.reading.lexicon import register
from alerts.reading.patterns import Exceptions, Patterns, Read, longest
from alerts.reading.tokens import Tokens

register(
    {
        "KNIFE": "messteek messteken mes messen mesje steekmes vleesmes slagersmes jachtmes uitbeenmes koksmes "
        "knipmes klapmes "
        "keukenmes broodmes stanleymes zakmes aardappelmes hakmes "
        "kapmes dolk"
        " machete stiletto vlindermes aardappelschilmesje afbreekmes steekwapen knife knives blade "
        "machetes boxcutter dagger"
        " penknife stanley knifepoint",
        "FIREARM": "pistool pistol pistolen pistooltje vuurwapen vuurwapens neppistool gaspistool alarmpistool "
        "luchtdrukpistool revolver geweer"
        " jachtgeweer shotgun pistols gun guns handgun handguns revolvers rifle firearm firearms uzi kalasjnikov ak47"
        " machinegeweer vuurwapentje balletjespistool nepwapen speelgoedpistool klappertjespistool "
        "nepvuurwapen gunpoint handvuurwapen machinepistool",
        "BLUNT": "klauwhamer klauwhamers hamer hamers moker mokers koevoet koevoeten knuppel knuppels honkbalknuppel "
        "honkbalknuppels "
        "ploertendoder"
        " breekijzer breekijzers wapenstok stok ijzeren-staaf staaf boksbeugel bat hammer hammers sledgehammer"
        " sledgehammers crowbar crowbars baton cosh truncheon club pipe bats voorhamer hockeystick "
        "golfclub moersleutel"
        " bandenlichter bandenlichters slaghout honkbalbat",
        "SPRAY": "pepperspray pepersp* pepper-spray traangas zuur peperspray pepper-sprayed busje-pepperspray "
        "pepergas mace "
        "peppersprayed acid teargas",
        "OTHER_WEAPON": "bijl bijlen bijltje schroevendraaier injectienaald naald spuit stroomstootwapen taser stungun "
        "kruisboog axe axes hatchet"
        " screwdriver syringe needle sword zwaard samuraizwaard kettingzaag schaar scissors fles "
        "glasscherf handgranaat granaat grenade"
        " crossbow kruisboog hooivork bottle vuurwerkbom slagersbijl stroomstoot",
        "GOES": "rijdt reed volgt",
    }
)
_WEAPONS = Patterns[str](
    {
        "knife": ("KNIFE", "box|butter|butcher cutter|knife", "stanley mes"),
        "firearm": (
            "FIREARM",
            "toy|fake gun|pistol",
            "automatische|automatic wapens|weapons|wapen",
            "onder schot",
            "AK 47",
            "dreig* ..4 vuurwapen",
        ),
        "blunt": (
            "BLUNT",
            "ijzeren|metalen|houten|iron|metal|wooden staaf|stang|pijp|buis|stok|bar|pipe|stick|rod",
            "baseball bat",
        ),
        "spray": (
            "SPRAY",
            "spuitbus|spuitfles|flesje|busje ..3 bijtend|bijtende|zuur|chloor|acid|bleach",
            "sprayed|spoot|spoten|spuit ..6 eyes|ogen|gezicht|face",
            "spuitbus|spray|aerosol|deodorant|busje ..9 spoot|spoten|spuit|sprayed ..4 ogen|gezicht|face|eyes",
            "pepper spray|sprayed",
            "peper spray",
            "busje pepper",
        ),
        "other": (
            "bijl|bijlen|bijltje|schroevendraaier|injectienaald|stroomstootwapen|taser|kruisboog|axe|axes|"
            "hatchet|screwdriver|syringe|sword|zwaard|samuraizwaard"
            "|kettingzaag|handgranaat|granaat|grenade|crossbow|slagersbijl|stungun|hooivork",
            "dreig*|bedreig*|threatened|zwaai*|waving|met|with ..3 naald|needle|schaar|scissors|"
            "glasscherf|fles|bottle|stroomstoot|vuurwerkbom",
            "pakte|trok|haalde|hield|grabbed|pulled|held|produced ..2 schaar|scissors|naald|needle|injectienaald|"
            "syringe",
            "met|with een|n|a|zn|zijn|vuile|vieze? spuit",
            "stun gun",
            "broken|kapotte|gebroken bottle|fles|glas",
        ),
    }
)
_NOTHING_SEEN = Patterns[str](
    {
        "none_seen": (
            "~geen|gn|no|without|zonder ..2 wapen|wapens|weapon|weapons|vuurwapen|steekwapen|gun|knife ..4 "
            "gezien|zien|seen|zag|zichtbaar|visible|waargenomen|gebruikt|getoond|used|involved|shown|bij|te",
            "~wapen|wapens|weapon|weapons ..3 niet|not|geen|nergens|never ..2 gezien|seen|zichtbaar|"
            "visible|waargenomen|getoond",
            "~geen|no wapen|wapens|weapon|weapons",
            "~didn't|didnt|not|no|niet|never|don't|did ..2 see|seen|saw ..2 any|a|een|geen weapon|weapons|"
            "wapen|wapens|gun|knife",
            "~zonder zichtbaar|duidelijk|enig wapen|wapens",
            "~without any|a|visible|visibly weapon|weapons",
            "~unarmed|ongewapend",
            "~geen|no|any|enig ..1 zichtbaar|ander|other wapen|weapon",
            "~wapen|wapens|weapon niet|not gezien|seen",
        )
    }
)
# What lies in a bag, stands in a kitchen or locks a door is no weapon here.
_NO_WEAPONS = Exceptions(
    {
        "": (
            "vond|vonden|gevonden|found|aangetroffen|trof|troffen|ontdekte|ontdekten|discovered ..20 BLUNT|"
            "OTHER_WEAPON|KNIFE",
            "tas|bag|koffer|rugzak|zak ..1 met|with|vol|full ..6 BLUNT|OTHER_WEAPON|KNIFE",
            "tas|bag|koffer|rugzak|zak ..1 met|with ..2 BLUNT|OTHER_WEAPON|KNIFE",
            "sporen|spoor|marks|schade ..2 BLUNT|OTHER_WEAPON",
            "ontzet|ontwricht|geforceerd|opengebroken|opengewrikt|gekraakt|forced|pried|prised|jimmied|opened|"
            "openbreken|"
            "openwrikken|forceren ..3 met|with|using ..2 BLUNT|OTHER_WEAPON",
            "met|with|using ..2 BLUNT|OTHER_WEAPON ..5 DOOR|slot|rolluik|lock|hek|raam|window ..4 ontzet|opengebroken|"
            "open|"
            "openbreken|geforceerd|opengewrikt|wrikken|wrikte|wrikten|forceren|forced|prying|bezig",
            "DOOR|slot|rolluik|lock|hek|raam|window ..4 met|with ..2 BLUNT|OTHER_WEAPON ..4 open|opengebroken|"
            "openbreken|"
            "openwrikken|opengewrikt|ontzet|geforceerd|forceren|wrikken|gewrikt",
            "wrikte|wrikten|wrikt|wrikken|prying|pried|forcing ..6 BLUNT|OTHER_WEAPON",
            "KNIFE|FIREARM|BLUNT|OTHER_WEAPON ..1 of|or|misschien|maybe ..3 sleutel*|sleutelbos|telefoon|phone|keys|"
            "aansteker|zaklamp|paraplu|umbrella|torch|wallet",
            "sleutel*|sleutelbos|telefoon|phone|keys|zaklamp|torch of|or ..2 KNIFE|FIREARM|BLUNT",
            "met|with|using ..3 BLUNT|OTHER_WEAPON ..6 DOOR|slot ..5 prutsen|morrelen|peuteren|bezig|wrikken|"
            "fiddling|prying|"
            "poking|frunniken|peuterde|morrelde|prutste",
            "camera*|telefoon|phone|selfie|cameraatje|lens ..3 stok|stick|staaf",
            "BLUNT|OTHER_WEAPON|KNIFE ..1 liggen|lag|lagen|lying",
            "mes|knife|messen|knives kwijt|verkopen|set|rek|block|block|slijper|geslepen|winkel",
            "eigen|onze|our|my|mijn mes|messen|knife|hamer|hammer|fles|bottle",
            "liet|lieten|left ..3 BLUNT|OTHER_WEAPON|KNIFE ..1 achter|behind|vallen",
            "lag|ligt|gevonden|aangetroffen|found ..4 BLUNT|OTHER_WEAPON",
            "BLUNT|OTHER_WEAPON|KNIFE ..3 gevonden|aangetroffen|found|achtergelaten|laten",
        )
    }
)


def weapons(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield the weapons; `none_seen` where it is said that none was."""
    apart = {index for seen in _NO_WEAPONS.find(tokens) for index in range(seen.first, seen.last + 1)}
    found = [seen.read(tokens) for seen in longest(_WEAPONS.find(tokens)) if seen.last not in apart]
    yield from found
    if not found:
        yield from _NOTHING_SEEN.read(tokens)
