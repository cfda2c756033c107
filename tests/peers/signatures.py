#!/usr/bin/env python3
"""botocore works out again the signatures of the requests that fuotadesk sends: signatures.py FUOTADESK

A recording server stands in for the service; what it hears is signed once more by botocore, over the
same headers, and must come out the same.
"""

import hashlib
import http.server
import json
import os
import subprocess
import sys
import threading
import urllib.parse

from peerlib import ROLE, Checks, Home, skip

try:
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials
except ImportError:
    skip("python3-botocore is not installed")

KEY, SECRET, TOKEN, REGION = "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "FwoGZXIv//+=", "eu-central-1"
TASK_ID = "1f2c3d4e-0000-1111-2222-333344445555"
ARN = f"arn:aws:iotwireless:{REGION}:123456789012:FuotaTask/{TASK_ID}"


class Recorder(http.server.BaseHTTPRequestHandler):
    heard = []

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.heard.append((self.command, self.path, dict(self.headers.items()), body))
        if self.command == "POST":
            status, reply = 201, {"Id": TASK_ID, "Arn": ARN}
        elif self.path.endswith(TASK_ID):
            status, reply = 200, {"Id": TASK_ID, "Arn": ARN, "Status": "Pending"}
        else:
            status, reply = 200, {"FuotaTaskList": []}
        text = json.dumps(reply).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = answer

    def log_message(self, *_):
        pass


class SameHeaders(SigV4Auth):
    """Signs exactly the headers that the other signer named."""

    def __init__(self, names, service):
        super().__init__(Credentials(KEY, SECRET, TOKEN), service, REGION)
        self.names = names

    def headers_to_sign(self, request):
        return {name: request.headers[name] for name in self.names}

    def canonical_headers(self, headers_to_sign):
        return "\n".join(f"{name}:{self._header_value(headers_to_sign[name])}" for name in self.names)

    def signed_headers(self, _):
        return ";".join(self.names)

    def payload(self, request):
        return hashlib.sha256(request.data or b"").hexdigest()


def parts_of(authorization):
    return dict(part.strip().split("=", 1) for part in authorization.partition(" ")[2].split(","))


def service_of(target):
    """An endpoint on this machine is asked for STS, too, whose requests have no path."""
    return "sts" if target == "/" else "iotwireless"


def signature_of(method, target, headers, body):
    lower = {name.lower(): value for name, value in headers.items()}
    parts = parts_of(lower["authorization"])
    path, _, query = target.partition("?")
    request = AWSRequest(method=method, url=f"http://{lower['host']}{path}", headers=lower, data=body)
    request.params = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
    request.context["timestamp"] = lower["x-amz-date"]
    signer = SameHeaders(parts["SignedHeaders"].split(";"), service_of(target))
    canonical = signer.canonical_request(request)
    return signer.signature(signer.string_to_sign(request, canonical), request), parts


def main():
    checks = Checks()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with Home() as home:
        file_name = os.path.join(home.path, "task.fuota.json")
        with open(file_name, "w", encoding="utf-8") as file:
            json.dump({"schema": 1, "name": "t", "task": {
                "Name": "Räum-1", "Description": "a \"b\" \\ \u20ac", "FirmwareUpdateImage": "s3://firmware/a b+c%.bin",
                "FirmwareUpdateRole": ROLE, "Tags": [{"Key": "k", "Value": "v"}]}}, file)
        env = home.environment(AWS_ACCESS_KEY_ID=KEY, AWS_SECRET_ACCESS_KEY=SECRET, AWS_SESSION_TOKEN=TOKEN,
                               AWS_REGION=REGION)
        done = subprocess.run([sys.argv[1], "submit", file_name, "--endpoint-url",
                               f"http://127.0.0.1:{server.server_port}", "--json"],
                              env=env, capture_output=True, text=True, timeout=60)
    server.shutdown()
    checks.equal("exit status", (done.returncode, done.stderr if done.returncode else ""), (0, ""))
    methods = [method for method, *_ in Recorder.heard]
    checks.true("a create and a read", "POST" in methods and "GET" in methods, str(methods))
    for method, target, headers, body in Recorder.heard:
        expected, parts = signature_of(method, target, headers, body)
        checks.equal(f"signature of {method} {target}", parts["Signature"], expected)
        checks.true("the token is signed", "x-amz-security-token" in parts["SignedHeaders"].split(";"))
        checks.true("the scope", parts["Credential"].endswith(f"/{REGION}/{service_of(target)}/aws4_request"))
    checks.finish()


main()
