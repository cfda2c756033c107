#include "desktop/symbolicicon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace fuotadesk {

namespace {

// Keeps the drawing and asks for the colour each time it paints: a palette change needs no new
// icon.
class SymbolicIconEngine final : public QIconEngine {
public:
    SymbolicIconEngine(QString name, QByteArray svg, const QColor& color)
        : m_name(std::move(name)),
          m_svg(std::move(svg)),
          m_color(color)
    {
    }

    QIconEngine* clone() const override { return new SymbolicIconEngine(m_name, m_svg, m_color); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, pixmap(rect.size() * ratio, mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor color = colorFor(mode);
        const QString key = QStringLiteral("symbolic/%1/%2x%3/%4")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(color.name());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = painted(size, color);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

private:
    QPixmap painted(const QSize& size, const QColor& color) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QSvgRenderer renderer(m_svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
        return pixmap;
    }

    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return m_color.isValid() ? m_color : palette.color(QPalette::Active, QPalette::WindowText);
    }

    QString m_name;
    QByteArray m_svg;
    QColor m_color;
};

} // namespace

QIcon symbolicIcon(const QString& name)
{
    return symbolicIcon(name, QColor());
}

QIcon symbolicIcon(const QString& name, const QColor& color)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new SymbolicIconEngine(name, file.readAll(), color));
}

} // namespace fuotadesk
