#include "desktop/tablesaver.h"

#include "base/worker.h"
#include "desktop/tableexport.h"

#include <QFileDialog>

namespace fuotadesk {

TableSaver::TableSaver(QObject* parent) : QObject(parent) { }

TableSaver::~TableSaver() = default;

void TableSaver::askForFile(const QString& suggestedName, QWidget* window,
                            std::function<void(const QString& file)> take)
{
    auto* dialog = new QFileDialog(window, tr("Export list"), QString(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(suggestedName);
    connect(dialog, &QFileDialog::fileSelected, this, std::move(take));
    dialog->open();
}

void TableSaver::save(const QAbstractItemModel& table, const QString& suggestedName,
                      QWidget* window)
{
    askForFile(suggestedName, window, [this, &table](const QString& file) {
        write(file, [csv = commaSeparated(table)] { return csv; });
    });
}

void TableSaver::save(const ReadTable& read, const QString& suggestedName, QWidget* window)
{
    askForFile(suggestedName, window, [this, read](const QString& file) {
        read(this)->then(this, [this, file](const Result<MakeText>& makeText) {
            if (makeText)
                write(file, *makeText);
            else
                fail(makeText.error());
        });
    });
}

void TableSaver::write(const QString& file, const MakeText& makeText)
{
    if (!m_writer)
        m_writer = new Worker(this);
    m_writer->run<void>(this, [file, makeText] { return writeExport(file, makeText()); })
        ->then(this, [this, file](const Result<void>& written) {
            if (written)
                Q_EMIT ended({NoticeKind::Info, tr("The list is in %1.").arg(file), {}, {}});
            else
                fail(written.error());
        });
}

void TableSaver::fail(const Error& error)
{
    Q_EMIT ended(errorNotice(tr("The list could not be exported."), error));
}

} // namespace fuotadesk
