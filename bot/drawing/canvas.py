"""The canvas: draws a picture as a PNG of at most 80 kB with matplotlib. Imported in the worker process only.

The colours are those of Okabe and Ito, which who is colour-blind can tell apart; what a colour says, a hatch, a dash or
a word says too.
"""

from io import BytesIO
from math import pi

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Patch, Wedge
from PIL import Image

from bot.drawing.picture import Metres, NoticeMap

_BLUE, _ORANGE = "#0072B2", "#E69F00"
_INK, _PAPER, _LAND, _LINE = "#222222", "#FFFFFF", "#E4E4DC", "#767676"
_INCHES, _DPI = 5.0, 160  # 800 pixels: as wide as a phone shows
_COLOURS = 64
_BARS_M = (200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
_HATCH = "////"
_MOST_NAMES = 6


def draw(picture: NoticeMap) -> bytes:
    """Draw the picture as a PNG."""
    figure = Figure(figsize=(_INCHES, _INCHES), dpi=_DPI, facecolor=_PAPER)
    _draw_map(figure, picture)
    return _png(figure)


def _png(figure: Figure) -> bytes:
    drawn, small = BytesIO(), BytesIO()
    figure.savefig(drawn, format="png")
    drawn.seek(0)
    with Image.open(drawn) as image:
        image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def _draw_map(figure: Figure, picture: NoticeMap) -> None:
    axes = figure.add_axes((0.02, 0.15, 0.96, 0.76))
    span = picture.span_m
    axes.set(xlim=(-span * 96 / 76, span * 96 / 76), ylim=(-span, span), aspect="equal", xticks=[], yticks=[])
    axes.spines[:].set_color(_LINE)
    dot = _points(axes, 1_900)
    _dots(axes, picture.land, dot, _LAND, 1)
    _dots(axes, picture.ground, dot, _BLUE, 2)
    if picture.own_ring is not None:
        _draw_own_ring(axes, picture)
    if picture.radius_m:
        axes.add_patch(Circle((0, 0), picture.radius_m, facecolor=_BLUE, alpha=0.18, zorder=3))
        axes.add_patch(Circle((0, 0), picture.radius_m, fill=False, edgecolor=_BLUE, linewidth=2.5, zorder=5))
    _draw_rings(axes, picture)
    _draw_names(axes, picture)
    _draw_scale(axes, span)
    _draw_north(axes, picture.north)
    figure.text(0.5, 0.955, picture.title, ha="center", va="center", fontsize=15, weight="bold", color=_INK)
    figure.legend(handles=_legend(picture), loc="lower center", bbox_to_anchor=(0.5, 0.005), frameon=False, fontsize=12)


def _draw_own_ring(axes: Axes, picture: NoticeMap) -> None:
    assert picture.own_ring is not None, "the reader's ring is known"
    bounds = (0, *picture.rings_m, 10 * picture.span_m)
    inner, outer = bounds[picture.own_ring], bounds[picture.own_ring + 1]
    band = Wedge((0, 0), outer, 0, 360, width=outer - inner, facecolor=_ORANGE, alpha=0.30, zorder=2.5)
    axes.add_patch(band)
    hatch = Wedge(
        (0, 0), outer, 0, 360, width=outer - inner, fill=False, hatch=_HATCH, edgecolor=_ORANGE, linewidth=0, zorder=2.6
    )
    axes.add_patch(hatch)


def _draw_rings(axes: Axes, picture: NoticeMap) -> None:
    for radius in picture.rings_m:
        axes.add_patch(Circle((0, 0), radius, fill=False, edgecolor=_INK, linewidth=1, linestyle=(0, (5, 4)), zorder=4))
        if radius < picture.span_m * 0.96:
            _word(axes, _below(radius), f"{radius // 1_000} km", 11)


def _draw_names(axes: Axes, picture: NoticeMap) -> None:
    axes.plot(0, 0, marker="+", markersize=16, markeredgewidth=3, color=_INK, zorder=7)
    _word(axes, (0, round(picture.span_m * 0.085)), picture.middle, 12)
    shown: list[Metres] = [(0, 0)]
    apart = [_below(radius) for radius in picture.rings_m]
    for (east, north), name in picture.names:
        is_inside = abs(east) < picture.span_m * 0.85 and abs(north) < picture.span_m * 0.85
        if is_inside and all(_is_apart((east, north), one, picture.span_m) for one in (*apart, *shown)):
            shown.append((east, north))
            _word(axes, (east, north), name, 11, colour="#444444")
        if len(shown) > _MOST_NAMES:
            return


def _below(radius: int) -> Metres:
    """Return where the words of a ring stand: on it, in the south."""
    return 0, -radius


def _is_apart(one: Metres, other: Metres, span: int) -> bool:
    return abs(one[1] - other[1]) > span * 0.16 or abs(one[0] - other[0]) > span * 0.75


def _draw_scale(axes: Axes, span: int) -> None:
    length = max((one for one in _BARS_M if one <= span * 0.6), default=_BARS_M[0])
    left, low = -span * 1.19, -span * 0.92
    axes.add_line(Line2D((left, left + length), (low, low), color=_INK, linewidth=4, solid_capstyle="butt", zorder=8))
    words = f"{length // 1_000} km" if length >= 1_000 else f"{length} m"
    _word(axes, (round(left + length / 2), round(low + span * 0.08)), words, 11)


def _draw_north(axes: Axes, north: str) -> None:
    arrow = {"arrowstyle": "-|>,head_width=0.5,head_length=0.8", "color": _INK, "linewidth": 2}
    axes.annotate("", (0.95, 0.97), (0.95, 0.86), xycoords="axes fraction", arrowprops=arrow, zorder=8)
    axes.text(0.95, 0.82, north, transform=axes.transAxes, ha="center", va="center", fontsize=13, weight="bold")


def _legend(picture: NoticeMap) -> list[Patch]:
    area = Patch(facecolor=_BLUE, alpha=0.5, edgecolor=_BLUE, label=picture.area_label)
    if picture.own_ring is None:
        return [area]
    return [area, Patch(facecolor="#F7D999", edgecolor=_ORANGE, hatch=_HATCH, label=picture.own_label)]


def _dots(axes: Axes, at: tuple[Metres, ...], size: float, colour: str, order: int) -> None:
    if at:
        east, north = zip(*at, strict=True)
        axes.scatter(
            east, north, s=size, color=colour, alpha=0.45 if colour == _BLUE else 1, linewidths=0, zorder=order
        )


def _points(axes: Axes, metres: int) -> float:
    """Return the area of a dot so many metres across, in square points as matplotlib wants it."""
    low, high = axes.get_ylim()
    across = metres / (high - low) * 0.76 * _INCHES * 72
    return max(across, 4) ** 2 * pi / 4


def _word(axes: Axes, at: Metres, words: str, size: int, *, colour: str = _INK) -> None:
    box = {"facecolor": _PAPER, "alpha": 0.75, "edgecolor": "none", "pad": 1.2}
    axes.text(*at, words, ha="center", va="center", fontsize=size, color=colour, bbox=box, zorder=6, parse_math=False)
