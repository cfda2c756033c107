#include "desktop/fieldhelp.h"

#include <QApplication>
#include <QMessageBox>
#include <QWhatsThis>
#include <QWidget>

namespace fuotadesk {

namespace {

struct FieldHelp {
    Q_DECLARE_TR_FUNCTIONS(FieldHelp)
};

QString knownAbout(const QWidget& field)
{
    for (const QString& text :
         {field.whatsThis(), field.toolTip(), field.accessibleDescription()}) {
        if (!text.isEmpty())
            return text;
    }
    return field.accessibleName().isEmpty()
        ? FieldHelp::tr("There is no help on this.")
        : FieldHelp::tr("%1: there is no more to say about it.").arg(field.accessibleName());
}

} // namespace

void helpOnFocusedField()
{
    QWidget* field = QApplication::focusWidget();
    if (!field)
        return;
    const QPoint below = field->mapToGlobal(QPoint(0, field->height()));
    QWhatsThis::showText(below, knownAbout(*field).toHtmlEscaped(), field);
}

void showAbout(QWidget* parent)
{
    auto* box =
        new QMessageBox(QMessageBox::NoIcon, FieldHelp::tr("About FUOTA Desk"),
                        FieldHelp::tr("FUOTA Desk %1").arg(QApplication::applicationVersion()),
                        QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(QIcon(QStringLiteral(":/icons/fuotadesk.svg")).pixmap(64));
    box->setInformativeText(FieldHelp::tr(
        "Plans, creates and watches firmware updates of LoRaWAN devices on AWS IoT Core "
        "for LoRaWAN.\n\nFree software under the GNU General Public License, version 3 "
        "or later, without any warranty."));
    box->open();
}

} // namespace fuotadesk
