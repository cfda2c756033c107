#include "console/planoptions.h"

#include "fuota/radioplan.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace fuotadesk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PlanOptions", text);
}

QCommandLineOption option(const char* name, const QString& description, const char* value)
{
    return {QString::fromLatin1(name), description, QString::fromLatin1(value)};
}

tl::unexpected<Error> wrongUsage(const QString& complaint)
{
    return failure(ErrorKind::InputInvalid, {}, complaint);
}

Result<std::optional<double>> shareFrom(const QCommandLineParser& parser, const char* name)
{
    const QString text = parser.value(QString::fromLatin1(name));
    if (text.isEmpty())
        return std::optional<double>();
    bool isNumber = false;
    const double share = text.toDouble(&isNumber);
    if (!isNumber || !(share >= 0 && share <= 1))
        return wrongUsage(
            tr("--%1 takes a number from 0 to 1, not “%2”.").arg(QLatin1String(name), text));
    return std::optional(share);
}

Result<std::optional<int>> numberFrom(const QCommandLineParser& parser, const char* name, int least,
                                      int most)
{
    const QString text = parser.value(QString::fromLatin1(name));
    if (text.isEmpty())
        return std::optional<int>();
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return wrongUsage(tr("--%1 takes a whole number from %2 to %3, not “%4”.")
                              .arg(QLatin1String(name))
                              .arg(least)
                              .arg(most)
                              .arg(text));
    return std::optional(number);
}

Result<QString> wordFrom(const QCommandLineParser& parser, const char* name,
                         const QStringList& words)
{
    const QString text = parser.value(QString::fromLatin1(name));
    if (text.isEmpty() || words.contains(text))
        return text;
    return wrongUsage(
        tr("--%1 takes one of %2, not “%3”.").arg(QLatin1String(name), words.join(u", "), text));
}

} // namespace

void addPlanOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        option("loss", tr("Share of fragments a device loses, 0 to 1."), "P"),
        option("suggest",
               tr("Looks for the quickest way in which this share of the devices gets "
                  "the image, 0 to 1."),
               "P"),
        option("data-rate", tr("Data rate of the region, 0 to 15."), "N"),
        option("devices", tr("Number of devices."), "N"),
        option("gateways", tr("Gateways that send one after the other, 1 to 20."), "N"),
        option("variant", tr("How the sender reads the code: v1, v2 or v2_text."), "NAME"),
        option("decoder", tr("Decoder of the devices: %1.").arg(decoderNames().join(u", ")),
               "NAME"),
    });
}

// Each option in turn, until one is wrong.
Result<PlanOptions> planOptionsFrom(const QCommandLineParser& parser)
{
    PlanOptions options;
    std::optional<Error> wrong;
    const auto take = [&wrong](auto& target, const auto& read) {
        if (read)
            target = *read;
        else if (!wrong)
            wrong = read.error();
    };
    take(options.loss, shareFrom(parser, "loss"));
    take(options.suggest, shareFrom(parser, "suggest"));
    take(options.dataRate, numberFrom(parser, "data-rate", 0, 15));
    take(options.devices, numberFrom(parser, "devices", 1, 10'000'000));
    take(options.gateways, numberFrom(parser, "gateways", 1, 20));
    take(options.variant, wordFrom(parser, "variant", variantNames()));
    take(options.decoder, wordFrom(parser, "decoder", decoderNames()));
    if (wrong)
        return failure(*wrong);
    return options;
}

} // namespace fuotadesk
