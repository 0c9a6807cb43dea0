"""The reports of a coordinator's places: their board, and what is done about each."""
