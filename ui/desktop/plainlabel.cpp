#include "desktop/plainlabel.h"

#include <QLabel>

namespace fuotadesk {

QLabel* plainLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel* selectableLabel()
{
    QLabel* label = plainLabel();
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace fuotadesk
