#!/usr/bin/env python3
"""Fits the weights of the evidence for people's names on gold documents given by path.

    swift build -c release --package-path Benchmarks --product people
    pip install numpy scipy
    Patterns/People/replace_names.py COPIES.jsonl Patterns/People/Texts/*.txt
    Patterns/People/fit.py --write 'Patterns/People/Texts/*.txt=8' COPIES.jsonl=4 GOLD.jsonl=8 ...

A file is gold as `expunge evaluate` reads it, or a marked text as in Texts/. Each has a weight: how
much one of its words counts; "8:4" counts words that are no names half, where traps stand more often
than in life. Every document's score comes from weights that never saw it (five
folds by document, fixed seed); the weights that are written are fitted on all. Two fits: the first look's cases, then the second look's beside the first look's score.
The mean of a weight's prior is in priors.txt: an expert's guess for rare strong evidence, which data move.
"""
import argparse
import collections
import glob
import json
import os
import random
import re
import subprocess
import tempfile

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = f"{ROOT}/Benchmarks/.build/release/people"
FOLDS = 5
SPREAD = 0.05
# Kinds with many cases that few documents show: one word's weight may not go far from nothing.
NARROW = {
    "cueNear": 0.02, "cueBefore": 0.04, "cueAfter": 0.04, "cueTwoBefore": 0.04, "cueTwoAfter": 0.04,
    "kindBefore": 0.02, "kindAfter": 0.02, "kindTwoBefore": 0.02, "kindTwoAfter": 0.02, "ownKind": 0.02,
    "formBefore": 0.02, "formAfter": 0.02, "usedWithCapital": 0.02, "usedWithCapitalAndPosition": 0.02,
    "usedWithCapitalAndFrequency": 0.02, "frequency": 0.02, "usedInCapitals": 0.02}


def marked(path, folder):
    """A gold file made of a text whose documents are parted by "=== ID" and whose personal data are
    marked as ⟦LABEL:text⟧."""
    output = f"{folder}/{os.path.basename(path)}"
    with open(output, "w", encoding="utf-8") as gold:
        for document in re.split(r"^=== *", open(path, encoding="utf-8").read(), flags=re.M)[1:]:
            name, _, body = document.partition("\n")
            text, spans, end = "", [], 0
            body = body.strip("\n") + "\n"
            for mark in re.finditer(r"⟦([A-Z_]+):([^⟧]*)⟧", body):
                text += body[end:mark.start()]
                spans.append({"start": len(text), "end": len(text) + len(mark[2]), "label": mark[1]})
                text += mark[2]
                end = mark.end()
            text += body[end:]
            gold.write(json.dumps({"id": name.strip(), "text": text, "spans": spans}) + "\n")
    return output


def run(files, weights):
    """What the program prints for gold files with the given weights, a document each."""
    command = [PROGRAM, "--weights", weights, *files]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def names():
    output = subprocess.run([PROGRAM, "--names"], check=True, capture_output=True, text=True).stdout
    rows = [line.split() for line in output.splitlines()]
    return [row[0] for row in rows], np.array([row[1] == "1" for row in rows])


def priors(index):
    values = np.zeros(len(index))
    for line in open(f"{HERE}/priors.txt", encoding="ascii"):
        line = line.split("#")[0].split()
        if line:
            values[index[line[0]] if line[0] in index else index[line[0] + ".0"]] = int(line[1]) / 100
    return values


def cues():
    """The words of cues.txt, whose places are the last numbers of the cases about them."""
    return [line.strip() for line in open(f"{HERE}/cues.txt", encoding="ascii")
            if not line.startswith("#")]


def write(path, names, values, head):
    words = cues()
    with open(path, "w", encoding="ascii") as output:
        for line in head:
            output.write(f"# {line}\n")
        for name, value in zip(names, values):
            weight = int(round(value * 100))
            if weight:
                place = int(name.split(".")[-1]) if name.startswith("cue") else 0
                word = f" # {words[place]}" if name.startswith("cue") else ""
                output.write(f"{name} {weight}{word}\n")


def sample(documents, weight, second):
    """Rows for a fit: cases, truth, weight; what a guard has or is neutral is left out."""
    rows, truth, weights, scores, owner = [], [], [], [], []
    for number, document in enumerate(documents):
        for start, end, label, claimed, first, last in document["candidates"]:
            if claimed or label == -1:
                continue
            rows.append(last if second else first)
            truth.append(1.0 if label == 1 else 0.0)
            weights.append(weight[document["file"]][label != 1] * (0.3 if label == 2 else 1.0))
            owner.append(number)
    return rows, np.array(truth), np.array(weights), np.array(owner)


def matrix(rows, size):
    counts = [len(row) for row in rows]
    starts = np.concatenate([[0], np.cumsum(counts)])
    columns = np.fromiter((c for row in rows for c in row), dtype=np.int32, count=starts[-1])
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), size))


def fit(x, truth, weights, mean, spread, offset=None):
    """Weighted logistic regression whose weights are drawn towards a mean."""
    offset = np.zeros(len(truth)) if offset is None else offset

    def loss(w):
        z = x @ w + offset
        value = np.sum(weights * (np.logaddexp(0, z) - truth * z))
        slope = x.T @ (weights * (1 / (1 + np.exp(-z)) - truth))
        away = w - mean
        return value + np.sum(away ** 2 / (2 * spread)), slope + away / spread

    return minimize(loss, mean.copy(), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def folds(documents):
    """The fold of each document; a document and its copies with other names ("ID~1") share one."""
    chance, by_document = random.Random(20261122), {}
    for document in documents:
        by_document.setdefault(document["id"].split("~")[0], chance.randrange(FOLDS))
    return np.array([by_document[document["id"].split("~")[0]] for document in documents])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="+", help="PATH=WEIGHT")
    parser.add_argument("--write", action="store_true", help="write weights.txt")
    parser.add_argument("--report", help="write every candidate's unseen score to a file")
    options = parser.parse_args()
    files, weight = [], {}
    for item in options.gold:
        pattern, _, value = item.partition("=")
        name, _, other = value.partition(":")
        for path in sorted(glob.glob(pattern)):
            files.append(path)
            weight[os.path.basename(path)] = float(name or 1), float(other or name or 1)
    labels, is_second = names()
    index = {name: number for number, name in enumerate(labels)}
    size = len(labels)
    mean = priors(index)
    spread = np.array([NARROW.get(name.split(".")[0], SPREAD) for name in labels])
    mean_first, mean_second = np.where(is_second, 0, mean), np.where(is_second, mean, 0)

    with tempfile.TemporaryDirectory() as folder:
        files = [marked(file, folder) if file.endswith(".txt") else file for file in files]
        empty = f"{folder}/empty.txt"
        write(empty, labels, np.zeros(size), [])
        documents = run(files, empty)
        rows, truth, weights, owner = sample(documents, weight, second=False)
        x = matrix(rows, size)
        fold = folds(documents)
        first = []
        for number in range(FOLDS + 1):
            use = fold[owner] != number
            first.append(fit(x[use], truth[use], weights[use], mean_first, spread))
        print("first look: cases", size, "candidates", len(truth), "names", int(truth.sum()))

        # The second look sees scores of weights that did not see the document.
        unseen = []
        for number in range(FOLDS + 1):
            path = f"{folder}/fold{number}.txt"
            write(path, labels, np.round(first[number] * 100) / 100, [])
            unseen.append(run(files, path))
    rows, offset = [], []
    for number in range(len(documents)):
        document = unseen[fold[number]][number]
        for start, end, label, claimed, one, two in document["candidates"]:
            if not claimed and label != -1:
                rows.append(two)
                offset.append(first[fold[number]][one].sum())
    x2, offset = matrix(rows, size), np.array(offset)
    second = []
    for number in range(FOLDS + 1):
        use = fold[owner] != number
        second.append(fit(x2[use], truth[use], weights[use], mean_second, spread, offset[use]))
    scores = np.empty(len(truth))
    for number in range(FOLDS):
        use = fold[owner] == number
        scores[use] = offset[use] + x2[use] @ second[number]
    report(documents, weight, scores, offset, options.report)
    if options.write:
        head = [
            "Weights of the evidence for people's names, hundredths of a natural logarithm of the odds.",
            "Fitted by fit.py on " + ", ".join(
                f"{k} x {v[0]:g}" + (f" ({v[1]:g})" if v[1] != v[0] else "") for k, v in sorted(weight.items())) + ".",
        ]
        write(f"{HERE}/weights.txt", labels, first[FOLDS] + second[FOLDS], head)


def report(documents, weight, scores, offset, path):
    """For each file the names found and the false alarms for thresholds, unseen scores."""
    place, by_file = 0, collections.defaultdict(list)
    lines = []
    for document in documents:
        kept = [c for c in document["candidates"] if not c[3] and c[2] != -1]
        claimed = [c for c in document["candidates"] if c[3]]
        scored = list(zip(kept, scores[place:place + len(kept)], offset[place:place + len(kept)]))
        place += len(kept)
        by_file[document["file"]].append((document, scored, claimed))
        for candidate, score, before in scored:
            lines.append(json.dumps([document["file"], document["id"], *candidate[:3],
                                     round(score, 2), round(before, 2)]))
    if path:
        open(path, "w", encoding="ascii").write("\n".join(lines))
    for file, items in by_file.items():
        words = sum(d["words"] for d, _, _ in items)
        total = sum(len(d["persons"]) for d, _, _ in items)
        print(f"{file}: {len(items)} documents, {words} words, {total} names")
        for threshold in (3, 2, 1.5, 1, 0.5, 0, -0.5, -1, -1.5, -2):
            found = alarms = clean = 0
            for document, scored, _ in items:
                hits = [c for c, s, _ in scored if s >= threshold]
                lenient = [c for c, s, _ in scored if s >= threshold - 2]
                for start, end in document["persons"]:
                    inside = [c for c, _, _ in scored if start <= c[0] < end]
                    near = [c for c in hits if start <= c[0] < end]
                    if inside and near and all(
                            any(c[0] == l[0] for l in lenient) for c in inside if c[1] - c[0] > 1):
                        found += 1
                wrong = sum(1 for c in hits if c[2] == 0)
                alarms += wrong
                if not document["persons"]:
                    clean += wrong
            print(f"  {threshold:5}: recall {found / max(1, total):.3f}  alarms {alarms} "
                  f"({10000 * alarms / max(1, words):.1f} in 10,000 words), in documents without names {clean}")


main()
