#!/usr/bin/env python3
"""Builds `usage.txt`: how general English uses a word, by itself and beside others.

    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb WORDNET
    pip install spacy-lookups-data==1.0.5 better_profanity==0.7.0
    Patterns/Lexicons/build_usage.py WORDNET/usr/share/wordnet

Only words that stand at least about once in twenty-five million are kept, and no coarse ones, for they
have no place in this project. No network is used.
"""
import collections
import gzip
import json
import math
import os
import re
import sys

from build import HERE, fold

LEAST = -17.0
ABSENT = -21.0
GRAMMAR = set(
    "a an the of to in on at by for with from and or but nor if as than that this these those i you he "
    "she it we they me him her us them my your his its our their who whom whose which what when where "
    "why how not no is are was were be been being am do does did has have had will would shall should "
    "can could may might must there here so because while until since about into over under after "
    "before between through during without within against upon per via also then s t".split())
GRAMMAR_KIND = 45


def is_verb(file):
    return 29 <= file <= 43


def is_noun(file):
    return 3 <= file <= 28


def coarse(ordinary):
    """Tells the words that better_profanity censors, and what begins with one and is no ordinary word."""
    import better_profanity
    path = f"{os.path.dirname(better_profanity.__file__)}/profanity_wordlist.txt"
    words = {fold(line.strip()) for line in open(path, encoding="utf-8")}
    stems = tuple(word for word in words if 4 <= len(word) <= 7)
    return lambda word: word in words or (word.startswith(stems) and word not in ordinary)


def ordinary_words():
    """The words of `words.txt`."""
    return {
        word for line in open(f"{HERE}/words.txt", encoding="ascii") if line[0] not in "#["
        for word in line.split()}


def frequencies():
    """Logarithms of the frequency of each folded word: small, capitalised, in capitals."""
    import spacy_lookups_data
    path = f"{os.path.dirname(spacy_lookups_data.__file__)}/data/en_lexeme_prob.json.gz"
    sums = collections.defaultdict(lambda: [0.0, 0.0, 0.0])
    is_coarse = coarse(ordinary_words())
    for form, value in json.load(gzip.open(path)).items():
        if value < LEAST or not re.fullmatch(r"[^\W\d_]+", form):
            continue
        word = fold(form)
        if not re.fullmatch(r"[a-z]{2,24}", word):
            continue
        if is_coarse(word):
            continue
        if form.islower():
            case = 0
        elif form[0].isupper() and form[1:].islower():
            case = 1
        elif form.isupper():
            case = 2
        else:
            continue
        sums[word][case] += math.exp(value)
    return {word: [math.log(v) if v else ABSENT for v in values] for word, values in sums.items()}


class WordNet:
    """For each word how often it stands for what: the files of WordNet, by the counts of its senses."""

    def __init__(self, folder):
        self.counts = collections.defaultdict(collections.Counter)
        self.names = set()
        self.irregular = {}
        for line in open(f"{folder}/cntlist.rev", encoding="ascii"):
            sense, _, count = line.split()
            word, rest = sense.split("%")
            self.counts[word][int(rest.split(":")[1])] += 2 * int(count)
        for part in ("noun", "verb", "adj", "adv"):
            files = {}
            for line in open(f"{folder}/data.{part}", encoding="ascii"):
                if line.startswith("  "):
                    continue
                fields = line.split()
                files[fields[0]] = int(fields[1])
                if part == "noun":
                    for place in range(int(fields[3], 16)):
                        if fields[4 + 2 * place][0].isupper():
                            self.names.add(fields[4 + 2 * place].lower())
            for line in open(f"{folder}/index.{part}", encoding="ascii"):
                if line.startswith("  "):
                    continue
                fields = line.split()
                for rank, offset in enumerate(fields[-int(fields[2]):]):
                    self.counts[fields[0]][files[offset]] += (
                        (1 if rank == 0 else 0.3) * (1.3 if part == "noun" else 1))
        for part, allowed, form in (("noun", is_noun, 2), ("verb", is_verb, 3)):
            for line in open(f"{folder}/{part}.exc", encoding="ascii"):
                fields = line.split()
                self.irregular.setdefault(fields[0], (fields[1], form, allowed))

    def meaning(self, word):
        """(file, form): what a word means most often, and in which form it stands."""
        if word in GRAMMAR:
            return GRAMMAR_KIND, 0
        readings = [(word, 1, None)]
        if word in self.irregular:
            readings.append(self.irregular[word])
        for stem, form, allowed in self.stems(word):
            if stem in self.counts:
                readings.append((stem, form, allowed))
        best, answer = 0, None
        for stem, form, allowed in readings:
            counts = {f: c for f, c in self.counts.get(stem, {}).items() if not allowed or allowed(f)}
            if counts and max(counts.values()) > best:
                file = max(counts, key=lambda f: (counts[f], -f))
                best, answer = counts[file], (file, form)
        return answer

    @staticmethod
    def stems(word):
        if word.endswith("ing") and len(word) > 4:
            yield word[:-3], 4, is_verb
            yield word[:-3] + "e", 4, is_verb
            if word[-4] == word[-5]:
                yield word[:-4], 4, is_verb
        if word.endswith("ed") and len(word) > 3:
            yield word[:-2], 3, is_verb
            yield word[:-1], 3, is_verb
            if word[-3] == word[-4]:
                yield word[:-3], 3, is_verb
            if word.endswith("ied"):
                yield word[:-3] + "y", 3, is_verb
        if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
            def either(file):
                return is_verb(file) or is_noun(file)
            yield word[:-1], 2, either
            if word.endswith("es"):
                yield word[:-2], 2, either
            if word.endswith("ies"):
                yield word[:-3] + "y", 2, either


def step(value, least, most):
    return max(0, min(most - least, int(value - least)))


def main():
    wordnet = WordNet(sys.argv[1])
    by_head = collections.defaultdict(list)
    for word, (small, capital, capitals) in frequencies().items():
        meaning = wordnet.meaning(word)
        kind, form = (meaning[0] + 1, meaning[1]) if meaning else (0, 0)
        head = (
            step(capital - small, -8, 7), step(capital, -18, -11),
            max(0, min(3, int((capitals - capital + 3) / 2))), kind, form, int(word in wordnet.names))
        by_head[head].append(word)
    with open(f"{HERE}/usage.txt", "w", encoding="ascii") as output:
        output.write(HEAD)
        for head in sorted(by_head):
            output.write(f"[{' '.join(map(str, head))}]\n")
            line = ""
            for word in sorted(by_head[head]):
                if len(line) + len(word) > 110:
                    output.write(line + "\n")
                    line = ""
                line += (" " if line else "") + word
            output.write(line + "\n")
    print("usage.txt", sum(map(len, by_head.values())), "words", len(by_head), "heads")


HEAD = """\
# Sources: spacy-lookups-data 1.0.5 (MIT, ExplosionAI GmbH): how often a million words stand in general
# English; WordNet 3.0 (Debian package wordnet-base): what words mean. WordNet 3.0 Copyright 2006 by
# Princeton University, all rights reserved; permission to use, copy, modify and distribute it and its
# documentation for any purpose and without fee is granted, provided that this notice appears on all
# copies. It is provided "as is", without warranty of any kind; the university's name may not be used in
# advertising.
# Heads: how much more often with a capital than without, in steps of a factor of e (8: as often); how
# common with a capital (0 rarest to 7); how much more often in capitals throughout (0 to 3); what it means
# (a file of WordNet by one above its number, 46 grammar, 0 unknown); its form (0 none, 1 plain, 2 with s,
# 3 past, 4 with ing); whether dictionaries have it as a name of anything, too.
"""

if __name__ == "__main__":
    main()
