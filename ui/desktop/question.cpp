#include "desktop/question.h"

#include <QMessageBox>
#include <QPushButton>

namespace fuotadesk {

void ask(QWidget* parent, const Question& question, std::function<void()> goOn)
{
    auto* box = new QMessageBox(QMessageBox::Warning, QString(), question.text,
                                QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.consequence);
    QPushButton* verb = box->addButton(question.verb, QMessageBox::DestructiveRole);
    QPushButton* cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    // A pressed button does not close the box by accept(): its role is what tells.
    QObject::connect(verb, &QPushButton::clicked, parent, std::move(goOn));
    box->open();
}

} // namespace fuotadesk
