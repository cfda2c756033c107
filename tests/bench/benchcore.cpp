#include "aws/sigv4.h"
#include "fuota/taskjson.h"
#include "fuota/transferplan.h"
#include "fuota/validation.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <cstdio>

using namespace fuotadesk;

namespace {

constexpr int Rounds = 9;

CampaignDraft exampleDraft()
{
    CampaignDraft draft;
    draft.task.name = QStringLiteral("meter-fw-2.4.1");
    draft.task.rfRegion = QStringLiteral("EU868");
    draft.task.firmwareUpdateImage = QStringLiteral("s3://fuota-images/meter-fw-2.4.1.bin");
    draft.task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/fuota-images");
    draft.task.tags = {{QStringLiteral("team"), QStringLiteral("meters")}};
    draft.task.redundancyPercent = 20;
    draft.task.fragmentSizeBytes = 112;
    draft.task.fragmentIntervalMs = 7000;
    draft.imageSizeBytes = 102400;
    return draft;
}

QByteArray exampleBody()
{
    return QJsonDocument(taskJson(exampleDraft().task)).toJson(QJsonDocument::Compact);
}

const SigningScope& scope()
{
    static const SigningScope scope{"20261123T120000Z", "eu-west-1", "iotwireless"};
    return scope;
}

Secret newKey()
{
    return signingKey(Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), scope());
}

// What an attempt costs: the body is hashed, then the three steps. The key is good for a day and
// kept, as the signing transport keeps it.
Signature sign(const QByteArray& body, const Secret& key)
{
    RequestParts parts;
    parts.method = "POST";
    parts.path = "/fuota-tasks";
    parts.headers = {{"Host", "api.iotwireless.eu-west-1.amazonaws.com"},
                     {"Content-Type", "application/json"}};
    parts.payloadHash = sha256Hex(body);
    return *signWithHeaders(std::move(parts), {"AKIDEXAMPLE", key, Secret(), scope()});
}

// The hash functions of that and nothing else: body, canonical request, signature.
qsizetype hashOnly(const QByteArray& body, const Signature& signature, const QByteArray& key)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256).size()
        + QCryptographicHash::hash(signature.canonicalRequest, QCryptographicHash::Sha256).size()
        + QMessageAuthenticationCode::hash(signature.stringToSign, key, QCryptographicHash::Sha256)
              .size();
}

// Microseconds of one call: the best of some rounds, as anything else that runs only adds.
double microseconds(int calls, const auto& call)
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < Rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < calls; ++i)
            call(i);
        best = std::min(best, timer.nsecsElapsed());
    }
    return static_cast<double>(best) / 1000.0 / calls;
}

} // namespace

int main()
{
    const QByteArray body = exampleBody();
    const Secret key = newKey();
    const Signature signature = sign(body, key);
    qint64 sink = 0; // keeps the optimiser from dropping the work
    const double signing = microseconds(2000, [&](int) { sink += sign(body, key).hex.size(); });
    const double keyless =
        microseconds(2000, [&](int) { sink += sign(body, newKey()).hex.size(); });
    const double hashing =
        microseconds(2000, [&](int) { sink += hashOnly(body, signature, key.reveal()); });
    CampaignDraft draft = exampleDraft();
    const double plan = microseconds(20000, [&](int i) {
        draft.task.redundancyPercent = i % 101;
        sink += planTransfer(draft)->sendSeconds();
    });
    const double preview = microseconds(500, [&](int i) {
        draft.task.redundancyPercent = i % 101;
        sink += planTransfer(draft)->sendSeconds() + findingsOf(draft).size();
        sink += QJsonDocument(taskJson(draft.task)).toJson().size();
    });
    std::printf(
        "{\"body\": %s, \"signature\": \"%s\", \"sign_us\": %.3f, \"sign_with_new_key_us\": %.3f, "
        "\"hash_us\": %.3f, \"plan_us\": %.4f, \"preview_us\": %.3f, \"sink\": %lld}\n",
        body.constData(), signature.hex.constData(), signing, keyless, hashing, plan, preview,
        static_cast<long long>(sink));
    return 0;
}
