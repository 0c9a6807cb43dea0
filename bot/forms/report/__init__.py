"""The forms behind /melding."""
