#include "campaign/mfaquestions.h"

#include <algorithm>
#include <utility>

namespace fuotadesk {

MfaQuestions::MfaQuestions(QObject* parent) : QObject(parent) { }

MfaQuestions::~MfaQuestions()
{
    for (const Waiting& each : std::exchange(m_waiting, {})) {
        disconnect(each.call, nullptr, this, nullptr);
        each.call->settle(failure(ErrorKind::Cancelled));
    }
}

CallOf<QString>* MfaQuestions::askCode(const RoleStep& role, QObject* owner)
{
    auto* call = new CallOf<QString>(owner);
    call->onCancel([self = QPointer<MfaQuestions>(this), call] {
        if (self)
            self->drop(call);
    });
    connect(call, &QObject::destroyed, this, &MfaQuestions::drop);
    m_waiting.append({{role.profile, role.roleArn, role.mfaSerial}, call});
    if (m_waiting.size() == 1)
        Q_EMIT changed();
    return call;
}

std::optional<MfaQuestion> MfaQuestions::current() const
{
    if (m_waiting.isEmpty())
        return {};
    return m_waiting.first().question;
}

void MfaQuestions::answer(const QString& code)
{
    if (m_waiting.isEmpty())
        return;
    m_waiting.takeFirst().call->settle(code);
    Q_EMIT changed();
}

void MfaQuestions::decline()
{
    if (m_waiting.isEmpty())
        return;
    m_waiting.takeFirst().call->settle(failure(ErrorKind::Cancelled));
    Q_EMIT changed();
}

void MfaQuestions::drop(const QObject* call)
{
    const auto place = std::find_if(m_waiting.cbegin(), m_waiting.cend(),
                                    [call](const Waiting& each) { return each.call == call; });
    if (place == m_waiting.cend())
        return;
    const bool wasCurrent = place == m_waiting.cbegin();
    m_waiting.erase(place);
    if (wasCurrent)
        Q_EMIT changed();
}

} // namespace fuotadesk
