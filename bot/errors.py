"""Errors that stop the program, each printed as one line."""


class CannotStart(Exception):
    """The program cannot do what was asked; the text says why and what to do."""


class WrongSettings(CannotStart):
    """A setting is missing or wrong; the text names it and says what to do."""
