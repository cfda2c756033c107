#include "desktop/devicequerydialog.h"

#include "desktop/formrow.h"
#include "desktop/tagsedit.h"
#include "fuota/fieldtable.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace fuotadesk {

namespace {

constexpr qint64 LongestQuery = 4096;
constexpr int FirstWidth = 560;

} // namespace

DeviceQueryDialog::DeviceQueryDialog(const QString& title, const QString& explanation,
                                     const QString& verb, QWidget* parent)
    : QDialog(parent),
      m_query(new QLineEdit),
      m_tags(new TagsEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    makeRows(explanation, verb);
    connect(m_query, &QLineEdit::textChanged, this, &DeviceQueryDialog::judge);
    connect(m_tags, &TagsEdit::tagsChanged, this, &DeviceQueryDialog::judge);
    judge();
    resize(FirstWidth, sizeHint().height());
    m_query->setFocus();
}

void DeviceQueryDialog::makeRows(const QString& explanation, const QString& verb)
{
    auto* text = new QLabel(explanation);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    m_query->setPlaceholderText(QStringLiteral("DeviceProfileName: MyProfile"));
    m_query->setToolTip(QStringLiteral("QueryString"));
    m_row = new FormRow(tr("&Query"), m_query);
    m_row->setHint(tr("Conditions as “DeviceProfileName: MyProfile AND DeviceProfileId: d6d8…”. "
                      "The service documents no more than this example."));
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_row->addTo(form);
    auto* label = new QLabel(tr("&Tags"));
    label->setBuddy(m_tags->view());
    form->addRow(label, m_tags);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_verb = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(text);
    column->addLayout(form);
    column->addWidget(buttons);
    m_verb->setDefault(true); // once it is in the dialog, or Cancel would be
    connect(buttons, &QDialogButtonBox::accepted, this, &DeviceQueryDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

DeviceQuery DeviceQueryDialog::query() const
{
    return {m_query->text().trimmed(), m_tags->tags()};
}

void DeviceQueryDialog::judge()
{
    const DeviceQuery asked = query();
    const bool isLong = characterCount(asked.query) > LongestQuery;
    m_row->clearFinding();
    if (isLong)
        m_row->setFinding(Severity::Error,
                          tr("At most %n characters.", nullptr, int(LongestQuery)));
    else if (asked == DeviceQuery())
        m_row->setFinding(Severity::Warning,
                          tr("Without query and tags the service may take every device."));
    m_verb->setEnabled(!isLong);
}

void DeviceQueryDialog::accept()
{
    if (!m_verb->isEnabled())
        return;
    Q_EMIT queryChosen(query());
    QDialog::accept();
}

} // namespace fuotadesk
