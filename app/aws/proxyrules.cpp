#include "aws/proxyrules.h"

#include "aws/endpoint.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace fuotadesk {

namespace {

struct Entry {
    QString host;
    int port = -1;
};

// "host:8080", "[::1]:8080", "::1" (no port: several colons)
Entry entryFrom(const QString& text)
{
    static const QRegularExpression bracketed(QStringLiteral("^\\[(.+)\\](?::(\\d+))?$"));
    static const QRegularExpression withPort(QStringLiteral("^([^:]+):(\\d+)$"));
    for (const QRegularExpression& form : {bracketed, withPort}) {
        const auto match = form.match(text);
        if (match.hasMatch())
            return {match.captured(1),
                    match.captured(2).isEmpty() ? -1 : match.captured(2).toInt()};
    }
    return {text};
}

bool matchesName(const QString& pattern, const QString& host)
{
    QString name = pattern;
    if (name.startsWith(u'*'))
        name.remove(0, 1);
    if (name.startsWith(u'.'))
        name.remove(0, 1);
    return !name.isEmpty()
        && (host.compare(name, Qt::CaseInsensitive) == 0
            || host.endsWith(u'.' + name, Qt::CaseInsensitive));
}

bool matchesHost(const QString& pattern, const QString& host)
{
    if (pattern == u"*")
        return true;
    const QHostAddress address(host);
    if (address.isNull())
        return matchesName(pattern, host);
    if (pattern.contains(u'/')) {
        const auto [network, bits] = QHostAddress::parseSubnet(pattern);
        return bits >= 0 && network.protocol() == address.protocol()
            && address.isInSubnet(network, bits);
    }
    return address == QHostAddress(pattern);
}

} // namespace

bool goesDirect(const QUrl& url, const QString& noProxy)
{
    QString host = url.host();
    if (host.endsWith(u'.'))
        host.chop(1);
    if (isLoopbackHost(host))
        return true;
    static const QRegularExpression separators(QStringLiteral("[,\\s]+"));
    const int port = url.port(url.scheme() == u"http" ? 80 : 443);
    const QStringList entries = noProxy.split(separators, Qt::SkipEmptyParts);
    return std::any_of(entries.begin(), entries.end(), [&](const QString& text) {
        const Entry entry = entryFrom(text);
        return (entry.port < 0 || entry.port == port) && matchesHost(entry.host, host);
    });
}

} // namespace fuotadesk
