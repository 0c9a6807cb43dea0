"""Words that say that a number plate follows, or that a vehicle is spoken of, Dutch and English."""

import re

_PLATE = (
    r"(?:kente?e?ke?n?s?(?:plaat|platen|nummers?)?|kent\.?|ktk\.?|(?:nummer)?pla(?:at|ten|atjes?)"
    r"|nummerbord(?:en|je)?|(?:number |licen[cs]e )?plates?|registration|registered|reg(?:\.|\b)(?: no\.?)?|kennzeichen"
    r"|tablice)"
)
_SIGN = r"(?:pl|lt|lv|est|ro|bg|d|b|f|gb|uk|cz|sk|h|a|ch|i|e|p|s|dk|ua|srb|hr|tr|l|nl|be|de|fr|hu)"
_NO_PLATE_SEEN = (
    r"(?:niet|geen|nooit|onbekend|onleesbaar|zonder|wel|maar|dus|want|vanaf|sinds|om|tot|tussen|not|no|without|unknown"
    r"|but)"
)
_MARKS = r"[ :;=\"'“”‘’(\[,>-]{1,4}"
# Directly before it, any words that deny nothing between.
_INTRODUCED = re.compile(
    rf"(?<![^\W_])(?:{_PLATE}|{_SIGN}[ -]?sticker)(?:\.? ?\({_SIGN}\))?"
    rf"(?:,? (?!{_NO_PLATE_SEEN}\b)[a-zë']{{1,14}}\b){{0,5}}\.?{_MARKS}$"
)
_SAID_AFTER = re.compile(
    rf"[\"'”’)\]]?,? ?(?:is|was|als|stond op|staat op|op|as|on)? ?(?:de|het|een|zijn|hun|the|a|its|his)? ?"
    rf"(?:[a-zë]{{4,12}}e? )?{_PLATE}(?![^\W_])|[\"'”’)\]]? ?\({_SIGN}\)"
)
_COUNTRY = (
    r"(?:belgische?|duitse?|poolse?|franse?|engelse?|britse?|roemeense?|bulgaarse?|litouwse?|hongaarse?|spaanse?"
    r"|italiaanse?|tsjechische?|slowaakse?|oostenrijkse?|zwitserse?|deense?|zweedse?|turkse?|oekra[iï]ense?"
    r"|luxemburgse?|letse?|estse?|servische?|kroatische?|buitenlandse?"
    r"|belgië|duitsland|polen|frankrijk|engeland|roemenië|roemenie|bulgarije|litouwen|hongarije|spanje|italië|tsjechië"
    r"|belg|duitser|pool|fransman|roemeen|bulgaar|litouwer|engelsman|brit"
    r"|belgian|german|polish|french|english|british|uk|romanian|bulgarian|lithuanian|hungarian|spanish|italian|czech"
    r"|foreign|belgium|germany|poland|france|romania|bulgaria|lithuania|hungary)"
)
_OF_A_COUNTRY = re.compile(
    rf"(?<![^\W_])(?:{_COUNTRY}(?:-\w{{2,12}})?|\({_SIGN}\)|{_SIGN}-)(?:,? [a-zë]{{2,12}}){{0,3}}{_MARKS}$"
)
_KINDS = (
    r"auto(?:'?s|otje|tje)?|(?:bestel|huur|vlucht|lease|personen|vracht|kraak|gele|politie)?-?(?:auto|bus|busje|wagen)"
    r"|wagentje|bolide|bak|kar|stationwagen|station|hatchback|sedan|cabrio|coup[eé]|suv|pick-?up|jeep|estate|(?:snor|bak"
    r"|bezorg)?scooter(?:tje)?|brommer(?:tje)?|bromfiets|snorfiets|fatbike|motor(?:fiets|rijder)?|quad|camper|caravan"
    r"|trucks?|lorry|trailer|oplegger|aanhanger|aanhangwagen|combi|taxi|taxibusje|cars?|moped|motorbike|motorcycle"
    r"|voertuig|vehicle|bestuurder|bestuurster|chauffeur|bijrijder|inzittenden|inz|driver|rider|anpr\w*"
)
_BRANDS = (
    r"golf|polo|up|passat|caddy|transporter|tiguan|touran|touareg|bmw|audi|mercedes|merc|benz|opel|volkswagen|vw|ford"
    r"|fiat|skoda|seat|renault|peugeot|citro[eë]n|toyota|kia|hyundai|volvo|vespa|saab|mazda|nissan|honda|suzuki|dacia"
    r"|tesla|piaggio|yamaha|kymco|sym|porsche|range rover|land rover|jaguar|lexus|mini|smart|alfa romeo|chevrolet"
    r"|mitsubishi|subaru|iveco|daf|scania|transit|sprinter|vito|clio|megane|m[eé]gane|twingo|kangoo|trafic|captur"
    r"|corsa|astra|zafira|vivaro|focus|fiesta|mondeo|ibiza|leon|fabia|octavia|yaris|aygo|corolla|auris|picanto|punto"
    r"|panda|ducato|berlingo|swift|micra|qashqai|lupo"
)
_MOVES = (
    r"rijdt|rij[de]en?|reed|rijdend|gereden|weggereden|wegreed|scheurt?|scheurde|gepark\w+|parkeert|parkeerde|geparkeerd"
    r"|getankt|tankte|tanken|pomp|inrit|oprit|wegscheur\w+|drove|drives|driving|parked|circling|getinte ruiten"
)
_VEHICLE = re.compile(rf"(?<![^\W_])(?:{_PLATE}|{_KINDS}|{_BRANDS}|{_MOVES})(?![^\W_])")
_END_OF_SENTENCE = re.compile(r"[.!?] ")
_LOOK_BACK = 160  # signs before and after what may be a plate that may say that it is one


def is_said_to_be_a_plate(small: str, start: int, end: int) -> bool:
    """Whether a word for a plate stands right before or behind it, in plain text in small letters."""
    before = small[max(0, start - _LOOK_BACK) : start]
    return bool(_INTRODUCED.search(before) or _SAID_AFTER.match(small, end))


def is_of_a_country(small: str, start: int) -> bool:
    """Whether what stands before it tells of another country."""
    return _OF_A_COUNTRY.search(small[max(0, start - _LOOK_BACK) : start]) is not None


def is_beside_a_vehicle(small: str, start: int, end: int) -> bool:
    """Whether the words around it tell of a vehicle."""
    before = small[max(0, start - _LOOK_BACK) : start]
    after = _END_OF_SENTENCE.split(small[end : end + _LOOK_BACK], maxsplit=1)[0]
    return bool(_VEHICLE.search(before) or _VEHICLE.search(after))
