#!/usr/bin/env python3
"""Copies of labelled texts with every marked name replaced by another, the same in a whole document.

Leaks in texts written by hand have rare names, and the common ones stand in traps; what is fitted on
such texts learns that a common name is no name. Draws are weighted as people are named in Britain.

    replace_names.py --seed 7 --copies 2 OUT.jsonl TEXTS...
    replace_names.py --lone OUT.jsonl TEXTS...

With --lone one mention alone keeps a name and every other is a letter, as in a draft in which one was
overlooked: texts written by hand repeat their leaks, and a name that stands once would seem none.

TEXTS are `=== ID` files with ⟦LABEL:…⟧ marks or gold in JSON lines. A copy's id is "ID~1", "ID~2" ….
"""
import argparse
import json
import random
import re
import sys

GIVEN = """Olivia Amelia Isla Ava Mia Ivy Lily Freya Florence Willow Emily Sophia Ella Isabella Grace Daisy Evie Sienna
Charlotte Chloe Jessica Sophie Lucy Hannah Megan Lauren Rebecca Rachel Sarah Laura Emma Claire Nicola Lisa Michelle Karen
Susan Julie Tracey Angela Deborah Jacqueline Helen Alison Amanda Joanne Louise Samantha Kelly Donna Sharon Linda Christine
Margaret Patricia Barbara Jean Mary Elizabeth Anne Janet Carol Sandra Maureen Sheila Brenda Doreen Joan Joyce Irene Audrey
Kathleen Eileen Dorothy Betty Pauline Marion Gillian Jennifer Caroline Catherine Katie Amy Natalie Danielle Stephanie Zoe
Holly Abigail Molly Georgia Ellie Poppy Ruby Rosie Maisie Eleanor Alice Matilda Harriet Phoebe Imogen Victoria Anna Leah
Oliver George Arthur Noah Muhammad Leo Oscar Harry Archie Jack Henry Charlie Freddie Theodore Theo Thomas Alfie Joshua
William James Lucas Alexander Ethan Isaac Joseph Samuel Daniel Max Logan Jacob Mason Adam Benjamin Ryan Liam Luke Matthew
Callum Connor Jordan Lewis Nathan Jake Kieran Aaron Bradley Sean Scott Craig Lee Darren Wayne Gary Stephen Steven Mark Paul
David Andrew Richard Robert Michael Christopher Peter John Kevin Ian Neil Martin Graham Colin Keith Alan Brian Kenneth
Raymond Derek Trevor Barry Terence Roger Geoffrey Malcolm Philip Anthony Simon Nicholas Jonathan Timothy Stuart Gareth
Rhys Dylan Owen Gordon Duncan Alistair Angus Hamish Fiona Morag Eilidh Siobhan Aoife Niamh Ciara Bronwen Carys Sian Ffion
Dennis Leonard Stanley Ernest Frank Fred Albert Ronald Donald Norman Edward Charles Harold Eric Roy Ken Dave Steve Mike
Chris Matt Dan Sam Tom Ben Joe Will Nick Tony Jim Bob Bill Pete Andy Sue Jan Pat Kate Beth Jo Liz Maggie Tina Debbie
Mohammed Ahmed Ali Hassan Omar Ibrahim Yusuf Fatima Aisha Zainab Maryam Khadija Amina Priya Anita Sunita Raj Amit Sanjay
Deepak Harpreet Gurpreet Manjit Jaspreet Simran Imran Tariq Nadia Samina Rukhsana Abdul Bilal Hamza Chidi Ngozi Olu Kwame
Ama Abena Tendai Grace Blessing Precious Emmanuel Agnieszka Katarzyna Piotr Tomasz Marek Ewa Ioana Andrei Maria Elena
Mihai Wei Mei Ling Ming Hiroshi Thuy Linh""".split()

SURNAMES = """Smith Jones Williams Taylor Davies Brown Wilson Evans Thomas Johnson Roberts Walker Wright Robinson Thompson White
Hughes Edwards Green Hall Wood Harris Lewis Martin Jackson Clarke Clark Turner Hill Cooper Morris Moore Ward Watson Morgan
Anderson Harrison King Campbell Baker Mitchell Kelly Allen Bell Lee Cook Adams Bennett Scott Phillips James Stewart Parker
Miller Price Shaw Young Griffiths Simpson Richardson Marshall Collins Carter Bailey Gray Murphy Cox Rogers Mills Stevens
Ellis Butler Fisher Barnes Powell Reynolds Pearson Chapman Russell Foster Knight Murray Ryan Graham Webb Palmer Mason Hunt
Holmes Rose Dixon Gibson Matthews Reid Owen Lloyd Jenkins Perry Davis Hamilton Kennedy Fox Cole Gordon Burns Brooks Grant
Sutton Hart Stone Spencer Payne Fletcher Crawford West Day Lawrence Armstrong Wells Cunningham Newman Harvey Barker
Pemberton Hartley Whitaker Sykes Greenwood Holt Nicholls Doherty Gallagher Byrne Walsh Sullivan Connor Brennan McDonald
MacLeod McKenzie Fraser Sinclair Buchanan Drummond Llewellyn Pritchard Rees Bevan Vaughan Patel Khan Ahmed Ali Hussain
Singh Kaur Begum Shah Malik Akhtar Mahmood Iqbal Sharma Gupta Chowdhury Rahman Miah Islam Uddin Okafor Adeyemi Mensah
Osei Boateng Moyo Ncube Mohamud Abdi Warsame Kowalski Nowak Wisniewski Popescu Ionescu Silva Santos Costa Nguyen Tran Chan
Wong Li Zhang Chen Demir Yilmaz Georgiou Christodoulou Haddad Hosseini Goldberg Cohen Levy""".split()

KEPT = {"van", "von", "de", "der", "den", "da", "dos", "do", "bin", "binti", "ibn", "al", "el", "ap", "ab", "ter", "la",
        "le", "of", "and", "the", "jr", "junior", "senior"}
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?", re.UNICODE)
MARK = re.compile(r"⟦([A-Z_]+):([^⟧]*)⟧")


def syllabic(rng):
    """A name that stands in no list."""
    onsets = "b d f g h k l m n p r s t v w z br dr gr kr pr st tr sh ch th kw".split()
    nuclei = "a e i o u ai ee oo ia".split()
    codas = ["", "", "n", "r", "l", "s", "m", "k", "nd", "rt", "sh"]
    return "".join(rng.choice(onsets) + rng.choice(nuclei) for _ in range(rng.choice((1, 2, 2)))).capitalize() + \
        rng.choice(("", rng.choice(onsets) + rng.choice(nuclei))) + rng.choice(codas)


class Replacement:
    def __init__(self, rng):
        self.rng, self.names, self.kinds = rng, {}, {}

    def draw(self, pool):
        if self.rng.random() < 0.12:
            return syllabic(self.rng)
        # The order of the lists is roughly that of frequency: the front is drawn more often.
        return pool[int(len(pool) * self.rng.random() ** 1.3)]

    def learn(self, value):
        words = [w for w in TOKEN.findall(value) if len(w) > 1 and w.lower() not in KEPT]
        for index, word in enumerate(words):
            if len(words) > 1:
                self.kinds.setdefault(word.lower(), "surname" if index == len(words) - 1 else "given")

    def word(self, word):
        key = word.lower()
        if key in KEPT:
            return word
        if len(word) == 1:
            new = self.names.setdefault(key, self.rng.choice("ABCDEFGHJKLMNPRSTW"))
        else:
            kind = self.kinds.get(key) or ("given" if word.capitalize() in GIVEN_SET or self.rng.random() < 0.6 else "surname")
            self.kinds[key] = kind
            new = self.names.setdefault(key, self.draw(GIVEN if kind == "given" else SURNAMES))
        if word.isupper() and len(word) > 1:
            return new.upper()
        return new.lower() if word.islower() else new

    def value(self, value):
        return TOKEN.sub(lambda m: self.word(m.group()), value)


GIVEN_SET = set(GIVEN)


def documents(path):
    """(id, text, spans) with offsets in code points."""
    with open(path, encoding="utf-8") as file:
        if path.endswith(".jsonl"):
            for line in file:
                item = json.loads(line)
                yield item["id"], item["text"], item.get("spans", [])
            return
        for piece in re.split(r"^=== ", file.read(), flags=re.M)[1:]:
            name, _, marked = piece.partition("\n")
            text, spans, position = [], [], 0
            last = 0
            for mark in MARK.finditer(marked):
                text.append(marked[last:mark.start()])
                position += mark.start() - last
                spans.append({"start": position, "end": position + len(mark.group(2)), "label": mark.group(1)})
                text.append(mark.group(2))
                position += len(mark.group(2))
                last = mark.end()
            text.append(marked[last:])
            yield name.strip(), "".join(text), spans


class Letters:
    """Pseudonyms by letter, one for each name."""

    def __init__(self, rng):
        self.rng, self.known, self.left = rng, {}, list("BCDEFGHJKLMNPQRSTVWXYZ")
        rng.shuffle(self.left)

    def value(self, value, has_title):
        words = TOKEN.findall(value.lower())
        key = words[-1] if words else ""
        if key not in self.known:
            self.known[key] = self.left.pop() if self.left else "Z"
        if len(words) > 1 and not has_title:
            return f"{self.rng.choice(('Mr', 'Mrs', 'Ms', 'Miss'))} {self.known[key]}"
        return self.known[key]


TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|PC|Prof|Sir|Lady)\.?\s$")


def replaced(text, spans, rng, lone):
    replacement, letters = Replacement(rng), Letters(rng)
    people = sorted((s for s in spans if s["label"] == "PERSON"), key=lambda s: s["start"])
    kept = rng.choice(people) if lone else None
    for span in sorted(people, key=lambda s: s["start"] - s["end"]):
        replacement.learn(text[span["start"]:span["end"]])
    pieces, marks, position, last = [], [], 0, 0
    for span in sorted(spans, key=lambda s: (s["start"], s["end"])):
        if span["start"] < last:
            continue
        before = text[last:span["start"]]
        value = text[span["start"]:span["end"]]
        new, is_marked = value, True
        if span["label"] == "PERSON":
            is_marked = not lone or span is kept
            has_title = TITLE.search(text[:span["start"]][-8:]) is not None
            new = replacement.value(value) if is_marked else letters.value(value, has_title)
        pieces += [before, new]
        position += len(before)
        if is_marked:
            marks.append(dict(span, start=position, end=position + len(new)))
        position += len(new)
        last = span["end"]
    pieces.append(text[last:])
    return "".join(pieces), marks


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--copies", type=int, default=2)
    parser.add_argument("--lone", action="store_true", help="leave one name alone in each copy")
    parser.add_argument("output")
    parser.add_argument("texts", nargs="+")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    count = 0
    with open(arguments.output, "w", encoding="utf-8") as output:
        for path in arguments.texts:
            for name, text, spans in documents(path):
                if not any(s["label"] == "PERSON" for s in spans):
                    continue
                for copy in range(1, arguments.copies + 1):
                    new, marks = replaced(text, spans, rng, arguments.lone)
                    output.write(json.dumps({"id": f"{name}~{copy}", "text": new, "spans": marks}, ensure_ascii=False) + "\n")
                    count += 1
    print(f"{count} copies", file=sys.stderr)


if __name__ == "__main__":
    main()
