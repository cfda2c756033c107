#include "campaign/recipientlookup.h"

#include "campaign/errorscope.h"
#include "campaign/session.h"
#include "iotwireless/wirelessdeviceclient.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr int MostUnderWay = 6; // the paced transport spaces them

RecipientDevice deviceFrom(const WirelessDevice& device)
{
    return {device.id, device.devEui.toLower(), device.name};
}

QList<RecipientDevice> devicesFrom(const QList<WirelessDeviceSummary>& page)
{
    QList<RecipientDevice> devices;
    for (const WirelessDeviceSummary& each : page)
        devices.append({each.id, each.devEui.toLower(), each.name});
    return devices;
}

bool isUnknown(const Error& error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::ValidationFailed
        || error.kind == ErrorKind::InputInvalid;
}

} // namespace

// Outlives the callback in which it is left, as do the calls it owns.
struct RecipientLookup::Work : QObject {
    std::shared_ptr<ServiceStack> stack;
    QPointer<Call> list;
};

RecipientLookup::RecipientLookup(Session& session, QObject* parent)
    : QObject(parent),
      m_session(session)
{
    connect(&session, &Session::activeChanged, this, &RecipientLookup::reset);
}

RecipientLookup::~RecipientLookup()
{
    delete m_work;
}

void RecipientLookup::reset()
{
    cancel();
    m_slots.assign(size_t(count()), {});
    m_devices.clear();
    m_claims.clear();
    m_errors.clear();
    m_error.reset();
    m_open = count();
    m_found = 0;
    if (m_open > 0)
        Q_EMIT rowsChanged(0, m_open - 1);
    Q_EMIT progressChanged();
}

void RecipientLookup::start(const RecipientFile& file)
{
    cancel();
    m_file = file;
    m_names = std::ranges::count(m_file.entries, RecipientForm::Name, &RecipientEntry::form);
    reset();
    begin();
}

void RecipientLookup::cancel()
{
    leaveWork();
}

void RecipientLookup::beginWork(std::shared_ptr<ServiceStack> stack)
{
    leaveWork();
    m_work = new Work;
    m_work->stack = std::move(stack);
}

void RecipientLookup::leaveWork()
{
    if (!m_work)
        return;
    Work* const left = std::exchange(m_work, nullptr);
    if (left->list)
        left->list->cancel();
    left->deleteLater();
}

void RecipientLookup::goOn()
{
    if (isRunning())
        return;
    const QList<qsizetype> failed = m_errors.keys();
    for (const qsizetype index : failed)
        setState(index, RecipientState::Waiting);
    m_errors.clear();
    begin();
}

void RecipientLookup::begin()
{
    m_error.reset();
    beginWork(m_session.stack());
    if (!m_work->stack) {
        end(m_session.error().value_or(
            Error{ErrorKind::CredentialsMissing, {}, {}, 0, {}, {}, false}));
        return;
    }
    if (m_names > 0)
        m_plan = {LookupWay::WholeList, LookupReason::Names};
    else if (m_open > FewEntries)
        m_plan = {LookupWay::WholeList, LookupReason::Many};
    else
        m_plan = {LookupWay::OneByOne, LookupReason::Few};
    if (m_plan.way == LookupWay::WholeList)
        listAll();
    else
        askEach();
}

void RecipientLookup::listAll()
{
    m_pagesLeft = m_open;
    const auto take = [this, work = m_work](const QList<WirelessDeviceSummary>& page) {
        if (work == m_work)
            takePage(devicesFrom(page));
    };
    auto* list = m_work->stack->wirelessDevices(Urgency::InSight).list({}, m_work, take);
    m_work->list = list;
    list->then(m_work, [this, work = m_work](const Result<QList<WirelessDeviceSummary>>& all) {
        if (work == m_work)
            takeListEnd(all ? std::nullopt : std::optional(all.error()));
    });
}

// A name may stand once more on the last page. Without names the list is left as soon as nothing is
// open, or as it has cost what the other way would have: at most twice the cheaper one.
void RecipientLookup::takePage(const QList<RecipientDevice>& devices)
{
    const Work* const work = m_work;
    for (const RecipientDevice& device : devices) {
        for (const auto& [form, text] : {std::pair(RecipientForm::WirelessDeviceId, device.id),
                                         std::pair(RecipientForm::DevEui, device.devEui),
                                         std::pair(RecipientForm::Name, device.name)})
            if (const qsizetype index = m_file.indexOf(form, text); index >= 0)
                claim(index, device);
        if (work != m_work) // whoever heard of a row began anew
            return;
    }
    Q_EMIT progressChanged();
    if (m_names > 0 || work != m_work)
        return;
    if (m_open == 0) {
        end({});
    } else if (--m_pagesLeft <= 0) {
        beginWork(m_work->stack);
        askEach();
    }
}

void RecipientLookup::takeListEnd(const std::optional<Error>& error)
{
    for (qsizetype i = 0; !error && i < count(); ++i)
        if (m_slots.at(size_t(i)).state == RecipientState::Waiting)
            setState(i, RecipientState::Unknown);
    end(error);
}

void RecipientLookup::askEach()
{
    m_next = 0;
    m_underWay = 0;
    m_failuresInRow = 0;
    askMore();
}

void RecipientLookup::askMore()
{
    for (; m_underWay < MostUnderWay && m_next < count(); ++m_next) {
        if (m_slots.at(size_t(m_next)).state != RecipientState::Waiting)
            continue;
        const RecipientEntry& entry = m_file.entries.at(m_next);
        const auto identifier = entry.form == RecipientForm::DevEui
            ? DeviceIdentifier::DevEui
            : DeviceIdentifier::WirelessDeviceId;
        ++m_underWay;
        auto* got =
            m_work->stack->wirelessDevices(Urgency::InSight).get(entry.text, identifier, m_work);
        got->then(m_work,
                  [this, work = m_work, index = m_next](const Result<WirelessDevice>& answer) {
                      if (work == m_work)
                          takeAnswer(index, answer.map(deviceFrom));
                  });
    }
    if (m_underWay == 0)
        end({});
}

void RecipientLookup::takeAnswer(qsizetype index, const Result<RecipientDevice>& device)
{
    const Work* const work = m_work;
    --m_underWay;
    if (!device && !isUnknown(device.error())) {
        takeFailure(index, device.error());
        return;
    }
    m_failuresInRow = 0;
    if (device)
        claim(index, *device);
    else
        setState(index, RecipientState::Unknown);
    Q_EMIT progressChanged();
    if (work == m_work)
        askMore();
}

void RecipientLookup::takeFailure(qsizetype index, const Error& error)
{
    const Work* const work = m_work;
    const ErrorScope scope = scopeOf(error);
    if (scope != ErrorScope::All) {
        m_errors.insert(index, error);
        setState(index, RecipientState::Failed);
        Q_EMIT progressChanged();
    }
    if (work != m_work)
        return;
    if (scope == ErrorScope::All || ++m_failuresInRow >= FailuresThatMeanAll)
        end(error);
    else
        askMore();
}

void RecipientLookup::claim(qsizetype index, const RecipientDevice& device)
{
    Slot& slot = m_slots.at(size_t(index));
    if (slot.state == RecipientState::Ambiguous)
        return;
    if (slot.device >= 0) {
        if (m_devices.at(slot.device).id != device.id)
            giveUpName(index);
        return;
    }
    slot.device = m_devices.size();
    m_devices.append(device);
    m_claims[device.id].append(index);
    judgeClaims(device.id);
}

// Of the entries that mean one device the first is it.
void RecipientLookup::judgeClaims(const QString& deviceId)
{
    const auto claims = m_claims.value(deviceId);
    if (claims.isEmpty())
        return;
    const qsizetype first = *std::ranges::min_element(claims);
    for (const qsizetype each : claims)
        setState(each, each == first ? RecipientState::Found : RecipientState::Duplicate);
}

void RecipientLookup::giveUpName(qsizetype index)
{
    const qsizetype device = std::exchange(m_slots.at(size_t(index)).device, -1);
    const QString id = m_devices.at(device).id;
    m_claims[id].removeOne(index);
    setState(index, RecipientState::Ambiguous);
    judgeClaims(id);
}

void RecipientLookup::setState(qsizetype index, RecipientState state)
{
    Slot& slot = m_slots.at(size_t(index));
    m_open += (state == RecipientState::Waiting ? 1 : 0)
        - (slot.state == RecipientState::Waiting ? 1 : 0);
    m_found +=
        (state == RecipientState::Found ? 1 : 0) - (slot.state == RecipientState::Found ? 1 : 0);
    slot.state = state;
    Q_EMIT rowsChanged(index, index);
}

void RecipientLookup::end(const std::optional<Error>& error)
{
    m_error = error;
    leaveWork();
    Q_EMIT ended();
}

RecipientRow RecipientLookup::row(qsizetype index) const
{
    const Slot& slot = m_slots.at(size_t(index));
    RecipientRow row{m_file.entries.at(index), slot.state, {}, 0, {}};
    if (slot.device >= 0) {
        row.device = m_devices.at(slot.device);
        const auto claims = m_claims.value(row.device->id);
        if (slot.state == RecipientState::Duplicate)
            row.otherLine = m_file.entries.at(*std::ranges::min_element(claims)).line;
    }
    if (const auto error = m_errors.constFind(index); error != m_errors.constEnd())
        row.error = *error;
    return row;
}

QStringList RecipientLookup::deviceIds() const
{
    QStringList ids;
    for (const Slot& slot : m_slots)
        if (slot.state == RecipientState::Found)
            ids.append(m_devices.at(slot.device).id);
    return ids;
}

} // namespace fuotadesk
