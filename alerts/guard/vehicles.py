"""Words that say that a number plate follows, or that mention a vehicle, Dutch and English.

A text is searched for them once, and their places are kept: a possible plate is then judged by what is near it without
searching its surroundings again.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from alerts.guard.alternatives import by_initial
from alerts.guard.plain import near_numbers
from alerts.guard.words import WordPatterns, Words

_PLATE_WORDS = (
    r"kente?e?ke?n?s?(?:plaat|platen|nummers?)?|kent\.?|ktk\.?|(?:nummer)?pla(?:atjes?|at|ten)"
    r"|gele? bord(?:je)?|nummerbord(?:en|je)?|(?:number |licen[cs]e )?plates?|registration|registered"
    r"|reg(?:\.|\b)(?: no\.?)?|kennzeichen"
    r"|tablice"
)
_PLATE = by_initial(_PLATE_WORDS)
_SIGN = r"(?:pl|lt|lv|est|ro|bg|d|b|f|gb|uk|cz|sk|h|a|ch|i|e|p|s|dk|ua|srb|hr|tr|l|nl|be|de|fr|hu)"
_NO_PLATE_SEEN = by_initial(
    r"(?:niet|geen|nooit|onbekend|onleesbaar|zonder|wel|maar|dus|want|vanaf|sinds|om|tot|tussen|not|no|without|unknown"
    r"|but)"
)
_MARKS = r"[ :;=\"'“”‘’(\[,>-]{1,4}"
_PLATE_WORD = WordPatterns(rf"(?:{_PLATE}|{_SIGN}[ -]?sticker)")
# Between a word for a plate and a possible plate: any words that deny nothing.
_ON_TO_PLATE = re.compile(rf"(?:\.? ?\({_SIGN}\))?(?:,? (?!{_NO_PLATE_SEEN}\b)[a-zë']{{1,14}}\b){{0,5}}\.?{_MARKS}")
_SAID_AFTER = re.compile(
    rf"[\"'”’)\]]?,? ?(?:is|was|als|stond op|staat op|op|as|on)? ?(?:de|het|een|zijn|hun|the|a|its|his)? ?"
    rf"(?:[a-zë]{{4,12}}e? )?{_PLATE}(?![^\W_])|[\"'”’)\]]? ?\({_SIGN}\)"
)
_COUNTRY = by_initial(
    r"(?:belgische?|duitse?|poolse?|franse?|engelse?|britse?|roemeense?|bulgaarse?|litouwse?|hongaarse?|spaanse?"
    r"|italiaanse?|tsjechische?|slowaakse?|oostenrijkse?|zwitserse?|deense?|zweedse?|turkse?|oekra[iï]ense?"
    r"|luxemburgse?|letse?|estse?|servische?|kroatische?|buitenlandse?"
    r"|belgië|duitsland|polen|frankrijk|engeland|roemenië|roemenie|bulgarije|litouwen|hongarije|spanje|italië|tsjechië"
    r"|belg|duitser|pool|fransman|roemeen|bulgaar|litouwer|engelsman|brit"
    r"|belgian|german|polish|french|english|british|uk|romanian|bulgarian|lithuanian|hungarian|spanish|italian|czech"
    r"|foreign|belgium|germany|poland|france|romania|bulgaria|lithuania|hungary)"
)
_COUNTRY_WORD = WordPatterns(rf"(?:{_COUNTRY}|{_SIGN}-)")
_COUNTRY_SIGN = re.compile(rf"\({_SIGN}\)")
_ON_FROM_COUNTRY = re.compile(rf"(?:-\w{{2,12}})?(?:,? [a-zë]{{2,12}}){{0,3}}{_MARKS}")
_KINDS = (
    r"auto(?:'?s|otje|tje)?|(?:bestel|huur|vlucht|lease|personen|vracht|kraak|gele|politie)?-?(?:auto|bus|busje|wagen)"
    r"|wagentje|bolide|bak|kar|stationwagen|station|hatchback|sedan|cabrio|coup[eé]|suv|pick-?up|jeep"
    r"|estate|(?:snor|bak"
    r"|bezorg)?scooter(?:tje)?|brommer(?:tje)?|bromfiets|snorfiets|fatbike|motor(?:fiets|rijder)?|quad|camper|caravan"
    r"|trucks?|lorry|trailer|oplegger|aanhanger|aanhangwagen|combi|taxi|taxibusje|cars?|moped|motorbike|motorcycle"
    r"|voertuig|vehicle|bestuurder|bestuurster|chauffeur|bijrijder|inzittenden|inz|driver|rider|anpr\w{0,40}"
)
_BRANDS = (
    r"golf|polo|up|passat|caddy|transporter|tiguan|touran|touareg|bmw|audi|mercedes|merc|benz|opel|volkswagen|vw|ford"
    r"|fiat|skoda|seat|renault|peugeot|citro[eë]n|toyota|kia|hyundai|volvo|vespa|saab|mazda|nissan|honda|suzuki|dacia"
    r"|tesla|piaggio|yamaha|kymco|sym|porsche|range rover|land rover|jaguar|lexus|mini|smart|alfa romeo|chevrolet"
    r"|mitsubishi|subaru|iveco|daf|scania|transit|sprinter|vito|clio|megane|m[eé]gane|twingo|kangoo|trafic|captur"
    r"|corsa|astra|zafira|vivaro|focus|fiesta|mondeo|ibiza|leon|fabia|octavia|yaris|aygo|corolla|auris|picanto|punto"
    r"|panda|ducato|berlingo|swift|micra|qashqai|lupo|kadett|eend|kever|beetle|combo|ka|cupra|yeti|superb"
    r"|duster|sandero"
)
_MOVES = (
    r"rijdt|rij[de]en?|reed|rijdend|gereden|weggereden|wegreed|scheurt?|scheurde|gepark\w{1,40}|parkeert"
    r"|parkeerde|geparkeerd"
    r"|getankt|tankte|tanken|pomp|inrit|oprit|wegscheur\w{1,40}|drove|drives|driving|parked|circling|getinte ruiten"
    r"|uitgereden|ingereden|doorgereden|aangereden|doorrijden|tanked|trekhaak|achterklep|achterbank|kofferbak|motorkap"
    r"|bumper|imperiaal|(?:twee|vier|vijf|2|3|4|5) deuren|oldtimer"
)
_VEHICLE = WordPatterns(rf"{by_initial(f'{_PLATE_WORDS}|{_KINDS}|{_BRANDS}|{_MOVES}')}(?![^\W_])")
_END_OF_SENTENCE = re.compile(r"[.!?] ")
_LOOK_BACK = 160  # characters before and after a possible plate that may say that it is one
_MOST_WORDS = 6  # of those before it, the nearest


@dataclass(frozen=True, slots=True)
class VehicleWords:
    """The places of words for plates, countries and vehicles in a plain text in small letters.

    Every list of indices is in order; `starts` are where a plate may begin.
    """

    small: str
    plate_ends: Sequence[int]
    country_ends: Sequence[int]
    vehicle_starts: Sequence[int]
    vehicle_ends: Sequence[int]
    sentence_ends: Sequence[int]
    starts: Sequence[int]

    @classmethod
    def of(cls, small: str, words: Words) -> Self:
        """Search the text, whose words these are, once for each list."""
        vehicles = [match.span() for match in _VEHICLE.finditer(small, words)]
        countries = [*_COUNTRY_WORD.finditer(small, words), *_COUNTRY_SIGN.finditer(small)]
        return cls(
            small,
            [match.end() for match in _PLATE_WORD.finditer(small, words)],
            sorted(match.end() for match in countries),
            [start for start, _ in vehicles],
            [end for _, end in vehicles],
            [match.start() for match in _END_OF_SENTENCE.finditer(small)],
            near_numbers(words.starts, small),
        )

    @property
    def tells_of_plates(self) -> bool:
        """Whether there is any word for a plate or for another country in the text."""
        return bool(self.plate_ends or self.country_ends)

    def say_plate(self, start: int, end: int) -> bool:
        """Whether a word for a plate stands right before or behind this span."""
        return self.introduce(start) or self.say_plate_after(end)

    def say_plate_after(self, end: int) -> bool:
        """Whether a word for a plate or the sign of a country stands right behind this place."""
        return _SAID_AFTER.match(self.small, end) is not None

    def introduce(self, start: int) -> bool:
        """Whether a word for a plate stands before this place, with at most words between that deny nothing."""
        return self._lead(self.plate_ends, _ON_TO_PLATE, start)

    def tell_country(self, start: int) -> bool:
        """Whether a word before this place tells of another country."""
        return self._lead(self.country_ends, _ON_FROM_COUNTRY, start)

    def lead_from_vehicle(self, way: re.Pattern[str], start: int) -> bool:
        """Whether the text between the nearest vehicle named before this place and the place matches `way`."""
        before = bisect_right(self.vehicle_ends, start) - 1
        is_near = before >= 0 and self.vehicle_ends[before] >= start - _LOOK_BACK
        return is_near and way.fullmatch(self.small, self.vehicle_ends[before], start) is not None

    def _lead(self, ends: Sequence[int], way: re.Pattern[str], start: int) -> bool:
        nearest = bisect_right(ends, start)
        for end in reversed(ends[max(0, nearest - _MOST_WORDS) : nearest]):
            if start - end > _LOOK_BACK:
                return False
            if way.fullmatch(self.small, end, start):
                return True
        return False

    def tell_driving(self, start: int, end: int) -> bool:
        """Whether a vehicle is mentioned in the same sentence as this span."""
        closing = bisect_left(self.sentence_ends, end)
        until = self.sentence_ends[closing] if closing < len(self.sentence_ends) else len(self.small)
        begun = self.sentence_ends[closing - 1] if closing else 0
        behind = bisect_left(self.vehicle_starts, end)
        before = bisect_right(self.vehicle_ends, start) - 1
        is_behind = behind < len(self.vehicle_starts) and self.vehicle_starts[behind] < min(until, end + _LOOK_BACK)
        return is_behind or (before >= 0 and self.vehicle_starts[before] >= max(begun, start - _LOOK_BACK))

    def name_vehicle(self, start: int, reach: int) -> bool:
        """Whether a vehicle is mentioned within so many characters before this place."""
        before = bisect_right(self.vehicle_ends, start) - 1
        return before >= 0 and self.vehicle_ends[before] >= start - reach

    def tell_vehicle(self, start: int, end: int) -> bool:
        """Whether a vehicle is mentioned near this span: before it, or after it in the same sentence."""
        before = bisect_right(self.vehicle_ends, start) - 1
        if before >= 0 and self.vehicle_starts[before] >= start - _LOOK_BACK:
            return True
        behind = bisect_left(self.vehicle_starts, end)
        if behind == len(self.vehicle_starts):
            return False
        closing = bisect_left(self.sentence_ends, end)
        until = self.sentence_ends[closing] if closing < len(self.sentence_ends) else len(self.small)
        return self.vehicle_ends[behind] <= min(until, end + _LOOK_BACK)
