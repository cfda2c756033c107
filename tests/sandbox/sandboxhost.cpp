#include "sandbox/sandbox.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstring>

// sandboxhost [--quota]: prints one JSON line when it listens and runs until standard input ends.
int main(int argc, char** argv)
{
    using namespace fuotadesk;
    const SystemClock clock;
    SystemRandom random;
    const auto sandbox = makeSandbox(clock, random);
    LocalEndpointOptions options;
    options.quota = argc > 1 && std::strcmp(argv[1], "--quota") == 0;
    if (!sandbox->start(options))
        return 1;
    const Credentials credentials = sandbox->credentials();
    const QJsonObject line{{QStringLiteral("endpoint"), sandbox->url()},
                           {QStringLiteral("accessKeyId"), credentials.accessKeyId},
                           {QStringLiteral("secretAccessKey"),
                            QString::fromLatin1(credentials.secretAccessKey.reveal())},
                           {QStringLiteral("region"), sandbox->region()}};
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    sandbox->stop();
    return 0;
}
