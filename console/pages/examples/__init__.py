"""Examples: the texts of a municipality with which a notice begins."""
