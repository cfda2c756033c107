#include "conformance/kinds.h"
#include "conformance/ts004.h"

#include "lorawan/fragmentcommands.h"

#include <QRegularExpression>

#include <bit>

namespace fuotadesk {

using lorawan::Variant;

namespace {

QString named(const char* section, const QJsonObject& test, const QString& first,
              const QString& second)
{
    return QStringLiteral("%1 %2 %3, %4 %5")
        .arg(QLatin1String(section), first)
        .arg(test.value(first).toInt())
        .arg(second)
        .arg(test.value(second).toInt());
}

Disagreements checkSequence(const QJsonObject& test)
{
    Disagreements found;
    auto state = static_cast<std::uint32_t>(test.value(u"start").toInteger());
    QJsonArray states;
    const QJsonArray expected = test.value(u"next").toArray();
    for (qsizetype i = 0; i < expected.size(); ++i) {
        state = lorawan::prbs23(state);
        states.append(qint64(state));
    }
    if (expected.isEmpty())
        found.add(QStringLiteral("no states"));
    found.expect("next", QJsonValue(expected), QJsonValue(states));
    return found;
}

// Whole rows, or where they are long their SHA-256 and their beginning.
void compareRow(const QJsonObject& test, const QString& prefix, Variant variant,
                Disagreements& found)
{
    const QByteArray row =
        ts004::packedRow(variant, test.value(u"M").toInt(), test.value(u"N").toInt());
    int weight = 0;
    for (const char byte : row)
        weight += std::popcount(static_cast<unsigned char>(byte));
    found.expect("weight", test.value(prefix + QStringLiteral("_weight")), QJsonValue(weight));
    if (test.contains(prefix)) {
        found.expect("row", test.value(prefix).toString().toUtf8(), row.toHex());
        return;
    }
    found.expect("SHA-256", test.value(prefix + QStringLiteral("_sha256")).toString().toUtf8(),
                 ts004::sha256(row));
    found.expect("first 8 bytes",
                 test.value(prefix + QStringLiteral("_first8")).toString().toUtf8(),
                 row.left(8).toHex());
}

Disagreements checkRow(const QJsonObject& test)
{
    Disagreements found;
    compareRow(test, QStringLiteral("v1"), Variant::V1, found);
    compareRow(test, QStringLiteral("v2"), Variant::V2, found);
    return found;
}

Disagreements checkTextRow(const QJsonObject& test)
{
    Disagreements found;
    const int dataFragments = test.value(u"M").toInt();
    const int coded = test.value(u"onair_n").toInt() - dataFragments;
    found.expect("row", test.value(u"row").toString().toUtf8(),
                 ts004::packedRow(Variant::V2Text, dataFragments, coded).toHex());
    return found;
}

// The values stand in a sentence: "FragIndex 3, McGroupBitMask 0001, NbFrag 1024".
QString valueIn(const QString& sentence, const char* name)
{
    const QRegularExpression pattern(
        QStringLiteral("\\b%1 ([0-9a-fA-F]+)\\b").arg(QLatin1String(name)));
    return pattern.match(sentence).captured(1);
}

lorawan::Message builtSetup(const QString& means)
{
    lorawan::FragmentSession session;
    session.fragIndex = valueIn(means, "FragIndex").toInt();
    session.multicastGroups = valueIn(means, "McGroupBitMask").toInt(nullptr, 2);
    session.dataFragments = valueIn(means, "NbFrag").toInt();
    session.fragmentSize = valueIn(means, "FragSize").toInt();
    session.matrix = valueIn(means, "FragAlgo").toInt();
    session.blockAckDelay = valueIn(means, "BlockAckDelay").toInt();
    session.padding = valueIn(means, "Padding").toInt();
    const auto descriptor = QByteArray::fromHex(valueIn(means, "Descriptor").toUtf8());
    std::copy_n(descriptor.begin(), std::min<qsizetype>(descriptor.size(), 4),
                session.descriptor.begin());
    return lorawan::sessionSetupRequest(session);
}

lorawan::Message builtCommand(const QString& command, const QString& means)
{
    if (command.startsWith(u"FragSessionSetupReq"))
        return builtSetup(means);
    if (command != u"FragSessionStatusAns")
        return {};
    return lorawan::sessionStatusAnswer(
        {valueIn(means, "FragIndex").toInt(), valueIn(means, "NbFragReceived").toInt(),
         valueIn(means, "MissingFrag").toInt(), means.contains(u"status bit0")});
}

Disagreements checkCommand(const QJsonObject& test)
{
    Disagreements found;
    const auto built = builtCommand(test.value(u"cmd").toString(), test.value(u"means").toString());
    if (!built)
        found.add(QStringLiteral("cannot be built"));
    else
        found.expect("bytes", test.value(u"bytes").toString().toUtf8().replace(" ", ""),
                     ts004::bytesOf(*built).toHex());
    return found;
}

void runRows(const char* section, const QJsonObject& document, const QString& number,
             const CaseRunner::Check& check, CaseRunner& runner)
{
    for (const auto list = document.value(QLatin1String(section)).toArray();
         const QJsonValue& each : list) {
        const QJsonObject test = each.toObject();
        runner.finish(named(section, test, QStringLiteral("M"), number), check(test));
    }
}

// A section this program does not know would pass unseen.
void demandKnownSections(const QJsonObject& document, CaseRunner& runner)
{
    const QStringList known = {QStringLiteral("about"),       QStringLiteral("prbs23"),
                               QStringLiteral("rows"),        QStringLiteral("extra"),
                               QStringLiteral("encode"),      QStringLiteral("commands_v1"),
                               QStringLiteral("v2_text_rows")};
    Disagreements found;
    for (const QString& section : document.keys())
        if (!known.contains(section))
            found.add(QStringLiteral("unknown section ") + section);
    if (!found.lines().isEmpty())
        runner.finish(QStringLiteral("document"), found);
}

} // namespace

void runTs004Cases(const QJsonObject& document, CaseRunner& runner)
{
    demandKnownSections(document, runner);
    for (const auto list = document.value(u"prbs23").toArray(); const QJsonValue& each : list)
        runner.finish(QStringLiteral("prbs23 from %1").arg(each[u"start"].toInteger()),
                      checkSequence(each.toObject()));
    runRows("rows", document, QStringLiteral("N"), checkRow, runner);
    runRows("extra", document, QStringLiteral("N"), checkRow, runner);
    runRows("v2_text_rows", document, QStringLiteral("onair_n"), checkTextRow, runner);
    runner.runAll(document.value(u"encode").toArray(), QStringLiteral("name"),
                  ts004::checkEncoding);
    runner.runAll(document.value(u"commands_v1").toObject().value(u"list").toArray(),
                  QStringLiteral("cmd"), checkCommand);
}

} // namespace fuotadesk
