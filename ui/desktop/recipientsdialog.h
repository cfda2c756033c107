#pragma once

#include "campaign/recipientimport.h"
#include "campaign/recipientlookup.h"
#include "campaign/workbench.h"

#include <QDialog>
#include <QPointer>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace fuotadesk {

class NoticeBar;
class RecipientLinesModel;
class TableSaver;

// Asks which devices: pasted or opened as a list or table of ids, DevEUIs or names, each line
// looked up in the account and told what it is; or picked from the account's own list. Lines no
// device came of hold nothing up.
class RecipientsDialog : public QDialog {
    Q_OBJECT

public:
    RecipientsDialog(const Workbench& bench, const QString& title, QWidget* parent = nullptr);

    void openFile(const QString& file);

Q_SIGNALS:
    void devicesChosen(const QStringList& ids);

private:
    QLayout* makeInput();
    void makeTable();
    QLayout* makeOutcome();
    QLayout* makeButtons();
    void askForFile();
    void askAccount();
    void readText();
    void follow(CallOf<RecipientFile>* reading);
    void take(const Result<RecipientFile>& file);
    void pressLookUp();
    void showProgress();
    void showEnd();
    QString summary() const;
    void accept() override;

    Workbench m_bench;
    RecipientImport m_import;
    RecipientLookup m_lookup;
    RecipientLinesModel* m_lines;
    TableSaver* m_saver;
    QPointer<CallOf<RecipientFile>> m_reading;
    QPlainTextEdit* m_text;
    QPushButton* m_open;
    QPushButton* m_account;
    QPushButton* m_lookUp;
    NoticeBar* m_notice;
    QProgressBar* m_progress;
    QLabel* m_summary;
    QCheckBox* m_onlyFaulty;
    QTableView* m_table;
    QPushButton* m_add = nullptr;
};

} // namespace fuotadesk
