"""Edit form: the one form with which the words of a register are changed, in every language, and what is said around
it."""

from dataclasses import dataclass

from console.guard_marks import Passage
from texts.html import Html


@dataclass(frozen=True, slots=True)
class EditField:
    """A field: its label, what stands in it, and how long that may be. `rows`: the height of a field of several lines
    (0: one line); `is_whole`: it is as wide as the form, and does not stand beside the next one. `hint` stands under
    it, `now` says what is kept where a colleague changed that meanwhile, and `wrong` what is wrong, with the marked
    `passages` of what was refused."""

    name: str
    label: str
    typed: str
    most: int
    kind: str = "text"
    rows: int = 0
    is_whole: bool = False
    hint: Html | None = None
    now: Html | None = None
    wrong: Html | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class EditForm:
    """The form: where it is sent, the way back, its title, how it is filled in, its fields and its button. `version`:
    of what it was made from. `confirm`: what the browser is asked before it is sent (empty: nothing). `late` is said
    where somebody else changed it meanwhile, `kept` after it was stored."""

    path: str
    back: str
    back_words: str
    title: str
    how: str
    keep: str
    fields: tuple[EditField, ...]
    version: int
    confirm: str = ""
    late: str = ""
    kept: str = ""

    @property
    def wrong(self) -> tuple[EditField, ...]:
        """The fields in which something is wrong."""
        return tuple(one for one in self.fields if one.wrong is not None)
