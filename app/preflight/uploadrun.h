#pragma once

#include "preflight/filereader.h"
#include "preflight/objectcheck.h"
#include "preflight/uploadmeter.h"
#include "store/uploadjournal.h"

#include <QTimer>

namespace fuotadesk {

// One upload from its start to its end; see ImageUpload. What is under way belongs to an attempt,
// which pause, cancel and failures end. What the journal answers is noted all the same: a row that
// was written is never forgotten.
class UploadRun : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AccountServices& services;
        UploadJournal& journal;
        const Clock& clock;
    };

    UploadRun(const Parts& parts, UploadOrder order);
    UploadRun(const Parts& parts, const UploadRecord& record); // takes it up
    ~UploadRun() override;

    void begin();
    void pause();
    void resume();
    void cancel();
    // Leaves what there is to whoever takes it up, and deletes itself later.
    void retire();

    UploadState state() const { return m_state; }
    bool isCancelling() const { return m_isCancelling; }
    bool canResume() const;
    const UploadOrder& order() const { return m_order; }
    UploadProgress progress() const;
    const QByteArray& sha256() const;
    const std::optional<Error>& error() const { return m_error; }
    const std::optional<S3ObjectFacts>& facts() const { return m_facts; }
    bool wasThere() const { return m_wasThere; }

Q_SIGNALS:
    void stateChanged();
    void progressed();

private:
    template <typename T, typename Next>
    void follow(CallOf<T>* call, Next next); // next(value), or fails
    template <typename T, typename Note>
    void keep(CallOf<T>* call, Note note, const std::function<void()>& next);

    void setState(UploadState state);
    void startAttempt();
    bool takeClient();
    void fail(const Error& error);

    void proceed(); // with what is missing first
    void claim(const std::function<void()>& next);
    void read();
    void takeFile(const FileFacts& file);
    void ask();
    void head(const std::function<void(const S3ObjectFacts&)>& isOurs,
              const std::function<void()>& go);
    void enter();
    void goOn(); // with one that is in the journal
    void takeParts(const Result<QList<S3Part>>& parts);
    void sendAll();
    void sendWhole();
    void beginParts();
    void sendNext();
    void sendPart(int index, const FilePart& part);
    void complete();
    void joinParts();
    void reconcile(const Error& error); // with what is there, after an error
    void beginAnew(const Error& error);
    void verify();
    void forget(const std::function<void()>& next); // in the journal
    void failForGood(const Error& error);
    void finish(const S3ObjectFacts& facts);
    void removeAll();

    bool isOfFile(const S3Part& part) const;
    bool isSingle() const { return m_record.partSize == 0; }
    S3Client::Existing existing() const;
    ObjectExpectation expectation() const;
    S3Client::Body bodyOf(const FilePart& part, qsizetype index);
    qint64 doneInParts() const;

    Parts m_parts;
    UploadOrder m_order;
    UploadState m_state = UploadState::Idle;
    std::optional<Error> m_error; // when Failed
    std::optional<S3ObjectFacts> m_facts;
    bool m_wasThere = false;
    bool m_isCancelling = false;
    bool m_isClaimed = false;
    bool m_hasBegunAnew = false; // in this attempt
    UploadRecord m_record; // number 0: not in the journal
    std::optional<FileFacts> m_file;
    QMap<int, S3Part> m_sent; // by index, from 0
    std::shared_ptr<S3Client> m_s3;
    QString m_connectionId; // of m_s3
    FileReader m_reader;
    UploadMeter m_meter;
    qint64 m_seenRead = 0;
    QTimer m_tick;
    QPointer<Call> m_journalling;
    std::unique_ptr<QObject> m_attempt; // owns the calls under way
};

template <typename T, typename Next>
void UploadRun::follow(CallOf<T>* call, Next next)
{
    call->then(m_attempt.get(), [this, next](const Result<T>& result) {
        if (!result)
            fail(result.error());
        else if constexpr (std::is_void_v<T>)
            next();
        else
            next(*result);
    });
}

template <typename T, typename Note>
void UploadRun::keep(CallOf<T>* call, Note note, const std::function<void()>& next)
{
    m_journalling = call;
    call->then(this,
               [this, note, next, attempt = QPointer(m_attempt.get())](const Result<T>& result) {
                   m_journalling.clear();
                   if (result)
                       note(result);
                   if (!attempt)
                       return;
                   if (result)
                       next();
                   else
                       fail(result.error());
               });
}

} // namespace fuotadesk
