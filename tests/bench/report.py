"""Goals, tables, and the place in docs/performance.md where the last of them stand."""
import statistics
from dataclasses import dataclass
from pathlib import Path

BEGIN, END = "<!-- figures: written by make bench -->", "<!-- end of figures -->"


@dataclass
class Goal:
    """Of a work beside another's: `most` of its wall time. Without `most` it is shown for comparison."""
    work: str
    beside: str
    most: float = None


GOALS = [
    Goal("zine", "typst", 1 / 12), Goal("zine", "floor-pdf"), Goal("zine", "floor-ebook", 3.5), Goal("zine", "mutool"), Goal("zine", "pdflatex"),
    Goal("epub", "floor-ebook", 1.0), Goal("epub", "pandoc-epub", 1 / 45),
    Goal("site", "cmark", 3.0), Goal("site", "pandoc-html", 1 / 40),
    Goal("build", "zine", 2.0),
    Goal("one", "mutool-one", 1.0), Goal("one", "typst-one"),
    Goal("watch-zine", "build", 1 / 5), Goal("watch-site", "build", 1 / 20),
]
MILLISECONDS_EACH = 4  # of CPU, for a single PDF of a folder
GROWTH = 1.1  # of the time a review at the large count beside that at the small one
MEMORY = 200 << 20  # at the large count


def ratio_of(work, other, divisor=1.0):
    """The median of the rounds' ratios: what slows the machine for a while slows both."""
    return statistics.median(a.wall / b.wall for a, b in zip(work.costs, other.costs)) / divisor


def shown(ratio):
    """1/14.2 where it is small, else 1.27 x."""
    return f"1/{1 / ratio:.3g}" if ratio < 0.5 else f"{ratio:.3g} x"


def reached(value, most):
    return "" if most is None else "yes" if value <= most else "no"


def row(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def has_figures(work):
    return work is not None and bool(work.costs)


def beside_others(works):
    """The goals of one count of reviews, ratios first."""
    lines = []
    for goal in GOALS:
        work, other = works.get(goal.work), works.get(goal.beside)
        if not has_figures(work) or not has_figures(other):
            continue
        ratio = ratio_of(work, other)
        times = f"{statistics.median(c.wall for c in work.costs):.3g} s, {statistics.median(c.wall for c in other.costs):.3g} s"
        lines.append(row(work.title, other.title, shown(ratio), shown(goal.most) if goal.most else "", reached(ratio, goal.most), times))
    return lines


def singles(works, reviews):
    work = works.get("pdfs")
    if not has_figures(work):
        return []
    each = statistics.median(c.cpu for c in work.costs) * 1000 / reviews
    return [row(work.title, "", f"{each:.2g} ms of CPU each", f"{MILLISECONDS_EACH} ms", reached(each, MILLISECONDS_EACH), "")]


def growth(small, small_count, large, large_count):
    """Time a review at two counts, and memory at the larger."""
    lines = []
    for name in ("zine", "epub"):
        few, many = small.get(name), large.get(name)
        if not has_figures(few) or not has_figures(many):
            continue
        ratio = ratio_of(many, few, large_count / small_count)
        peak = max(c.memory for c in many.costs)
        lines.append(row(f"{name} of {large_count}, a review", f"of {small_count}", shown(ratio), shown(GROWTH), reached(ratio, GROWTH),
                         f"{statistics.median(c.wall for c in many.costs):.3g} s"))
        lines.append(row(f"{name} of {large_count}, memory", "", f"{peak >> 20} MB", f"{MEMORY >> 20} MB", reached(peak, MEMORY), ""))
    return lines


def goals_table(*groups):
    head = [row("work", "beside", "ratio", "goal, at most", "reached", "medians"), row("---", "---", "--:", "--:", "---", "---")]
    return "\n".join(head + [line for group in groups for line in group])


def all_figures(works, floor):
    """Everything that was run, as multiples of the floor's wall time."""
    lines = [row("program", f"x {floor.title}", "wall s", "CPU s", "peak MB"), row("---", "--:", "--:", "--:", "--:")]
    for work in works.values():
        if not work.costs:
            continue
        wall, cpu = (statistics.median(getattr(c, key) for c in work.costs) for key in ("wall", "cpu"))
        ratio = f"{ratio_of(work, floor):.3g}" if floor.costs else ""
        lines.append(row(work.title, ratio, f"{wall:.3g}", f"{cpu:.3g}", max(c.memory for c in work.costs) >> 20))
    return "\n".join(lines)


def update(path, figures, begin=BEGIN, end=END):
    """Puts the figures between their marks in a page of docs."""
    text = Path(path).read_text(encoding="utf-8")
    before, rest = text.split(begin, 1)
    after = rest.split(end, 1)[1]
    Path(path).write_text(f"{before}{begin}\n\n{figures}\n\n{end}{after}", encoding="utf-8")
