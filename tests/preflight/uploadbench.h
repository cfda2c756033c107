#pragma once

#include "campaign/bench.h"
#include "preflight/accountservices.h"
#include "preflight/imageupload.h"
#include "preflight/s3double.h"
#include "store/uploadjournal.h"

#include <QCryptographicHash>
#include <QFile>

namespace fuotadesk {

inline const auto Place = QStringLiteral("firmware/v1/fw.bin");

// An upload to the double, with its own journal and a file in a folder of its own.
struct UploadBench {
    static constexpr qint64 Mebibyte = qint64(1024) * 1024;

    UploadBench()
    {
        bench.stacks.serve(s3);
        begin();
    }

    // Bytes that differ from part to part.
    void writeFile(qint64 size, char seed = 'a')
    {
        bytes.clear();
        while (bytes.size() < size)
            bytes += QByteArray(std::min(size - bytes.size(), Mebibyte), seed++);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), size);
    }

    QString path() const { return bench.folder.filePath(QStringLiteral("fw.bin")); }
    QString journalFolder() const { return bench.folder.filePath(QStringLiteral("uploads")); }
    QByteArray sha256() const
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }
    UploadOrder order(S3Client::Existing existing = S3Client::Existing::Keep) const
    {
        return {path(), {QStringLiteral("firmware"), QStringLiteral("v1/fw.bin")}, existing};
    }

    void begin()
    {
        journal = std::make_unique<UploadJournal>(journalFolder(), bench.clock);
        upload = std::make_unique<ImageUpload>(services, *journal, bench.clock);
    }

    // As a process ends that is killed, and another one begins.
    void restart()
    {
        upload.reset();
        journal.reset();
        begin();
    }

    QList<JournalledUpload> rows()
    {
        UploadJournal other(journalFolder(), bench.clock);
        return resultOf(other.unfinished(services.endpoint(), &context))
            ->value_or(QList<JournalledUpload>{JournalledUpload()});
    }

    bool isSent() const { return s3.objects.value(Place).bytes == bytes; }

    Bench bench;
    QObject context;
    S3Double s3{bench.clock};
    QByteArray bytes; // of the file
    AccountServices services{bench.session};
    std::unique_ptr<UploadJournal> journal;
    std::unique_ptr<ImageUpload> upload;
};

// A file is read and hashed before its parts are sent.
#define TRY_COUNT(s3, operation, wanted)                                                           \
    QTRY_COMPARE_WITH_TIMEOUT((s3).count(operation), (wanted), 20000)

// Waits until an upload rests.
#define TRY_STATE(upload, wanted)                                                                  \
    QTRY_VERIFY_WITH_TIMEOUT(                                                                      \
        !(upload).isCancelling() && (!(upload).isBusy() || (upload).state() == (wanted)), 20000);  \
    QCOMPARE((upload).state(), (wanted))

} // namespace fuotadesk
