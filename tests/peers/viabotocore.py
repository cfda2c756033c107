#!/usr/bin/env python3
"""botocore against the sandbox, with its own model and with a newer one:
viabotocore.py CASES-FOLDER SANDBOX-COMMAND... (FUOTADESK_CASES names another folder)"""

import datetime
import json
import os
import sys

from peerlib import IMAGE, ROLE, Checks, Home, Sandbox, botocore_client, error_code

NEWER_MEMBERS = {"RedundancyPercent": 20, "FragmentSizeBytes": 112, "FragmentIntervalMS": 7000,
                 "Descriptor": "AAIEAQ=="}


def task(**more):
    return dict(FirmwareUpdateImage=IMAGE, FirmwareUpdateRole=ROLE, **more)


def tasks_live_and_die(checks, client):
    created = client.create_fuota_task(**task(Name="n", LoRaWAN={"RfRegion": "US915"}))
    checks.equal("created", created["ResponseMetadata"]["HTTPStatusCode"], 201)
    checks.true("request id", created["ResponseMetadata"]["RequestId"])
    read = client.get_fuota_task(Id=created["Id"])
    age = datetime.datetime.now(datetime.timezone.utc) - read["CreatedAt"]
    checks.true("created at", abs(age.total_seconds()) < 60, str(read["CreatedAt"]))
    checks.equal("region", read["LoRaWAN"], {"RfRegion": "US915"})
    gone = client.delete_fuota_task(Id=created["Id"])
    checks.equal("deleted", gone["ResponseMetadata"]["HTTPStatusCode"], 204)
    checks.equal("gone", error_code(client.get_fuota_task, Id=created["Id"]), "ResourceNotFoundException")


def refusals_are_told(checks, client, sandbox):
    checks.equal("odd id", error_code(client.get_fuota_task, Id="a/b c%:+é"), "ResourceNotFoundException")
    checks.equal("dot segments", error_code(client.get_fuota_task, Id="../x/./y"), "ResourceNotFoundException")
    thief = botocore_client(sandbox, secret="wrong")
    checks.equal("wrong secret", error_code(thief.list_fuota_tasks), "InvalidSignatureException")
    checks.equal("bad page token", error_code(client.list_fuota_tasks, NextToken="x"), "ValidationException")
    checks.equal("no such operation", error_code(client.list_destinations), "UnknownOperationException")


def tokens_are_honoured(checks, client):
    first = client.create_fuota_task(**task(ClientRequestToken="token-1"))
    again = client.create_fuota_task(**task(ClientRequestToken="token-1"))
    checks.equal("same token", again["Id"], first["Id"])
    checks.equal("other parameters",
                 error_code(client.create_fuota_task, **task(ClientRequestToken="token-1", Name="x")),
                 "ConflictException")
    client.delete_fuota_task(Id=first["Id"])


def pages_show_each_once(checks, client):
    made = [client.create_fuota_task(**task())["Id"] for _ in range(5)]
    seen, sizes, more = [], [], {}
    while len(sizes) < 6:
        page = client.list_fuota_tasks(MaxResults=2, **more)
        seen += [each["Id"] for each in page["FuotaTaskList"]]
        sizes.append(len(page["FuotaTaskList"]))
        if "NextToken" not in page:
            break
        more = {"NextToken": page["NextToken"]}
    checks.equal("pages", sizes, [2, 2, 1])
    checks.equal("each once", seen, made)


def newer_members_travel(checks, sandbox, home, cases):
    source = os.path.join(cases, "aws", "iotwireless-fuota-model.json")
    if not os.path.exists(source):
        print(f"SKIP newer members: there is no {source}")
        return
    with open(source, encoding="utf-8") as file:
        model = json.load(file)
    folder = os.path.join(home.path, "models", "iotwireless", "2020-11-22")
    os.makedirs(folder)
    with open(os.path.join(folder, "service-2.json"), "w", encoding="utf-8") as file:
        json.dump({"version": "2.0", **{name: model[name] for name in ("metadata", "operations", "shapes")}}, file)
    client = botocore_client(sandbox, data_path=os.path.join(home.path, "models"))
    created = client.create_fuota_task(**task(**NEWER_MEMBERS))
    read = client.get_fuota_task(Id=created["Id"])
    for name, value in NEWER_MEMBERS.items():
        checks.equal(name, read.get(name), value)
    refused = error_code(client.create_fuota_task, **task(Descriptor="A"))
    checks.equal("bad descriptor", refused, "ValidationException")


def main():
    cases, command = os.environ.get("FUOTADESK_CASES") or sys.argv[1], sys.argv[2:]
    checks = Checks()
    with Home() as home, Sandbox(command, home.environment()) as sandbox:
        os.environ.update(AWS_EC2_METADATA_DISABLED="true", HOME=home.path)
        client = botocore_client(sandbox)
        tasks_live_and_die(checks, client)
        refusals_are_told(checks, client, sandbox)
        tokens_are_honoured(checks, client)
        pages_show_each_once(checks, client)
        newer_members_travel(checks, sandbox, home, cases)
    checks.finish()


main()
