#pragma once

#include "aws/s3/s3values.h"
#include "base/call.h"
#include "base/clock.h"
#include "fuota/imagelocation.h"

#include <QObject>

#include <memory>

namespace fuotadesk {

class AccountServices;

enum class ImageState {
    Unasked, // no s3://bucket/key, or nobody has asked, or signed out
    Asking,
    Found,
    Missing,
    Failed, // error() says why, AccessDenied among it
};

// What S3 tells of the image the draft names: asked when the field was left, again when that is
// older than a minute, and of another connection as soon as there is one. While the same image is
// asked for again, what was told of it stays.
class ImageLook : public QObject {
    Q_OBJECT

public:
    ImageLook(AccountServices& services, const Clock& clock, QObject* parent = nullptr);

    // Of a text that may be anything. The same as before is not asked again within a minute.
    void look(const QString& uri);
    void lookAgain();

    const QString& uri() const { return m_uri; }
    ImageState state() const { return m_state; }
    const std::optional<S3ObjectFacts>& facts() const { return m_facts; } // when Found
    const std::optional<Error>& error() const { return m_error; }
    const QDateTime& askedAt() const { return m_askedAt; } // of the last answer, UTC

Q_SIGNALS:
    void changed();

private:
    void follow();
    void ask();
    void take(const Result<S3ObjectFacts>& facts);
    void settle(ImageState state);

    AccountServices& m_services;
    const Clock& m_clock;
    QString m_uri;
    ImageState m_state = ImageState::Unasked;
    std::optional<S3ObjectFacts> m_facts;
    std::optional<Error> m_error;
    QDateTime m_askedAt;
    std::unique_ptr<QObject> m_asking; // owns the call under way
};

} // namespace fuotadesk
