#include "desktop/noticestack.h"

#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr int MostAtOnce = 4;

// It asks nothing and nothing is wrong: the next news take its place.
bool isNews(const Notice& notice)
{
    return notice.kind == NoticeKind::Info && notice.remedies.isEmpty();
}

} // namespace

NoticeStack::NoticeStack(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
}

NoticeBar* NoticeStack::post(const Notice& notice, std::function<void(int)> answer)
{
    for (NoticeBar* bar : findChildren<NoticeBar*>(Qt::FindDirectChildrenOnly)) {
        if (isNews(bar->notice()) && (isNews(notice) || layout()->count() >= MostAtOnce))
            delete bar;
    }
    auto* bar = new NoticeBar;
    layout()->addWidget(bar);
    connect(bar, &NoticeBar::closed, bar, &QObject::deleteLater);
    connect(bar, &NoticeBar::remedyPressed, this, [bar, answer = std::move(answer)](int index) {
        bar->clear();
        bar->deleteLater();
        if (answer)
            answer(index);
    });
    bar->showNotice(notice);
    return bar;
}

void NoticeStack::clear()
{
    for (NoticeBar* bar : findChildren<NoticeBar*>())
        bar->deleteLater();
}

} // namespace fuotadesk
