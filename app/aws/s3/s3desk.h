#pragma once

#include "aws/s3/s3lists.h"
#include "aws/s3/s3requests.h"

#include <QHash>
#include <QObject>

namespace fuotadesk {

// Sends the requests of S3Client to where their buckets are, and has the answers read. Calls end
// with it.
class S3Desk {
public:
    template <typename T>
    using Read = std::function<Result<T>(const HttpRequest&, const HttpResponse&)>;

    S3Desk(SignedTransports& transports, const ServiceAddress& address);

    // One request; its answer goes through read when it is a success.
    template <typename T>
    CallOf<T>* ask(const Result<S3Request>& request, QObject* owner, Read<T> read);

    // All pages of a list; request asks for the first.
    template <typename Item>
    CallOf<QList<Item>>* askAll(const Result<S3Request>& request, QObject* owner,
                                Read<S3Batch<Item>> read);

    // What inner comes to, for outer's caller. Where S3 says that the object is there already, or
    // its upload is not, an answer of inner may have been lost: isOurs tells, as far as it can,
    // whether that comes of inner itself.
    using IsOurs = std::function<std::optional<bool>(const S3ObjectFacts&)>;
    CallOf<S3Written>* settledByLook(CallOf<S3Written>* inner, CallOf<S3Written>* outer,
                                     const ImageLocation& object, const IsOurs& isOurs);

private:
    class Exchange;

    static constexpr qsizetype MostItems = 100'000; // of a list

    // Only successes.
    CallOf<HttpResponse>* send(const S3Request& request, QObject* owner);
    template <typename Item>
    void askOn(const S3Request& first, const S3Batch<Item>& sofar, CallOf<QList<Item>>* outer,
               const Read<S3Batch<Item>>& read);
    void look(const Error& error, const ImageLocation& object, CallOf<S3Written>* outer,
              const IsOurs& isOurs);
    void endWithUs(Call* call);
    static Error unread(const Error& error, const HttpRequest& request,
                        const HttpResponse& response);

    SignedTransports& m_transports;
    ServiceAddress m_address;
    QHash<QString, QString> m_regions; // of buckets
    QObject m_life;
};

template <typename T>
CallOf<T>* S3Desk::ask(const Result<S3Request>& request, QObject* owner, Read<T> read)
{
    if (!request)
        return settledCall<T>(owner, failure(request.error()));
    auto* outer = new CallOf<T>(owner);
    HttpRequest asked = request->message;
    asked.body.clear(); // need not be kept until the answer is there
    forward(send(*request, outer), outer,
            [asked, read = std::move(read)](const Result<HttpResponse>& answer) -> Result<T> {
                if (!answer)
                    return failure(answer.error());
                Result<T> value = read(asked, *answer);
                if (!value)
                    return failure(unread(value.error(), asked, *answer));
                return value;
            });
    return outer;
}

template <typename Item>
CallOf<QList<Item>>* S3Desk::askAll(const Result<S3Request>& request, QObject* owner,
                                    Read<S3Batch<Item>> read)
{
    if (!request)
        return settledCall<QList<Item>>(owner, failure(request.error()));
    auto* outer = new CallOf<QList<Item>>(owner);
    endWithUs(outer);
    askOn<Item>(*request, {}, outer, read);
    return outer;
}

template <typename Item>
void S3Desk::askOn(const S3Request& first, const S3Batch<Item>& sofar, CallOf<QList<Item>>* outer,
                   const Read<S3Batch<Item>>& read)
{
    S3Request request = first;
    request.query += sofar.next;
    auto* page = ask<S3Batch<Item>>(request, outer, read);
    outer->onCancel([alive = QPointer(page)] {
        if (alive)
            alive->cancel();
    });
    page->then(&m_life, [=, this](const Result<S3Batch<Item>>& batch) {
        if (outer->isSettled())
            return;
        if (!batch) {
            outer->settle(failure(batch.error()));
            return;
        }
        const S3Batch<Item> all{sofar.items + batch->items, batch->next};
        if (all.next.isEmpty())
            outer->settle(all.items);
        else if (all.next == sofar.next) // would go on for ever
            outer->settle(
                failure(ErrorKind::AnswerMalformed, QString::fromLatin1(all.next.first().first)));
        else if (all.items.size() > MostItems)
            outer->settle(failure(ErrorKind::AnswerTooLarge));
        else
            askOn<Item>(first, all, outer, read);
    });
}

} // namespace fuotadesk
