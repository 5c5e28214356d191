#!/usr/bin/env python3
"""Makes files with planted values, scans and redacts them, and checks what came out.

    python3 Tests/PlantedFiles/run.py --expunge .build/release/expunge --all --seed 1

Ends with 0 when every value was found where it stands, none survived, every copy opens and says what
its original said; with 1 otherwise; 2 when it could not be run.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from planted import generator
from planted.inspection import inspect
from planted.known import read_known
from planted.pictures import acknowledgements
from planted.program import Failed, Program
from planted.results import failures, remarks, table


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--expunge", type=Path, required=True, help="the program under test")
    amount = parser.add_mutually_exclusive_group(required=True)
    amount.add_argument("--all", action="store_true", help="every writer, format and layer")
    amount.add_argument("--sample", type=int, metavar="N", help="about N files of all formats")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", default="lgsco")
    parser.add_argument("--changes", default="accept", choices=("accept", "reject", "refuse"))
    parser.add_argument("--variants", type=int, metavar="N", help="of each layer no more than N files")
    parser.add_argument("--format", action="append", help="only these; can be given again")
    parser.add_argument("--keep", type=Path, help="a new folder that keeps files, copies and reports")
    parser.add_argument("--layers", action="store_true", help="one line for each layer")
    parser.add_argument("--remarks", action="store_true", help="also what is no failure")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    program = options.expunge.resolve()
    if not program.is_file():
        print(f"run.py: {options.expunge} is no program; build it first", file=sys.stderr)
        return 2
    installed = generator.available()
    orders = generator.every_order(installed)
    if options.format:
        orders = [order for order in orders if order.recipe.format in options.format]
    if options.variants:
        orders = [order for order in orders if order.variant < options.variants]
    if options.sample:
        orders = generator.sample_orders(orders, options.sample)
    drafts = generator.DraftSets(
        (options.variants or generator.DRAFTS) if options.all else 1,
        installed - (frozenset() if options.all else generator.PROGRAMS), options.format)
    folder = options.keep.resolve() if options.keep else Path(
        tempfile.mkdtemp(prefix="expunge-planted-"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        entries = generator.generate(folder, orders, drafts, options.seed)
        settings = folder / "settings.yaml"
        settings.write_text(acknowledgements(folder / "in", entries), encoding="utf-8")
        results = inspect(
            Program(program, settings, options.profile, options.changes), folder, entries)
    except Failed as error:
        print(f"run.py: {error}", file=sys.stderr)
        return 2
    finally:
        if options.keep is None:
            shutil.rmtree(folder)
    known = read_known(Path(__file__).with_name("known.txt"))
    wrong, explained = [], set()
    for failure in failures(results):
        reasons = [item for item in known if item.explains(failure.entry, failure.kind)]
        explained |= set(reasons)
        if not reasons:
            wrong.append(failure.line)
        elif options.remarks:
            print(f"KNOWN {failure.line} ({reasons[0].reason})")
    if options.all and not options.format:
        wrong += [f"NO LONGER MISSED: {item.format} {item.layer} {item.kind}; take it out of known.txt"
                  for item in known if item not in explained]
    for line in wrong + (remarks(results) if options.remarks else []):
        print(line)
    print(table(results, by_layer=options.layers))
    compared = [item for item in results if item.different is not None]
    alike = sum(not item.different for item in compared)
    print(f"same draft: {alike} of {len(compared)} files have the findings of the plain text")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
