#include "console/submitoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace fuotadesk {

namespace {

const auto Recipients = QStringLiteral("recipients");
const auto StartAt = QStringLiteral("start-at");
const auto Watch = QStringLiteral("watch");

QString tr(const char* text)
{
    return QCoreApplication::translate("SubmitOptions", text);
}

} // namespace

void addSubmitOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        {Recipients,
         tr("Adds the devices of this file, a list or a table of ids, DevEUIs or names, beside "
            "the recipients of the template. Nothing is created unless all of them are found."),
         QStringLiteral("FILE")},
        {StartAt,
         tr("Starts the session then: a time with its offset, as 2026-11-25T02:00:00Z, or +45m, "
            "+2h or +1d from now; 30 minutes from now at the earliest."),
         QStringLiteral("T")},
        {Watch,
         tr("Follows the session to its end and counts what became of the devices; exit status 3 "
            "when one of them has not got the image.")},
    });
}

void addStartOption(QCommandLineParser& parser)
{
    parser.addOption({StartAt,
                      tr("When the session shall begin: a time with its offset, as "
                         "2026-11-25T02:00:00Z, or +45m, +2h or +1d from now."),
                      QStringLiteral("T")});
}

Result<std::optional<StartOption>> startAtFrom(const QCommandLineParser& parser)
{
    if (!parser.isSet(StartAt))
        return std::optional<StartOption>();
    const auto start = startOptionFrom(parser.value(StartAt));
    if (!start)
        return failure(start.error());
    return std::optional(*start);
}

Result<SubmitOptions> submitOptionsFrom(const QCommandLineParser& parser)
{
    SubmitOptions options;
    options.recipientsFile = parser.value(Recipients);
    options.watch = parser.isSet(Watch);
    const auto startAt = startAtFrom(parser);
    if (!startAt)
        return failure(startAt.error());
    options.startAt = *startAt;
    if (options.watch && !options.startAt)
        return failure(ErrorKind::InputInvalid, {},
                       tr("--watch follows a session: say with --start-at when it begins."));
    return options;
}

} // namespace fuotadesk
