"""Words for people, Dutch and English: what makes `zwarte` tell of a skin and not of a jacket."""

PERSON = (
    r"(?:mannen|mannetjes?|man|vrouwen|vrouw|vrouwtje|jongens?|jongetje|jongemannen|jongeman|jongelui|jongeren|jongere"
    r"|meisjes?|meiden|meid|dames?|her(?:en|r)|heer|kerels?|kerel|gasten|gast|gozers?|knullen|knul|vent|venten|lui"
    r"|personen|persoon|mensen|mens|figuren|figuur|types?|individu(?:en)?|daders?|daderes|verdachten?|overvallers?"
    r"|dief|dieven|inbrekers?|winkeldief|winkeldieven|bende|bendes|groep|groepje|groepjes|duo|stel|stelletje|koppel"
    r"|klanten|klant|bezoekers?|medewerkers?|medewerkster|collega's|collega|chauffeurs?|bestuurders?|bestuurster"
    r"|passagiers?|bijrijders?|tieners?|puber|pubers|kind|kinderen|gezin|familie|buurman|buurvrouw|oma|opa"
    r"|zakkenrollers?|oplichters?|bedelaars?|bezorgers?|koeriers?|straatrovers?"
    r"|m[ae]n|males?|females?|wom[ae]n|ladies|lady|boys?|girls?|guys?|blokes?|lads?|kids?|teens?|teenagers?|youths?"
    r"|persons?|people|individuals?|suspects?|robbers?|thieves|thief|burglars?|offenders?|perpetrators?|gang"
    r"|group|couple|customers?|drivers?|gentlem[ae]n|dude|dudes|fellow|adults?)"
)
"""A word for one or more people, in small letters."""

LOOKS = (
    r"(?:uiterlijk|afkomst|komaf|origine|herkomst|afstamming|achtergrond|nationaliteit|roots|etniciteit|uitziende?"
    r"|ogende?|appearance|descent|origins?|background|heritage|nationality|ethnicity|complexion|looking)"
)
"""A word that says that it is told where somebody comes from or how they look."""
