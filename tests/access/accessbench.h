#pragma once

#include "access/iamserver.h"
#include "aws/uriencoding.h"
#include "identity/sandboxroles.h"
#include "support/fakes.h"

#include <QXmlStreamReader>

namespace fuotadesk {

using Parameters = QList<std::pair<const char*, QByteArray>>;

// IAM at 2026-01-02T03:04:05Z, asked by the one user where nobody else is named.
struct AccessBench {
    FakeClock clock;
    RoleBook book{clock};
    IamServer server{book};

    HttpResponse ask(const char* action, const Parameters& parameters = {},
                     const Principal& asker = userPrincipal())
    {
        QByteArray form = QByteArray("Action=") + action + "&Version=2010-05-08";
        for (const auto& [name, value] : parameters)
            form += QByteArray("&") + name + '=' + percentEncoded(value);
        return server.answer({"POST", "/", {}, {}, form, QStringLiteral("rid")}, asker);
    }

    // Every text of that name in the order they stand.
    static QStringList texts(const HttpResponse& response, const char* name)
    {
        QStringList found;
        QXmlStreamReader reader(response.body);
        while (!reader.atEnd())
            if (reader.readNext() == QXmlStreamReader::StartElement
                && reader.name() == QLatin1String(name))
                found << reader.readElementText(QXmlStreamReader::IncludeChildElements);
        return found;
    }
    static QString text(const HttpResponse& response, const char* name)
    {
        return texts(response, name).value(0);
    }
    static QByteArray document(const HttpResponse& response, const char* name)
    {
        return percentDecoded(text(response, name).toLatin1());
    }
};

inline const QByteArray TrustIotWireless =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
    R"("Principal":{"Service":"iotwireless.amazonaws.com"},"Action":"sts:AssumeRole"}]})";
inline const QByteArray ReadAll =
    R"({"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}})";

} // namespace fuotadesk
