#!/usr/bin/env python3
"""AWS's client for JavaScript, which knows all eleven members, against the sandbox:
awssdk.py FOLDER SANDBOX-COMMAND...   FOLDER keeps the client between runs; npm fetches it into it the first time"""

import json
import os
import shutil
import subprocess
import sys

from peerlib import Checks, Home, Sandbox, skip

CLIENT = "@aws-sdk/client-iot-wireless@3.787.0"  # runs on Node 18, which Debian 12 has
SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "awssdk.mjs")


def fetch(folder):
    if os.path.isdir(os.path.join(folder, "node_modules", "@aws-sdk", "client-iot-wireless")):
        return
    os.makedirs(folder, exist_ok=True)
    done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, CLIENT],
                          capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"npm could not fetch {CLIENT}:\n{done.stderr[-2000:]}")


def compare(checks, task, report):
    checks.equal("created", report["created"], 201)
    checks.true("same token, same task", report["sameToken"])
    read = report["read"]
    for member in set(task) - {"ClientRequestToken", "Tags"}:
        checks.equal(member, read.get(member), task[member])
    checks.equal("status", read.get("Status"), "Pending")
    checks.true("listed", report["id"] in report["listed"], str(report["listed"]))
    checks.equal("same token, other parameters", report["otherParameters"], ["ConflictException", 409])
    checks.equal("101 percent", report["badPercent"], ["ValidationException", 400])
    checks.equal("deleted", report["deleted"], 204)
    checks.equal("gone", report["gone"], ["ResourceNotFoundException", 404])
    checks.equal("wrong keys", report["wrongSecret"][1], 403)


def main():
    folder, command = sys.argv[1], sys.argv[2:]
    if not shutil.which("npm") or not shutil.which("node"):
        skip("there is no npm")
    fetch(folder)
    checks = Checks()
    with Home() as home, Sandbox(command, home.environment()) as sandbox:
        done = subprocess.run(["node", SCRIPT, sandbox.endpoint, sandbox.region], cwd=folder, text=True,
                              env=home.environment(sandbox), capture_output=True, timeout=60)
        if done.returncode:
            raise SystemExit(done.stderr)
    document = json.loads(done.stdout)
    compare(checks, document["task"], document["report"])
    checks.finish()


main()
