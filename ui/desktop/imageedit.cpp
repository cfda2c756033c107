#include "desktop/imageedit.h"

#include "desktop/noticebar.h"
#include "fuota/imagelocation.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace fuotadesk {

ImageEdit::ImageEdit(QWidget* parent)
    : QWidget(parent),
      m_line(new QLineEdit(this)),
      m_browse(addButton(tr("Browse…"), tr("Choose an image in S3 (Ctrl+Shift+O)"))),
      m_upload(addButton(tr("Upload…"), tr("Bring a file of this machine to S3 (Ctrl+Shift+L)"))),
      m_changed(new NoticeBar(this)),
      m_offer(new NoticeBar(this))
{
    m_browse->setAccessibleName(tr("Browse for the firmware image"));
    m_upload->setAccessibleName(tr("Upload a firmware image"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_line, 1);
    row->addWidget(m_browse);
    row->addWidget(m_upload);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_changed);
    column->addWidget(m_offer);
    setFocusProxy(m_line);

    connect(m_line, &QLineEdit::textChanged, this, &ImageEdit::textChanged);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
        // A key may have a blank in it: an s3 address is left alone while it is typed.
        if (!text.startsWith(u"s3://"))
            understand();
    });
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        understand();
        Q_EMIT left();
    });
    connect(m_browse, &QPushButton::clicked, this, &ImageEdit::browseWanted);
    connect(m_upload, &QPushButton::clicked, this, [this] { Q_EMIT uploadWanted({}); });
    connect(m_changed, &NoticeBar::remedyPressed, this, &ImageEdit::newOneAccepted);
    connect(m_offer, &NoticeBar::remedyPressed, this, [this] {
        m_offer->clear();
        Q_EMIT uploadWanted(m_dropped);
    });
}

QPushButton* ImageEdit::addButton(const QString& text, const QString& toolTip)
{
    auto* button = new QPushButton(text, this);
    button->setToolTip(toolTip);
    button->setAutoDefault(false); // Return in the line is not for it
    return button;
}

void ImageEdit::understand()
{
    const QString text = m_line->text();
    const auto uri = imageUriFromPasted(text);
    // What was undone is not done again.
    if (!uri || *uri == text || text == m_pasted)
        return;
    m_pasted = text;
    m_line->selectAll();
    m_line->insert(*uri); // can be undone, unlike setText()
}

void ImageEdit::showLineOnly()
{
    m_browse->hide();
    m_upload->hide();
}

void ImageEdit::offerUpload(const QString& file)
{
    if (m_upload->isHidden())
        return;
    m_dropped = file;
    m_offer->showNotice({NoticeKind::Info,
                         tr("The size is that of “%1”. The file itself was not sent.")
                             .arg(QFileInfo(file).fileName()),
                         {tr("Upload image…")},
                         {}});
}

void ImageEdit::showChanged(const QString& text)
{
    if (text.isEmpty())
        m_changed->clear();
    else if (m_changed->notice().text != text)
        m_changed->showNotice({NoticeKind::Warning, text, {tr("Use the new one")}, {}});
}

} // namespace fuotadesk
