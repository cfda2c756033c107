#pragma once

#include <QScrollArea>

class QFormLayout;
class QLineEdit;

namespace fuotadesk {

// What the service tells of a thing, member by member, each to be selected and copied. Scrolls.
class MemberForm : public QScrollArea {
    Q_OBJECT

public:
    explicit MemberForm(QWidget* parent = nullptr);

    // apiWord stands in the tooltip. Gives the number of the member, counted from 0.
    int addMember(const QString& label, const QString& apiWord);
    void setMember(int member, const QString& text, const QString& toolTip = {});
    QString member(int member) const;
    // All of them, "not known yet" for instance.
    void setAll(const QString& text);

private:
    QFormLayout* m_form;
    QList<QLineEdit*> m_values;
    QStringList m_apiWords;
};

} // namespace fuotadesk
