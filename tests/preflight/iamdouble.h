#pragma once

#include "aws/signedtransports.h"
#include "aws/transport.h"

#include <QMap>
#include <QStringList>

namespace fuotadesk {

// IAM for tests of what asks it many things at once: an answer for each call, by "Action" or
// "Action policy" or "Action marker". What nobody has answered is refused, AccessDenied. Answers
// come later.
class IamDouble final : public SignedTransports, public Transport {
public:
    // result: what is in <ActionResult>.
    void answer(const QString& call, const QByteArray& result);
    void refuse(const QString& call, int status, const QByteArray& code);
    void fail(const QString& call, ErrorKind kind, bool maybeExecuted);
    void staySilent(const QString& call) { m_silent.append(call); }

    const QStringList& calls() const { return m_calls; }
    const QList<QMap<QString, QString>>& forms() const { return m_forms; }
    int cancelled() const { return m_gone; }

    Transport& signedFor(const char*, const QString&) override { return *this; }
    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;
    // For doubles of whole services.
    HttpResponse answerTo(const HttpRequest& request);

private:
    QString take(const HttpRequest& request);
    Result<HttpResponse> answerOf(const QString& call) const;

    QMap<QString, Result<HttpResponse>> m_answers;
    QStringList m_silent;
    QStringList m_calls;
    QList<QMap<QString, QString>> m_forms;
    int m_gone = 0;
};

// <Role> or <member> with a trust policy, for "arn:aws:iam::123456789012:role/NAME".
QByteArray roleXml(const QByteArray& tag, const QByteArray& name, const QByteArray& trustPolicy);
QByteArray documentXml(const QByteArray& tag, const QByteArray& document);

} // namespace fuotadesk
