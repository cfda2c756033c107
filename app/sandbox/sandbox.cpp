#include "sandbox/sandbox.h"

#include "sandbox/httpendpoint.h"
#include "sandbox/requestreader.h"
#include "sandbox/sandboxservice.h"

#include <QStringView>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qsizetype AccessKeyIdLength = 20;
constexpr qsizetype SecretLength = 40;
constexpr qsizetype LargestUpload = qsizetype{16} * 1024 * 1024; // bytes, of one request to S3

QByteArray randomText(QByteArray text, qsizetype length, QByteArrayView alphabet,
                      RandomSource& random)
{
    while (text.size() < length) {
        const auto index = qsizetype(random.unit() * double(alphabet.size()));
        text.append(alphabet.at(std::min(index, alphabet.size() - 1)));
    }
    return text;
}

Credentials makeCredentials(RandomSource& random)
{
    const QByteArray id =
        randomText("AKIASANDBOX", AccessKeyIdLength, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", random);
    const QByteArray secret =
        randomText({}, SecretLength,
                   "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", random);
    return {QString::fromLatin1(id), Secret(secret), {}};
}

qsizetype mostBytesOf(const HttpCall& head)
{
    return S3Signature::isFor(head) ? LargestUpload : LargestBody;
}

class Sandbox final : public LocalEndpoint {
public:
    Sandbox(const Clock& clock, RandomSource& random)
        : m_credentials(makeCredentials(random)),
          m_service(m_credentials, region(), clock, random),
          m_endpoint([this](const HttpCall& call) { return m_service.answer(call); },
                     [this](const QString& reason) { return m_service.unreadable(reason); },
                     mostBytesOf)
    {
    }

    Result<void> start(const LocalEndpointOptions& options) override
    {
        if (Result<void> set = m_service.setFaults(options.faults); !set)
            return set;
        m_service.limitRate(options.quota);
        m_service.resizeFleet(std::clamp(options.devices, 0, DeviceFleet::MostDevices));
        m_service.growBuckets(std::clamp(options.objects, 0, int{MostObjects}));
        m_service.time().setSpeed(options.speed);
        return m_endpoint.start(options.port);
    }

    void stop() override { m_endpoint.stop(); }

    QString url() const override
    {
        if (m_endpoint.port() == 0)
            return {};
        return QStringLiteral("http://127.0.0.1:%1").arg(m_endpoint.port());
    }

    QString region() const override { return sandboxConnection().region; }
    Credentials credentials() const override { return m_credentials; }
    QList<SignInFile> signInFiles(const QString& folder) override
    {
        return m_service.signInFiles(url(), folder);
    }

    void setSpeed(double speed) override { m_service.time().setSpeed(speed); }
    double speed() const override { return m_service.time().speed(); }
    void pause() override { m_service.time().pause(); }
    void resume() override { m_service.time().resume(); }
    bool isPaused() const override { return m_service.time().isPaused(); }
    void jump(std::chrono::milliseconds forward) override { m_service.time().jump(forward); }
    bool jumpToNextStart() override { return m_service.jumpToNextStart(); }
    Result<void> setFaults(const QList<FaultSpec>& faults) override
    {
        return m_service.setFaults(faults);
    }
    void setQuota(bool limited) override { m_service.limitRate(limited); }
    void growFleet(int devices) override { m_service.growFleet(devices); }

private:
    Credentials m_credentials;
    SandboxService m_service;
    HttpEndpoint m_endpoint;
};

} // namespace

std::unique_ptr<LocalEndpoint> makeSandbox(const Clock& clock, RandomSource& random)
{
    return std::make_unique<Sandbox>(clock, random);
}

} // namespace fuotadesk
