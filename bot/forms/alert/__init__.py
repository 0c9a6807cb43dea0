"""The forms behind /alert and behind changes of a sent alert."""
