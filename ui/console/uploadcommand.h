#pragma once

#include "console/connectionchoice.h"

namespace fuotadesk {

class ImageUpload;
class UploadShelf;
struct UnfinishedUpload;

// `fuotadesk upload FILE s3://bucket/key`: brings an image to S3 and verifies it. One of the same
// file to the same place that was cut short before is gone on with; where the file has changed
// since, what is left of that is removed first. Refused when the service says no or another object
// is there already, WrongUsage for a file or a target that can not be.
class UploadCommand : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Session& session;
        ImageUpload& upload;
        UploadShelf& shelf;
        Output& output;
    };

    UploadCommand(const CommandLine& line, const Parts& parts);

    void start();
    // Ctrl+C: what has gone stays and can be gone on with.
    void interrupt();

Q_SIGNALS:
    void finished(fuotadesk::ExitStatus status);

private:
    void lookBack();
    void begin();
    void beginAnew();
    void beginWithout(const UnfinishedUpload& stale);
    void follow();
    void tellProgress();
    void report();
    void end(ExitStatus status);

    CommandLine m_line;
    Parts m_parts;
    ConnectionChoice m_choice;
    QString m_file; // absolute
    qint64 m_toldTenths = 0;
    bool m_hasBegun = false;
};

} // namespace fuotadesk
