#include "fuzz/fuzz.h"

#include "policy/policydocument.h"

using namespace fuotadesk;

namespace {

PolicyDocument withoutDenials(PolicyDocument document)
{
    document.statements.removeIf([](const PolicyStatement& each) { return !each.allows; });
    return document;
}

} // namespace

// The last four lines are a question - principal, action, resource, and one key's value -, the rest
// is a document. What a document says is not changed by saying it twice; a denial never allows.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    QList<QByteArray> lines = fuzzBytes(data, size).split('\n');
    AccessQuestion question;
    if (lines.size() > 4) {
        question.context = {{QStringLiteral("aws:key"), {QString::fromUtf8(lines.takeLast())}}};
        question.resource = QString::fromUtf8(lines.takeLast());
        question.action = QString::fromUtf8(lines.takeLast());
        question.principal = QString::fromUtf8(lines.takeLast());
    }
    const auto document = parsePolicy(lines.join('\n'));
    if (!document) {
        mustHold(document.error().kind == ErrorKind::FileMalformed);
        return 0;
    }
    const Verdict verdict = verdictOf({*document}, question);
    mustHold(verdictOf({*document, *document}, question) == verdict);
    const Verdict lenient = verdictOf({withoutDenials(*document)}, question);
    mustHold(lenient != Verdict::Denied);
    if (verdict == Verdict::Allowed)
        mustHold(lenient == Verdict::Allowed);
    if (verdict == Verdict::NotAllowed)
        mustHold(lenient == Verdict::NotAllowed);
    return 0;
}
