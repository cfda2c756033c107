#pragma once

#include <QLineEdit>

namespace fuotadesk {

// The search over a table. Enter and Down go on to what was found, Esc clears it.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    // name: "Search devices"; hint: what is searched.
    SearchField(const QString& name, const QString& hint, QWidget* parent = nullptr);

    void takeFocus();

Q_SIGNALS:
    void leftDownwards();

private:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace fuotadesk
