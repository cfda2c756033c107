#pragma once

#include "preflight/imageupload.h"

#include <deque>

namespace fuotadesk {

// How far an upload is and how fast it was within the last five seconds. Between two restarts
// it never goes back, even when a part is sent again.
class UploadMeter {
public:
    explicit UploadMeter(const Clock& clock) : m_clock(clock) { }

    void restart(qint64 done, qint64 total);
    void setDone(qint64 bytes); // in whole parts
    void setSending(qint64 bytes); // of the part under way
    // Looks at the time; false when nothing has changed since the last look.
    bool look();
    const UploadProgress& progress() const { return m_progress; }

private:
    struct Sample {
        QDateTime at;
        qint64 done = 0;
    };

    void advance(qint64 bytes);
    void measure();

    const Clock& m_clock;
    qint64 m_done = 0;
    UploadProgress m_progress;
    UploadProgress m_seen;
    std::deque<Sample> m_samples;
};

} // namespace fuotadesk
