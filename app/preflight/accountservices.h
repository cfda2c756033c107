#pragma once

#include "aws/iam/iamclient.h"
#include "aws/s3/s3client.h"

#include <QObject>

namespace fuotadesk {

class Session;

// S3 and IAM as the active connection reaches them. Whoever holds one can finish what was begun
// after a change of connection.
class AccountServices : public QObject {
    Q_OBJECT

public:
    explicit AccountServices(Session& session, QObject* parent = nullptr);
    ~AccountServices() override;

    // Null unless the session is ready.
    std::shared_ptr<S3Client> s3();
    std::shared_ptr<IamClient> iam();
    // What s3() leads to: scheme://host[:port], and the connection's id; empty with null.
    const QString& endpoint() const { return m_endpoint; }
    const QString& connectionId() const { return m_connectionId; }

Q_SIGNALS:
    // Others from now on, or none.
    void changed();

private:
    void follow();

    Session& m_session;
    std::shared_ptr<S3Client> m_s3;
    std::shared_ptr<IamClient> m_iam;
    QString m_endpoint;
    QString m_connectionId;
};

} // namespace fuotadesk
