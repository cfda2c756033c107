#pragma once

#include "base/call.h"
#include "fuota/fuotatask.h"
#include "store/intentjournal.h"

#include <QObject>

#include <functional>

namespace fuotadesk {

class RandomSource;
class Session;
class SubmissionRun;

// What a submission is doing, for the progress line.
enum class SubmissionStep { Journalling, CheckingEarlier, Creating };

// How a submission ended well. parameters are without the token; adopted: an earlier press or run
// had already made this very task.
struct SubmittedTask {
    CreatedTask task;
    QString token;
    bool adopted = false;
    TaskDraft parameters;

    friend bool operator==(const SubmittedTask&, const SubmittedTask&) = default;
};

// Creates a task exactly once: the intent is in the journal before the first byte, the token stays
// the same until there is a sure answer, an unsure one is first looked up among the tasks and then
// repeated with the same token. One submission at a time per object.
class Submission : public QObject {
    Q_OBJECT

public:
    Submission(Session& session, IntentJournal& journal, const Clock& clock, RandomSource& random,
               QObject* parent = nullptr);

    bool isRunning() const { return m_running; }

    // Errors of the service, the journal and the session; Error::maybeExecuted: press again to find
    // out. When the draft was edited after an unsure answer the earlier press is settled first:
    // EarlierCreateSucceeded (code is the task's id) when it had made its task,
    // EarlierOutcomeUnknown when that can not be found out now.
    CallOf<SubmittedTask>* submit(const TaskDraft& task, QObject* owner);
    // Finishes an intent found at start, with its own token.
    CallOf<SubmittedTask>* resume(const Intent& intent, QObject* owner);
    // The operator gives an open intent up.
    CallOf<void>* drop(const Intent& intent, QObject* owner);
    // The operator has seen the outcome: a later press of the same draft is a new task.
    CallOf<void>* acknowledge(const QString& token, QObject* owner);
    // Intents of the active connection's endpoint that nobody has seen the end of.
    CallOf<QList<Intent>>* unfinished(QObject* owner);

Q_SIGNALS:
    void stepChanged(fuotadesk::SubmissionStep step);

private:
    SubmissionRun* begin(CallOf<SubmittedTask>* call);
    std::optional<Error> refusal() const;
    CallOf<void>* change(const QString& token, std::function<void(Intent&)> edit, QObject* owner);

    Session& m_session;
    IntentJournal& m_journal;
    const Clock& m_clock;
    RandomSource& m_random;
    bool m_running = false;
    QString m_openToken; // of the last press, while its outcome is not sure
};

} // namespace fuotadesk
