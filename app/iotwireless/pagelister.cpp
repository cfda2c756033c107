#include "iotwireless/pagelister.h"

#include "iotwireless/operations.h"

#include <QSet>

namespace fuotadesk {

namespace {

// Fetches page after page; a child of its call.
class PageWalk final : public QObject {
public:
    PageWalk(OperationCaller& caller, Listing listing, CallOf<void>* call,
             std::function<void(const QJsonArray&)> take)
        : QObject(call),
          m_caller(caller),
          m_listing(std::move(listing)),
          m_call(call),
          m_take(std::move(take))
    {
        caller.endWithMe(call);
        call->onCancel([this] {
            if (m_page)
                m_page->cancel();
        });
    }

    void fetch(const QString& token)
    {
        QJsonObject params = m_listing.filters;
        params.insert(QStringLiteral("MaxResults"), LargestPage);
        if (!token.isEmpty())
            params.insert(QStringLiteral("NextToken"), token);
        auto* page = m_caller.members(m_listing.operation, params, this);
        m_page = page;
        page->then(this, [this](const Result<QJsonObject>& members) { add(members); });
    }

private:
    void add(const Result<QJsonObject>& members)
    {
        if (m_call->isSettled()) // cancelled, and the caller may be gone
            return;
        if (!members) {
            m_call->settle(failure(members.error()));
            return;
        }
        const QPointer<PageWalk> alive(this);
        m_take(members->value(QLatin1String(m_listing.listName)).toArray());
        if (!alive || m_call->isSettled())
            return;
        const QString next = members->value(u"NextToken").toString();
        if (next.isEmpty())
            m_call->settle({});
        else if (m_tokens.contains(next))
            m_call->settle(failure(ErrorKind::AnswerMalformed, QStringLiteral("NextToken")));
        else
            fetch(*m_tokens.insert(next));
    }

    OperationCaller& m_caller;
    Listing m_listing;
    CallOf<void>* m_call;
    std::function<void(const QJsonArray&)> m_take;
    QPointer<Call> m_page;
    QSet<QString> m_tokens;
};

} // namespace

CallOf<void>* walkPages(OperationCaller& caller, const Listing& listing, QObject* owner,
                        std::function<void(const QJsonArray&)> take)
{
    auto* call = new CallOf<void>(owner);
    (new PageWalk(caller, listing, call, std::move(take)))->fetch({});
    return call;
}

} // namespace fuotadesk
