#pragma once

#include "base/result.h"
#include "fuota/recipientfile.h"

#include <QObject>
#include <QVarLengthArray>

#include <memory>
#include <vector>

namespace fuotadesk {

class ServiceStack;
class Session;
struct WirelessDevice;

enum class RecipientState : quint8 {
    Waiting,
    Found,
    Unknown, // the account has no such device in this region
    Duplicate, // the device of an earlier line, told in another way
    Ambiguous, // several devices have this name
    Failed, // could not be looked up: error says why
};

struct RecipientDevice {
    QString id;
    QString devEui;
    QString name;

    friend bool operator==(const RecipientDevice&, const RecipientDevice&) = default;
};

struct RecipientRow {
    RecipientEntry entry;
    RecipientState state = RecipientState::Waiting;
    std::optional<RecipientDevice> device; // when Found or Duplicate
    qint64 otherLine = 0; // when Duplicate
    std::optional<Error> error; // when Failed
};

// OneByOne asks for each device; WholeList reads the list of all, 250 a request.
enum class LookupWay { OneByOne, WholeList };
enum class LookupReason {
    Few, // a request for each is soon done
    Many, // the list takes fewer requests; where it turns out not to, the rest is asked one by one
    Names, // GetWirelessDevice takes no names
};

struct LookupPlan {
    LookupWay way = LookupWay::OneByOne;
    LookupReason reason = LookupReason::Few;

    friend bool operator==(const LookupPlan&, const LookupPlan&) = default;
};

// Finds out which devices of the active connection the entries of a file mean. Rows are settled as
// the answers come; one that fails does not stop the rest. A change of connection sets all back.
class RecipientLookup : public QObject {
    Q_OBJECT

public:
    // So many are asked for one by one: five seconds at the service's default quota.
    static constexpr qsizetype FewEntries = 50;

    explicit RecipientLookup(Session& session, QObject* parent = nullptr);
    ~RecipientLookup() override;

    // Drops what was looked up before.
    void start(const RecipientFile& file);
    // What is not settled stays Waiting.
    void cancel();
    // Asks for what is Waiting or Failed.
    void goOn();

    bool isRunning() const { return m_work != nullptr; }
    const LookupPlan& plan() const { return m_plan; }
    // What stopped it before its end.
    const std::optional<Error>& error() const { return m_error; }
    qsizetype count() const { return m_file.entries.size(); }
    qsizetype settledCount() const { return count() - m_open; }
    qsizetype foundCount() const { return m_found; }
    qsizetype failedCount() const { return m_errors.size(); }
    RecipientRow row(qsizetype index) const;
    RecipientState state(qsizetype index) const { return m_slots.at(size_t(index)).state; }
    QStringList deviceIds() const; // of the Found rows, in their order

Q_SIGNALS:
    void rowsChanged(qsizetype first, qsizetype last);
    void progressChanged();
    void ended();

private:
    struct Slot { // of one entry
        RecipientState state = RecipientState::Waiting;
        qsizetype device = -1; // in m_devices
    };

    struct Work; // the calls under way and the stack they go over

    void reset();
    void begin();
    void beginWork(std::shared_ptr<ServiceStack> stack);
    void leaveWork();
    void listAll();
    void takePage(const QList<RecipientDevice>& devices);
    void takeListEnd(const std::optional<Error>& error);
    void askEach();
    void askMore();
    void takeAnswer(qsizetype index, const Result<RecipientDevice>& device);
    void takeFailure(qsizetype index, const Error& error);
    void claim(qsizetype index, const RecipientDevice& device);
    void judgeClaims(const QString& deviceId);
    void giveUpName(qsizetype index);
    void setState(qsizetype index, RecipientState state);
    void end(const std::optional<Error>& error);

    Session& m_session;
    RecipientFile m_file;
    std::vector<Slot> m_slots;
    QList<RecipientDevice> m_devices;
    QHash<QString, QVarLengthArray<qsizetype, 3>> m_claims; // by device: entries that mean it
    QHash<qsizetype, Error> m_errors;
    LookupPlan m_plan;
    std::optional<Error> m_error;
    Work* m_work = nullptr; // while it runs
    qsizetype m_open = 0; // Waiting
    qsizetype m_found = 0;
    qsizetype m_names = 0;
    qsizetype m_pagesLeft = 0; // until asking one by one is no dearer
    qsizetype m_next = 0; // where the next to ask for is searched
    int m_underWay = 0;
    int m_failuresInRow = 0;
};

} // namespace fuotadesk
