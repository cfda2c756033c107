#include "desktop/pagestack.h"

#include "campaign/activitylist.h"
#include "campaign/tasklist.h"
#include "campaign/templateshelf.h"
#include "campaign/windowmemory.h"
#include "desktop/activitypage.h"
#include "desktop/devicespage.h"
#include "desktop/groupspage.h"
#include "desktop/taskspage.h"
#include "desktop/templatespage.h"

#include <QAction>

namespace fuotadesk {

PageStack::PageStack(const Workbench& bench, QWidget* parent)
    : QStackedWidget(parent),
      m_bench(bench),
      m_tasks(new TasksPage(bench))
{
    addWidget(m_tasks);
    while (count() <= Editor)
        addWidget(new QWidget); // until the page is made
    connect(m_tasks, &TasksPage::newTaskRequested, this, &PageStack::newTaskRequested);
    connect(m_tasks, &TasksPage::connectionRequested, this, &PageStack::connectionRequested);
}

QList<PageTitle> PageStack::titles()
{
    return {{tr("&Tasks"), QStringLiteral("task")},
            {tr("&Devices"), QStringLiteral("device")},
            {tr("Multicast &groups"), QStringLiteral("group")},
            {tr("Tem&plates"), QStringLiteral("template")},
            {tr("&Activity"), QStringLiteral("activity")}};
}

void PageStack::showPage(int page)
{
    make(page);
    setCurrentIndex(page);
}

void PageStack::saveLayout(WindowLayout& layout) const
{
    m_tasks->saveLayout(layout);
    if (m_devices)
        m_devices->saveLayout(layout);
    if (m_groups)
        m_groups->saveLayout(layout);
}

void PageStack::refresh()
{
    switch (currentIndex()) {
    case Devices:
        m_devices->refresh();
        break;
    case Groups:
        m_groups->refresh();
        break;
    case Templates:
        m_bench.templates.refresh();
        break;
    case Activity:
        m_bench.activity.refresh();
        break;
    default:
        m_bench.tasks.refresh();
    }
}

void PageStack::search()
{
    switch (currentIndex()) {
    case Devices:
        m_devices->focusSearch();
        break;
    case Groups:
        m_groups->focusSearch();
        break;
    case Activity:
        m_activity->focusSearch();
        break;
    default:
        showPage(Tasks);
        m_tasks->focusSearch();
    }
}

void PageStack::make(int page)
{
    if (page == Devices && !m_devices)
        makeDevices();
    if (page == Groups && !m_groups)
        makeGroups();
    if (page == Templates && !m_templates)
        makeTemplates();
    if (page == Activity && !m_activity)
        makeActivity();
}

void PageStack::makeDevices()
{
    m_devices = new DevicesPage(m_bench);
    fill(Devices, m_devices);
    m_devices->restoreLayout(m_bench.window.layout());
    connect(m_devices, &DevicesPage::connectionRequested, this, &PageStack::connectionRequested);
    connect(m_devices, &DevicesPage::taskRequested, this, [this](const QStringList& deviceIds) {
        Template made;
        made.draft.recipients.wirelessDeviceIds = deviceIds;
        Q_EMIT templateChosen(made, {});
    });
    Q_EMIT actionsMade(tr("&Device"), m_devices->deviceActions());
}

void PageStack::makeGroups()
{
    m_groups = new GroupsPage(m_bench);
    fill(Groups, m_groups);
    m_groups->restoreLayout(m_bench.window.layout());
    connect(m_groups, &GroupsPage::connectionRequested, this, &PageStack::connectionRequested);
    Q_EMIT actionsMade(tr("Multicast &group"), m_groups->groupActions());
}

void PageStack::makeTemplates()
{
    m_templates = new TemplatesPage(m_bench);
    fill(Templates, m_templates);
    connect(m_templates, &TemplatesPage::templateChosen, this, &PageStack::templateChosen);
    connect(m_templates, &TemplatesPage::fileChosen, this, &PageStack::fileChosen);
    Q_EMIT actionsMade(tr("&Template"), m_templates->templateActions());
}

void PageStack::makeActivity()
{
    m_activity = new ActivityPage(m_bench.activity);
    fill(Activity, m_activity);
    Q_EMIT actionsMade(tr("&Activity"), m_activity->activityActions());
}

void PageStack::fill(int page, QWidget* content)
{
    QWidget* standIn = widget(page);
    insertWidget(page, content);
    removeWidget(standIn);
    delete standIn;
}

} // namespace fuotadesk
