#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace fuotadesk {

// A document under its title, to be read and copied, in type of a fixed width.
class DocumentView : public QWidget {
    Q_OBJECT

public:
    // copy: what the button is called, "Copy trust policy".
    DocumentView(const QString& title, const QString& copy, QWidget* parent = nullptr);

    void setDocument(const QByteArray& json);

private:
    void changeEvent(QEvent* event) override;
    void showFont();

    QPlainTextEdit* m_text;
    QPushButton* m_copy;
};

// The type of a fixed width in the size of the widget's own.
QFont fixedFontOf(const QWidget& widget);

} // namespace fuotadesk
