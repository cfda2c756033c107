#include "fuzz/fuzz.h"

#include "fuota/recipientfile.h"

using namespace fuotadesk;

namespace {

QByteArray listOf(const RecipientFile& file)
{
    QByteArray list = "name\n"; // without a header a name could be taken for one
    for (const RecipientEntry& each : file.entries)
        list += '"' + each.text.toUtf8().replace("\"", "\"\"") + "\"\n";
    return list;
}

} // namespace

// Lines come in order and within the text, no text comes twice, and what was understood is
// understood the same from its own list.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto file = readRecipients(fuzzBytes(data, size));
    mustHold(file.has_value());
    qint64 line = 1;
    for (const RecipientEntry& each : file->entries) {
        mustHold(each.line >= line && each.line <= qint64(size) + 1 && !each.text.isEmpty());
        line = each.line;
    }
    for (const RecipientProblem& each : file->problems)
        mustHold(each.line >= 1 && each.otherLine < each.line + 1);
    const auto again = readRecipients(listOf(*file));
    mustHold(again && again->problems.isEmpty());
    mustHold(again->entries.size() == file->entries.size());
    for (qsizetype i = 0; i < file->entries.size(); ++i)
        mustHold(again->entries.at(i).text == file->entries.at(i).text
                 && again->entries.at(i).form == file->entries.at(i).form);
    return 0;
}
