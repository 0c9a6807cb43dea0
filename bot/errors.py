"""What stops the program, said in one line."""


class WrongSettings(Exception):
    """A setting is missing or wrong; the text names it and says what to do."""
