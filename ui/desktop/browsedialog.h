#pragma once

#include "campaign/workbench.h"
#include "desktop/noticebar.h"
#include "fuota/imagelocation.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace fuotadesk {

class BucketModel;
class BucketView;
class HitModel;
class ImageLook;
class SearchField;
struct S3Object;

// The buckets of the account and what is in them, to choose a firmware image from; a bucket that
// the account does not list is opened by its name. The search goes through the bucket one is in.
class BrowseDialog : public QDialog {
    Q_OBJECT

public:
    // Begins at the folder of the image that is chosen now.
    BrowseDialog(const Workbench& bench, const QString& presentUri, QWidget* parent);
    ~BrowseDialog() override;

    QPushButton* useButton() const { return m_use; }

Q_SIGNALS:
    void imageChosen(const QString& uri);

private:
    QWidget* makeTop();
    void makeLists();
    QLayout* makeBottom();
    void connectLists();
    void refresh();
    void openBucket();
    void takeSearchText();
    void search();
    void choose();
    void retry();
    void showAll();
    void showProgress();
    void showFailure();
    void forgetFailure();
    void showNothing();
    void showChoice();
    void lookAtChoice();
    bool isSearching() const;
    QString bucket() const;
    std::optional<ImageLocation> choice() const;
    const S3Object* chosenObject() const;

    Workbench m_bench;
    BucketModel* m_model;
    HitModel* m_hits;
    NoticeBar* m_notice;
    QLineEdit* m_bucket = nullptr;
    SearchField* m_search = nullptr;
    QStackedWidget* m_stack;
    BucketView* m_tree = nullptr;
    QTreeView* m_hitView = nullptr;
    QLabel* m_nothing = nullptr;
    QProgressBar* m_busy;
    QLabel* m_progress;
    QLabel* m_details;
    QPushButton* m_use = nullptr;
    QTimer m_searchLater; // a search reads the whole bucket
    ImageLook* m_look; // at the choice: no listing tells a version
    QTimer m_lookLater; // when the choice rests
    QString m_searched; // the bucket
    ImageLocation m_failed; // the folder that could not be read
    Notice m_told;
};

} // namespace fuotadesk
