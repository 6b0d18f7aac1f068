"""Words of our own: made of syllables, each only once in a file, so that one that is lost, moved or doubled is seen."""
import unicodedata

SCRIPTS = {
    "latin": ("b d f g k l m n p r s t v z br dr kl pr st tr".split(), "a e i o u ai ou".split(), "n r l s m".split()),
    "spanish": ("b d f g l m n ñ p r rr s t v ch".split(), "a e i o u á é í ó ú".split(), "n s r l".split()),
    "turkish": ("b ç d ğ k l m n p r s ş t y z".split(), "a e ı i o ö u ü".split(), "n r k ş".split()),
    "german": ("b d f g k l m n r s sch t w z".split(), "a e i o u ä ö ü".split(), "n r ß l".split()),
    "cyrillic": ("б в г д ж з к л м н п р с т ш".split(), "а е и о у ы я ю".split(), "н р л с й".split()),
    "greek": ("β γ δ κ λ μ ν π ρ σ τ φ".split(), "α ε ι ο υ ά έ ή ό".split(), "ν ρ λ".split()),
    "devanagari": ("क ख ग च ज ट त द न प ब म र ल व श स ह".split(), " ा ि ी ु ू े ो".split(" "), "क त न म र ल".split()),
    "hebrew": ("ב ג ד ה ז ח ט ל מ נ ס ע פ ק ר ש ת".split(), "ו י א".split(), "ר ל ת".split()),
    "han": ("山水影光夜城人声門風雨花石海火木".strip(), "中上下大小長白黒古新".strip(), "語声画行記".strip()),
}
LATIN = ("latin", "spanish", "turkish", "german")
EMOJI = ["🎬", "🍿", "😀", "❤️", "👩‍🎤", "🇹🇷"]


class Vocabulary:
    def __init__(self, rng, script):
        self.rng, self.script, self.used = rng, script, set()

    def word(self, script=None):
        onsets, vowels, codas = SCRIPTS[script or self.script]
        while True:
            pick = self.rng.choice
            made = "".join(pick(onsets) + pick(vowels) for _ in range(self.rng.randint(2, 3))) + pick(codas)
            if len(made) > 4 and made not in self.used and not self.holds_another(made):
                self.used.add(made)
                return made

    def holds_another(self, made):
        """PDF's letters are compared without the spaces between words, so no word may be a part of another."""
        return any(made in other or other in made for other in self.used)

    def name(self):
        """Of a person: two words with capitals."""
        return f"{self.capital('latin')} {self.capital('latin')}"

    def capital(self, script=None):
        made = self.word(script)
        return made[0].upper() + made[1:]

    def some(self, least, most):
        return [self.word() for _ in range(self.rng.randint(least, most))]


def decomposed(text):
    """Accents as characters of their own, as some file systems and keyboards write them."""
    return unicodedata.normalize("NFD", text)
