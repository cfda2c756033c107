#include "desktop/memberform.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace fuotadesk {

MemberForm::MemberForm(QWidget* parent) : QScrollArea(parent), m_form(new QFormLayout)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 0, 0);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    column->addLayout(m_form);
    column->addStretch();
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(page);
}

int MemberForm::addMember(const QString& label, const QString& apiWord)
{
    auto* value = new QLineEdit;
    value->setReadOnly(true);
    value->setFrame(false);
    value->setAccessibleName(label);
    QPalette flat = palette();
    flat.setColor(QPalette::Base, Qt::transparent);
    value->setPalette(flat);
    m_form->addRow(label, value);
    m_form->labelForField(value)->setToolTip(apiWord);
    m_values.append(value);
    m_apiWords.append(apiWord);
    return static_cast<int>(m_values.size()) - 1;
}

void MemberForm::setMember(int member, const QString& text, const QString& toolTip)
{
    QLineEdit* value = m_values.at(member);
    // A refresh must not take away what the operator is about to copy.
    if (value->text() != text) {
        value->setText(text);
        value->setCursorPosition(0);
    }
    value->setToolTip((toolTip.isEmpty() ? text : toolTip) + u'\n' + m_apiWords.at(member));
}

QString MemberForm::member(int member) const
{
    return m_values.at(member)->text();
}

void MemberForm::setAll(const QString& text)
{
    for (int i = 0; i < m_values.size(); ++i)
        setMember(i, text);
}

} // namespace fuotadesk
