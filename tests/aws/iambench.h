#pragma once

#include "aws/iam/iamclient.h"
#include "support/outcome.h"
#include "support/signedscript.h"

#include <QTest>

namespace fuotadesk {

inline const auto IamNamespace = QByteArray(" xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"");

inline QByteArray iamAnswer(const QByteArray& action, const QByteArray& result)
{
    return '<' + action + "Response" + IamNamespace + "><" + action + "Result>" + result + "</"
        + action
        + "Result><ResponseMetadata><RequestId>7a62c49f-347e-4fc4-9331-6e8eEXAMPLE</RequestId>"
        + "</ResponseMetadata></" + action + "Response>";
}

// A client of IAM on a script.
struct IamBench {
    SignedScript transports;
    IamClient iam{transports,
                  {QUrl(QStringLiteral("https://iam.amazonaws.com")), QStringLiteral("us-east-1")}};
    QObject owner;

    template <typename T>
    Result<T> settled(CallOf<T>* call)
    {
        Outcome<T> outcome;
        outcome.watch(call, &owner);
        [&] { QTRY_COMPARE(outcome.count, 1); }();
        return outcome.result.value_or(failure(ErrorKind::Cancelled));
    }
};

} // namespace fuotadesk
