#!/usr/bin/python3
"""bench.py BIN-FOLDER: measures what is promised, each thing beside something to compare it with in the same run, on a private
desktop. One line a figure; exit status 1 when a promise is missed. Other work on the machine disturbs it."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
desktop = here.parent / "support" / "desktop"
programs = pathlib.Path(sys.argv[1]).resolve()
missed = 0


def promise(what, value, bar, unit="", least=False):
    global missed
    good = value >= bar if least else value <= bar
    missed += not good
    print(f"{'ok    ' if good else 'MISSED'} {what}: {value:.3g}{unit} ({'at least' if least else 'at most'} {bar:g}{unit})", flush=True)


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed with {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def core():
    ours = json.loads(run(programs / "benchcore"))
    body = json.dumps(ours["body"], separators=(",", ":"), ensure_ascii=False)
    theirs = json.loads(run("/usr/bin/python3", here / "botocoresign.py", input=body))
    if ours["signature"] != theirs["signature"]:
        sys.exit(f"the signatures differ: {ours['signature']} and botocore's {theirs['signature']}")
    print(f"signing: ours {ours['sign_us']:.1f} us (hashing alone {ours['hash_us']:.1f}; with a new key "
          f"{ours['sign_with_new_key_us']:.1f}), botocore {theirs['sign_us']:.1f} us; same signature")
    promise("signatures for one of botocore", theirs["sign_us"] / ours["sign_us"], 5, " times", least=True)
    promise("plan of a draft", ours["plan_us"], 20, " us")
    print(f"       plan, findings and request JSON together: {ours['preview_us']:.1f} us, "
          f"{ours['preview_us'] / theirs['sign_us']:.2f} of a botocore signature")


def profiles():
    import botocore.configloader
    with tempfile.NamedTemporaryFile("w", suffix="-config") as file:
        file.write("[profile base]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n")
        for number in range(999):
            file.write(f"# account {number} {'x' * 700}\n[profile account-{number}]\nregion = eu-west-1\n"
                       f"role_arn = arn:aws:iam::{number:012}:role/fuota-operator\nsource_profile = base\n"
                       f"role_session_name = {'operator' * 12}\noutput = json\n")
        file.flush()
        size = os.path.getsize(file.name)
        ours = json.loads(run(programs / "benchprofiles", file.name))
        if ours["usable"] != 1000:
            sys.exit(f"{ours['usable']} of 1000 profiles are usable")
        times = []
        for _ in range(9):
            started = time.perf_counter()
            botocore.configloader.load_config(file.name)
            times.append((time.perf_counter() - started) * 1000)
    theirs = sorted(times)[4]
    print(f"profiles: {ours['profiles']} in {size / 1e6:.2f} MB read in {ours['read_ms']:.1f} ms, listed in {ours['list_ms']:.1f} ms; "
          f"botocore reads them in {theirs:.1f} ms")
    promise("1 000 profiles read", ours["read_ms"], 20, " ms")
    promise("profiles read for one of botocore", theirs / ours["read_ms"], 5, " times", least=True)


def recovery():
    figures = json.loads(run(programs / "benchrecovery"))
    for size, bar in (("m100", 150), ("m1000", 1000)):
        found, name = figures[size], f"M = {size[1:]}"
        print(f"recovery, {name}: {found['trials_per_s']:.0f} trials/s, a plain decoder {found['decodes_per_s']:.0f} decodes/s, "
              f"{found['solving_share']:.0%} of a trial is solving")
        promise(f"trials for one plain decode, {name}", found["ratio"], bar, " times", least=True)
    promise("the plain decoder itself, M = 100", figures["m100"]["decodes_per_s"], 15000, " /s", least=True)
    promise("first probability, M = 1000", figures["first_ms"], 50, " ms")
    promise("memory of the largest code", figures["peak_mib"], 16, " MiB")


def measured(command, cold, label):
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        run(desktop / "with-desktop", "--keyring", "unlocked", "--", desktop / "startup", "--runs", 5, "--settle", 5, "--name", label,
            *(["--cold"] if cold else []), "--json", out.name, "--", *command)
        figures = json.loads(out.read())["median"]
    print(f"       {label} {'cold' if cold else 'warm'}: window {figures['map_ms']:.0f} ms, content {figures['paint_ms']:.0f} ms, "
          f"PSS {figures['pss']:.0f} MiB, idle {figures['idle_cpu']:.1f} % CPU, {figures['wake']:.0f} wake-ups/s, "
          f"{figures['threads']:.0f} threads", flush=True)
    return figures


def window():
    for cold in (False, True):
        bare = measured([programs / "barewindow", "--table"], cold, "bare window")
        ours = measured([programs / "fuotadesk"], cold, "FUOTA Desk")
        how = "cold" if cold else "warm"
        promise(f"first window, {how}, against the bare one", ours["map_ms"] / bare["map_ms"], 2, " times")
        promise(f"first content, {how}, against the bare one", ours["paint_ms"] / bare["paint_ms"], 2, " times")
        if not cold:
            promise("idle memory (PSS)", ours["pss"], 60, " MiB")
            promise("idle CPU", ours["idle_cpu"], 0.5, " %")
            promise("idle wake-ups beyond the bare window's", ours["wake"] - bare["wake"], 1, " /s")


def longest_silence(figures):
    return float(figures.split("longest ")[1].split(" ms")[0])


def turned(program, *arguments):
    output = run(desktop / "with-desktop", "--keyring", "unlocked", "--", here / "turnsession", desktop, programs / program, *arguments)
    print(f"       {program}: {'; '.join(output.splitlines())}", flush=True)
    return output


def silence():
    # What the same screen and machine cost a window that does next to nothing, before and after.
    bare = [longest_silence(turned("bareslider"))]
    script = here / "stallsession"
    output = run(desktop / "with-desktop", "--keyring", "unlocked", "--", script, programs / "fuotadesk", desktop)
    computed = turned("timedwindow", here.parent.parent / "resources" / "templates" / "first-steps-sandbox.fuota.json")
    bare.append(longest_silence(turned("bareslider")))
    promise("work of the window's thread in a stretch while redundancy is turned",
            float(computed.split("computed at most ")[1].split(" ms")[0]), 16, " ms")
    for line in output.splitlines():
        if "longest" in line:
            action, figures = line.split(": ", 1)
            print(f"       {line}")
            # A frame, or what the bare slider needs in this run; a hitch that a person notices.
            bar = max(16, *bare) if action.startswith("redundancy") else 50
            promise(f"silence of the window while {action}", longest_silence(figures), bar, " ms")


def tables():
    figures = json.loads(run(desktop / "with-desktop", "--", programs / "benchtables").splitlines()[-1])
    for what, rows in (("tasks", "10 000 tasks"), ("devices", "100 000 devices")):
        found = figures[what]
        promise(f"filter of {rows}", found["filter_ms"], 100, " ms")
        promise(f"sort of {rows}", found["sort_ms"], 100, " ms")
        promise(f"frame while scrolling {rows}", found["frame_ms"], 16, " ms")
        promise(f"memory of a row above its values, {rows}", found["bytes_per_row"], 400, " bytes")
        # The second answer would be there after two.
        promise(f"first rows of many {what}, in answers", figures["first"][f"{what}_ms"] / figures["first"]["answer_ms"], 1.5)


def adding():
    # It fails when one call is throttled.
    output = run("/usr/bin/python3", "-B", here.parent / "peers" / "membersonce.py", "pace", programs / "memberdriver",
                 programs / "fuotadesk", "sandbox", "--json", "--quota", "--devices", 1000)
    promise("1 000 devices added at the default quota, none throttled", float(output.split(" s;")[0]), 105, " s")


def timed(command, environment):
    """seconds and peak memory (MiB) of a whole process"""
    began = time.monotonic()
    done = subprocess.run(["/usr/bin/python3", "-c", "import resource, subprocess, sys\n"
                           "status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode\n"
                           "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\nsys.exit(status)", *map(str, command)],
                          env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed with {done.returncode}\n{done.stderr[-2000:]}")
    return time.monotonic() - began, int(done.stdout) / 1024


def uploads():
    with tempfile.TemporaryDirectory() as folder:
        endpoint = subprocess.Popen([programs / "fuotadesk", "sandbox", "--json", "--profiles", f"{folder}/aws"], stdout=subprocess.PIPE,
                                    stderr=subprocess.DEVNULL, env={**os.environ, "HOME": folder}, text=True)
        try:
            upload_times(folder, json.loads(endpoint.stdout.readline()))
        finally:
            endpoint.terminate()
            endpoint.wait()


def upload_times(folder, where):
    environment = {**os.environ, "HOME": folder, "AWS_EC2_METADATA_DISABLED": "true", "AWS_PAGER": "",
                   "AWS_ACCESS_KEY_ID": where["accessKeyId"], "AWS_SECRET_ACCESS_KEY": where["secretAccessKey"],
                   "AWS_DEFAULT_REGION": where["region"], "AWS_REGION": where["region"]}
    small, large = pathlib.Path(folder, "small.bin"), pathlib.Path(folder, "large.bin")
    small.write_bytes(os.urandom(1_000_000))
    with large.open("wb") as file:
        for _ in range(200):
            file.write(os.urandom(1 << 20))

    def ours(file, key):
        return timed([programs / "fuotadesk", "upload", file, f"s3://firmware-bucket/{key}", "--endpoint-url", where["endpoint"]],
                     environment)

    def theirs(file, key):
        return timed(["/usr/bin/aws", "--endpoint-url", where["endpoint"], "s3", "cp", "--only-show-errors", file,
                      f"s3://firmware-bucket/{key}"], environment)

    runs = [(ours(small, f"ours-{number}"), theirs(small, f"theirs-{number}")) for number in range(5)]
    ours_s, theirs_s = (sorted(run[who][0] for run in runs)[2] for who in (0, 1))
    print(f"uploading 1 MB: ours {ours_s * 1000:.0f} ms, aws s3 cp {theirs_s * 1000:.0f} ms, whole processes")
    promise("speed of an upload of 1 MB, of aws s3 cp", theirs_s / ours_s, 0.8, " times", least=True)
    starts = [(timed([programs / "fuotadesk", "--version"], environment)[0], timed(["/usr/bin/aws", "--version"], environment)[0])
              for _ in range(5)]
    promise("start, of the start of aws", sorted(s[0] for s in starts)[2] / sorted(s[1] for s in starts)[2], 1, " times")
    big_s, big_mib = ours(large, "ours-large")
    print(f"       200 MiB: ours {big_s:.1f} s, aws s3 cp {theirs(large, 'theirs-large')[0]:.1f} s")
    promise("memory of an upload of 200 MiB above that of 1 MB", big_mib - max(run[0][1] for run in runs), 48, " MiB")


def browsing():
    output = run(desktop / "with-desktop", "--limit", 300, "--keyring", "unlocked", "--", here / "browsesession", programs / "fuotadesk",
                 desktop)
    print(f"       {output.splitlines()[-1]}")
    promise("silence of the window while a folder of 100 000 is read and moved in", longest_silence(output), 50, " ms")


os.environ["LC_ALL"] = "C.UTF-8"
core()
profiles()
uploads()
browsing()
tables()
adding()
recovery()
window()
silence()
print(f"{missed} promises missed")
sys.exit(1 if missed else 0)
