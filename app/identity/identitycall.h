#pragma once

#include "aws/httpmessage.h"

#include <QJsonObject>
#include <QMap>

namespace fuotadesk {

// A request to one of the services that say who somebody is. path and query are as they stand on
// the wire; requestId is that of the answer.
struct IdentityCall {
    QByteArray method;
    QByteArray path;
    QByteArray query;
    HttpHeaders headers;
    QByteArray body;
    QString requestId;
};

// "http://127.0.0.1:4711", as the Host header has it; this very machine when that is no host.
QString originOf(const IdentityCall& call);

// "a=1&b=x+y": of a name given twice the first counts; at most so many are read.
inline constexpr qsizetype MostFormFields = 200;
using FormFields = QMap<QString, QString>;
FormFields formFields(const QByteArray& text);

HttpResponse jsonReply(int status, const QJsonObject& body);
// type goes into x-amzn-ErrorType, as "UnauthorizedException".
HttpResponse errorReply(int status, const QByteArray& type, const QJsonObject& body);
HttpResponse pageReply(int status, const QByteArray& html);
HttpResponse redirectReply(const QByteArray& location);

} // namespace fuotadesk
