#pragma once

#include "campaign/submission.h"

namespace fuotadesk {

class ServiceStack;

// One pressed "Create", step by step: settle an earlier press of another draft, claim or write the
// intent, look an open one up, create, settle. Its call may be cancelled; the journal is brought up
// to date all the same.
class SubmissionRun : public QObject {
    Q_OBJECT

public:
    struct Parts {
        IntentJournal& journal;
        std::shared_ptr<ServiceStack> stack;
        QString connectionId;
        QString endpoint;
        QDateTime now;
        QString freshToken;
    };

    SubmissionRun(const Parts& parts, CallOf<SubmittedTask>* call, QObject* parent);

    // openToken: of an earlier press whose outcome is not known, or empty.
    void submit(const TaskDraft& task, const QString& openToken);
    void resume(const QString& token);

Q_SIGNALS:
    void stepChanged(fuotadesk::SubmissionStep step);
    // openToken: what is still open afterwards, or empty.
    void ended(const QString& openToken);

private:
    void settleEarlier(const QString& token);
    void takeEarlier(const Result<std::optional<CreatedTask>>& found);
    void claim();
    void takeClaim(const Result<std::optional<Intent>>& intent);
    void beginNew();
    void confirmMade();
    void lookUp(void (SubmissionRun::*then)(const Result<std::optional<CreatedTask>>&));
    void takeLookUp(const Result<std::optional<CreatedTask>>& found);
    void create();
    void takeCreated(const Result<CreatedTask>& created);
    void adopt(const CreatedTask& task);
    void record(IntentState state, std::function<void()> then);
    void succeed(bool adopted);
    void fail(const Error& error);

    Parts m_parts;
    QPointer<CallOf<SubmittedTask>> m_call;
    QPointer<Call> m_underWay;
    TaskDraft m_task;
    QByteArray m_request;
    Intent m_intent;
    QString m_openToken;
    bool m_cancelled = false;
};

} // namespace fuotadesk
