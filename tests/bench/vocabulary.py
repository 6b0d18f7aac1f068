"""Words for made-up reviews: stems of our own, what English derives from them, and names put together from syllables.

Text of a small vocabulary would flatter every program that remembers what it has shaped. So words are drawn as in real prose: a few very
often, most once, and with every review some that no other has (compounds and names).
"""
NOUNS = """film scene camera light shadow river street window mother father daughter kitchen winter summer evening silence music
voice hand face door stair train harbour letter garden memory dream murder wedding hospital teacher soldier village mountain island theatre
orchestra audience curtain mirror photograph corridor engine bridge market factory ghost stranger lawyer thief sailor painter widow tailor clock
candle bottle suitcase telephone newspaper uniform necklace umbrella carpet ladder lantern violin trumpet ballad verdict promise secret mistake
quarrel joke gesture rhythm colour texture landscape horizon weather storm desert forest morning decade century season chapter prologue ending
close-up montage dialogue costume script plot story actor director critic festival print reel projector screen balcony ticket row sea house city
moon stone glass paper iron salt bread apple horse dog bird wolf fox snow rain wind fire smoke dust""".split()
VERBS = """watch linger open turn follow carry drop lift pull frame reveal suggest insist admit confess return vanish appear collapse unravel
assemble compose perform whisper shout murmur wander drift climb cross enter wait hesitate pause hurry walk settle fold trim edit paint trace mark
observe study examine imagine invent construct design repair restore protect attack provoke tease deceive explain describe depict inhabit borrow
divide gather discard suspect accuse punish remember summon echo rehearse adapt translate transform alter measure judge condemn admire resent mourn
comfort encourage persuade argue settle refuse accept welcome ignore notice discover expose reward request expect promise challenge confront endure
suffer savour waste offer exhaust release soothe disturb startle dazzle wound poison soften sharpen darken brighten blur magnify reduce""".split()
ADJECTIVES = """quiet loud bright dark slow quick long short great small old new strange familiar private plain blunt sharp soft cold warm bitter
sweet gentle rough smooth tender cruel kind elegant awkward graceful nervous calm restless weary playful solemn grave tragic romantic cynical naive
honest ironic bleak hopeful loyal jealous proud modest bold careful reckless precise vague loose tight formal strict severe mild vivid dull lavish
spare luminous clear dusty nocturnal urban rural distant narrow wide deep shallow fragile sturdy patient lucid dreamlike literal musical theatrical
poetic prosaic moral secular singular remarkable unlikely inevitable absurd hilarious tedious""".split()
SMALL = """the the the the the a a of of of and and to to in in is it it that was for on with as his her at by from but not this are he she they
an which its or their when who one all into there so than what more out no only even where about how some most after still then between like under
never through because while though without against before again each every rather quite almost perhaps""".split()
SYLLABLES = """an bel cor dal el fen gar hol is jor kel lan mar nor os pel quin ros sel tam ur ver wen xan yor zel bri cla dre flo gri kra
pri sto tri vla ka le mi no ra si to va zu ard ert ing ley mont sen son stein ville wick worth""".split()
ACCENTED = ["é", "è", "ö", "å", "ø", "ü", "ç", "ñ", "á", "ž", "ł", "ő"]


def noun_forms(noun):
    return [noun, noun[:-1] + "ies" if noun[-2:] in ("ry", "ty", "dy", "ny") else noun + "s", noun + "like"]


def verb_forms(verb):
    stem = verb[:-1] if verb.endswith("e") else verb
    return [verb, verb + "s", stem + "ed", stem + "ing", "re" + verb, stem + "er"]


def adjective_forms(adjective):
    return [adjective, (adjective[:-1] if adjective.endswith("le") else adjective + "l") + "y", adjective + "ness", "un" + adjective, "half-" + adjective]


def ranked(stems, forms):
    """First every stem, then what is derived from them: the rarer, the further behind."""
    table = [forms(stem) for stem in stems]
    longest = max(len(row) for row in table)
    return [row[n] for n in range(longest) for row in table if n < len(row)]


class Vocabulary:
    """Draws words. `chance` is a function that gives numbers from 0 to below 1, so that nothing hangs on how a library picks."""

    nouns = ranked(NOUNS, noun_forms)
    verbs = ranked(VERBS, verb_forms)
    adjectives = ranked(ADJECTIVES, adjective_forms)

    def __init__(self, chance):
        self.chance = chance

    def one_of(self, words):
        return words[int(self.chance() * len(words))]

    def often_early(self, words):
        """The n-th word about as often as 1/n."""
        return words[int(len(words) ** self.chance()) - 1]

    def noun(self):
        return self.one_of(NOUNS) + self.one_of(NOUNS) if self.chance() < 0.07 else self.often_early(self.nouns)

    def verb(self):
        return self.often_early(self.verbs)

    def adjective(self):
        return self.often_early(self.adjectives)

    def small(self):
        return self.one_of(SMALL)

    def surname(self):
        name = "".join(self.one_of(SYLLABLES) for _ in range(2 + int(self.chance() * 2)))
        if self.chance() < 0.15:
            place = 1 + int(self.chance() * (len(name) - 1))
            name = name[:place] + self.one_of(ACCENTED) + name[place:]
        return name[0].upper() + name[1:]

    def name(self):
        first = self.one_of(SYLLABLES) + self.one_of(SYLLABLES)
        return f"{first[0].upper()}{first[1:]} {self.surname()}"
