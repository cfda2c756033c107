#include "text/checkwords.h"

#include <QtGlobal>

#include <array>

namespace fuotadesk {

namespace {

constexpr std::array Shared = {
    CheckWords{
        "not-allowed",
        QT_TRANSLATE_NOOP("CheckText", "This can not be found out: the credentials lack %1."),
        QT_TRANSLATE_NOOP("CheckText", "Allow it, or look in the AWS console.")},
    CheckWords{"signed-out",
               QT_TRANSLATE_NOOP("CheckText", "Nobody is signed in, so this was not asked.")},
    CheckWords{
        "image-unread",
        QT_TRANSLATE_NOOP("CheckText", "The image could not be read, so this is not known.")},
    CheckWords{"role-unread",
               QT_TRANSLATE_NOOP("CheckText", "The role could not be read, so this is not known.")},
    CheckWords{"no-recipients", QT_TRANSLATE_NOOP("CheckText", "There are no recipients yet.")},
    CheckWords{"open-variables",
               QT_TRANSLATE_NOOP("CheckText", "It holds a variable of the template."),
               QT_TRANSLATE_NOOP("CheckText", "Give the variable a value first.")},
    CheckWords{"policies-unread",
               QT_TRANSLATE_NOOP("CheckText", "Not every policy of the role could be read: %1."),
               QT_TRANSLATE_NOOP(
                   "CheckText",
                   "Allow these credentials to simulate or to read policies, or look in the AWS "
                   "console.")},
    CheckWords{
        "depends-on-conditions",
        QT_TRANSLATE_NOOP("CheckText",
                          "It depends on conditions of a policy that can not be judged from here."),
        QT_TRANSLATE_NOOP("CheckText", "Look at the conditions in the AWS console.")},
    CheckWords{
        "caller-unknown",
        QT_TRANSLATE_NOOP("CheckText", "Whose credentials this connection has is not known.")},
    CheckWords{"not-computed", QT_TRANSLATE_NOOP("CheckText", "The plan has no figure for it.")},
};

constexpr std::array ConnectionWords = {
    CheckWords{"signed-in", QT_TRANSLATE_NOOP("CheckText", "Signed in: %1.")},
    CheckWords{"signed-out", QT_TRANSLATE_NOOP("CheckText", "Nobody is signed in."),
               QT_TRANSLATE_NOOP("CheckText", "Sign in, then check again.")},
    CheckWords{"region-missing",
               QT_TRANSLATE_NOOP("CheckText", "The connection names no AWS region."),
               QT_TRANSLATE_NOOP("CheckText", "Choose one in the connection.")},
    CheckWords{"region-unlisted",
               QT_TRANSLATE_NOOP("CheckText",
                                 "AWS IoT Core for LoRaWAN is not known to be offered in %1."),
               QT_TRANSLATE_NOOP("CheckText", "Check the region of the connection.")},
};

constexpr std::array FieldWords = {
    CheckWords{"fields-good",
               QT_TRANSLATE_NOOP("CheckText", "Nothing speaks against the values of the form.")},
    CheckWords{"open-variables",
               QT_TRANSLATE_NOOP("CheckText", "Variables of the template have no value yet: %1."),
               QT_TRANSLATE_NOOP("CheckText", "Give them one before the task is created.")},
};

constexpr std::array ThereWords = {
    // S3 says the same of both where ListBucket is not allowed.
    CheckWords{"not-allowed",
               QT_TRANSLATE_NOOP("CheckText",
                                 "This can not be found out: the credentials lack %1, or there is "
                                 "no such image and they lack s3:ListBucket."),
               QT_TRANSLATE_NOOP("CheckText", "Allow both, or look in the AWS console.")},
    CheckWords{"image-there",
               QT_TRANSLATE_NOOP("CheckText", "The image is in S3 and can be read.")},
    CheckWords{"image-unset", QT_TRANSLATE_NOOP("CheckText", "No image is chosen."),
               QT_TRANSLATE_NOOP("CheckText", "Choose one, or upload one.")},
    CheckWords{"image-not-s3",
               QT_TRANSLATE_NOOP("CheckText", "This is not the address of an image in S3."),
               QT_TRANSLATE_NOOP("CheckText", "Write it as s3://bucket/file.")},
    CheckWords{"image-missing",
               QT_TRANSLATE_NOOP("CheckText", "There is no image of this name in the bucket."),
               QT_TRANSLATE_NOOP("CheckText", "Choose another one, or upload it.")},
    CheckWords{"bucket-missing", QT_TRANSLATE_NOOP("CheckText", "There is no bucket of this name."),
               QT_TRANSLATE_NOOP("CheckText", "Choose an image in another one.")},
    CheckWords{"bucket-name", QT_TRANSLATE_NOOP("CheckText", "No bucket can have this name."),
               QT_TRANSLATE_NOOP("CheckText", "Correct the firmware image.")},
    CheckWords{"key-unusable",
               QT_TRANSLATE_NOOP(
                   "CheckText",
                   "The name of the image is too long or has a segment “.” or “..”, which can "
                   "not be asked for."),
               QT_TRANSLATE_NOOP("CheckText", "Give it another name in S3.")},
    CheckWords{"image-archived",
               QT_TRANSLATE_NOOP("CheckText", "The image is archived (%1) and can not be read."),
               QT_TRANSLATE_NOOP("CheckText", "Upload it again.")},
    CheckWords{"image-restored",
               QT_TRANSLATE_NOOP("CheckText",
                                 "The image is archived (%1); what can be read is a restored copy, "
                                 "which S3 keeps for some days only."),
               QT_TRANSLATE_NOOP(
                   "CheckText", "Keep it restored until the session is over, or upload it again.")},
};

constexpr std::array SizeWords = {
    CheckWords{"size-good",
               QT_TRANSLATE_NOOP("CheckText", "The image has %2; the service takes one megabyte.")},
    CheckWords{"image-empty", QT_TRANSLATE_NOOP("CheckText", "The image is empty."),
               QT_TRANSLATE_NOOP("CheckText", "Upload it again.")},
    CheckWords{
        "too-large",
        QT_TRANSLATE_NOOP("CheckText", "The image has %2; the service takes one megabyte."),
        QT_TRANSLATE_NOOP("CheckText",
                          "Make it smaller, for instance as a difference to the version before.")},
    CheckWords{
        "perhaps-too-large",
        QT_TRANSLATE_NOOP("CheckText",
                          "The image has %2; whether the service's megabyte is %3 or 1 MiB is not "
                          "documented."),
        QT_TRANSLATE_NOOP("CheckText", "Make it smaller to be sure.")},
    CheckWords{"size-differs",
               QT_TRANSLATE_NOOP("CheckText", "The image in S3 has %2, the plan was made for %3."),
               QT_TRANSLATE_NOOP("CheckText", "Read the size from S3 and look at the plan again.")},
};

constexpr std::array UnchangedWords = {
    CheckWords{"unchanged",
               QT_TRANSLATE_NOOP("CheckText", "It is the same image as when its size was read.")},
    CheckWords{"not-recorded",
               QT_TRANSLATE_NOOP("CheckText", "There is no earlier reading to compare it with.")},
    CheckWords{"image-changed",
               QT_TRANSLATE_NOOP("CheckText", "The image has changed since its size was read."),
               QT_TRANSLATE_NOOP("CheckText",
                                 "Make sure that it is the right one, then use the new one.")},
};

constexpr std::array RegionWords = {
    CheckWords{
        "same-region",
        QT_TRANSLATE_NOOP("CheckText", "The bucket is in the AWS region of the connection, %1.")},
    CheckWords{"other-region",
               QT_TRANSLATE_NOOP("CheckText",
                                 "The bucket and the connection are in different AWS regions: %1."),
               QT_TRANSLATE_NOOP("CheckText", "Use a bucket in the region of the connection.")},
};

constexpr std::array EncryptionWords = {
    CheckWords{"encryption-untold", QT_TRANSLATE_NOOP("CheckText", "S3 tells of no encryption.")},
    CheckWords{"encryption-s3",
               QT_TRANSLATE_NOOP("CheckText", "Encrypted by S3 with its own key.")},
    CheckWords{"encryption-kms",
               QT_TRANSLATE_NOOP(
                   "CheckText",
                   "Encrypted with a key of AWS KMS. Whether the service reads such images is "
                   "not documented."),
               QT_TRANSLATE_NOOP("CheckText",
                                 "Keep the image with encryption by S3 (SSE-S3) to be sure.")},
    CheckWords{"encryption-other",
               QT_TRANSLATE_NOOP("CheckText", "Encrypted in a way that is not known here: %1."),
               QT_TRANSLATE_NOOP("CheckText",
                                 "Keep the image with encryption by S3 (SSE-S3) to be sure.")},
};

constexpr std::array RoleThereWords = {
    CheckWords{"role-there", QT_TRANSLATE_NOOP("CheckText", "The role is there: %1.")},
    CheckWords{"role-unset", QT_TRANSLATE_NOOP("CheckText", "No role is chosen."),
               QT_TRANSLATE_NOOP("CheckText", "Choose one, or create one.")},
    CheckWords{
        "role-not-arn", QT_TRANSLATE_NOOP("CheckText", "This is not the ARN of an IAM role."),
        QT_TRANSLATE_NOOP("CheckText", "It looks like arn:aws:iam::123456789012:role/name.")},
    CheckWords{"role-missing",
               QT_TRANSLATE_NOOP("CheckText", "There is no role of this name in the account."),
               QT_TRANSLATE_NOOP("CheckText", "Choose another one, or create it.")},
    CheckWords{
        "other-account",
        QT_TRANSLATE_NOOP(
            "CheckText", "The role belongs to another account, %1, and can not be read from here."),
        QT_TRANSLATE_NOOP("CheckText", "Choose a role of this account.")},
};

constexpr std::array TrustWords = {
    CheckWords{"trusted", QT_TRANSLATE_NOOP("CheckText", "AWS IoT Wireless may assume the role.")},
    CheckWords{
        "not-trusted",
        QT_TRANSLATE_NOOP("CheckText", "The role can not be assumed by AWS IoT Wireless."),
        QT_TRANSLATE_NOOP("CheckText", "Add iotwireless.amazonaws.com to its trust policy.")},
    CheckWords{
        "trust-denied",
        QT_TRANSLATE_NOOP("CheckText",
                          "The trust policy of the role forbids AWS IoT Wireless to assume it."),
        QT_TRANSLATE_NOOP("CheckText", "Choose another role, or change its trust policy.")},
    CheckWords{"trust-unreadable",
               QT_TRANSLATE_NOOP("CheckText", "The trust policy of the role is not understood."),
               QT_TRANSLATE_NOOP("CheckText", "Look at it in the AWS console.")},
};

constexpr std::array PermissionWords = {
    CheckWords{
        "allowed",
        QT_TRANSLATE_NOOP("CheckText", "The role may read this image, as IAM simulates it.")},
    CheckWords{
        "allowed-by-reading",
        QT_TRANSLATE_NOOP("CheckText",
                          "The role may read this image, by a reading of its policies."),
        QT_TRANSLATE_NOOP("CheckText",
                          "Its boundary and policies of the organization and of the bucket are "
                          "not looked at.")},
    CheckWords{"denied",
               QT_TRANSLATE_NOOP("CheckText", "A policy forbids the role to read this image."),
               QT_TRANSLATE_NOOP("CheckText", "Choose another role, or change the policy.")},
    CheckWords{"not-permitted",
               QT_TRANSLATE_NOOP(
                   "CheckText",
                   "No policy of the role lets it read this image; a policy of the bucket is not "
                   "looked at."),
               QT_TRANSLATE_NOOP("CheckText",
                                 "Allow it s3:GetObject on the image, or create a role for it.")},
};

constexpr std::array KeyWords = {
    CheckWords{"no-key-needed", QT_TRANSLATE_NOOP("CheckText", "The image needs no key.")},
    CheckWords{
        "key-untold",
        QT_TRANSLATE_NOOP("CheckText", "S3 does not tell with which key the image is encrypted.")},
    CheckWords{"allowed",
               QT_TRANSLATE_NOOP(
                   "CheckText", "The role may decrypt with the image's key, as IAM simulates it.")},
    CheckWords{"allowed-by-reading",
               QT_TRANSLATE_NOOP(
                   "CheckText",
                   "The role may decrypt with the image's key, by a reading of its policies."),
               QT_TRANSLATE_NOOP("CheckText", "The key's own policy is not looked at.")},
    CheckWords{"key-denied",
               QT_TRANSLATE_NOOP("CheckText",
                                 "A policy forbids the role to decrypt with the image's key."),
               QT_TRANSLATE_NOOP("CheckText",
                                 "Change the policy, or keep the image with encryption by S3.")},
    CheckWords{"key-not-permitted",
               QT_TRANSLATE_NOOP("CheckText",
                                 "No policy of the role lets it decrypt with the image's key."),
               QT_TRANSLATE_NOOP(
                   "CheckText",
                   "Allow it kms:Decrypt on the key, or keep the image with encryption by S3.")},
};

constexpr std::array PassWords = {
    CheckWords{"allowed",
               QT_TRANSLATE_NOOP("CheckText",
                                 "These credentials may hand the role over, as IAM simulates it.")},
    CheckWords{"root",
               QT_TRANSLATE_NOOP("CheckText",
                                 "These are the account's own credentials, which may hand any role "
                                 "over.")},
    CheckWords{"caller-not-simulated",
               QT_TRANSLATE_NOOP("CheckText",
                                 "IAM does not simulate what credentials of this kind may do.")},
    CheckWords{
        "pass-denied",
        QT_TRANSLATE_NOOP("CheckText", "A policy forbids these credentials to hand the role over."),
        QT_TRANSLATE_NOOP("CheckText", "Change the policy, or use another connection.")},
    CheckWords{
        "pass-not-permitted",
        QT_TRANSLATE_NOOP("CheckText", "No policy lets these credentials hand the role over."),
        QT_TRANSLATE_NOOP("CheckText",
                          "Allow them iam:PassRole on the role, or use another connection.")},
};

} // namespace

std::span<const CheckWords> sharedCheckWords()
{
    return Shared;
}

std::span<const CheckWords> checkWordsOf(CheckSubject subject)
{
    switch (subject) {
    case CheckSubject::Credentials:
        return ConnectionWords;
    case CheckSubject::Fields:
        return FieldWords;
    case CheckSubject::ImageThere:
        return ThereWords;
    case CheckSubject::ImageSize:
        return SizeWords;
    case CheckSubject::ImageUnchanged:
        return UnchangedWords;
    case CheckSubject::ImageRegion:
        return RegionWords;
    case CheckSubject::ImageEncryption:
        return EncryptionWords;
    case CheckSubject::RoleThere:
        return RoleThereWords;
    case CheckSubject::RoleTrust:
        return TrustWords;
    case CheckSubject::RolePermission:
        return PermissionWords;
    case CheckSubject::RoleKey:
        return KeyWords;
    case CheckSubject::PassRole:
        return PassWords;
    default:
        return campaignCheckWords(subject);
    }
}

} // namespace fuotadesk
