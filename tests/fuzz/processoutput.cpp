#include "fuzz/fuzz.h"

#include "signin/processcredentials.h"
#include "signin/shellwords.h"

using namespace fuotadesk;

// Output gives whole keys or a code, and a command line splits into words that split the same when
// each is quoted.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzzBytes(data, size);
    const auto issued = readProcessOutput(bytes, QStringLiteral("1"));
    if (issued) {
        mustHold(!issued->credentials.accessKeyId.isEmpty() && !issued->accountId.isEmpty());
        mustHold(!issued->credentials.secretAccessKey.isEmpty());
        mustHold(!issued->expiresAt || issued->expiresAt->isValid());
    } else {
        mustHold(!issued.error().code.isEmpty());
    }
    const auto words = shellWords(QString::fromUtf8(bytes));
    if (!words)
        return 0;
    QString quoted;
    for (QString word : *words)
        quoted += u'\'' + word.replace(u'\'', QStringLiteral("'\\''")) + QStringLiteral("' ");
    mustHold(shellWords(quoted) == words);
    return 0;
}
