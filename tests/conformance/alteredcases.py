#!/usr/bin/python3
"""Proof that the conformance checks can fail: alters one expected value at a time and demands exit status 1.

alteredcases.py PROGRAM KIND FILE [FOLDER]   FILE below FOLDER, or below $FUOTADESK_CASES; without it the test is skipped

In every list of objects of the file the last entry of each shape (set of members) stands for its like. Every member that is an
expectation is altered in it: a number by 2, a hex digit, a word, a bool.
"""
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

INPUTS = {  # members that are no expectation, or that only name a case
    "ts004": {"about", "source", "name", "note", "cmd", "means", "image_rule"},
    "recovery": {"about", "decoder", "FRAG_MAX_NB", "FRAG_MAX_REDUNDANCY", "frag_size", "seed", "trials", "se", "R", "M", "p", "loss",
                 "variant", "redundancy_pct", "recovered", "dense_random_approx", "any_M_of_N_approx", "done_ok", "not_done",
                 "overflow_excluded", "rank_ok", "rank_and_limit_ok", "disagree_with_rank_and_limit", "false_done"},
    "airtime": {"about", "checked", "crc"},  # 16 bits more need not take longer
    "regions": {"about", "source", "sources", "note", "notes", "conflicts", "eirp_dbm_chirpstack", "cn470_plans"},
}
WHOLE = {"regions"}  # the number of cases is checked too
HEX = set("0123456789abcdef ")


def altered(value):
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 2
    if value is None:
        return 1
    if isinstance(value, str):
        if value and set(value) <= HEX:
            return value[:-1] + ("0" if value[-1] != "0" else "1")
        return value + "x"
    raise TypeError(value)


def places(value, path, skip):
    """paths of the members to alter"""
    if isinstance(value, dict):
        for key, member in value.items():
            if key not in skip:
                yield from places(member, path + [key], skip)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        shapes = {tuple(sorted(entry)): at for at, entry in enumerate(value)}
        for at in shapes.values():
            yield from places(value[at], path + [at], skip)
    elif isinstance(value, list):
        for at in sorted({0, len(value) - 1}) if value else []:
            yield from places(value[at], path + [at], skip)
    else:
        yield path


def with_alteration(document, path, kind):
    """a copy with one member altered; where the cases stand for themselves, without the other ones"""
    section = document[path[0]]
    other = copy.deepcopy(document) if kind in WHOLE else {"about": document["about"], path[0]: copy.deepcopy(section)}
    if kind not in WHOLE and isinstance(section, list):
        other[path[0]] = [other[path[0]][path[1]]]
        path = [path[0], 0] + path[2:]
    inner = other
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = altered(inner[path[-1]])
    return other


def run(program, kind, document, folder):
    file = pathlib.Path(folder) / "altered.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    done = subprocess.run([program, kind, file], capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout.splitlines()


def main():
    program, kind, name = sys.argv[1:4]
    folder = os.environ.get("FUOTADESK_CASES") or sys.argv[4]
    source = pathlib.Path(folder) / name
    if not source.exists():
        print(f"SKIPPED: there is no {source}")
        return 0
    document = json.loads(source.read_text(encoding="utf-8"))
    count = 0
    with tempfile.TemporaryDirectory() as scratch:
        status, lines = run(program, kind, document, scratch)
        if status != 0:
            sys.exit(f"the unaltered file ends with {status}: {lines[-1:]}")
        for path in places(document, [], INPUTS[kind]):
            status, lines = run(program, kind, with_alteration(document, path, kind), scratch)
            if status != 1 or len(lines) < 2 or lines[-1].endswith(" 0 failed"):
                sys.exit(f"{'/'.join(map(str, path))} was altered, but {kind} ends with {status}: {lines[-2:]}")
            count += 1
    print(f"{count} alterations noticed")
    return 0 if count else 1


sys.exit(main())
