#pragma once

#include "desktop/noticebar.h"

#include <functional>

namespace fuotadesk {

// Notices over the pages, one below the other, each until it is answered or put away; what is only
// told gives way to the next thing told.
class NoticeStack : public QWidget {
    Q_OBJECT

public:
    explicit NoticeStack(QWidget* parent = nullptr);

    // answer gets the index of the remedy; the notice goes away with the press.
    NoticeBar* post(const Notice& notice, std::function<void(int)> answer = {});
    void clear();
};

} // namespace fuotadesk
