#pragma once

#include "aws/callpace.h"
#include "aws/transport.h"

#include <QHash>
#include <QTimer>

#include <array>
#include <deque>

namespace fuotadesk {

// Holds requests back until the quota of their operation allows them, the most urgent first, and
// lets a few go at once: a request that waits is not signed yet, and its time-out has not begun.
// What fills in behind never takes every place. Everything that calls one account goes through one
// of these. A cancelled request that still waits is surely not carried out.
class PacedTransport final : public Transport {
public:
    static constexpr int MostUnderWay = 6; // as many connections as Qt opens to one host
    static constexpr int MostBehind = 4; // of them, with Urgency::Behind

    // limit: calls per second of one operation.
    explicit PacedTransport(Transport& inner, double limit = CallPace::DefaultLimit);
    ~PacedTransport() override;

    // For what waits already, too.
    void setLimit(double limit);

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;

private:
    struct Waiting {
        HttpRequest request;
        QPointer<CallOf<HttpResponse>> call;
        qint64 number = 0;
    };

    using Queue = std::deque<Waiting>;

    void pump();
    Queue* nextQueue(CallPace::Time now);
    void wakeLater(CallPace::Time now);
    bool hasPlaceFor(const Waiting& waiting) const;
    void sendFirst(Queue& queue, CallPace::Time now);
    CallPace& paceOf(const QString& operation);

    Transport& m_inner;
    double m_limit;
    QHash<QString, CallPace> m_paces;
    QHash<QString, std::array<Queue, 3>> m_queues; // by operation and urgency
    qint64 m_lastNumber = 0;
    int m_underWay = 0;
    int m_behindUnderWay = 0;
    QTimer m_timer;
    QObject m_life; // calls end with the transport
};

} // namespace fuotadesk
