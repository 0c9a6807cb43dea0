"""What covered the face, or that nothing did."""

from collections.abc import Iterator

from alerts.reading.lexicon import register
from alerts.reading.patterns import Exceptions, Patterns, Read, longest
from alerts.reading.tokens import Tokens

register(
    {
        "HOOD": "capuchon capuchons capuchontje hood hoods kap hooded capuchonnen capuchion cappuchon capuchong",
        "HELMET": "helm helmen helmet helmets integraalhelm motorhelm scooterhelm integraalhelmen valhelm "
        "crashhelmet brommerhelm",
        "BALACLAVA": "bivakmuts bivakmutsen bivakmutsje balaclava balaclavas balaklava bivak bivakken skimasker "
        "skimaskers",
        "MASK": "masker maskers *masker *maskers mondkapje mondkapjes mondmasker gemaskerd gemaskerde gemaskerden "
        "mask masks masked "
        "facemask"
        " facemasks mondmaskers mombakkes gezichtsmasker gezichtsmaskers",
        "CLOTH": "sjaal sjaals doek doeken das buff bandana col shawl scarf scarves kraag cloth theedoek zakdoek "
        "nekwarmer snood sjaaltje shirt panty kous",
        "COVERED": "bedekt bedekte verborgen verhuld onherkenbaar covered hidden concealed vermomd bedekken afgedekt "
        "verstopt",
    }
)
_COVERS = Patterns[str](
    {
        "hood": ("HOOD",),
        "helmet": ("HELMET",),
        "balaclava": ("BALACLAVA", "ski mask|masks|masker|maskers", "bivak muts|mutsen"),
        "mask": (
            "MASK",
            "{CLOTH FACE}5",
        ),
    }
)
_BARE = Patterns[str](
    {
        "none": (
            "~FACE ..3 onbedekt|onbedekte|zichtbaar|zichtbare|uncovered|visible|showing|herkenbaar|bloot|seen",
            "~gewoon|goed|duidelijk|wel|prima ..2 FACE ..2 zien|zichtbaar|herkenbaar|gezien",
            "FACE ..2 gewoon|goed|duidelijk|wel|clearly ..2 zien|visible|see|gezien",
            "~onbedekt|onbedekte|uncovered|zichtbaar|zichtbare|visible|herkenbaar ..1 FACE",
            "~FACE ..2 niet|not|wasn't|wasnt|weren't bedekt|covered|hidden|verborgen",
            "~kon|konden|could|zag|saw|heb|goed|clearly ..3 gezicht|gezichten|face|faces ..3 zien|see|"
            "gezien|goed|clearly",
            "~zag|saw|see|seen ..1 zn|zijn|hun|his|her|their|zijn|haar|z'n ..2 gezicht|gezichten|face|"
            "faces ..1 goed|clearly|duidelijk|helemaal|gewoon?",
            "~geen|no|zonder|without|niets|niks|nothing ..2 masker|maskers|mask|masks|mondkapje|bivakmuts|"
            "bivakmutsen|balaclava|vermomming|disguise|gezichtsbedekking",
            "~zonder|without iets|anything|niets|gezichtsbedekking ..1 voor|over ..2 gezicht|face|faces",
            "~niets|niks|nothing voor|over|on|covering ..2 gezicht|face|faces|gezichten",
            "~didn't|didnt|not|never|niet ..4 cover|hide|bedekken|bedekt|verbergen ..2 FACE",
            "~niet|not gemaskerd|masked|vermomd",
            "~ongemaskerd|unmasked|onvermomd|onbedekt",
        )
    }
)
_UNSEEN = Patterns[str](
    {
        "": (
            "~kon|konden|kun|kan|could|couldn't|couldnt|heb|hebben|haven't ..4 niks|niet|nauwelijks|"
            "geen|not|nothing|barely ..5 FACE",
            "~niks|niet|nauwelijks|not|nothing|barely|couldn't|couldnt ..4 FACE ..3 zien|gezien|see|seen",
            "~FACE ..3 niet|not ..2 zien|gezien|zichtbaar|see|visible|seen",
            "~niemand|nobody|geen|no FACE",
        )
    }
)
# A hood that is only part of a garment covers no face: `trui met capuchon`.
_PART_OF = Exceptions(
    {
        "": (
            "GARMENT met|with een|a? HOOD",
            "HOOD|CLOTH af|down|omlaag",
            "HELMET af|in|aan|off|under|onder|at ..1 hand|arm|stuur|off|de",
        )
    }
)
_FOUND = Exceptions(
    {
        "": (
            "vond|vonden|gevonden|found|aangetroffen|ontdekt|ontdekte|discovered ..9 BALACLAVA|MASK|HELMET",
            "tas|koffer|rugzak|zak|bag|box|doos|backpack|holdall|sporttas met|with|vol ..5 BALACLAVA|MASK|HELMET ..8 "
            "gevonden|"
            "found|aangetroffen|lag|ligt",
            "tas|koffer|rugzak|zak|bag|box|doos|backpack|holdall|sporttas met|with|vol ..5 BALACLAVA|MASK|HELMET ..1 "
            "erin|in|inside",
        )
    }
)
_DRAWN = Patterns[str]({"": ("HOOD ..2 op|over|omhoog|strak|up|pulled|diep|om", "met HOOD op", "HOOD ..3 FACE")})


def lies_about(tokens: Tokens) -> bool:
    """Whether a mask or a helmet was found, and not worn."""
    return any(_FOUND.find(tokens))


def face_covers(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield what covered faces, else `none` where it is said that they were seen."""
    apart = list(_PART_OF.find(tokens))
    drawn = any(_DRAWN.find(tokens))
    found = [
        seen.read(tokens)
        for seen in longest(_COVERS.find(tokens))
        if (drawn and seen.value == "hood") or not any(one.first <= seen.first <= one.last for one in apart)
    ]
    if lies_about(tokens):
        return
    yield from found
    if not found and not any(_UNSEEN.find(tokens)):
        yield from _BARE.read(tokens)
