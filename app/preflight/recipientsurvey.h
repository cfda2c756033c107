#pragma once

#include "campaign/profileshelf.h"
#include "preflight/askingqueue.h"
#include "preflight/errorgate.h"
#include "preflight/recipientchecks.h"

#include <QHash>

namespace fuotadesk {

class ServiceStack;

// Reads the recipients of a draft: each group and its devices, each device, its profile and when it
// was last heard. What is refused leaves the rest.
class RecipientSurvey : public QObject {
    Q_OBJECT

public:
    RecipientSurvey(Session& session, std::shared_ptr<ServiceStack> stack, QObject* parent);

    void start(const Recipients& recipients);
    const RecipientAnswers& answers() const { return m_answers; }
    qsizetype count() const { return m_queue.count(); }
    qsizetype doneCount() const { return m_queue.doneCount(); }

Q_SIGNALS:
    void progressed();
    void ended();

private:
    qsizetype addDevice(const QString& id, const QString& groupClass);
    void askGroup(qsizetype index);
    void askMembers(qsizetype index);
    void takeMembers(qsizetype index, const Result<QList<WirelessDeviceSummary>>& members);
    void askDevice(qsizetype index);
    void takeDevice(qsizetype index, const Result<WirelessDevice>& device);
    void askUplink(qsizetype index);

    std::shared_ptr<ServiceStack> m_stack;
    ProfileShelf m_profiles;
    AskingQueue m_queue;
    ErrorGate m_deviceGate;
    ErrorGate m_uplinkGate;
    ErrorGate m_groupGate;
    RecipientAnswers m_answers;
    QHash<QString, qsizetype> m_known; // devices, by id
};

} // namespace fuotadesk
