#!/usr/bin/python3
"""botocoresign: signs the CreateFuotaTask body on stdin with botocore; prints the signature and microseconds of one"""
import datetime
import json
import sys
import time

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

NOW = datetime.datetime(2026, 11, 23, 12, 0, 0)


class FixedTime(datetime.datetime):
    @classmethod
    def utcnow(cls):
        return NOW


botocore.auth.datetime.datetime = FixedTime
body = sys.stdin.buffer.read()
auth = botocore.auth.SigV4Auth(Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), "iotwireless", "eu-west-1")


def request():
    return AWSRequest("POST", "https://api.iotwireless.eu-west-1.amazonaws.com/fuota-tasks",
                      headers={"Content-Type": "application/json"}, data=body)


best = None
for _ in range(9):
    batch = [request() for _ in range(300)]
    start = time.perf_counter()
    for each in batch:
        auth.add_auth(each)
    spent = (time.perf_counter() - start) / len(batch) * 1e6
    best = spent if best is None else min(best, spent)
print(json.dumps({"signature": batch[0].headers["Authorization"].rsplit("Signature=", 1)[1], "sign_us": best}))
