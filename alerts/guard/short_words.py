"""Short words, units, abbreviations and models of cars that stand beside numbers without being part of a plate."""

from collections.abc import Collection

_UNITS_TEXT = """
    amg bmw bsn btw bv cb cbr cc cd cdi cl clk cls cm crdi db dci dd ddr dl dm dsg dvd fsi ft gb glb glc gls gm gr
    grm gsx gtd gti gts gtx hdd hdi hp hst hz jtd kb kg khz km kmh kv kvk kw kwh lb lc lcd led lt ltr lx mb mg mhz
    ml mm mp3 mph mtr nm nr nrs nv oz pcs pct pk pkt pp pst px rpm rtx slk ssd st stk stks tb tce tdi tfsi tft tsi
    vvt vw wk wkn wt xl xxl xxs xxxl yr yrs
"""
_UNITS = frozenset(_UNITS_TEXT.split())
_WORDS_TEXT = """
    aan ah al als am art aub audi bank be bij bl bs bus ca cla cv da dacia dag dan dat de den deur dhr di die din
    dit dms do door dpi dr ds dt due dus dz ea een eet el en er et etc eu eur euro ex fax ff fiat fl fm for ford
    from gate gl gla gle goed golf gps gram gsm gt gte ha had half hd het hier hij honda hr hs huis id ie ik in inch
    int ipv is iso ivm jaar jan je jeep jl jong jr jrn kan kast keer kia klm koop ks kvk lat lijn lm ma maal maat
    mah man mark max mazda mbt me med mei mer met mi min mini mis mn mnd mp mpi mr mrt msg mt mu mv mvg mvr mw my na
    naar nam nav nen net nl no noch nog ns nt nu nul nvt of om on ons ook op opel or out ov ovv paar pak pas pc per
    pl po polo pond post prs ps pt qua ral ram rd resp ret rl rom rond rs rt sdi seat sec set skoda sl sms sq start
    stuk sw tbv td te team tel ten ter tesla th thd the thv tien tk tm tnv to ton tot tov tr tv twee type uit unit
    up usb usd ut uu uur uurs va vac van vb vd vdc vh vier vijf vm vn volvo voor vr vs vti vv was wat wc we week weg
    wel wie wij wijk wo wv www xs za zaal ze zes zgn zh zijn zk zn zo zone zsm zw
"""
_WORDS = frozenset(_WORDS_TEXT.split())
_SPOKEN = frozenset(word for word in _WORDS if not set(word).isdisjoint("aeiou"))


def are_ordinary(words: Collection[str], *, in_capitals: bool = False) -> bool:
    """Whether these groups of letters are ordinary short words or single letters, and not the letters of a plate.

    In small letters a word with a vowel is enough, an abbreviation is not: `gp 07 nl` is a plate, `nr 12 tm` is none.
    In capitals abbreviations count as letters of a plate: nobody shouts them.
    """
    if in_capitals:
        return all(len(word) == 1 or word in _UNITS or word in _SPOKEN for word in words)
    return not _SPOKEN.isdisjoint(words) or all(len(word) == 1 or word in _UNITS or word in _WORDS for word in words)


def is_among_units(words: Collection[str]) -> bool:
    """Whether one of these groups of letters, in small letters, is a unit or a model: `fl 30 cl`."""
    return not _UNITS.isdisjoint(words)
