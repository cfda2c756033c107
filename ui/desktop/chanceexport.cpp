#include "desktop/chanceexport.h"

#include "base/worker.h"
#include "desktop/chancecanvas.h"
#include "desktop/symbolicicon.h"
#include "desktop/tableexport.h"
#include "text/errortext.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QPdfWriter>

namespace fuotadesk {

namespace {

constexpr double PictureScale = 2;

struct FileKind {
    QString suffix;
    QString filter;
};

QList<FileKind> fileKinds()
{
    return {{QStringLiteral("png"), ChanceExport::tr("PNG pictures (*.png)")},
            {QStringLiteral("pdf"), ChanceExport::tr("PDF documents (*.pdf)")},
            {QStringLiteral("csv"), ChanceExport::tr("CSV files (*.csv)")}};
}

// 1440 x 810 pixels at 192 dpi.
QImage pictureOf(ChanceCanvas& canvas)
{
    QImage image(ChanceCanvas::PaperSize * PictureScale, QImage::Format_RGB32);
    image.fill(Qt::white);
    canvas.drawOnPaper(&image, PictureScale);
    // Afterwards: fonts are measured for the resolution of the device.
    image.setDotsPerMeterX(qRound(image.dotsPerMeterX() * PictureScale));
    image.setDotsPerMeterY(qRound(image.dotsPerMeterY() * PictureScale));
    return image;
}

// Not QCustomPlot::savePdf(): it asks the system for its printers, and that may take long.
QByteArray pdfOf(ChanceCanvas& canvas, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    const int dotsPerInch = canvas.logicalDpiX();
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(ChanceCanvas::PaperSize) / dotsPerInch, QPageSize::Inch,
                                 title, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(title);
    writer.setCreator(QCoreApplication::applicationName());
    canvas.drawOnPaper(&writer, 1);
    return bytes;
}

QByteArray pngOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

ChanceExport::ChanceExport(ChanceCanvas* canvas, QWidget* plot)
    : QObject(plot),
      m_canvas(canvas),
      m_plot(plot),
      m_menu(new QMenu(plot)),
      m_copyPicture(
          makeAction(tr("&Copy picture"), QStringLiteral("copy"), &ChanceExport::copyPicture)),
      m_copyData(makeAction(tr("Copy &data"), QStringLiteral("copy"), &ChanceExport::copyData)),
      m_save(makeAction(tr("&Save as…"), QStringLiteral("save"), &ChanceExport::askWhereToSave))
{
    m_copyPicture->setShortcut(QKeySequence::Copy);
    m_copyData->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
}

QAction* ChanceExport::makeAction(const QString& text, const QString& icon,
                                  void (ChanceExport::*act)())
{
    auto* action = new QAction(symbolicIcon(icon), text, this);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, act);
    action->setEnabled(false);
    m_plot->addAction(action);
    m_menu->addAction(action);
    return action;
}

void ChanceExport::setCurve(const ChanceCurve& curve)
{
    m_curve = curve;
    for (QAction* action : {m_copyPicture, m_copyData, m_save})
        action->setEnabled(pointCount(curve) > 0);
}

void ChanceExport::copyPicture()
{
    QGuiApplication::clipboard()->setImage(pictureOf(*m_canvas));
}

void ChanceExport::copyData()
{
    QGuiApplication::clipboard()->setText(curveTabSeparated(m_curve, m_plot->locale()));
}

void ChanceExport::askWhereToSave()
{
    QStringList filters;
    for (const FileKind& kind : fileKinds())
        filters << kind.filter;
    auto* dialog = new QFileDialog(m_plot, tr("Save plot"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(fileKinds().first().suffix);
    dialog->selectFile(tr("chance", "name of a file") + u'.' + fileKinds().first().suffix);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        for (const FileKind& kind : fileKinds()) {
            if (kind.filter == filter)
                dialog->setDefaultSuffix(kind.suffix);
        }
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ChanceExport::saveTo);
    dialog->open();
}

void ChanceExport::saveTo(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QStringLiteral("png"))
        write(path, [image = pictureOf(*m_canvas)] { return pngOf(image); });
    else if (suffix == QStringLiteral("pdf"))
        write(path, [bytes = pdfOf(*m_canvas, m_curve.title)] { return bytes; });
    else if (suffix == QStringLiteral("csv"))
        write(path, [curve = m_curve] { return curveCommaSeparated(curve); });
    else
        Q_EMIT saveFailed(path, tr("The name of the file must end in .png, .pdf or .csv."));
}

void ChanceExport::write(const QString& path, const std::function<QByteArray()>& bytes)
{
    if (!m_writer)
        m_writer = new Worker(this);
    m_writer->run<void>(this, [path, bytes] { return writeExport(path, bytes()); })
        ->then(this, [this, path](const Result<void>& result) {
            if (result)
                Q_EMIT saved(path);
            else
                Q_EMIT saveFailed(path, errorMessage(result.error()));
        });
}

} // namespace fuotadesk
