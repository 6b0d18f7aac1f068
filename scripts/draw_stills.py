#!/usr/bin/python3
"""Draw the pictures of the sample reviews into samples/pictures/.

Needs Python 3 and two Debian packages: python3-pil and python3-numpy.

    scripts/draw_stills.py              all of them
    scripts/draw_stills.py portrait     only those named

The pictures are drawn compositions, not frames of the films. They keep to black, white, grays and one
red, so that they survive a photocopier, and there is one of every kind that a reader of pictures meets:

    portrait.png     palette, upright       1200 x 1500
    fallout.png      RGB with alpha, square 1400 x 1400
    1917.png         gray                   1600 x 900
    capernaum.jpg    JPEG                   1500 x 1000
    shoplifters.jpg  JPEG                   1600 x 1066

Every random number comes from a seeded generator: the same versions of the packages draw the same pixels.
"""

import math
import pathlib
import sys

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

OUT = pathlib.Path(__file__).resolve().parent.parent / "samples" / "pictures"
RED = (0xD8, 0x39, 0x1F)
INK = (0x12, 0x12, 0x12)
SCALE = 2  # drawn larger, then reduced: that is the anti-aliasing


def gray(v):
    return (int(v),) * 3


def canvas(w, h, colour=(255, 255, 255)):
    im = Image.new("RGB", (w * SCALE, h * SCALE), colour)
    return im, ImageDraw.Draw(im)


def reduced(im):
    return im.resize((im.width // SCALE, im.height // SCALE), Image.LANCZOS)


def up(points):
    return [(x * SCALE, y * SCALE) for x, y in points]


def bezier(p0, p1, p2, p3, n=40):
    t = np.linspace(0, 1, n)[:, None]
    p0, p1, p2, p3 = (np.array(p, float) for p in (p0, p1, p2, p3))
    return ((1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t**2 * p2 + t**3 * p3).tolist()


def curve(start, *segments):
    """A closed outline of cubic curves: each segment is two handles and an end."""
    points, at = [start], start
    for a, b, end in segments:
        points += bezier(at, a, b, end)[1:]
        at = end
    return points


def grain(im, amount, seed):
    """Film grain, a little soft, the same on all three channels."""
    rng = np.random.default_rng(seed)
    noise = Image.fromarray(np.uint8(np.clip(rng.normal(128, 40, (im.height, im.width)), 0, 255)))
    noise = np.asarray(noise.filter(ImageFilter.GaussianBlur(0.7)), float) - 128
    out = np.asarray(im, float) + noise[..., None] * amount
    return Image.fromarray(np.uint8(np.clip(out, 0, 255)))


# ---------------------------------------------------------------------------------------------------------


def portrait():
    """A cloaked woman on the shore, seen from behind; charcoal for the sea and sky, red for the hem."""
    w, h = 1200, 1500
    rng = np.random.default_rng(1770)
    im, d = canvas(w, h, gray(246))
    horizon, shore = 850, 1150

    def stroke(x, y, length, width, tone, slope):
        """One pull of the charcoal: a long lens, thick in the middle."""
        t = np.linspace(0, 1, 24)
        xs = x + length * t
        ys = y + slope * length * t + 5 * np.sin(t * math.pi * rng.uniform(0.6, 1.6))
        half = width / 2 * np.sin(t * math.pi) ** 0.45
        d.polygon(up(list(zip(xs, ys - half)) + list(zip(xs, ys + half))[::-1]), fill=gray(tone))

    for y in np.sort(rng.uniform(0, horizon - 30, 110)):  # sky, closing down towards the sea
        depth = (y / horizon) ** 2.4
        stroke(rng.uniform(-500, 900), y, rng.uniform(350, 1100), rng.uniform(8, 30),
               243 - 60 * depth + rng.uniform(-7, 7), rng.uniform(-0.035, 0.02))
    d.rectangle([0, horizon * SCALE, w * SCALE, h * SCALE], fill=gray(84))
    for near in np.sort(rng.uniform(0, 1, 170) ** 1.5):  # sea, lighter and wider as it comes nearer
        y = horizon + 7 + near * (shore - horizon)
        stroke(rng.uniform(-400, 1100), y, rng.uniform(120, 380) + 420 * near, 2 + 16 * near,
               74 + 92 * near**1.5 + rng.uniform(-14, 18), rng.uniform(-0.006, 0.006))
    xs = np.linspace(-20, w + 20, 160)
    for y, tone, thick in ((shore - 74, 228, 3), (shore - 34, 214, 4), (shore + 8, 246, 7)):  # three lines of foam
        ys = y + 9 * np.sin(xs / 190 + y) + 4 * np.sin(xs / 61 + 2 * y)
        half = thick * (1 + 0.6 * np.sin(xs / 97 + y)) + 1
        d.polygon(up(list(zip(xs, ys - half)) + list(zip(xs, ys + half))[::-1]), fill=gray(tone))
    sand = shore + 34 + 11 * np.sin(xs / 240 + 1)
    d.polygon(up(list(zip(xs, sand)) + [(w + 20, h + 20), (-20, h + 20)]), fill=gray(208))
    for y in np.sort(rng.uniform(shore + 70, h, 44)):
        stroke(rng.uniform(-300, 1000), y, rng.uniform(260, 700), rng.uniform(4, 12), 208 + rng.uniform(-18, 16), 0.01)

    # her shadow on the sand, thrown forward by her own light
    d.polygon(up(curve((430, 1392), ((320, 1400), (120, 1420), (-40, 1432)), ((-40, 1450), (-40, 1480), (-40, 1500)),
                       ((200, 1490), (560, 1450), (760, 1412)))), fill=gray(112))

    # the cloak: hood, shoulders, the long fall of the back, and a train that the wind has
    cloak = curve(
        (552, 478),
        ((616, 470), (664, 536), (656, 612)), ((654, 634), (660, 652), (680, 672)),
        ((736, 720), (746, 880), (780, 1040)), ((820, 1220), (920, 1330), (1082, 1386)),
        ((930, 1440), (640, 1446), (404, 1396)), ((442, 1220), (470, 1050), (480, 890)),
        ((484, 800), (472, 736), (490, 694)), ((500, 672), (512, 656), (512, 634)),
        ((508, 610), (504, 570), (506, 540)), ((508, 508), (522, 484), (552, 478)))
    d.polygon(up([(510, 536), (503, 552), (499, 562), (487, 580), (489, 585), (496, 587), (491, 594), (496, 599), (492, 606),
                  (496, 613), (497, 622), (504, 632), (524, 640), (540, 590)]), fill=INK)  # her profile
    d.polygon(up(cloak), fill=INK)
    for a, b, c, e, width in (((652, 690), (672, 900), (720, 1160), (880, 1404), 7), ((560, 700), (560, 900), (556, 1150), (560, 1424), 6),
                              ((604, 680), (618, 900), (640, 1160), (706, 1424), 4), ((516, 720), (512, 900), (494, 1150), (472, 1404), 4),
                              ((566, 494), (612, 510), (636, 566), (626, 640), 4), ((626, 640), (606, 672), (560, 684), (508, 676), 4)):
        line = np.array(bezier(a, b, c, e, 60))
        across = np.gradient(line, axis=0)[:, ::-1] * (-1, 1)
        across /= np.linalg.norm(across, axis=1, keepdims=True)
        half = across * (width / 2 * np.sin(np.linspace(0, math.pi, 60)) ** 0.7)[:, None]
        d.polygon(up((line + half).tolist() + (line - half).tolist()[::-1]), fill=gray(66))

    # the hem: flames along it, blown the way the cloth is
    def hem(x):
        return np.interp(x, (404, 520, 640, 760, 880, 980, 1082), (1398, 1416, 1425, 1424, 1413, 1399, 1382))

    def tongue(x, height, width, lean, bend, fill):
        t = np.linspace(0, 1, 50)
        cx = x + lean * t**1.5 + bend * np.sin(t * math.pi * 1.5) * t
        cy = hem(x) + 4 - height * t
        half = width / 2 * (1 - t) ** 0.85 * (1 + 0.75 * np.sin(math.pi * np.minimum(1, t * 1.25)))
        d.polygon(up(list(zip(cx - half, cy)) + list(zip(cx + half, cy))[::-1]), fill=fill)

    flames = ((1046, 96, 40, 70, -10), (1004, 210, 62, 84, -22), (950, 128, 56, 44, 12), (916, 330, 88, 96, -34), (862, 190, 66, 60, 16),
              (824, 392, 92, 70, -30), (772, 170, 62, 60, 14), (736, 232, 64, 56, -20), (692, 110, 50, 40, 10), (656, 142, 44, 40, -12),
              (622, 62, 32, 24, 6), (596, 76, 28, 24, -6), (566, 34, 20, 14, 3))
    for x, height, width, lean, bend in flames:
        tongue(x, height, width, lean, bend, RED)
    for x, height, width, lean, bend in flames[1:10]:  # the dark heart of each is the cloth
        tongue(x - 2, height * 0.42, width * 0.44, lean * 0.3, bend * 0.3, INK)
    rim = np.linspace(548, 1080, 90)
    d.polygon(up(list(zip(rim, hem(rim) - 3)) + list(zip(rim, hem(rim) + 12 * np.sin((rim - 548) / 532 * math.pi) ** 0.5))[::-1]), fill=INK)
    for x, y, r in ((1000, 1000, 5), (952, 930, 3.5), (1050, 962, 4), (926, 852, 3), (1006, 840, 2.5), (1094, 884, 2.5)):
        d.ellipse([v * SCALE for v in (x - r, y - r, x + r, y + r)], fill=RED)
    for x, y, length, thick in ((700, 1456, 330, 7), (800, 1474, 260, 5), (640, 1484, 120, 4), (930, 1490, 120, 4)):  # wet sand
        t = np.linspace(0, 1, 30)
        half = thick / 2 * np.sin(t * math.pi) ** 0.6
        d.polygon(up(list(zip(x + length * t, y - half)) + list(zip(x + length * t, y + half))[::-1]), fill=RED)

    tones = [gray(v) for v in np.linspace(18, 250, 26)]
    for other in (INK, gray(112), gray(208), gray(246)):  # what the edge of a flame passes through
        tones += [tuple(int(a + (b - a) * t) for a, b in zip(RED, other)) for t in (0, 0.33, 0.67)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([v for tone in tones for v in tone] + list(tones[0]) * (256 - len(tones)))
    return reduced(im).quantize(palette=palette, dither=Image.Dither.NONE), "portrait.png", {"optimize": True}


def fallout():
    """A star of twelve avenues from above: everybody goes round one way, and one does not."""
    w = h = 1400
    c = w / 2
    rng = np.random.default_rng(2018)
    ink = Image.new("L", (w * SCALE, h * SCALE), 0)  # what is printed
    d = ImageDraw.Draw(ink)
    red = Image.new("L", ink.size, 0)
    dr = ImageDraw.Draw(red)

    def at(radius, degrees):
        a = math.radians(degrees)
        return (c + radius * math.cos(a), c + radius * math.sin(a))

    def dash(radius, start, sweep, width, tone):
        """A vehicle, or its trace: a piece of a ring with round ends."""
        v = np.linspace(start, start + sweep, 24)
        d.polygon(up([at(radius - width / 2, a) for a in v] + [at(radius + width / 2, a) for a in v[::-1]]), fill=tone)
        for x, y in (at(radius, start), at(radius, start + sweep)):
            d.ellipse([q * SCALE for q in (x - width / 2, y - width / 2, x + width / 2, y + width / 2)], fill=tone)

    avenues = [15 + 30 * k + off for k, off in enumerate((0, 2, -1, 1, 0, -2, 1, 0, 2, -1, 0, -1))]
    inner, outer, rim = 128, 392, 690
    half = {a: (34 if k == 4 or k == 10 else 23) for k, a in enumerate(avenues)}  # two broad ones

    # the blocks of houses between the avenues, cut like a cake
    for k, a in enumerate(avenues):
        b = avenues[(k + 1) % 12] + (360 if k == 11 else 0)
        wedge = []
        for radius in (outer + 26, 486, 498, 592, 604, rim):
            wedge.append((radius, a + math.degrees(math.asin((half[a] + 9) / radius)),
                          b - math.degrees(math.asin((half[avenues[(k + 1) % 12]] + 9) / radius))))
        for (r0, a0, b0), (r1, a1, b1) in zip(wedge[0::2], wedge[1::2]):
            ring = [at(r0, v) for v in np.linspace(a0, b0, 30)] + [at(r1, v) for v in np.linspace(b1, a1, 30)]
            d.polygon(up(ring), fill=255)
    # trees and lamps along the avenues
    for a in avenues:
        for radius in np.arange(outer + 40, rim, 22):
            for side in (-1, 1):
                x, y = at(radius, a)
                n = math.radians(a + 90)
                x, y = x + side * (half[a] - 5) * math.cos(n), y + side * (half[a] - 5) * math.sin(n)
                d.ellipse([q * SCALE for q in (x - 3.2, y - 3.2, x + 3.2, y + 3.2)], fill=255)

    # the traffic: lanes of dashes, denser inside, no two alike
    for lane, radius in enumerate(np.linspace(inner + 34, outer - 8, 11)):
        at_degree = rng.uniform(0, 40)
        end = at_degree + 358
        while at_degree < end:
            sweep = rng.uniform(4, 15) * 260 / radius
            if at_degree + sweep > end:
                break
            dash(radius, at_degree, sweep, 9, int(rng.choice([255, 255, 176, 108])))
            at_degree += sweep + rng.uniform(3.4, 12) * 260 / radius

    # the arch
    for x in (-1, 1):
        for y in (-1, 1):
            px, py = c + x * 44, c + y * 24
            box = np.array([(px - 30, py - 15), (px + 30, py - 15), (px + 30, py + 15), (px - 30, py + 15)])
            t = math.radians(avenues[4] + 90)
            rot = np.array([[math.cos(t), -math.sin(t)], [math.sin(t), math.cos(t)]])
            d.polygon(up(((box - c) @ rot.T + c).tolist()), fill=255)
    d.ellipse([(c - inner) * SCALE, (c - inner) * SCALE, (c + inner) * SCALE, (c + inner) * SCALE], outline=255, width=5 * SCALE)

    # one line the wrong way round: in by an avenue, through every lane, out by another
    start, end = avenues[6], avenues[10] - 360
    path = [at(r, start) for r in np.linspace(rim - 6, outer + 10, 60)]
    for t in np.linspace(0, 1, 400):
        dip = math.sin(math.pi * t) ** 0.7
        path.append(at(outer + 10 - 168 * dip, start + (end - start) * (0.5 * t + 0.5 * t * t * (3 - 2 * t))))
    path += [at(r, end) for r in np.linspace(outer + 10, rim - 70, 60)]
    path = np.array(path)  # evenly spaced, and then steered: nobody takes a corner like a ruler
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    steps = np.linspace(0, along[-1], 900)
    path = np.stack([np.interp(steps, along, path[:, k]) for k in (0, 1)], 1)
    lead = np.concatenate([np.repeat(path[:1], 45, 0), path, np.repeat(path[-1:], 45, 0)])
    path = np.stack([np.convolve(lead[:, k], np.hanning(91) / np.hanning(91).sum(), "valid") for k in (0, 1)], 1)
    knock = Image.new("L", ink.size, 0)
    dk = ImageDraw.Draw(knock)
    for draw, width in ((dk, 40), (dr, 18)):
        for x, y in path:
            draw.ellipse([q * SCALE for q in (x - width / 2, y - width / 2, x + width / 2, y + width / 2)], fill=255)
    tip = np.array(path[-1])
    r = 25
    dr.ellipse([v * SCALE for v in (tip[0] - r, tip[1] - r, tip[0] + r, tip[1] + r)], fill=255)
    r = 36
    dk.ellipse([v * SCALE for v in (tip[0] - r, tip[1] - r, tip[0] + r, tip[1] + r)], fill=255)

    sixteen = [round(v / 17) * 17 for v in range(256)]  # steps of transparency enough for an edge, and a smaller file
    ink = reduced(ImageChops.subtract(ink, knock)).point(sixteen)
    red = reduced(red).point(sixteen)
    alpha = ImageChops.lighter(ink, red)
    colour = Image.composite(Image.new("RGB", (w, h), RED), Image.new("RGB", (w, h), INK), red.point(lambda v: 255 if v else 0))
    colour.putalpha(alpha)
    return colour, "fallout.png", {"optimize": True}


def night():
    """A ruined town before the light of one flare. A small ray tracer on cut-out scenery, as in a paper
    theatre: only true shadows will do."""
    w, h = 1600, 900
    rng = np.random.default_rng(1917)
    flats = []  # (axis, where it stands, left edge, mask, grid): axis 2 faces us, axis 0 stands along the street

    def flat(axis, where, left, width, height, draw, grid=80):
        """Cut one out: `draw` gets a function from metres to the pixels of its mask, `grid` of them to the metre."""
        mask = Image.new("L", (int(width * grid), int(height * grid)), 0)

        def metres(pts):
            return [(x * grid, (height - y) * grid) for x, y in pts]

        metres.grid = grid
        draw(ImageDraw.Draw(mask), metres)
        flats.append((axis, where, left, np.asarray(mask) > 127, grid))

    def disc(d, m, x, y, rx, ry, fill=255):
        d.ellipse([*m([(x - rx, y + ry)])[0], *m([(x + rx, y - ry)])[0]], fill=fill)

    def ruin(width, wall, bays, storeys, gable=0.0, bite=1.6):
        """A house front with window holes; its top is where the shells left it."""
        def draw(d, m):
            xs = np.linspace(0, width, int(width * 2.2) + 2)
            ragged = wall + gable * (1 - abs(xs / width - 0.45) * 2) - bite * np.abs(rng.normal(0, 0.55, len(xs)))
            ragged = ragged + np.repeat(rng.uniform(-bite, 0, len(xs) // 4 + 1), 4)[: len(xs)] * 0.6
            d.polygon(m([(0, 0), *zip(xs, ragged), (width, 0)]), fill=255)
            for s in range(storeys):
                for k in range(bays):
                    x = width * (k + 0.5) / bays + rng.uniform(-0.1, 0.1)
                    half, y = min(0.55, width / bays * 0.24), 1.0 + 3.1 * s
                    tall = 1.9 if s or rng.random() < 0.7 else 2.0
                    foot = y if rng.random() < 0.8 or s else 0.0
                    d.polygon(m([(x - half, foot), (x + half, foot), (x + half, y + tall), (x - half, y + tall)]), fill=0)
                    if rng.random() < 0.45:  # a mullion and what is left of the frame
                        d.polygon(m([(x - 0.05, y), (x + 0.05, y), (x + 0.05, y + tall), (x - 0.05, y + tall)]), fill=255)
                        d.polygon(m([(x - half, y + 1.1), (x + half, y + 1.1), (x + half, y + 1.2), (x - half, y + 1.2)]), fill=255)
        return draw

    def arch(d, m, x, half, foot, top, fill=0):
        """A pointed window: two arcs that lean on each other."""
        spring = top - half * 1.75
        pts = [(x - half, foot), (x - half, spring)]
        pts += [(x + half - 2 * half * math.cos(t), spring + 2 * half * math.sin(t)) for t in np.linspace(0, math.pi / 3, 12)]
        pts += [(x - half + 2 * half * math.cos(t), spring + 2 * half * math.sin(t)) for t in np.linspace(math.pi / 3, 0, 12)]
        d.polygon(m(pts + [(x + half, spring), (x + half, foot)]), fill=fill)

    def church(d, m):
        d.polygon(m([(0, 0), (0, 8.6), (1.1, 9.1), (1.5, 8.3), (2.6, 10.8), (3.5, 10.4), (4.3, 12.6), (5.3, 14.2), (6.1, 13.2), (6.9, 13.9),
                     (8.0, 11.0), (8.5, 11.4), (9.4, 9.2), (10.2, 9.6), (10.2, 15.6), (10.9, 17.9), (11.5, 16.9), (12.1, 18.3), (12.6, 15.8),
                     (13.6, 16.2), (13.9, 0)]), fill=255)
        arch(d, m, 5.1, 1.25, 0, 4.7)
        arch(d, m, 2.1, 0.5, 2.8, 7.2)
        arch(d, m, 8.1, 0.5, 2.8, 7.2)
        arch(d, m, 12.0, 0.42, 10.6, 14.2)
        arch(d, m, 12.0, 0.3, 4.4, 6.6)
        disc(d, m, 5.1, 9.8, 1.35, 1.35, 0)
        for k in range(6):  # the rose keeps its stone spokes
            dx, dy = 1.4 * math.cos(k * math.pi / 6), 1.4 * math.sin(k * math.pi / 6)
            d.line(m([(5.1 - dx, 9.8 - dy), (5.1 + dx, 9.8 + dy)]), fill=255, width=int(0.11 * m.grid))
        disc(d, m, 5.1, 9.8, 0.5, 0.5)
        disc(d, m, 5.1, 9.8, 0.32, 0.32, 0)

    def tree(d, m):
        def branch(x, y, angle, length, thick):
            ex, ey = x + length * math.cos(angle), y + length * math.sin(angle)
            d.line(m([(x, y), (ex, ey)]), fill=255, width=max(1, int(thick * m.grid)))
            if thick > 0.035:
                for _ in range(int(rng.integers(2, 4))):
                    branch(ex, ey, angle + rng.uniform(-0.75, 0.75), length * rng.uniform(0.55, 0.85), thick * 0.6)
        branch(4, 0, math.pi / 2 + 0.1, 2.3, 0.34)

    def runner(d, m):
        """In mid-stride, from the side: pack, rifle at the trail, tin hat."""
        def limb(*joints):
            for (x0, y0, w0), (x1, y1, w1) in zip(joints, joints[1:]):
                n = np.array([y0 - y1, x1 - x0]) / math.hypot(x1 - x0, y1 - y0)
                d.polygon(m([(x0 + n[0] * w0, y0 + n[1] * w0), (x1 + n[0] * w1, y1 + n[1] * w1),
                             (x1 - n[0] * w1, y1 - n[1] * w1), (x0 - n[0] * w0, y0 - n[1] * w0)]), fill=255)
            for x, y, r in joints:
                disc(d, m, x, y, r, r)

        limb((1.10, 0.94, 0.13), (1.54, 0.76, 0.105), (1.50, 0.34, 0.07), (1.46, 0.22, 0.05), (1.66, 0.20, 0.04))
        limb((1.06, 0.92, 0.13), (0.84, 0.54, 0.10), (0.42, 0.44, 0.065), (0.30, 0.45, 0.05), (0.27, 0.27, 0.04))
        d.polygon(m([(1.20, 1.50), (1.36, 1.53), (1.49, 1.44), (1.44, 1.20), (1.24, 0.84), (0.93, 0.88), (0.86, 0.76), (1.06, 1.2)]), fill=255)
        d.polygon(m([(0.95, 1.38), (1.14, 1.53), (1.26, 1.4), (1.08, 1.02), (0.88, 1.14)]), fill=255)
        limb((1.30, 1.42, 0.075), (1.02, 1.16, 0.062), (1.16, 0.96, 0.045))
        limb((1.36, 1.42, 0.075), (1.58, 1.17, 0.06), (1.84, 1.30, 0.045))
        limb((0.46, 0.93, 0.035), (1.0, 0.97, 0.034), (1.86, 1.04, 0.014))
        disc(d, m, 1.45, 1.62, 0.095, 0.125)
        disc(d, m, 1.44, 1.725, 0.155, 0.095)
        limb((1.20, 1.685, 0.02), (1.45, 1.72, 0.035), (1.68, 1.73, 0.018))

    flat(2, 30.0, -5.6, 14.2, 19, church, grid=160)
    flat(2, 31.5, -19.5, 13, 11, ruin(13, 8.2, 5, 2, gable=1.6))
    flat(2, 32.5, 10.0, 15, 12, ruin(15, 8.6, 5, 2, bite=2.4))
    flat(2, 40.0, -34, 15, 12, ruin(15, 9, 5, 2, gable=1))
    flat(2, 41.0, 24, 16, 12, ruin(16, 9, 5, 2, bite=2.6))
    flat(0, -9.2, 4.0, 10.5, 14, ruin(10.5, 11.5, 4, 3, bite=2.6))
    flat(0, -9.8, 16.5, 10, 12, ruin(10, 9.0, 4, 2, bite=2.0))
    flat(0, 9.6, 6.5, 9, 14, ruin(9, 11.8, 3, 3, bite=2.8))
    flat(0, 10.2, 17.5, 11, 12, ruin(11, 9.0, 4, 2, bite=2.4))
    flat(2, 16.5, 4.2, 8, 8, tree, grid=90)
    flat(2, 11.4, -0.7, 2.1, 2, runner, grid=150)
    for _ in range(26):  # rubble along the walls
        side = rng.choice([-1, 1])
        size = rng.uniform(0.4, 1.5)
        pts = [(0, 0)] + [(size * (k + 1) / 6, size * 0.5 * rng.uniform(0.3, 1)) for k in range(5)] + [(size, 0)]
        flat(2, rng.uniform(6, 28), side * rng.uniform(4.6, 8.6) - size / 2, size, size, lambda d, m, p=pts: d.polygon(m(p), fill=255), grid=120)

    def struck(k, origin, direction):
        """Where rays meet cut-out k: the distance, infinite where they pass by or through a hole."""
        axis, where, left, mask, grid = flats[k]
        other = 2 - axis
        t = (where - origin[..., axis]) / direction[:, axis]
        u = ((origin[..., other] + t * direction[:, other]) - left) * grid
        v = mask.shape[0] - (origin[..., 1] + t * direction[:, 1]) * grid
        inside = (t > 1e-3) & (u >= 0) & (u < mask.shape[1]) & (v >= 0) & (v < mask.shape[0])
        hit = np.zeros(len(t), bool)
        hit[inside] = mask[v[inside].astype(int), u[inside].astype(int)]
        return np.where(hit, t, np.inf)

    eye = np.array([0.5, 1.75, -2.0])
    light = np.array([-1.5, 8.7, 52.0])
    focal, mid = 1.06, 0.545
    ss = 2
    total = np.zeros((h * ss, w * ss))
    ys, xs = np.mgrid[0:h * ss, 0:w * ss]
    for top in range(0, h * ss, 100):
        rows = slice(top, top + 100)
        px = ((xs[rows] + 0.5) / (w * ss) - 0.5) * (w / h) / focal
        py = (mid - (ys[rows] + 0.5) / (h * ss)) / focal
        direction = np.stack([px, py, np.ones_like(px)], -1).reshape(-1, 3)
        direction /= np.linalg.norm(direction, axis=1, keepdims=True)
        direction[np.abs(direction) < 1e-9] = 1e-9
        dist = np.where(direction[:, 1] < 0, -eye[1] / direction[:, 1], np.inf)
        which = np.full(len(dist), -1)
        for k in range(len(flats)):
            t = struck(k, eye, direction)
            nearer = t < dist
            dist[nearer], which[nearer] = t[nearer], k
        ground = (which < 0) & (dist < 120)
        aside = np.array([f[0] == 0 for f in flats] + [False])[which]  # walls along the street catch the light
        solid = (which >= 0) | ground
        lit = np.zeros(len(dist))
        index = np.nonzero(ground | aside)[0]
        point = eye + direction[index] * dist[index, None]
        for jitter in ((0, 0), (0.32, 0.1), (-0.3, -0.08), (0.08, -0.32), (-0.1, 0.3)):
            to = light + (*jitter, 0) - point
            far = np.linalg.norm(to, axis=1)
            to /= far[:, None]
            clear = np.ones(len(index), bool)
            for k in range(len(flats)):
                own = which[index] == k
                clear &= ~((struck(k, point, to) < far) & ~own)
            facing = np.where(ground[index], to[:, 1], np.abs(to[:, 0]))
            lit[index] += clear * facing**0.5 / 5
        lit *= np.where(aside, 0.46, 1.0) * 1.5
        # the smoke: brightest towards the flare, and it veils what is far away
        toward = (light - eye) / np.linalg.norm(light - eye)
        angle = np.arccos(np.clip(direction @ toward, -1, 1))
        glow = 1.0 * np.exp(-(angle / 0.12) ** 1.2) + 0.62 * np.exp(-(angle / 0.36) ** 1.3) + 0.2 * np.exp(-(angle / 0.8) ** 2)
        veil = np.where(solid, np.clip((dist - 10) / 60, 0, 1) ** 1.5 * 0.62, 1.0)
        total[rows] = (solid * lit * np.exp(-np.where(solid, dist, 0) / 90) + glow * veil + 0.01).reshape(px.shape)
    shade = np.clip((1 - np.exp(-1.5 * total) - 0.012) / 0.86, 0, 1)
    levels = np.round(shade * 15) / 15 * 255  # few grays, flat as a lino cut
    im = Image.fromarray(np.uint8(levels)).resize((w, h), Image.LANCZOS)

    return im.point(lambda q: round(q / 255 * 45) * 255 // 45), "1917.png", {"optimize": True}


def capernaum():
    """Tin roofs held down with tyres, from straight above; in one lane a boy pulls a pot on wheels."""
    w, h = 1500, 1000
    rng = np.random.default_rng(126)
    im, d = canvas(w, h, gray(26))
    turn = math.radians(-11)
    rot = np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    centre = np.array([w / 2, h / 2])

    def place(points):
        return up(((np.array(points, float) - centre) @ rot.T + centre).tolist())

    def split(x0, y0, x1, y1, depth):
        """Cut a block in two, and again, until the pieces are the size of a roof."""
        wide, tall = x1 - x0, y1 - y0
        if depth == 0 or (max(wide, tall) < 150 and rng.random() < 0.75) or max(wide, tall) < 90:
            return [(x0, y0, x1, y1)]
        k = rng.uniform(0.36, 0.64)
        lane = 3.5 if depth < 6 else 7
        if wide > tall:
            x = x0 + wide * k
            return split(x0, y0, x - lane, y1, depth - 1) + split(x + lane, y0, x1, y1, depth - 1)
        y = y0 + tall * k
        return split(x0, y0, x1, y - lane, depth - 1) + split(x0, y + lane, x1, y1, depth - 1)

    roofs = split(-220, -240, w + 220, 596, 9) + split(-220, 690, w + 220, h + 240, 9)
    tops = []
    for x0, y0, x1, y1 in roofs:
        j = rng.uniform(-4, 4, 8)
        quad = [(x0 + j[0], y0 + j[1]), (x1 + j[2], y0 + j[3]), (x1 + j[4], y1 + j[5]), (x0 + j[6], y1 + j[7])]
        tops.append((quad, rng.choice([88, 112, 134, 152, 170, 190, 208, 226], p=[.1, .12, .16, .18, .16, .14, .09, .05])))
    # the lane first: beaten earth, and the shadow of the houses along its sunny side
    d.polygon(place([(-300, 590), (w + 300, 590), (w + 300, 696), (-300, 696)]), fill=gray(236))
    d.polygon(place([(-300, 588), (w + 300, 588), (w + 300, 606), (-300, 606)]), fill=gray(60))

    for quad, tone in tops:
        (ax, ay), (bx, by), (cx, cy), (ex, ey) = quad
        d.polygon(place([(ax + 9, ay + 11), (bx + 9, by + 11), (cx + 9, cy + 11), (ex + 9, ey + 11)]), fill=gray(18))
        d.polygon(place(quad), fill=gray(tone))
        wide, tall = bx - ax, ey - ay
        kind = rng.random()
        if kind < 0.72:  # corrugated iron, in two or three sheets of different age
            across = rng.random() < 0.5
            sheets = int(rng.integers(1, 4))
            for s in range(sheets):
                f0, f1 = s / sheets, (s + 1) / sheets
                shade = tone + rng.uniform(-26, 20)
                A, B, C, E = (np.array(v) for v in quad)
                if across:
                    q = [A + (B - A) * f0, A + (B - A) * f1, E + (C - E) * f1, E + (C - E) * f0]
                else:
                    q = [A + (E - A) * f0, B + (C - B) * f0, B + (C - B) * f1, A + (E - A) * f1]
                d.polygon(place(q), fill=gray(np.clip(shade, 60, 240)))
                span = (q[1][0] - q[0][0]) if not across else (q[3][1] - q[0][1])
                n = max(3, int(span / 7.5))
                corner = np.array(q)
                for i in range(1, n):
                    t = i / n
                    if across:
                        a, b = corner[0] + (corner[3] - corner[0]) * t, corner[1] + (corner[2] - corner[1]) * t
                    else:
                        a, b = corner[0] + (corner[1] - corner[0]) * t, corner[3] + (corner[2] - corner[3]) * t
                    d.line(place([a, b]), fill=gray(np.clip(shade - 26, 40, 255)), width=int(1.7 * SCALE))
        elif kind < 0.9:  # flat concrete with a parapet, and a tank or a line of washing
            m = 7
            d.polygon(place([(ax + m, ay + m), (bx - m, by + m), (cx - m, cy - m), (ex + m, ey - m)]), fill=gray(min(250, tone + 18)))
            if min(wide, tall) > 60:
                x, y, r = ax + wide * rng.uniform(0.3, 0.7), ay + tall * rng.uniform(0.3, 0.7), rng.uniform(13, 19)
                for dx, col in ((8, 70), (0, 246)):
                    pts = [(x + dx + r * math.cos(a), y + dx + r * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 40)]
                    d.polygon(place(pts), fill=gray(col))
                pts = [(x + r * 0.45 * math.cos(a), y + r * 0.45 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 30)]
                d.polygon(place(pts), fill=gray(206))
        # tyres
        if kind < 0.72:
            for _ in range(int(rng.choice([0, 0, 1, 2, 2, 3]))):
                x, y = ax + wide * rng.uniform(0.16, 0.84), ay + tall * rng.uniform(0.16, 0.84)
                r = rng.uniform(8.5, 11.5)
                (px, py), = place([(x, y)])
                for off, col in ((3.5, 40), (0, 16)):
                    o = off * SCALE
                    d.ellipse([px - r * SCALE + o, py - r * SCALE + o, px + r * SCALE + o, py + r * SCALE + o], outline=gray(col), width=int(r * 0.62 * SCALE))

    # wires across the lane
    for x in (150, 410, 1060, 1290):
        a, b = np.array([x, 560]), np.array([x + rng.uniform(-90, 130), 730])
        d.line(place(bezier(a, a + (20, 60), b - (30, 60), b)), fill=gray(40), width=int(1.6 * SCALE))

    # the boy, the rope, the pot on its board: seen from above, with long shadows
    def disc(x, y, rx, ry, fill):
        d.polygon(place([(x + rx * math.cos(a), y + ry * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 60)]), fill=fill)

    for y in (636, 668):  # where the wheels have been
        d.line(place(bezier((-100, y - 3), (200, y + 6), (380, y - 5), (560, y + 1))), fill=gray(206), width=3 * SCALE)
    d.polygon(place([(566, 672), (640, 676), (690, 712), (612, 714)]), fill=gray(158))  # shadows
    d.polygon(place([(812, 664), (850, 644), (930, 700), (900, 716)]), fill=gray(158))
    d.line(place(bezier((632, 652), (690, 668), (750, 638), (822, 655))), fill=INK, width=int(2.6 * SCALE))
    for x in (552, 612):  # the board
        for y in (632, 672):
            disc(x, y, 7, 4.5, INK)
    d.line(place([(546, 652), (618, 652)]), fill=INK, width=32 * SCALE)
    disc(546, 652, 16, 16, INK)
    disc(618, 652, 16, 16, INK)
    for s in (-1, 1):  # the pot, with its ears, and who is in it
        disc(582, 652 + s * 28, 8, 4, RED)
    disc(582, 652, 25, 25, RED)
    disc(582, 652, 19, 19, (0x9A, 0x24, 0x12))
    disc(580, 652, 11.5, 11, gray(30))
    disc(588, 652, 5, 8, gray(214))
    d.polygon(place([(842, 634), (868, 630), (872, 640), (846, 646)]), fill=INK)  # the boy, leaning into it
    d.polygon(place([(814, 662), (838, 668), (834, 676), (812, 672)]), fill=INK)
    disc(840, 653, 15, 27, gray(70))
    d.line(place([(838, 676), (818, 668), (820, 655)]), fill=gray(70), width=9 * SCALE, joint="curve")
    d.line(place([(842, 630), (862, 634)]), fill=gray(70), width=9 * SCALE)
    disc(848, 653, 14, 13, INK)

    out = grain(reduced(im).filter(ImageFilter.GaussianBlur(0.4)), 0.16, 7)
    return out, "capernaum.jpg", {"quality": 74, "optimize": True, "progressive": True}


def shoplifters():
    """Down a well of flats at night: a low house, its one lit veranda, and six people looking up."""
    w, h = 1600, 1066
    rng = np.random.default_rng(6)
    im, d = canvas(w, h, gray(10))
    vanish = np.array([770.0, 560.0])
    eye = 100.0  # height of the camera; the ground is at 0

    def project(x, y, z):
        k = eye / (eye - z)
        return (vanish[0] + (x - vanish[0]) * k, vanish[1] + (y - vanish[1]) * k)

    def face(points, tone):
        d.polygon(up([project(*p) for p in points]), fill=gray(np.clip(tone, 0, 255)))

    def block(x0, y0, x1, y1, z, roof, sides, rows=0):
        """A box standing on the ground; only the walls that look towards the middle show."""
        walls = []
        if x0 > vanish[0]:
            walls.append(([(x0, y0), (x0, y1)], sides * 1.0))
        if x1 < vanish[0]:
            walls.append(([(x1, y0), (x1, y1)], sides * 1.25))
        if y0 > vanish[1]:
            walls.append(([(x0, y0), (x1, y0)], sides * 0.72))
        if y1 < vanish[1]:
            walls.append(([(x0, y1), (x1, y1)], sides * 1.5))
        for ((ax, ay), (bx, by)), tone in walls:
            face([(ax, ay, 0), (bx, by, 0), (bx, by, z), (ax, ay, z)], tone)
            if rows:
                length = math.hypot(bx - ax, by - ay)
                n = max(1, int(length / 26))
                for r in range(rows):
                    z0, z1 = z * (r + 0.3) / rows, z * (r + 0.78) / rows
                    face([(ax, ay, z * r / rows), (bx, by, z * r / rows), (bx, by, z * (r + 0.09) / rows), (ax, ay, z * (r + 0.09) / rows)], tone * 1.6 + 8)
                    for i in range(n):
                        f0, f1 = (i + 0.22) / n, (i + 0.78) / n
                        lamp = rng.random()
                        t = 205 if lamp > 0.95 else 120 if lamp > 0.88 else tone * 0.45
                        face([(ax + (bx - ax) * f0, ay + (by - ay) * f0, z0), (ax + (bx - ax) * f1, ay + (by - ay) * f1, z0),
                              (ax + (bx - ax) * f1, ay + (by - ay) * f1, z1), (ax + (bx - ax) * f0, ay + (by - ay) * f0, z1)], t)
        face([(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)], roof)
        return [project(x, y, z) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]

    # the yard, and the light that falls into it from the veranda
    glow = Image.new("L", im.size, 0)
    dg = ImageDraw.Draw(glow)
    dg.polygon(up([(655, 590), (892, 590), (985, 790), (575, 790)]), fill=150)
    glow = glow.filter(ImageFilter.GaussianBlur(26 * SCALE))
    d.rectangle([470 * SCALE, 330 * SCALE, 1070 * SCALE, 830 * SCALE], fill=gray(30))
    im.paste(Image.new("RGB", im.size, gray(190)), mask=glow)

    # the house: a tiled roof, and below it the strip of boards where everybody sits
    d.polygon(up([(600, 388), (946, 388), (930, 590), (618, 590)]), fill=gray(64))
    for i in range(1, 34):  # tiles
        x0, x1 = 600 + 346 * i / 34, 618 + 312 * i / 34
        d.line(up([(x0, 388), (x1, 590)]), fill=gray(44 if i % 2 else 52), width=3 * SCALE)
    d.line(up([(607, 470), (940, 470)]), fill=gray(104), width=6 * SCALE)
    d.polygon(up([(618, 590), (930, 590), (931, 597), (617, 597)]), fill=gray(24))
    d.polygon(up([(640, 597), (908, 597), (908, 655), (640, 655)]), fill=gray(250))
    for i in range(1, 10):
        x = 640 + 268 * i / 10
        d.line(up([(x, 597), (x, 655)]), fill=gray(222), width=2 * SCALE)

    def person(x, y, s, hair, body, lean=0.0):
        """Somebody from above with the face turned up: the hair is behind it."""
        for dx, dy, rx, ry, fill in ((4, 21, 17, 6, gray(150)), (0, 14, 16, 9.5, body), (0, 0, 10, 10.5, gray(hair)), (lean, 4.2, 8.2, 8, gray(240))):
            d.ellipse([(x + (dx - rx) * s) * SCALE, (y + (dy - ry) * s) * SCALE, (x + (dx + rx) * s) * SCALE, (y + (dy + ry) * s) * SCALE], fill=fill)

    person(668, 628, 0.98, 168, gray(70))  # the grandmother
    person(713, 621, 1.06, 24, gray(150), 0.6)
    person(757, 629, 1.10, 20, gray(52), 0.8)
    person(843, 623, 1.06, 26, gray(120), -0.6)
    person(883, 632, 0.90, 30, gray(40), -1)

    # washing pole, bicycle-sized shapes, a tree: the clutter of the yard
    d.line(up([(560, 720), (700, 742)]), fill=gray(150), width=3 * SCALE)
    for x, y, ww, hh, t in ((575, 716, 26, 44, 205), (612, 722, 20, 36, 120), (642, 728, 34, 46, 228)):
        d.polygon(up([(x, y), (x + ww, y + 4), (x + ww - 3, y + hh), (x + 2, y + hh - 3)]), fill=gray(t))
    for _ in range(60):
        a, r = rng.uniform(0, 2 * math.pi), 44 * math.sqrt(rng.random())
        x, y, s = 982 + r * math.cos(a), 720 + r * math.sin(a), rng.uniform(6, 13)
        d.ellipse([(x - s) * SCALE, (y - s) * SCALE, (x + s) * SCALE, (y + s) * SCALE], fill=gray(rng.choice([20, 34, 48, 74])))

    # the flats: lowest first, so that the tall ones lean over them
    flats = [
        (470, 120, 760, 300, 30, 34, 26, 4), (790, 150, 1080, 322, 26, 42, 28, 4), (330, 860, 640, 1010, 30, 30, 24, 4),
        (680, 846, 960, 1000, 26, 40, 24, 4), (300, 330, 470, 560, 34, 38, 26, 5), (290, 590, 480, 820, 30, 30, 24, 4),
        (1100, 352, 1290, 590, 34, 30, 26, 5), (1080, 625, 1270, 850, 32, 42, 26, 5), (990, 880, 1200, 1040, 36, 34, 24, 5),
        (230, 60, 440, 290, 46, 24, 24, 7), (1130, 90, 1370, 310, 46, 26, 24, 7), (1300, 420, 1500, 760, 50, 20, 24, 8),
        (80, 380, 260, 700, 50, 20, 22, 8), (500, -60, 880, 84, 50, 18, 26, 8), (1230, 880, 1500, 1120, 52, 16, 22, 8),
        (60, 830, 290, 1100, 52, 16, 22, 8), (420, 1040, 900, 1240, 50, 14, 20, 8), (920, -90, 1100, 70, 56, 14, 24, 8),
    ]
    for x0, y0, x1, y1, z, roof, sides, rows in sorted(flats, key=lambda f: f[4]):
        top = block(x0, y0, x1, y1, z, roof, sides, rows)
        (ax, ay), (bx, by), (cx, cy), (ex, ey) = top
        d.line(up([(ax, ay), (bx, by), (cx, cy), (ex, ey), (ax, ay)]), fill=gray(roof + 34), width=3 * SCALE)
        for _ in range(int(rng.integers(1, 4))):  # what stands on roofs
            u, v, s = rng.uniform(0.15, 0.75), rng.uniform(0.15, 0.75), rng.uniform(14, 34)
            x, y = ax + (bx - ax) * u, ay + (ey - ay) * v
            d.rectangle([x * SCALE, y * SCALE, (x + s) * SCALE, (y + s * 0.7) * SCALE], fill=gray(roof + 20))

    soft = im.filter(ImageFilter.GaussianBlur(14 * SCALE))
    im = ImageChops.screen(im, soft.point(lambda v: int(max(0, v - 70) * 0.55)))  # the bloom of a long exposure
    im = im.point(lambda v: round(255 * (v / 255) ** 0.86))  # ink spreads: night must be lighter on paper than on a screen
    d = ImageDraw.Draw(im)
    person(801, 645, 0.80, 18, RED)  # the smallest, after the bloom: the red stays the red
    out = grain(reduced(im), 0.2, 121)
    return out, "shoplifters.jpg", {"quality": 80, "optimize": True}


DRAWINGS = {"portrait": portrait, "fallout": fallout, "1917": night, "capernaum": capernaum, "shoplifters": shoplifters}


def main(names):
    OUT.mkdir(parents=True, exist_ok=True)
    for name in names or DRAWINGS:
        im, file, options = DRAWINGS[name]()
        im.save(OUT / file, dpi=(300, 300), **options)
        print(f"{file}: {im.width} x {im.height} {im.mode}, {(OUT / file).stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
