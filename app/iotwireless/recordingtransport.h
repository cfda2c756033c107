#pragma once

#include "aws/transport.h"
#include "base/changerecorder.h"

namespace fuotadesk {

// Tells a recorder of every request that changes something: it is sent when that is written down,
// or could not be. All attempts of the transport inside are one call. A request that was cancelled
// before it was sent has failed; one that ends with its owner has an unknown outcome.
class RecordingTransport final : public Transport {
public:
    // origin: the members that say where requests go.
    RecordingTransport(Transport& inner, ChangeRecorder& recorder, ChangeCall origin);

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;

private:
    void sendRecorded(const HttpRequest& request, CallOf<HttpResponse>* outer, qint64 number);

    Transport& m_inner;
    ChangeRecorder& m_recorder;
    ChangeCall m_origin;
    QObject m_life;
};

} // namespace fuotadesk
