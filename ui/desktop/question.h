#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace fuotadesk {

// A question before something that can not be undone. The verb stands on the button; Cancel is the
// default and Esc.
struct Question {
    QString text;
    QString consequence;
    QString verb;
};

// Opens it over parent's window; goOn runs when the verb was pressed and parent still lives.
void ask(QWidget* parent, const Question& question, std::function<void()> goOn);

} // namespace fuotadesk
