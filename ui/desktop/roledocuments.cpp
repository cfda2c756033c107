#include "desktop/roledocuments.h"

#include "desktop/documentview.h"
#include "desktop/formrow.h"
#include "desktop/plainlabel.h"
#include "preflight/rolereader.h"
#include "text/roletext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>

namespace fuotadesk {

namespace {

constexpr QSize FirstSize(620, 460);

// As people read it; what is no JSON stays as it is.
QByteArray indented(const QByteArray& json)
{
    const QJsonDocument parsed = QJsonDocument::fromJson(json);
    return parsed.isNull() ? json : parsed.toJson();
}

} // namespace

RoleDocuments::RoleDocuments(const RoleReading& reading, QWidget* parent)
    : QDialog(parent),
      m_which(new QComboBox),
      m_view(new DocumentView(tr("Doc&ument"), tr("Cop&y document")))
{
    setWindowTitle(tr("Documents of “%1”").arg(reading.role->name));
    setAttribute(Qt::WA_DeleteOnClose);
    m_which->addItem(tr("Trust policy"));
    m_documents << indented(reading.role->trustPolicy);
    for (const IamPolicy& policy : reading.policies) {
        m_which->addItem(policy.arn.isEmpty() ? tr("%1 (inline)").arg(policy.name) : policy.arn);
        m_documents << indented(policy.document);
    }
    auto* label = new QLabel(tr("&Policy"));
    label->setBuddy(m_which);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_which, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    if (!reading.unreadPolicies.isEmpty())
        column->addWidget(plainLabel(
            tr("Not read: %1", "names of policies").arg(policyNamesText(reading.unreadPolicies))));
    column->addWidget(buttons);
    labelForScreenReaders(m_which, tr("Policy"));
    resize(FirstSize);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto show = [this] { m_view->setDocument(m_documents.value(m_which->currentIndex())); };
    connect(m_which, &QComboBox::currentIndexChanged, this, show);
    show();
}

} // namespace fuotadesk
