#include "desktop/imagesizeedit.h"

#include "campaign/imageprobe.h"
#include "desktop/numberbox.h"
#include "text/errortext.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {
constexpr double Kibibyte = 1024.0;
}

ImageSizeEdit::ImageSizeEdit(ImageProbe& images, QWidget* parent)
    : QWidget(parent),
      m_images(images),
      m_box(new NumberBox(this)),
      m_note(new QLabel(this)),
      m_fileButton(new QPushButton(tr("From file…"), this))
{
    m_box->setUnit(tr(" bytes"));
    m_box->setUnsetText(tr("not known"));
    m_box->setStepLimits(0, qint64(1) << 40);
    m_box->setSingleStep(1024);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setMinimumWidth(1); // a long file name does not widen the form
    m_fileButton->setToolTip(tr("Take the size of a file on this machine. The file is not sent."));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);
    row->addWidget(m_fileButton);
    row->addWidget(m_note, 1);
    setFocusProxy(m_box);

    connect(m_box, &NumberBox::numberChanged, this, [this] {
        m_file.clear();
        ++m_generation; // a typed size beats a file's that is still being asked
        showKibibytes();
        Q_EMIT sizeChanged();
    });
    connect(m_fileButton, &QPushButton::clicked, this, &ImageSizeEdit::chooseFile);
}

std::optional<qint64> ImageSizeEdit::size() const
{
    return m_box->number();
}

void ImageSizeEdit::setSize(std::optional<qint64> bytes)
{
    m_box->setNumber(bytes);
}

void ImageSizeEdit::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Firmware image"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setLabelText(QFileDialog::Accept, tr("Take size"));
    connect(dialog, &QFileDialog::fileSelected, this, &ImageSizeEdit::takeFrom);
    dialog->open();
}

void ImageSizeEdit::takeFrom(const QString& file)
{
    const int generation = ++m_generation;
    m_images.size(file, this)->then(this, [this, file, generation](const Result<qint64>& bytes) {
        if (generation != m_generation)
            return;
        if (!bytes) {
            m_note->setText(errorSentence(bytes.error()));
            m_note->setToolTip(file);
            return;
        }
        m_box->setNumber(*bytes);
        m_file = file;
        showKibibytes();
    });
}

void ImageSizeEdit::showKibibytes()
{
    QString text;
    if (const auto bytes = size(); bytes && *bytes >= 0)
        text = tr("= %1 KiB").arg(locale().toString(double(*bytes) / Kibibyte, 'f', 1));
    if (!m_file.isEmpty())
        text = tr("%1, %2", "a size and the file it is of").arg(text, QFileInfo(m_file).fileName());
    m_note->setText(text);
    m_note->setToolTip(m_file);
}

} // namespace fuotadesk
