// A second process at the journal. journalrival FOLDER COMMAND [ARGUMENT...] waits for a line on
// its standard input, does what the command says, prints one word for each call as soon as it has
// ended, and lives until its standard input ends or it is killed.
//   begin TOKEN ENDPOINT REQUEST    claim ENDPOINT REQUEST    many ENDPOINT
#include "store/intentjournal.h"
#include "support/fakes.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>
#include <functional>
#include <iostream>
#include <string>

using namespace fuotadesk;

namespace {

void say(const std::string& word)
{
    std::puts(word.c_str());
    std::fflush(stdout);
}

std::string wordFor(const Error& error)
{
    return error.kind == ErrorKind::IntentClaimed ? "claimed-by-other"
                                                  : "error " + error.code.toStdString();
}

Intent intentOf(const QString& token, const QString& endpoint, const QByteArray& request)
{
    Intent intent;
    intent.token = token;
    intent.endpoint = endpoint;
    intent.request = request;
    intent.madeAt = FakeClock().now();
    return intent;
}

class Rival {
public:
    explicit Rival(const QString& folder) : m_journal(folder, m_clock) { }

    void begin(const QStringList& arguments)
    {
        m_journal
            .begin(intentOf(arguments.at(0), arguments.at(1), arguments.at(2).toUtf8()), &m_owner)
            ->then(&m_owner, [](const Result<void>& begun) {
                say(begun ? "begun" : wordFor(begun.error()));
            });
    }

    void claim(const QStringList& arguments)
    {
        m_journal.claim(arguments.at(0), arguments.at(1).toUtf8(), &m_owner)
            ->then(&m_owner, [](const Result<std::optional<Intent>>& claimed) {
                if (!claimed)
                    say(wordFor(claimed.error()));
                else
                    say(*claimed ? "got " + (*claimed)->token.toStdString() : "none");
            });
    }

    // Begins one intent after another until somebody stops it.
    void beginForEver(const QString& endpoint, int number)
    {
        const QByteArray name = QByteArray::number(number);
        m_journal.begin(intentOf(QString::fromLatin1(name), endpoint, name), &m_owner)
            ->then(&m_owner, [this, endpoint, number](const Result<void>& begun) {
                say(begun ? std::to_string(number) : wordFor(begun.error()));
                beginForEver(endpoint, number + 1);
            });
    }

private:
    FakeClock m_clock;
    QObject m_owner;
    IntentJournal m_journal;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Rival rival(arguments.at(1));
    std::string line;
    std::getline(std::cin, line);
    const QString& command = arguments.at(2);
    if (command == u"begin")
        rival.begin(arguments.mid(3));
    else if (command == u"claim")
        rival.claim(arguments.mid(3));
    else
        rival.beginForEver(arguments.at(3), 0);
    QThread* const watcher = QThread::create([] {
        std::string rest;
        std::getline(std::cin, rest);
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit);
    });
    watcher->start();
    const int status = QCoreApplication::exec();
    watcher->wait();
    delete watcher;
    return status;
}
