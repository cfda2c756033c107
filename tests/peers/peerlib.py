"""What the tests with foreign programs share: the sandbox as a process, a clean environment, checks."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile

SKIPPED = 77  # ctest knows it as "skipped"
ROLE = "arn:aws:iam::123456789012:role/fuota"
IMAGE = "s3://firmware/meter.bin"


def skip(reason):
    print("SKIP:", reason)
    sys.exit(SKIPPED)


class Checks:
    """Counts what held; a failure is printed and does not stop the rest."""

    def __init__(self):
        self.failed = 0
        self.passed = 0

    def equal(self, what, actual, expected):
        self.true(what, actual == expected, f"got {actual!r}, expected {expected!r}")

    def true(self, what, holds, detail=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAIL: {what}: {detail}", flush=True)

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed or not self.passed else 0)


class Home:
    """A home of its own, so that no file of the person who runs the tests is read or written."""

    def __init__(self, folder=None):
        self.folder = folder  # that it is made in

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="fuotadesk-peers-", dir=self.folder)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def environment(self, sandbox=None, **more):
        passed_on = ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS")
        env = {name: os.environ[name] for name in passed_on if name in os.environ}
        env.update(HOME=self.path, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="offscreen",
                   AWS_EC2_METADATA_DISABLED="true", AWS_PAGER="", AWS_MAX_ATTEMPTS="1")
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            env[f"XDG_{name}_HOME"] = os.path.join(self.path, name.lower())
        env["XDG_RUNTIME_DIR"] = os.path.join(self.path, "run")
        os.makedirs(env["XDG_RUNTIME_DIR"], mode=0o700, exist_ok=True)
        if sandbox:
            env.update(AWS_ACCESS_KEY_ID=sandbox.access_key_id, AWS_SECRET_ACCESS_KEY=sandbox.secret,
                       AWS_REGION=sandbox.region, AWS_DEFAULT_REGION=sandbox.region)
        env.update(more)
        return env


class Sandbox:
    """The endpoint as a process of its own; command prints the line of `fuotadesk sandbox --json`."""

    def __init__(self, command, environment):
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{command[0]} printed no address")
        address = json.loads(line)
        self.endpoint = address["endpoint"]
        self.access_key_id = address["accessKeyId"]
        self.secret = address["secretAccessKey"]
        self.region = address["region"]
        self.profiles = address.get("profiles", {})
        self.port = int(self.endpoint.rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise SystemExit("the sandbox did not end")


class AwsCli:
    """The stock aws CLI against the sandbox; words stand before every operation, as "iam"."""

    def __init__(self, program, sandbox, home, *words, **variables):
        self.command = [program, "--endpoint-url", sandbox.endpoint, "--output", "json", *words]
        self.sandbox = sandbox
        self.environment = home.environment(sandbox, **variables)
        self.folder = home.path

    def __call__(self, *arguments, secret=None):
        env = {**self.environment, "AWS_SECRET_ACCESS_KEY": secret} if secret else self.environment
        return subprocess.run([*self.command, *arguments], env=env, cwd=self.folder, capture_output=True, text=True, timeout=60)

    def text(self, *arguments):
        done = self(*arguments)
        if done.returncode != 0:
            raise SystemExit(f"{arguments}: {done.stderr}")
        return done.stdout

    def json(self, *arguments):
        text = self.text(*arguments)
        return json.loads(text) if text.strip() else {}


def botocore_client(sandbox, endpoint=None, secret=None, data_path=None):
    """A client of the system's botocore that tries once; skips the test where botocore is absent."""
    try:
        import botocore.session
        from botocore.config import Config
    except ImportError:
        skip("python3-botocore is not installed")
    session = botocore.session.Session()
    if data_path:
        session.set_config_variable("data_path", data_path)
    return session.create_client(
        "iotwireless", region_name=sandbox.region, endpoint_url=endpoint or sandbox.endpoint,
        aws_access_key_id=sandbox.access_key_id, aws_secret_access_key=secret or sandbox.secret,
        config=Config(retries={"max_attempts": 0}, connect_timeout=10, read_timeout=10, proxies={}))


def error_code(call, **arguments):
    """The code of the error that call raises; None when it succeeds."""
    from botocore.exceptions import ClientError
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return None
