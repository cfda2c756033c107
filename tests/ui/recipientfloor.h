#pragma once

#include "campaign/fleetdouble.h"
#include "desktop/membershipbar.h"
#include "desktop/noticestack.h"
#include "desktop/recipientchoice.h"
#include "desktop/recipientdesk.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace fuotadesk {

inline const FuotaTaskSummary Task{QStringLiteral("t1"), {}, QStringLiteral("meter")};

// A desk whose far end has devices and the task "t1".
struct Floor : DeskBench {
    explicit Floor(int count) : ids(fleet.addDevices(count))
    {
        QObject::connect(&choice, &RecipientChoice::changeChosen, &recipients,
                         [this](const MembershipRequest& request, const QString& name) {
                             recipients.change(request, name);
                         });
        fleet.tasks.insert(Task.id, {});
        desk.stacks.serve(fleet);
        auto* column = new QVBoxLayout(&window);
        column->addWidget(stack);
        column->addStretch();
        window.resize(900, 600);
        desk.signIn();
        window.show();
    }

    QList<NoticeBar*> notices() const
    {
        QList<NoticeBar*> shown;
        for (NoticeBar* each : stack->findChildren<NoticeBar*>())
            if (each->isVisible())
                shown << each;
        return shown;
    }

    bool told(const QString& part) const
    {
        for (const NoticeBar* each : notices())
            if (each->notice().text.contains(part))
                return true;
        return false;
    }

    void press(const char* button) const
    {
        auto* found = find<QPushButton>(*stack, button);
        QVERIFY2(found, button);
        QTest::mouseClick(found, Qt::LeftButton);
    }

    void change(const QStringList& whom, MemberChange what = MemberChange::Add)
    {
        recipients.change({Task.id, what, MemberKind::Device, whom}, Task.name);
    }

    QStringList& inTask() { return fleet.tasks[Task.id].devices; }

    FleetDouble fleet;
    QStringList ids;
    QWidget window;
    NoticeStack* stack = new NoticeStack;
    MembershipBar bar{memberships, tasks};
    RecipientDesk recipients{bench(), stack};
    RecipientChoice choice{bench(), &window};
};

} // namespace fuotadesk
