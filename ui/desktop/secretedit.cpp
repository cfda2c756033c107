#include "desktop/secretedit.h"

#include <QSignalBlocker>

namespace fuotadesk {

SecretEdit::SecretEdit(QWidget* parent) : QLineEdit(parent)
{
    setEchoMode(Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
}

SecretEdit::~SecretEdit()
{
    const QSignalBlocker quiet(this); // who listens may be half gone
    wipe();
}

Secret SecretEdit::secret() const
{
    return Secret(text().trimmed().toUtf8());
}

void SecretEdit::wipe()
{
    QString typed = text();
    // Same length: the line takes the filler into memory of the same size, often the very same.
    setText(QString(typed.size(), u'0'));
    clear();
    fuotadesk::wipe(typed);
}

} // namespace fuotadesk
