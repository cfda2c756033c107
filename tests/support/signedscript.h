#pragma once

#include "aws/signedtransports.h"
#include "support/scriptedtransport.h"

#include <QString>

namespace fuotadesk {

// One script for every service that is asked for; says which those were ("iam us-east-1").
class SignedScript final : public SignedTransports {
public:
    Transport& signedFor(const char* service, const QString& region) override
    {
        m_asked.append(QString::fromLatin1(service) + u' ' + region);
        return script;
    }

    const QStringList& asked() const { return m_asked; }

    ScriptedTransport script;

private:
    QStringList m_asked;
};

} // namespace fuotadesk
