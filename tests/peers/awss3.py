#!/usr/bin/env python3
"""The stock aws CLI and botocore as clients of the sandbox's S3: awss3.py SANDBOX-COMMAND..."""

import os
import random
import shutil
import sys

from peerlib import AwsCli, Checks, Home, Sandbox, error_code, skip

SERVICE_ERROR = 254
MEBIBYTE = 1024 * 1024
ODD_KEYS = ["a b/c d.bin", "plus+and%percent.bin", "größe/電表.bin", "a//b.bin", "q?x=1&y#z.bin", "'quoted' (1)!*.bin",
            "k" * 1000]


class Cli(AwsCli):
    """`aws s3 …`, and `aws s3api …` where it answers in JSON."""

    def json(self, *arguments):
        return super().json("s3api", *arguments)


def written(home, name, size, seed):
    path = os.path.join(home.path, name)
    with open(path, "wb") as file:
        file.write(random.Random(seed).randbytes(size))
    return path


def read(path):
    with open(path, "rb") as file:
        return file.read()


def refused(checks, what, done, word):
    checks.true(f"{what}: exit status", done.returncode in (1, SERVICE_ERROR), done.returncode)
    checks.true(what, word in done.stderr, done.stderr)


def large_files_go_and_come(checks, cli, home):
    path = written(home, "large.bin", 12 * MEBIBYTE + 123, 1)
    cli.text("s3", "cp", "--no-progress", path, "s3://sandbox-bucket/up/large.bin")
    head = cli.json("head-object", "--bucket", "sandbox-bucket", "--key", "up/large.bin")
    checks.equal("size", head["ContentLength"], 12 * MEBIBYTE + 123)
    checks.true("ETag of two parts", head["ETag"].endswith('-2"'), head["ETag"])
    checks.equal("encryption", head["ServerSideEncryption"], "AES256")
    back = os.path.join(home.path, "back.bin")
    cli.text("s3", "cp", "--no-progress", "s3://sandbox-bucket/up/large.bin", back)
    checks.true("byte for byte", read(back) == read(path))
    checks.true("nothing is left over", "Uploads" not in cli.json("list-multipart-uploads", "--bucket", "sandbox-bucket"))
    cli.text("s3", "rm", "s3://sandbox-bucket/up/large.bin")
    refused(checks, "gone", cli("s3api", "head-object", "--bucket", "sandbox-bucket", "--key", "up/large.bin"), "(404)")


def buckets_live_and_die(checks, cli, home):
    cli.text("s3", "mb", "s3://made-here")
    checks.true("listed", "made-here" in cli.text("s3", "ls"))
    where = cli.json("get-bucket-location", "--bucket", "made-here")
    checks.equal("region", where["LocationConstraint"], cli.sandbox.region)
    refused(checks, "made twice", cli("s3", "mb", "s3://made-here"), "(BucketAlreadyOwnedByYou)")
    path = written(home, "small.bin", 1000, 2)
    cli.text("s3", "cp", "--no-progress", path, "s3://made-here/x/small.bin")
    refused(checks, "not empty", cli("s3", "rb", "s3://made-here"), "(BucketNotEmpty)")
    cli.text("s3", "rb", "--force", "s3://made-here")
    checks.true("gone", "made-here" not in cli.text("s3", "ls"))
    refused(checks, "unknown", cli("s3", "ls", "s3://made-here"), "(NoSuchBucket)")


def images_move(checks, cli, home):
    path = written(home, "moved.bin", 100_000, 4)
    cli.text("s3", "cp", "--no-progress", path, "s3://sandbox-bucket/from/a b.bin")
    cli.text("s3", "mv", "--no-progress", "s3://sandbox-bucket/from/a b.bin", "s3://firmware-bucket/moved/a+b.bin")
    refused(checks, "no more", cli("s3api", "head-object", "--bucket", "sandbox-bucket", "--key", "from/a b.bin"), "(404)")
    back = os.path.join(home.path, "moved-back.bin")
    cli.text("s3", "cp", "--no-progress", "s3://firmware-bucket/moved/a+b.bin", back)
    checks.true("moved byte for byte", read(back) == read(path))
    cli.text("s3", "rm", "s3://firmware-bucket/moved/a+b.bin")


def folders_are_listed(checks, cli):
    listed = cli.text("s3", "ls", "s3://firmware-bucket/")
    checks.true("folders", "PRE meters/" in listed and "PRE valves/" in listed, listed)
    checks.true("sizes", "1200000 too-large.bin" in listed, listed)
    checks.true("blanks", "1000 with blanks in it.bin" in cli.text("s3", "ls", "s3://sandbox-bucket/odd/"))
    # three pages of 100
    pages = cli.json("list-objects-v2", "--bucket", "sandbox-bucket", "--prefix", "small/", "--page-size", "100")
    keys = [each["Key"] for each in pages["Contents"]]
    checks.equal("pages", (len(keys), keys), (250, sorted(set(keys))))


def refusals_are_told(checks, cli, home):
    refused(checks, "wrong secret", cli("s3", "ls", "s3://firmware-bucket", secret="wrong"), "(SignatureDoesNotMatch)")
    refused(checks, "no such key", cli("s3api", "get-object", "--bucket", "firmware-bucket", "--key", "none", "x"), "(NoSuchKey)")
    path = written(home, "over.bin", 17 * MEBIBYTE, 3)
    refused(checks, "too large at once",
            cli("s3api", "put-object", "--bucket", "sandbox-bucket", "--key", "over", "--body", path), "(EntityTooLarge)")
    refused(checks, "not here", cli("s3api", "get-bucket-acl", "--bucket", "sandbox-bucket"), "(NotImplemented)")


def s3_client(sandbox, region=None):
    import botocore.session
    from botocore.config import Config
    return botocore.session.Session().create_client(
        "s3", region_name=region or sandbox.region, endpoint_url=sandbox.endpoint,
        aws_access_key_id=sandbox.access_key_id, aws_secret_access_key=sandbox.secret,
        config=Config(retries={"max_attempts": 0}, connect_timeout=10, read_timeout=20, proxies={}))


def odd_keys_come_back(checks, client):
    client.create_bucket(Bucket="odd-keys", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    for key in ODD_KEYS:
        client.put_object(Bucket="odd-keys", Key=key, Body=key.encode(), Metadata={"from": "test"})
        got = client.get_object(Bucket="odd-keys", Key=key)
        checks.equal(f"{key[:40]}: body", (got["Body"].read(), got["Metadata"]), (key.encode(), {"from": "test"}))
        client.copy_object(Bucket="sandbox-bucket", Key="copy", CopySource={"Bucket": "odd-keys", "Key": key})
        copy = client.get_object(Bucket="sandbox-bucket", Key="copy")
        checks.equal(f"{key[:40]}: copy", (copy["Body"].read(), copy["Metadata"]), (key.encode(), {"from": "test"}))
    client.delete_object(Bucket="sandbox-bucket", Key="copy")
    listed = [each["Key"] for each in client.list_objects_v2(Bucket="odd-keys")["Contents"]]
    checks.equal("all keys", listed, sorted(ODD_KEYS, key=lambda key: key.encode()))
    gone = client.delete_objects(Bucket="odd-keys", Delete={"Objects": [{"Key": key} for key in ODD_KEYS]})
    checks.equal("deleted", sorted(each["Key"] for each in gone["Deleted"]), sorted(ODD_KEYS))
    client.delete_bucket(Bucket="odd-keys")


def checks_and_conditions_hold(checks, client):
    place = {"Bucket": "sandbox-bucket", "Key": "conditions.bin"}
    client.put_object(Body=b"0123456789", ChecksumAlgorithm="SHA256", **place)
    part = client.get_object(Range="bytes=2-4", **place)
    checks.equal("range", (part["Body"].read(), part["ContentRange"]), (b"234", "bytes 2-4/10"))
    checks.equal("beyond", error_code(client.get_object, Range="bytes=10-", **place), "InvalidRange")
    checks.equal("not modified", error_code(client.get_object, IfNoneMatch=part["ETag"], **place), "304")
    checks.equal("other", error_code(client.get_object, IfMatch='"x"', **place), "PreconditionFailed")
    checks.equal("wrong sum", error_code(client.put_object, Body=b"x", ContentMD5="AAAAAAAAAAAAAAAAAAAAAA==", **place), "BadDigest")
    checks.equal("wrong CRC", error_code(client.put_object, Body=b"x", ChecksumCRC32="AAAAAA==", **place), "BadDigest")
    checks.equal("still", client.head_object(**place)["ContentLength"], 10)


def uploads_are_kept(checks, client):
    place = {"Bucket": "firmware-bucket", "Key": "uploads/it.bin"}
    upload = client.create_multipart_upload(**place)["UploadId"]
    parts = []
    for number in (1, 2, 3):
        sent = client.upload_part(UploadId=upload, PartNumber=number, Body=bytes([number]) * (5 * MEBIBYTE), **place)
        parts.append({"PartNumber": number, "ETag": sent["ETag"]})
    page = client.list_parts(UploadId=upload, MaxParts=2, **place)
    checks.equal("page", ([each["PartNumber"] for each in page["Parts"]], page["IsTruncated"]), ([1, 2], True))
    listed = client.list_multipart_uploads(Bucket="firmware-bucket")["Uploads"]
    checks.equal("listed", [(each["Key"], each["UploadId"]) for each in listed], [("uploads/it.bin", upload)])
    checks.equal("order", error_code(client.complete_multipart_upload, UploadId=upload,
                                     MultipartUpload={"Parts": parts[::-1]}, **place), "InvalidPartOrder")
    done = client.complete_multipart_upload(UploadId=upload, MultipartUpload={"Parts": parts}, **place)
    checks.true("version", done["VersionId"])
    got = client.get_object(Range=f"bytes={5 * MEBIBYTE - 1}-{5 * MEBIBYTE}", **place)["Body"].read()
    checks.equal("seam", got, b"\x01\x02")
    checks.equal("over", error_code(client.abort_multipart_upload, UploadId=upload, **place), "NoSuchUpload")


def versions_are_kept(checks, client):
    place = {"Bucket": "firmware-bucket", "Key": "versions/it.bin"}
    first = client.put_object(Body=b"one", **place)["VersionId"]
    client.put_object(Body=b"two", **place)
    checks.equal("newest", client.get_object(**place)["Body"].read(), b"two")
    checks.equal("first", client.get_object(VersionId=first, **place)["Body"].read(), b"one")
    marker = client.delete_object(**place)
    checks.equal("marker", marker["DeleteMarker"], True)
    checks.equal("deleted", error_code(client.get_object, **place), "NoSuchKey")
    client.delete_object(VersionId=marker["VersionId"], **place)
    checks.equal("back", client.get_object(**place)["Body"].read(), b"two")
    listed = client.list_object_versions(Bucket="firmware-bucket", Prefix="versions/")["Versions"]
    checks.equal("versions", [each["IsLatest"] for each in listed], [True, False])


def other_regions_are_told(checks, client, sandbox):
    # botocore reads the region from the refusal and asks again
    checks.equal("redirected", client.list_objects_v2(Bucket="firmware-elsewhere")["KeyCount"], 1)
    for region in ("us-east-1", "ap-south-1"):
        there = s3_client(sandbox, region)
        checks.equal(region, there.list_objects_v2(Bucket="firmware-elsewhere")["KeyCount"], 1)
    checks.equal("region", client.head_bucket(Bucket="firmware-elsewhere")["ResponseMetadata"]["HTTPHeaders"]["x-amz-bucket-region"],
                 "us-east-1")
    head = client.head_object(Bucket="firmware-encrypted", Key="meters/meter-fw-2-4-1.bin")
    checks.equal("encrypted", head["ServerSideEncryption"], "aws:kms")


def main():
    program = "/usr/bin/aws" if shutil.which("/usr/bin/aws") else shutil.which("aws")
    if not program:
        skip("the aws CLI is not installed")
    checks = Checks()
    with Home() as home, Sandbox(sys.argv[1:], home.environment()) as sandbox:
        cli = Cli(program, sandbox, home)
        large_files_go_and_come(checks, cli, home)
        buckets_live_and_die(checks, cli, home)
        images_move(checks, cli, home)
        folders_are_listed(checks, cli)
        refusals_are_told(checks, cli, home)
        os.environ.update(AWS_EC2_METADATA_DISABLED="true", HOME=home.path)
        client = s3_client(sandbox)
        odd_keys_come_back(checks, client)
        checks_and_conditions_hold(checks, client)
        uploads_are_kept(checks, client)
        versions_are_kept(checks, client)
        other_regions_are_told(checks, client, sandbox)
    checks.finish()


main()
