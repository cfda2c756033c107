#pragma once

#include "signin/signintools.h"

#include <QObject>

#include <optional>

namespace fuotadesk {

// Who asks for the code of a multi-factor device, for which role, and of which device.
struct MfaQuestion {
    QString profile;
    QString roleArn;
    QString serial;

    friend bool operator==(const MfaQuestion&, const MfaQuestion&) = default;
};

// The questions that wait for the operator, the oldest first. One that nobody waits for any more is
// gone by itself.
class MfaQuestions : public QObject, public MfaPrompt {
    Q_OBJECT

public:
    explicit MfaQuestions(QObject* parent = nullptr);
    // What still waits is declined.
    ~MfaQuestions() override;

    CallOf<QString>* askCode(const RoleStep& role, QObject* owner) override;

    // Nothing: there is none.
    std::optional<MfaQuestion> current() const;
    // The current one; the next takes its place. The code is taken as it is.
    void answer(const QString& code);
    void decline();

Q_SIGNALS:
    // current() is another one, or nothing.
    void changed();

private:
    struct Waiting {
        MfaQuestion question;
        CallOf<QString>* call;
    };

    void drop(const QObject* call);

    QList<Waiting> m_waiting;
};

} // namespace fuotadesk
