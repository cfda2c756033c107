#include "desktop/templatefiles.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMimeData>
#include <QUrl>

namespace fuotadesk {

namespace {

struct TemplateFiles {
    Q_DECLARE_TR_FUNCTIONS(TemplateFiles)
};

} // namespace

QStringList templateFilesOf(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile() && url.toLocalFile().endsWith(u".json", Qt::CaseInsensitive))
            files << url.toLocalFile();
    }
    return files;
}

void chooseTemplateFile(QWidget* parent, std::function<void(const QString&)> taken)
{
    auto* dialog = new QFileDialog(parent, TemplateFiles::tr("Open template"), QString(),
                                   TemplateFiles::tr("Templates (*.fuota.json);;"
                                                     "Documents of the aws CLI (*.json);;"
                                                     "All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(taken));
    dialog->open();
}

} // namespace fuotadesk
