#pragma once

#include "fuota/campaigndraft.h"
#include "fuota/finding.h"

#include <QHash>
#include <QSet>
#include <QWidget>

#include <map>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace fuotadesk {

class DescriptorEdit;
class FormRow;
class ImageEdit;
class ImageProbe;
class ImageSizeEdit;
class NumberBox;
class PlanningBox;
class RecipientsEdit;
class RedundancyEdit;
class RoleEdit;
class TagsEdit;

// All members of CreateFuotaTask, the image's size and the planning assumptions: one value in, one
// out. An optional field that is empty is not sent. Findings stand under their field; errors only
// once the field was left or revealErrors() was called. A firmware image dropped on the form gives
// its size, and can be uploaded.
class TaskForm : public QWidget {
    Q_OBJECT

public:
    explicit TaskForm(ImageProbe& images, QWidget* parent = nullptr);

    CampaignDraft draft() const;
    // An equal draft changes nothing. No draftChanged() from here.
    void setDraft(const CampaignDraft& draft);
    // Only what UpdateFuotaTask takes, and the image's size.
    void showForUpdate();
    // Another task is on the desk: its errors wait until their fields were left.
    void forgetVisits();

    void showFindings(const QList<Finding>& findings);
    // Errors of all fields show, visited or not.
    void revealErrors();
    // Without the errors that still wait.
    QList<Finding> shownFindings() const;
    // Gives the row, for scrolling to it.
    QWidget* focusFinding(const Finding& finding);
    // The same of a field; nothing stands for the image's size.
    QWidget* focusField(const std::optional<Field>& field);
    QWidget* focusRecipients();
    ImageSizeEdit* imageSizeEdit() const { return m_imageSize; }
    RoleEdit* roleEdit() const { return m_role; }
    ImageEdit* imageEdit() const { return m_image; }
    // For what S3 says of the image.
    FormRow* imageRow() const { return m_rows.at(Field::FirmwareUpdateImage); }
    FormRow* imageSizeRow() const { return m_rows.at(RowKey()); }

Q_SIGNALS:
    void draftChanged();
    void shownFindingsChanged();
    void devicesWanted();
    void groupsWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // The image's size is no member of the API, but has its own row and findings.
    using RowKey = std::optional<Field>;

    static RowKey rowKeyOf(const Finding& finding);
    QLineEdit* addText(Field field, const QString& placeholder);
    FormRow* addRow(Field field, QWidget* input, QWidget* content);
    void watch(FormRow* row, QWidget* content);
    void takeDropped(const QString& file);
    void addRegion();
    void addImage();
    void addImageSize(ImageProbe& images);
    void addRole();
    void addParts();
    void addTuning();
    void addRecipients();
    void connectFields();
    void edited();
    void follow(const CampaignDraft& draft);
    void showRegion(const std::optional<QString>& region);
    void showRow(const RowKey& key);
    void visit(FormRow* row);
    bool isShown(const Finding& finding) const;

    CampaignDraft m_loaded; // keeps what the form has no field for
    bool m_loading = false;
    bool m_revealed = false;
    QList<Finding> m_findings;
    std::map<RowKey, FormRow*> m_rows;
    QSet<FormRow*> m_visited;
    QHash<QObject*, FormRow*> m_watched;

    QFormLayout* m_layout;
    QLineEdit* m_name;
    QLineEdit* m_description;
    QComboBox* m_region;
    ImageEdit* m_image;
    ImageSizeEdit* m_imageSize;
    RoleEdit* m_role;
    DescriptorEdit* m_descriptor;
    TagsEdit* m_tags;
    RedundancyEdit* m_redundancy;
    NumberBox* m_fragmentSize;
    NumberBox* m_interval;
    QLabel* m_sentInterval;
    RecipientsEdit* m_recipients;
    FormRow* m_recipientsRow;
    QLineEdit* m_token;
    PlanningBox* m_planning;
};

} // namespace fuotadesk
