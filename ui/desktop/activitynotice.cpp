#include "desktop/activitynotice.h"

#include "campaign/activitylist.h"
#include "desktop/noticestack.h"
#include "text/activitytext.h"

namespace fuotadesk {

ActivityNotice::ActivityNotice(ActivityList& list, NoticeStack* notices, QObject* parent)
    : QObject(parent),
      m_list(list),
      m_notices(notices)
{
    connect(&list, &ActivityList::recordingErrorChanged, this, &ActivityNotice::take);
    take();
}

void ActivityNotice::take()
{
    delete m_notice;
    if (const auto& error = m_list.recordingError())
        m_notice = m_notices->post(
            {NoticeKind::Warning, notRecordedText(*error), {}, errorDetails(*error)});
}

} // namespace fuotadesk
