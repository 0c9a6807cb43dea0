"""The table of a municipality's cascade: who hears of a confirmed incident, in which order."""
