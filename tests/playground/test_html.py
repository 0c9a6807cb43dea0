"""Tests of Telegram's HTML: its entities, their offsets, and its error messages."""

from html import escape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.entities import Formatted, complete, formatted, render
from playground.errors import ApiRefusal
from playground.html import TAGS, UnparsableEntities, parse_html, utf16_length
from playground.params import Params

DATE = {"type": "date_time"}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def spans(source: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, entities = parse_html(source)
    return text, [(e["type"], e["offset"], e["length"]) for e in entities]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("<b>a</b> <strong>b</strong>", "a b", [("bold", 0, 1), ("bold", 2, 1)]),
        ("<i>a</i><em>b</em>", "ab", [("italic", 0, 1), ("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", i, 1) for i in range(3)]),
        ('<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', "ab", [("spoiler", i, 1) for i in range(2)]),
        ("<code>a</code><pre>b</pre>", "ab", [("code", 0, 1), ("pre", 1, 1)]),
        (
            "<blockquote>a</blockquote><blockquote expandable>b</blockquote>",
            "ab",
            [("blockquote", 0, 1), ("expandable_blockquote", 1, 1)],
        ),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("😀<b>é😀</b>", "😀é😀", [("bold", 2, 3)]),
        ("<B >a</b >", "a", [("bold", 0, 1)]),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("<b></b>a", "a", []),
        ("&lt;b&gt; &amp;&quot; &#65;&#x42; &nbsp; &lt &", '<b> &" AB &nbsp; < &', []),
        ("a > b", "a > b", []),
    ],
)
def test_markup_becomes_entities(source: str, text: str, expected: list[tuple[str, int, int]]) -> None:
    """Every tag that Telegram knows becomes an entity, counted in UTF-16 units."""
    assert spans(source) == (text, expected)


@pytest.mark.parametrize(
    ("source", "more"),
    [
        ('<a href="https://x.nl/?a=1&amp;b">a</a>', {"type": "text_link", "url": "https://x.nl/?a=1&b"}),
        ("<a href='x.nl'>a</a>", {"type": "text_link", "url": "http://x.nl/"}),
        ('<a href="tg://user?id=7">a</a>', {"type": "text_mention", "user_id": 7}),
        ('<pre><code class="language-python">a</code></pre>', {"type": "pre", "language": "python"}),
        ('<code class="language-c"><pre>a</pre></code>', {"type": "pre", "language": "c"}),
        ('<tg-emoji emoji-id="53">a</tg-emoji>', {"type": "custom_emoji", "custom_emoji_id": "53"}),
        ('<tg-time unix="17" format="wDT">a</tg-time>', {**DATE, "unix_time": 17, "date_time_format": "wDT"}),
        ('<tg-time unix="17" format="r">a</tg-time>', {**DATE, "unix_time": 17, "date_time_format": "r"}),
        ('<tg-time unix="17">a</tg-time>', {**DATE, "unix_time": 17, "date_time_format": ""}),
    ],
)
def test_arguments_of_tags(source: str, more: dict[str, Any]) -> None:
    """Attributes with a meaning are kept."""
    assert parse_html(source) == ("a", [{"offset": 0, "length": 1, **more}])


def test_an_address_that_is_none_gives_no_link() -> None:
    """An invalid address gives no link: the text stays without the entity."""
    assert parse_html('<a href="nonsense">a</a>') == ("a", [])


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("é<x>", 'Unsupported start tag "x" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a ='x'>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x_y>", "Unexpected end of name token at byte offset 8"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b>é</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ],
)
def test_wrong_markup_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    """Wrong markup is refused in Telegram's words, with offsets in bytes."""
    with pytest.raises(UnparsableEntities) as refused:
        parse_html(source)
    assert str(refused.value) == complaint


@given(TEXTS)
def test_an_escaped_text_comes_back(text: str) -> None:
    """Any text can be sent when it is escaped."""
    assert parse_html(escape(text).replace("&#x27;", "'")) == (text, [])
    assert parse_html(escape(text)) == (text, [])


@given(st.lists(st.tuples(st.sampled_from(["b", "i", "u", "s", "tg-spoiler"]), TEXTS, TEXTS), max_size=8))
def test_entities_lie_where_the_text_is(parts: list[tuple[str, str, str]]) -> None:
    """Cutting the UTF-16 text by an entity's offsets gives the text between its tags."""
    source = "".join(f"{escape(before)}<{tag}>{escape(inner)}</{tag}>" for tag, before, inner in parts)
    text, entities = parse_html(source)
    wide = text.encode("utf-16-le", "surrogatepass")
    cut = [wide[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le") for e in entities]
    assert cut == [inner for _, _, inner in parts if inner]
    assert [e["type"] for e in entities] == [TAGS[tag] for tag, _, inner in parts if inner]


@given(st.text(alphabet="<>/&;#= \"'abiux1\0é😀", max_size=40))
@settings(max_examples=300)
def test_any_source_gives_a_text_or_a_complaint(source: str) -> None:
    """Any source gives a text or an error message; no other exception is raised, and entities lie inside the text."""
    try:
        text, entities = parse_html(source)
    except UnparsableEntities:
        return
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= utf16_length(text) for e in entities)


@given(
    TEXTS,
    st.lists(st.tuples(st.sampled_from(["bold", "italic", "text_link", "x"]), st.integers(0, 20), st.integers(1, 20))),
)
def test_rendered_html_is_balanced_and_says_the_same(text: str, spans: list[tuple[str, int, int]]) -> None:
    """The page gets well nested, escaped HTML with the same text, whatever the entities are."""
    entities = [{"type": kind, "offset": at, "length": length, "url": "x.nl"} for kind, at, length in spans]
    html = render(text, sorted(entities, key=lambda e: (e["offset"], -e["length"])))
    for tag in ("b", "i", "a", "span"):
        assert html.count(f"<{tag}>") + html.count(f"<{tag} ") == html.count(f"</{tag}>")
    if not entities:
        assert html == escape(text)


def test_rendered_html_nests() -> None:
    """Overlapping entities are closed and opened again."""
    entities = [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 2}]
    assert render("abc", entities) == "<b>a<i>b</i></b><i>c</i>"


def test_scripts_cannot_get_onto_the_page() -> None:
    """Links with other addresses than web addresses are not drawn, so no script gets onto the page."""
    link = {"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}
    assert "javascript" not in render("a", [link])
    assert render('<script>"', []) == "&lt;script&gt;&quot;"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start abc", [("bot_command", 0, 6)]),
        ("zie /meld@wees_bot.", [("bot_command", 4, 14)]),
        ("3/4 en a/b", []),
        ("@politie en #Alert", [("mention", 0, 8), ("hashtag", 12, 6)]),
        ("a@b.nl", [("email", 0, 6)]),
        ("😀 https://x.nl/a?b=1, www.x.nl", [("url", 3, 18), ("url", 23, 8)]),
        ("politie.nl", [("url", 0, 10)]),
    ],
)
def test_what_telegram_finds_by_itself(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Commands, mentions, hashtags and addresses in plain text become entities."""
    found = complete(Formatted(text)).entities
    assert [(e["type"], e["offset"], e["length"]) for e in found] == expected


def test_text_is_trimmed_and_its_entities_with_it() -> None:
    """Blanks around a text are removed, and the entities move with it."""
    value = formatted(Params({"text": " \n <b>a b </b> \n", "parse_mode": "HTML"}), "text", "entities")
    assert (value.text, value.entities) == ("a b", [{"type": "bold", "offset": 0, "length": 3}])


def test_at_most_100_entities_are_kept() -> None:
    """At most 100 entities are kept; the rest is plain text."""
    value = formatted(Params({"text": "<b>a</b> " * 150, "parse_mode": "HTML"}), "text", "entities")
    assert len(value.entities) == 100


def test_given_entities_are_kept_and_wrong_ones_refused() -> None:
    """Given `entities` are used instead of parse_mode, and wrong ones are refused."""
    bold = '[{"type":"bold","offset":0,"length":1}]'
    value = formatted(Params({"text": "ab", "entities": bold}), "text", "entities")
    assert value.entities == [{"type": "bold", "offset": 0, "length": 1}]
    with pytest.raises(ApiRefusal, match="can't parse MessageEntity"):
        formatted(Params({"text": "ab", "entities": '[{"type":"bold"}]'}), "text", "entities")


def test_other_markups_are_refused() -> None:
    """Other parse modes than HTML are refused."""
    with pytest.raises(ApiRefusal, match="the playground reads HTML only"):
        formatted(Params({"text": "*a*", "parse_mode": "MarkdownV2"}), "text", "entities")
    with pytest.raises(ApiRefusal, match="unsupported parse_mode"):
        formatted(Params({"text": "*a*", "parse_mode": "BBCode"}), "text", "entities")
