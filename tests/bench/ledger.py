"""What each stage of halfstar's commands costs, by `--timings`, and each phase of the floors: medians, in milliseconds."""
import statistics

import measure
import report

COMMANDS = ("one", "zine", "epub", "site", "build", "pdfs")
ORDER = ("start", "arguments", "reading", "composing", "design", "layout", "pieces", "writing", "rest", "total")


def stages_of(said):
    """{stage: (wall, CPU)} in milliseconds, from what `--timings` says; parts are left out."""
    found = {}
    for line in said.splitlines():
        words = line.split()
        if words[:1] == ["part"]:
            break
        if len(words) == 3 and words[0] in ORDER:
            found[words[0]] = (int(words[1]) / 1000, int(words[2]) / 1000)
    return found


def phases_of(said):
    """{phase: milliseconds}, from what a floor prints."""
    return {words[0]: float(words[1]) * 1000 for words in map(str.split, said.splitlines()) if len(words) in (2, 4)}


def repeated(work, out, times, read, *options):
    """What each run says, into a place where nothing is."""
    log, found = out / "ledger.log", []
    for _ in range(times):
        work.set_aside(out)
        if measure.run([*work.command, *options], None, log) is not None:
            found.append(read(log.read_text(encoding="utf-8")))
    return found


def shown(milliseconds):
    return f"{milliseconds:.0f}" if milliseconds >= 10 else f"{milliseconds:.1f}"


def stages_table(works, out, times):
    columns = {}
    for name in COMMANDS:
        runs = repeated(works[name], out, times, stages_of, "--timings")
        columns[name] = {stage: [statistics.median(run[stage][which] for run in runs) for which in (0, 1)] for stage in runs[0]} if runs else {}
    lines = [report.row("stage", *(works[name].title for name in COMMANDS)), report.row("---", *("--:" for _ in COMMANDS))]
    for stage in ORDER:
        cells = [column.get(stage) for column in columns.values()]
        lines.append(report.row(stage, *("" if cell is None else f"{shown(cell[0])} ({shown(cell[1])})" for cell in cells)))
    return "\n".join(lines)


def phases_line(floor, out, times):
    runs = repeated(floor, out, times, phases_of)
    phases = [f"{phase} {shown(statistics.median(run[phase] for run in runs))}" for phase in runs[0]] if runs else ["not measured"]
    return f"- {floor.title}: {', '.join(phases)}"


def tables(works, out, times):
    """The stages, and below them the phases of the floors that are there. A floor says its phases where it would write output."""
    floors = [phases_line(work, out, times) for name, work in works.items() if name.startswith("floor-") and not work.missing]
    text = "Stages, wall ms (CPU ms):\n\n" + stages_table(works, out, times)
    return text + ("\n\nThe floors' phases, ms; of words: new ones are shaped and hyphenated:\n\n" + "\n".join(floors) if floors else "")
