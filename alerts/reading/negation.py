"""Negation: which tokens a denial governs. What is denied was not seen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alerts.reading.lexicon import register
from alerts.reading.tokens import Token, Tokens

register(
    {
        "NO": "geen gn zonder no without nooit never niemand nobody noch nor neither nihil",
        "NOT": "niet not didn't didnt don't dont doesn't doesnt wasn't wasnt weren't isn't isnt aren't haven't hasn't"
        " cannot can't cant couldn't couldnt won't nie niks niets nothing",
        "STOPS": "zodat waardoor so maar doch echter wel en and but though however terwijl while toen then want "
        "because waarna daarna "
        "which"
        " that die behalve except als if unless tenzij anders",
        "STOPS_NO": "op staat stond zit zat loopt liep rijdt reed is was had heeft hebben zijn bij achter voor "
        "behind in at near van weg vandoor ervandoor gevlucht vertrokken vertrok ran fled left off"
        " over langs rond tegen stonden zaten reden liepen were have has om met with parked",
        "SUBJECT": "hij ze zij ik we wij he she they i",
        "SEE": "gezien zien zag zagen seen saw see visible zichtbaar",
    }
)

_BARE = frozenset({"niks", "niets", "nothing", "nix"})
_KNOW = frozenset({"weet", "weten", "wist", "wisten", "know"})  # `auto, kleur weten we niet`
_NEAR, _REACH = 4, 6  # tokens behind *geen* and behind *niet* that these govern, in their clause


def with_denials(tokens: Tokens) -> Tokens:
    """Return the text with the tokens marked that a negation governs.

    These are the tokens behind it in its clause, up to a conjunction, and those before a *niet* at the end of one.
    """
    denied = set(_denied(tokens))
    if not denied:
        return tokens
    marked = [token.denied() if index in denied else token for index, token in enumerate(tokens.all)]
    return replace(tokens, all=marked)


def _denied(tokens: Tokens) -> Iterator[int]:
    for concept in ("NO", "NOT"):
        for index in tokens.places.get(concept, ()):
            if _is_bare(tokens.all, index):
                continue
            behind = list(_behind(tokens.all, index, concept))
            yield from behind
            is_left_open = index > 0 and tokens.all[index - 1].word in ("of", "or")
            is_bare = tokens.all[index].word in ("niet", "nie", "not")
            if concept == "NOT" and is_bare and (len(behind) <= 1 or is_left_open):
                yield from _before(tokens.all, index)


def _is_bare(tokens: Sequence[Token], index: int) -> bool:
    """Whether it denies nothing that follows: `ging er met niks vandoor op een fiets`."""
    before = tokens[index - 1] if index else None
    return tokens[index].word in _BARE and before is not None and before.word in ("met", "with", "voor", "for")


def _behind(tokens: Sequence[Token], index: int, concept: str) -> Iterator[int]:
    reach = _NEAR if concept == "NO" else _REACH
    for ahead in range(index + 1, min(index + 1 + reach, len(tokens))):
        token = tokens[ahead]
        if token.clause != tokens[index].clause or "STOPS" in token.concepts:
            return
        if concept == "NO" and ahead > index + 1 and "STOPS_NO" in token.concepts:
            return
        yield ahead


def _before(tokens: Sequence[Token], index: int) -> Iterator[int]:
    for back in range(index - 1, max(index - 1 - _REACH, -1), -1):
        token = tokens[back]
        if token.clause != tokens[index].clause or "STOPS" in token.concepts:
            return
        yield back
        if tokens[back].word in _KNOW:  # and what is not known, in the word before
            if back and tokens[back - 1].clause == token.clause:
                yield back - 1
            return
