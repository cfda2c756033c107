#include "campaign/holdersearch.h"

#include "campaign/session.h"
#include "iotwireless/wirelessdeviceclient.h"

#include <algorithm>

namespace fuotadesk {

namespace {

bool isIdle(const TaskRow& row)
{
    return row.details
        && (row.details->status == TaskStatus::Pending || row.details->status == TaskStatus::Done);
}

// Of the devices of a group it is not told how they are in a task.
bool isHeldHere(const WirelessDeviceSummary& device, bool ofGroup)
{
    return ofGroup || device.fuotaStatus != FuotaDeviceStatus::DeviceInConflictingTask;
}

} // namespace

HolderSearch::HolderSearch(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::activeChanged, this, &HolderSearch::cancel);
}

HolderSearch::~HolderSearch() = default;

QList<FuotaTaskSummary> HolderSearch::candidates(const QList<TaskRow>& rows,
                                                 const QString& exceptTaskId)
{
    QList<FuotaTaskSummary> likely;
    QList<FuotaTaskSummary> others;
    for (const TaskRow& row : rows)
        if (row.summary.id != exceptTaskId)
            (isIdle(row) ? others : likely).append(row.summary);
    return likely + others;
}

void HolderSearch::start(const QString& deviceId, const QList<FuotaTaskSummary>& tasks)
{
    m_run = std::make_unique<QObject>();
    m_deviceId = deviceId;
    m_tasks = tasks.first(std::min(tasks.size(), MostTasks));
    m_leftOut = tasks.size() - m_tasks.size();
    m_holders.clear();
    m_error.reset();
    m_looked = 0;
    lookAtNext();
}

void HolderSearch::cancel()
{
    if (isRunning())
        finish();
}

void HolderSearch::finish(std::optional<Error> error)
{
    m_error = std::move(error);
    m_run.reset();
    Q_EMIT changed();
}

void HolderSearch::lookAtNext()
{
    if (m_looked == m_tasks.size()) {
        finish();
        return;
    }
    WirelessDeviceFilter filter;
    filter.fuotaTaskId = m_tasks.at(m_looked).id;
    lookThrough(filter);
    Q_EMIT changed();
}

void HolderSearch::finishTask(bool holds)
{
    if (holds)
        m_holders.append(m_tasks.at(m_looked));
    ++m_looked;
    lookAtNext();
}

void HolderSearch::lookThrough(const WirelessDeviceFilter& filter)
{
    const auto stack = m_session.stack();
    if (!stack) {
        finish();
        return;
    }
    const bool ofGroup = !filter.multicastGroupId.isEmpty();
    const auto isFound = std::make_shared<bool>(false);
    const auto takePage = [this, ofGroup, isFound](const QList<WirelessDeviceSummary>& page) {
        const auto device = std::ranges::find(page, m_deviceId, &WirelessDeviceSummary::id);
        *isFound = device != page.end() && isHeldHere(*device, ofGroup);
        if (*isFound && m_list)
            m_list->cancel(); // the other pages are not needed
    };
    auto* list = stack->wirelessDevices(Urgency::Behind).list(filter, m_run.get(), takePage);
    m_list = list;
    list->then(m_run.get(), [=, this](const Result<QList<WirelessDeviceSummary>>& devices) {
        if (*isFound)
            finishTask(true);
        else if (!devices && !passesOver(devices.error()))
            finish(devices.error());
        else if (ofGroup)
            lookAtGroup();
        else
            readGroups();
    });
}

void HolderSearch::readGroups()
{
    const auto stack = m_session.stack();
    if (!stack) {
        finish();
        return;
    }
    stack->fuotaTasks(Urgency::Behind)
        .listGroups(m_tasks.at(m_looked).id, m_run.get())
        ->then(m_run.get(), [this](const Result<QStringList>& groups) {
            if (!groups && !passesOver(groups.error())) {
                finish(groups.error());
                return;
            }
            m_groups = groups.value_or(QStringList());
            lookAtGroup();
        });
}

void HolderSearch::lookAtGroup()
{
    if (m_groups.isEmpty()) {
        finishTask(false);
        return;
    }
    WirelessDeviceFilter filter;
    filter.multicastGroupId = m_groups.takeFirst();
    lookThrough(filter);
}

bool HolderSearch::passesOver(const Error& error)
{
    return error.kind == ErrorKind::NotFound;
}

} // namespace fuotadesk
