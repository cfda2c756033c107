#pragma once

#include "campaign/submission.h"

#include <QSet>

#include <memory>

namespace fuotadesk {

class NoticeStack;
class Session;

// Offers to finish the creates that a crash, a quit or a lost answer left open on the active
// connection. Each is offered once; finishing it never makes a second task.
class InterruptedCreates : public QObject {
    Q_OBJECT

public:
    InterruptedCreates(Session& session, Submission& submission, NoticeStack* notices,
                       QObject* parent = nullptr);

Q_SIGNALS:
    void finished(const fuotadesk::SubmittedTask& task);

private:
    void look();
    void offer(const Intent& intent);
    void offerAgain(const Intent& intent, const QString& name, const Error& error);
    void finish(const Intent& intent, const QString& name);
    void askToDrop(const Intent& intent, const QString& name);
    void drop(const Intent& intent, const QString& name);

    Session& m_session;
    Submission& m_submission;
    NoticeStack* m_notices;
    std::unique_ptr<QObject> m_round; // what was begun on the connection of the moment
    QSet<QString> m_offered; // tokens
};

} // namespace fuotadesk
