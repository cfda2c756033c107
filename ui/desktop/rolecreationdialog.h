#pragma once

#include "campaign/workbench.h"
#include "desktop/noticebar.h"
#include "preflight/rolecreation.h"
#include "preflight/rolereader.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace fuotadesk {

class DocumentView;
class FormRow;

// Shows the role that is going to be made, both of its documents, and the commands that make it,
// and makes it when told to. What went wrong stands inside; the documents can be copied instead.
class RoleCreationDialog : public QDialog {
    Q_OBJECT

public:
    // image: as the draft has it; without a bucket in it, one is asked for.
    RoleCreationDialog(const Workbench& bench, const QString& image, QWidget* parent);

Q_SIGNALS:
    void created(const QString& arn);
    // One of that name was there already, and is taken.
    void existingChosen(const QString& arn);

private:
    enum class Offer { None, TryAgain, UseExisting };

    void makeForm(QFormLayout* form);
    QWidget* makeDocuments();
    QWidget* makeButtons();
    ImageLocation image() const;
    QString partition() const;
    void showPlan();
    void judge();
    void press();
    void create(const RolePlan& plan);
    void take(const Result<IamRole>& role);
    Notice noticeOf(const Error& error);
    void useExisting();
    void takeExisting(const QString& arn);
    void setBusy(bool busy);
    void reject() override;

    Workbench m_bench;
    ImageLocation m_image; // of the draft
    RoleCreation m_creation;
    RoleReader m_reader;
    RolePlan m_plan; // as the fields have it
    RolePlan m_sent; // what was tried last
    Offer m_offer = Offer::None;
    QPointer<Call> m_underWay;
    QLabel* m_intent;
    NoticeBar* m_notice;
    QLineEdit* m_name;
    QLineEdit* m_bucket;
    FormRow* m_nameRow = nullptr;
    FormRow* m_bucketRow = nullptr; // null: the bucket is known
    DocumentView* m_trust;
    DocumentView* m_permissions;
    QProgressBar* m_busy;
    QPushButton* m_copy = nullptr;
    QPushButton* m_create = nullptr;
};

} // namespace fuotadesk
