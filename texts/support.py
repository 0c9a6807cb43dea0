"""The support register and its cards in words."""

from datetime import date

from alerts.services.support.find_support import ShownCard
from alerts.support import Scheme, SchemeWords
from texts.html import Html, joined, lines
from texts.phrases import Phrases


def scheme_words(scheme: Scheme, t: Phrases) -> SchemeWords:
    """Return the name, the purpose and the audience of a scheme in the reader's language."""
    if scheme.words is not None:
        return scheme.words[t.language]
    parts = ("name", "purpose", "audience")
    return SchemeWords(*(t.plain(f"support-{scheme.standard}-{part}") for part in parts))


def card_title(shown: ShownCard, t: Phrases) -> str:
    """Return the title of a card, which is a button of the chat too."""
    if _is_of_program(shown):
        return t.plain(f"support-title-{shown.card}")
    assert shown.entry is not None, "a card is one of the program, or an entry"
    return scheme_words(shown.entry.scheme, t).name


def card_words(shown: ShownCard, t: Phrases) -> Html:
    """Return a card in the reader's language: its title and three lines at most, the last of which is the one thing to
    do."""
    title = t("support-title", title=card_title(shown, t))
    if _is_of_program(shown):
        return lines(title, t(f"support-card-{shown.card}"))
    assert shown.entry is not None, "a card is one of the program, or an entry"
    scheme = shown.entry.scheme
    words = scheme_words(scheme, t)
    until = t("support-until", day=day_words(scheme.last, t)) if scheme.last else Html("")
    checked = t("support-checked", day=day_words(scheme.checked_on, t))
    return lines(
        title,
        t("support-purpose", purpose=words.purpose),
        t("support-audience", audience=words.audience),
        joined(" ", until, checked),
    )


def _is_of_program(shown: ShownCard) -> bool:
    """Whether the card reads as the program has it: a scheme that was worded anew reads as it was worded."""
    return shown.card is not None and (shown.entry is None or shown.entry.scheme.words is None)


def day_words(day: date, t: Phrases) -> str:
    """Return a date with its year."""
    return t.plain("support-day", day=str(day.day), month=t.plain(f"month-{day.month}"), year=str(day.year))
