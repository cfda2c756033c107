#pragma once

#include "campaign/tasklist.h"

#include <QDialog>

class QPushButton;

namespace fuotadesk {

class IdTable;
class ListFrame;

// Asks which rows of a list of the account, several at once. What kind of list it is, and how it is
// read and searched, say the dialogs made of it.
class PickDialog : public QDialog {
    Q_OBJECT

public:
    struct Parts {
        QString title;
        QString hint; // what may be picked, above the list
        QWidget* filter;
        IdTable* table;
        QString busyName; // "Reading the devices"
        QString failure; // "The devices could not be read."
    };

    explicit PickDialog(const Parts& parts, QWidget* parent = nullptr);

Q_SIGNALS:
    void idsPicked(const QStringList& ids);

protected:
    IdTable& table() const { return *m_table; }
    ListFrame& frame() const { return *m_frame; }
    void showState(ListState state, const std::optional<Error>& error);
    void showRows(int shown, int total);
    virtual void read() = 0;
    // With no filter of the window's own.
    virtual void showAll() = 0;
    // What stands on the button: "Add %n devices".
    virtual QString verb(int count) const = 0;
    virtual QString emptyText(bool isFiltered) const = 0;

private:
    void showSelection();
    void accept() override;

    QString m_failure;
    IdTable* m_table;
    ListFrame* m_frame;
    QPushButton* m_pick = nullptr;
    ListState m_state = ListState::Empty;
};

} // namespace fuotadesk
