"""Content streams: operators with their operands, and what they show or paint inside which marks."""
import re
from dataclasses import dataclass, field

TOKEN = re.compile(rb"\s*(?:%[^\r\n]*\s*)*(<<|>>|[\[\]]|\(|<[0-9A-Fa-f\s]*>|/[^\s()<>\[\]{}/%]*|[^\s()<>\[\]{}/%]+)")
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
PATH_PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh"}
TEXT_SHOWING = {"Tj", "TJ", "'", '"'}
#: Every operator of ISO 32000-1, annex A.
OPERATORS = set("""b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q
re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"""".split())


def literal_string(data, at):
    """The string whose opening bracket stands before `at`, and where it ends."""
    out, depth = bytearray(), 1
    while at < len(data):
        byte = data[at:at + 1]
        at += 1
        if byte == b"\\":
            octal = re.match(rb"[0-7]{1,3}", data[at:at + 3])
            if octal:
                out.append(int(octal[0], 8) & 0xFF)
                at += len(octal[0])
            else:
                out += ESCAPES.get(data[at:at + 1], data[at:at + 1])
                at += 1
            continue
        depth += (byte == b"(") - (byte == b")")
        if depth == 0:
            break
        out += byte
    return bytes(out), at


def atom(token):
    if token.startswith(b"/"):
        return token.decode("latin-1")
    if token.startswith(b"<"):
        digits = re.sub(rb"\s", b"", token[1:-1]).decode()
        return bytes.fromhex(digits + "0" * (len(digits) % 2))
    try:
        return float(token)
    except ValueError:
        return token.decode("latin-1")


def collected(stack, opening):
    """What stands on the stack above its last `opening`, which goes with it."""
    at = len(stack) - 1 - stack[::-1].index(opening)
    found = stack[at + 1:]
    del stack[at:]
    return found


def operators(data):
    """(operator, operands) in order."""
    at, stack, open_brackets = 0, [], 0
    while match := TOKEN.match(data, at):
        token, at = match[1], match.end()
        if token == b"(":
            text, at = literal_string(data, at)
            stack.append(text)
        elif token in (b"[", b"<<"):
            stack.append(token)
            open_brackets += 1
        elif token == b"]":
            stack.append(collected(stack, b"["))
            open_brackets -= 1
        elif token == b">>":
            found = collected(stack, b"<<")
            stack.append(dict(zip(found[::2], found[1::2])))
            open_brackets -= 1
        else:
            value = atom(token)
            if isinstance(value, str) and not value.startswith("/") and not open_brackets:
                yield value, stack
                stack = []
            else:
                stack.append(value)


@dataclass
class Shown:
    """Something on a page: text, a path, an image, and the marks around it."""
    operator: str
    marks: tuple = ()
    font: str = ""          #: the name among the resources
    codes: bytes = b""
    visible: bool = True
    operands: list = field(default_factory=list)

    @property
    def mcid(self):
        return next((int(p["/MCID"]) for _, p in reversed(self.marks) if isinstance(p, dict) and "/MCID" in p), None)

    @property
    def is_artifact(self):
        return any(tag == "/Artifact" for tag, _ in self.marks)


class PageContent:
    """A page's content, walked once."""

    def __init__(self, data):
        self.shown, self.marks_seen, self.used, self.deepest = [], [], set(), 0
        self.unbalanced = False
        self._walk(data)

    def _walk(self, data):
        marks, saved, font, mode = [], [], "", 0
        for operator, operands in operators(data):
            self.used.add(operator)
            if operator in ("BDC", "BMC"):
                tag = operands[0] if operands else ""
                marks.append((tag, operands[1] if len(operands) > 1 else {}))
                self.marks_seen.append(tuple(marks))
            elif operator == "EMC":
                self.unbalanced |= not marks
                del marks[-1:]
            elif operator == "q":
                saved.append((font, mode))
                self.deepest = max(self.deepest, len(saved))
            elif operator == "Q":
                font, mode = saved.pop() if saved else (font, mode)
            elif operator == "Tf":
                font = operands[0]
            elif operator == "Tr":
                mode = int(operands[0])
            elif operator in TEXT_SHOWING:
                parts = operands[-1] if isinstance(operands[-1], list) else [operands[-1]]
                codes = b"".join(part for part in parts if isinstance(part, bytes))
                self.shown.append(Shown(operator, tuple(marks), font, codes, mode != 3))
            elif operator in PATH_PAINTING or operator in ("Do", "BI"):
                self.shown.append(Shown(operator, tuple(marks), operands=list(operands)))
        self.unbalanced |= bool(marks)


def page_contents(pdf):
    """[(reference, page, PageContent)], kept with the file."""
    if not hasattr(pdf, "walked"):
        pdf.walked = [(reference, page, PageContent(pdf.contents(page))) for reference, page in pdf.pages()]
    return pdf.walked
