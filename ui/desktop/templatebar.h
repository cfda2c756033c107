#pragma once

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;

namespace fuotadesk {

class DraftSheet;
class TemplateShelf;

// Which template the task came from, whether it was changed since, and the way to another.
class TemplateBar : public QWidget {
    Q_OBJECT

public:
    TemplateBar(const DraftSheet& sheet, TemplateShelf& shelf, QAction* save, QAction* saveAs,
                QWidget* parent = nullptr);

    // The combo box shows again what is on the desk.
    void showOrigin();

Q_SIGNALS:
    void templateChosen(const QString& file);
    void emptyTaskChosen();

private:
    void showEntries();
    void showModified();

    const DraftSheet& m_sheet;
    TemplateShelf& m_shelf;
    QComboBox* m_combo;
    QLabel* m_modified;
};

} // namespace fuotadesk
