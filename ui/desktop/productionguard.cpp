#include "desktop/productionguard.h"

#include "campaign/session.h"
#include "desktop/formrow.h"
#include "desktop/plainlabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace fuotadesk {

ProductionDialog::ProductionDialog(const QString& connection, const QString& what,
                                   const QString& verb, QWidget* parent)
    : QDialog(parent),
      m_name(new QLineEdit)
{
    setWindowTitle(tr("Production"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* text = plainLabel(tr("“%1” is marked as production. %2?").arg(connection, what));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Return is not for it
    m_verb = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    m_verb->setEnabled(false);
    m_verb->setDefault(true);
    m_name->setMinimumWidth(m_name->fontMetrics().averageCharWidth() * 40);
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(text);
    auto* row = new FormRow(tr("&Name of the connection"), m_name);
    row->setHint(tr("Type it as it stands above to go on."));
    row->addTo(form);
    form->addRow(buttons);
    connect(m_name, &QLineEdit::textChanged, this, [this, connection](const QString& typed) {
        m_verb->setEnabled(typed.trimmed() == connection);
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void guardProduction(const Session& session, const QString& what, const QString& verb,
                     QWidget* parent, std::function<void()> goOn)
{
    const Connection connection = session.active();
    if (!connection.isProduction) {
        goOn();
        return;
    }
    auto* dialog = new ProductionDialog(connection.name, what, verb, parent);
    QObject::connect(dialog, &QDialog::accepted, parent,
                     [&session, id = connection.id, goOn = std::move(goOn)] {
                         if (session.active().id == id)
                             goOn();
                     });
    dialog->open();
}

} // namespace fuotadesk
