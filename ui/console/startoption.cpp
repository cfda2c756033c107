#include "console/startoption.h"

#include "fuota/starttime.h"
#include "text/numbertext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace fuotadesk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("StartOption", text);
}

tl::unexpected<Error> wrongUsage(const QString& complaint)
{
    return failure(ErrorKind::InputInvalid, {}, complaint);
}

std::chrono::minutes unitOf(const QString& letter)
{
    if (letter == u"d")
        return std::chrono::hours(24);
    return letter == u"h" ? std::chrono::minutes(60) : std::chrono::minutes(1);
}

Result<StartOption> afterNow(int number, const QString& unit)
{
    StartOption start;
    start.after = number * unitOf(unit);
    if (start.after < StartLead)
        return wrongUsage(
            tr("A session begins 30 minutes from now at the earliest: --start-at +30m."));
    return start;
}

} // namespace

QDateTime StartOption::askedAt(const QDateTime& now) const
{
    if (at.isValid())
        return at;
    return std::max(now.addSecs(std::chrono::seconds(after).count()), soonestStart(now));
}

bool StartOption::isTooSoon(const QDateTime& now) const
{
    return at.isValid() && at < now.addSecs(std::chrono::seconds(StartLead).count());
}

Result<StartOption> startOptionFrom(const QString& text)
{
    static const QRegularExpression relative(
        QRegularExpression::anchoredPattern(QStringLiteral("(?:now)?\\+(\\d{1,6})([mhd])")));
    static const QRegularExpression absolute(QRegularExpression::anchoredPattern(
        QStringLiteral("\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?"
                       "([Zz]|[+-]\\d\\d:\\d\\d)")));
    if (const auto match = relative.match(text); match.hasMatch())
        return afterNow(match.captured(1).toInt(), match.captured(2));
    StartOption start;
    if (absolute.match(text).hasMatch())
        start.at =
            QDateTime::fromString(text.toUpper().replace(u' ', u'T'), Qt::ISODateWithMs).toUTC();
    if (!start.at.isValid())
        return wrongUsage(tr("--start-at takes a time with its offset, as 2026-11-25T02:00:00Z or "
                             "2026-11-25T03:00+01:00, or as +45m, +2h or +1d from now; not “%1”.")
                              .arg(text));
    return start;
}

} // namespace fuotadesk
