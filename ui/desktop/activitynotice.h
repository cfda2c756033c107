#pragma once

#include <QObject>
#include <QPointer>

namespace fuotadesk {

class ActivityList;
class NoticeBar;
class NoticeStack;

// Says over the pages that changes are not being recorded, as long as it is so.
class ActivityNotice : public QObject {
    Q_OBJECT

public:
    ActivityNotice(ActivityList& list, NoticeStack* notices, QObject* parent);

private:
    void take();

    ActivityList& m_list;
    NoticeStack* m_notices;
    QPointer<NoticeBar> m_notice;
};

} // namespace fuotadesk
