#pragma once

#include "base/mailbox.h"
#include "base/result.h"
#include "base/secret.h"

#include <memory>

namespace fuotadesk {

// Waits on 127.0.0.1 for the browser to come back from a sign-in page: for one request, with our
// state, as judgedRedirect() has it. The browser is shown a page with a few words; whatever else
// comes gets 400 or 404. A client that stalls is left after three seconds.
// https://www.rfc-editor.org/rfc/rfc8252#section-7.3
class LoopbackListener : public QObject {
    Q_OBJECT

public:
    // words: plain text.
    LoopbackListener(const Secret& state, const QString& words, QObject* parent = nullptr);
    // Ends the listening, at once.
    ~LoopbackListener() override;

    // The port, a free one. Error: Refused, code "loopback".
    Result<quint16> listen();

Q_SIGNALS:
    // Once, in the thread of the listener, when the browser has its page.
    void redirected(const fuotadesk::Result<fuotadesk::Secret>& code);

private:
    class Server;

    Secret m_state;
    QString m_words;
    Mailbox m_mailbox;
    std::unique_ptr<Server> m_server;
};

} // namespace fuotadesk
