#!/usr/bin/env python3
"""A TCP relay on loopback that can lose an exchange at a chosen moment.

relay.py --target PORT [--fault JSON]... [--control FILE]

prints its own port and runs until standard input ends. A fault is an object:
  kind      "request": only the first `bytes` of the request reach the target, then both ends are cut
            "before-answer": the target has answered, the client hears nothing
            "unheard": the request went out whole, the client is cut without waiting for the target
            "answer": the client gets the first `bytes` of the answer
            "delay": the answer comes `seconds` late, whole
  exchange  the first one it strikes, counted from 1 (default 1); count: how many in a row (default 1)
  method    only requests with this method count, as "POST" (default: all)
  reset     true: the client sees a reset instead of an orderly end
One connection carries one exchange, as the sandbox has it. --control names a file with a list of such
objects, read again for each exchange.
"""

import argparse
import dataclasses
import json
import socket
import struct
import sys
import threading
import time

PATIENCE = 30  # seconds, for either end


@dataclasses.dataclass
class Fault:
    kind: str
    exchange: int = 1
    count: int = 1
    bytes: int = 0
    seconds: float = 0.0
    method: str = ""
    reset: bool = False

    def strikes(self, method, number):
        return self.method in ("", method) and self.exchange <= number < self.exchange + self.count


class Relay:
    """Serves on threads of its own from the start; port is where to connect."""

    def __init__(self, target_port, faults=(), control=None):
        self.target_port = target_port
        self.faults = list(faults)
        self.control = control
        self.struck = 0  # exchanges that were cut or delayed
        self._lock = threading.Lock()
        self._seen = {}  # method -> exchanges; "" counts all
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        # shutdown wakes the thread in accept(); close alone would leave it there
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _fault_for(self, request):
        method = request.split(b" ", 1)[0].decode("latin-1")
        faults = self.faults
        if self.control:
            with open(self.control, encoding="utf-8") as file:
                faults = [Fault(**each) for each in json.load(file)]
        with self._lock:
            for name in ("", method):
                self._seen[name] = self._seen.get(name, 0) + 1
            for fault in faults:
                if fault.strikes(method, self._seen.get(fault.method, 0)):
                    self.struck += 1
                    return fault
        return None

    def _serve(self, client):
        client.settimeout(PATIENCE)
        fault = None
        try:
            request = read_request(client)
            if request:
                fault = self._fault_for(request)
                self._exchange(client, request, fault)
        except OSError:
            pass  # one end went away: that is what a relay is for
        finally:
            hang_up(client, fault is not None and fault.reset)

    def _exchange(self, client, request, fault):
        with socket.create_connection(("127.0.0.1", self.target_port), timeout=PATIENCE) as target:
            kind = fault.kind if fault else None
            target.sendall(request[:fault.bytes] if kind == "request" else request)
            if kind in ("request", "unheard"):
                return
            answer = read_all(target)
            if kind == "delay":
                time.sleep(fault.seconds)
            if kind == "answer":
                answer = answer[:fault.bytes]
            if kind != "before-answer":
                client.sendall(answer)


def read_request(client):
    data = b""
    while b"\r\n\r\n" not in data:
        piece = client.recv(65536)
        if not piece:
            return b""
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    missing = content_length(head) - len(body)
    while missing > 0:
        piece = client.recv(65536)
        if not piece:
            return b""
        data += piece
        missing -= len(piece)
    return data


def content_length(head):
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            return int(value)
    return 0


def read_all(end):
    data = b""
    while piece := end.recv(65536):
        data += piece
    return data


def hang_up(client, reset):
    if reset:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--target", type=int, required=True)
    parser.add_argument("--fault", action="append", default=[], type=json.loads)
    parser.add_argument("--control")
    arguments = parser.parse_args()
    relay = Relay(arguments.target, [Fault(**each) for each in arguments.fault], arguments.control)
    print(relay.port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
