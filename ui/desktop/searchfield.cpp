#include "desktop/searchfield.h"

#include <QKeyEvent>

namespace fuotadesk {

SearchField::SearchField(const QString& name, const QString& hint, QWidget* parent)
    : QLineEdit(parent)
{
    setPlaceholderText(hint);
    setAccessibleName(name);
    setToolTip(tr("Search (Ctrl+F)"));
    connect(this, &QLineEdit::returnPressed, this, &SearchField::leftDownwards);
}

void SearchField::takeFocus()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down)
        Q_EMIT leftDownwards();
    else if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace fuotadesk
