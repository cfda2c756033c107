#!/usr/bin/python3
"""Proof that the conformance checks can fail: alters one expected value at a time and demands exit status 1.

alteredcases.py PROGRAM KIND FILE [FOLDER]   FILE below FOLDER, or below $FUOTADESK_CASES; without it the test is skipped

In every list of objects of the file the last entry of each shape (set of members) stands for its like. Every member that is an
expectation is altered in it: a number by 2, a hex digit, a word, a bool. Of a service model everything is altered that it says
about the operations of the program and about the shapes they read.
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
WHOLE = {"regions", "model"}  # the number of cases is checked too
# What of the model the program does not use, by operation and by shape: it may change unnoticed.
UNUSED = {"SendDataToMulticastGroup", "UpdateWirelessDevice", "ListServiceProfiles", "GetServiceProfile", "GetLogLevelsByResourceTypes",
          "UpdateLogLevelsByResourceTypes", "ResetAllResourceLogLevels", "GetEventConfigurationByResourceTypes",
          "UpdateEventConfigurationByResourceTypes", "GetResourceEventConfiguration", "UpdateResourceEventConfiguration",
          "ListEventConfigurations", "GetMetrics", "GetMetricConfiguration", "UpdateMetricConfiguration", "GetServiceEndpoint"}
UNREAD = {"AppKey", "NwkKey", "GenAppKey", "SessionKeysAbpV1_1", "SessionKeysAbpV1_0_x", "SidewalkDevice", "SidewalkListDevice",
          "SidewalkDeviceMetadata", "SidewalkGetDeviceProfile", "Positioning", "PositioningConfigStatus", "Applications",
          "LoRaWANPublicGatewayMetadataList", "JoinEuiFilters", "NetIdFilters", "SubBands"}
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


def places_of_shape(shapes, name, seen):
    """paths of what a shape says, and all it refers to"""
    if name in seen | UNREAD:
        return
    seen.add(name)
    shape, path = shapes[name], ["shapes", name]
    yield from (path + [key] for key in ("min", "max", "pattern", "timestampFormat") if key in shape)
    if shape["type"] != "structure":  # which is what the program takes an unknown type for
        yield path + ["type"]
    yield from (path + [key, 0] for key in ("enum", "required") if shape.get(key))
    if "error" in shape:
        yield path + ["error", "httpStatusCode"]
    if "member" in shape:
        yield from places_of_shape(shapes, shape["member"]["shape"], seen)
    for member, about in shape.get("members", {}).items():
        if about["shape"] not in UNREAD:
            yield from (path + ["members", member, key] for key in ("location", "locationName", "idempotencyToken") if key in about)
            yield from places_of_shape(shapes, about["shape"], seen)


def places_of_model(document):
    seen = set()
    for count, (name, operation) in enumerate(document["operations"].items()):
        if name in UNUSED:
            continue
        yield from (["operations", name, "http", key] for key in operation["http"])
        yield ["operations", name, "errors", count % len(operation["errors"]), "shape"]
        for part in [operation["input"], operation["output"], *operation["errors"]]:
            yield from places_of_shape(document["shapes"], part["shape"], seen)


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
    done = subprocess.run([program, kind, file], capture_output=True, text=True, check=False, timeout=300)
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
        for path in places_of_model(document) if kind == "model" else places(document, [], INPUTS[kind]):
            status, lines = run(program, kind, with_alteration(document, path, kind), scratch)
            if status != 1 or len(lines) < 2 or lines[-1].endswith(" 0 failed"):
                sys.exit(f"{'/'.join(map(str, path))} was altered, but {kind} ends with {status}: {lines[-2:]}")
            count += 1
    print(f"{count} alterations noticed")
    return 0 if count else 1


sys.exit(main())
