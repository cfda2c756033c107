#pragma once

#include "campaign/workbench.h"
#include "preflight/uploadshelf.h"

#include <QDialog>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace fuotadesk {

class NoticeBar;

// The uploads that were begun and not ended, by this program or another one, to go on with or to
// remove.
class UploadsDialog : public QDialog {
    Q_OBJECT

public:
    UploadsDialog(const Workbench& bench, QWidget* parent);

    QTreeWidget* list() const { return m_list; }

Q_SIGNALS:
    void continueWanted(const fuotadesk::UploadRecord& record);

private:
    QLayout* makeButtons();
    void refresh();
    void tryAgain();
    void showUploads();
    void showChoice();
    void askToRemove();
    void remove(const UnfinishedUpload& upload);
    const UnfinishedUpload* chosen() const;
    bool isRunningHere(const UnfinishedUpload& upload) const;

    Workbench m_bench;
    NoticeBar* m_notice;
    QStackedWidget* m_stack;
    QTreeWidget* m_list;
    QLabel* m_nothing;
    std::optional<UnfinishedUpload> m_kept; // the one that could not be removed
    QProgressBar* m_busy;
    QPushButton* m_continue = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace fuotadesk
