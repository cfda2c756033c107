#pragma once

#include "base/connection.h"
#include "sandbox/httpcall.h"

#include <QDateTime>

namespace fuotadesk {

// Signs for iotwireless in eu-west-1 with the signer of app/aws.
struct TestSigner {
    QByteArray accessKeyId = "AKIDEXAMPLE";
    QByteArray secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    QByteArray sessionToken = {};
    QByteArray region = "eu-west-1";
    QByteArray service = "iotwireless";
    QDateTime time = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    bool addPayloadHash = false;

    Credentials credentials() const;
    // The call with X-Amz-Date, Authorization and what else the signature needs. A Host is added
    // when there is none.
    HttpCall operator()(HttpCall call) const;
};

TestSigner signerFor(const Credentials& credentials);

} // namespace fuotadesk
