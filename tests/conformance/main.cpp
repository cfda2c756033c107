#include "conformance/kinds.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <array>
#include <cstdio>
#include <string_view>

namespace {

using namespace fuotadesk;

struct Kind {
    const char* name;
    void (*run)(const QJsonObject&, CaseRunner&);
};

// clang-format off
constexpr std::array Kinds = {
    Kind{"sigv4", runSigV4Cases},
    Kind{"restjson", runRestJsonCases},
    Kind{"model", runModelCases},
    Kind{"recovery", runRecoveryCases},
    Kind{"ts004", runTs004Cases},
    Kind{"airtime", runAirTimeCases},
    Kind{"regions", runRegionCases},
    Kind{"profiles", runProfileCases},
};
// clang-format on

int usage()
{
    std::fputs("usage: conformance KIND FILE\nkinds:", stderr);
    for (const Kind& kind : Kinds)
        std::fprintf(stderr, " %s", kind.name);
    std::fputs("\n", stderr);
    return 2;
}

} // namespace

// conformance KIND FILE: runs the program's own code on the inputs of a data file.
int main(int argc, char** argv)
{
    if (argc != 3)
        return usage();
    const auto kind = std::ranges::find_if(
        Kinds, [&](const Kind& each) { return std::string_view(each.name) == argv[1]; });
    if (kind == Kinds.end())
        return usage();
    QFile file(QString::fromLocal8Bit(argv[2]));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s: %s\n", argv[2], qUtf8Printable(file.errorString()));
        return 2;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject()) {
        std::fprintf(stderr, "%s: %s\n", argv[2], qUtf8Printable(error.errorString()));
        return 2;
    }
    const QCoreApplication application(argc, argv); // calls settle in its loop
    CaseRunner runner;
    kind->run(document.object(), runner);
    return runner.summary();
}
