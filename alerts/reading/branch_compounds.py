"""Compound words for kinds of shops: `telefoonwinkeltje`, `juwelierszaak`, `wijnhandel`."""

from collections.abc import Iterator, Mapping

from alerts.branch import Branch

_ENDINGS = (
    *("winkel", "winkels", "winkeltje", "zaak", "zaken", "zaakje", "shop", "shops", "boer", "handel", "speciaalzaak"),
    *("winkelier", "handelaar"),
)
_STEMS: Mapping[Branch, str] = {
    Branch.SUPERMARKET: "levensmiddelen kruideniers buurt dorps",
    Branch.NIGHT_SHOP: "avond nacht",
    Branch.JEWELLER: "juwelen juweliers sieraden horloge horloges goudsmids klokken diamant trouwringen",
    Branch.OPTICIAN: "brillen bril optiek opticiens contactlenzen zonnebrillen optische",
    Branch.TELECOM: "telefoon telefoons gsm telecom bel mobieltjes smartphone telefonie iphone phone",
    Branch.TOBACCO_CONVENIENCE: "sigaren tabaks tabak sigaretten rook vape tijdschriften gemaks shag",
    Branch.DRUGSTORE: "drogisterij drogist",
    Branch.LIQUOR: "drank dranken wijn whisky bier slijters",
    Branch.BAKERY: "bakkers broodjes brood banket taarten gebak",
    Branch.CLOTHING: "kleding kleren mode jeans herenmode damesmode herenkleding dameskleding kinderkleding lingerie "
    "sportkleding merkkleding bruidsmode jassen",
    Branch.SNACKBAR: "friet frites patat snack kebab shoarma doner ijs falafel broodjeskroket",
    Branch.SECONDHAND_GOLD: "goud goudinkoop goudopkoop tweedehands",
    Branch.OTHER_RETAIL: "bloemen vis vlees fietsen fiets speelgoed souvenir boeken boek dieren elektronica computer "
    "game games schoenen schoen meubel meubelen kaas groente groenten fruit cadeau foto muziek sport tassen lederwaren "
    "leder huishoud kook stoffen vuurwerk woon baby wereld witgoed doe-het-zelf doehetzelf hengelsport ijzer verf "
    "gereedschap kantoor kantoorartikelen planten plant kunst lampen verlichting bedden matrassen tapijt gordijnen "
    "snoep chocolade noten thee delicatessen reform natuur ruiter scooter motor kampeer outdoor hobby wol feest "
    "platen stripboeken partij",
}


def compounds() -> Iterator[tuple[Branch, str]]:
    """Yield each branch with its compounds as patterns: in one word, and in two."""
    for branch, stems in _STEMS.items():
        yield branch, "|".join(stem + ending for stem in stems.split() for ending in _ENDINGS)
        yield branch, f"{'|'.join(stems.split())} winkel|winkels|winkeltje|zaak|zaken|zaakje"
