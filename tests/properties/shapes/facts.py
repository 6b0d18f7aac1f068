"""The facts of a made review, and the many ways in which their authors write each."""
import datetime

MONTHS = "January February March April May June July August September October November December".split()

TITLE_KEYS = ["title", "Title", "movie title", "movie_title", "film", "name"]
YEAR_KEYS = ["year", "release_year", "releaseYear", "Year"]
POSTED_KEYS = ["date", "publishDate", "date_posted", "published", "Date"]
SEEN_KEYS = ["date_watched", "watched", "dateWatched"]
RATING_KEYS = ["rating", "grade", "score", "Rating", "my rating"]
DIRECTOR_KEYS = ["director", "directors", "Directed by", "directed_by"]
AUTHOR_KEYS = ["author", "authors", "reviewer", "critics"]
SUMMARY_KEYS = ["description", "synopsis", "opening", "excerpt", "subtitle"]
RATING_LABELS = ["RATING: {}", "My Rating: {}", "**Rating:** {}", "Rating: {}", "**Rating: {}**", "_Rating:_ {}", "Grade: {}", "Score: {}"]
DIRECTOR_LABELS = ["Directed by: {}", "_Directed by:_ {}<br>", "**Director:** {}", "Director: {}", "DIRECTED BY: {}", "Directed by {}"]
LETTERS = ["A+", "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-", "F"]
NUMBER_WORDS = "zero one two three four five six seven eight nine ten".split()


def number(value):
    """Hundredths as people write them: 4.5, 4, 3.25."""
    return f"{value / 100:.2f}".rstrip("0").rstrip(".")


def stars(rng, value, best):
    whole, half = divmod(value, 100)
    made = rng.choice(["★", "⭐"]) * whole + ("½" if half else "")
    return made or "☆" * (best // 100)


class Scale:
    """A folder's: (what a rating is out of in hundredths, the step, where that is said)."""

    def __init__(self, rng):
        self.letters = rng.random() < 0.12
        self.best, self.step = rng.choice([(500, 50), (500, 50), (500, 25), (400, 50), (300, 100), (1000, 50), (1000, 100), (10000, 100)])
        self.said = rng.choice(["issue", "each"])

    def rating(self, rng):
        """(value, best, text)."""
        if self.letters:
            value = rng.randrange(len(LETTERS))
            return 1300 - 100 * value, 1300, LETTERS[value]
        value = rng.randrange(0, self.best + 1, self.step)
        ways = [f"{number(value)}/{number(self.best)}", f"{number(value)} out of {number(self.best)}", f"{number(value)} / {number(self.best)}"]
        if self.said == "issue":
            ways += [number(value)] * 6
        if self.best == 500 and value % 50 == 0 and value > 0:
            ways += [stars(rng, value, self.best)] * 3 + [f"{number(value)} stars"]
            ways += [f"{value // 100}½" if value % 100 else f"{value // 100} stars"] if value > 100 else []
        if self.best == 1000 and value % 100 == 50 and value > 500:
            ways.append(f"{NUMBER_WORDS[value // 100]} half")
        if self.best == 10000:
            ways.append(f"{number(value)}%")
        return value, self.best, rng.choice(ways)


def written_date(rng, date):
    """(text, whether a label in the body may have it)."""
    month, short = MONTHS[date.month - 1], MONTHS[date.month - 1][:3]
    return rng.choice([
        date.isoformat(), date.isoformat(), f"{date.isoformat()}T19:30:00+01:00", f"{date.isoformat()} 19:30:05 +0200",
        f"{date.isoformat()}T08:00:00Z", f"{short} {date.day} {date.year}", f"{short} {date.day}, {date.year}",
        f"{month} {date.day}, {date.year}", f"{date.day} {month} {date.year}", f"{date.day:02}/{date.month:02}/{date.year}",
        f"{date.strftime('%A')}, {date.day} {month} {date.year}", f"{date.year}/{date.month:02}/{date.day:02}",
        f"{month} {date.day}th, {date.year}" if 4 <= date.day <= 20 else date.isoformat()])


def date_line(rng, date):
    """A date on a line of its own below the title."""
    month = MONTHS[date.month - 1]
    day = rng.choice([f"{date.day} {month} {date.year}", f"{month} {date.day}, {date.year}", f"{date.day:02}.{date.month:02}.{date.year}",
                      f"{date.strftime('%A')}, {date.day} {month} {date.year}"])
    return rng.choice(["{}", "*{}*", "**{}**", "Posted on {}", "Date: {}"]).format(day)


def any_date(rng):
    # A day behind the twelfth says which number is the day and which the month.
    return datetime.date(rng.randint(2004, 2023), rng.randint(1, 12), rng.randint(13, 28))


def any_title(rng, vocabulary):
    """(as a person reads it, whether strict YAML parsers reject or mistake it)."""
    a, b, c = (vocabulary.capital() for _ in range(3))
    return rng.choice([
        (f"{a} {b}", False), (f"{a} of the {b}", False), (a, False), (f"The {a} {b} {c}", False), (f"{a}: {b}", True),
        (f"{a}: {b} {c}", True), (f"{a}'s {b}", False), (f"{a} & {b}", False), (f"{a}, {b} and {c}", False), (f"{a} - {b}", False),
        (f"Who Is {a}?", False), (f"{a}!", False), (f"[{a}] {b}", True), (f"@{a}", True),
        (f"*{a}", True), (f"%{a} {b}", True), (f"{a} \"{b}\"", False), (str(rng.randint(200, 1869)), False),
        (f"'{a} {b}", True), (f"- {a}", True), (f"{a} | {b}", False), (f"{a}:", True), (f"#{a}", True), (f"{a} #2", True), (f"!{a}", True),
        (f"&{a}", True), (f"{{{a}}}", True)])
