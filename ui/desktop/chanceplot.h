#pragma once

#include "desktop/chancecurve.h"

#include <QWidget>

class QAction;
class QLabel;
class QStackedLayout;
class QToolButton;

namespace fuotadesk {

class ChanceCanvas;
class ChanceExport;
class SteadyLabel;

// A ChanceCurve as a picture that can be read without eyes and without a mouse: Left, Right, Home
// and End go along its points, and the line below tells each in words. Its overview is the
// accessible description. It can be copied and saved. Files are written by a worker.
class ChancePlot : public QWidget {
    Q_OBJECT

public:
    explicit ChancePlot(QWidget* parent = nullptr);

    // Cheap enough for every frame; an equal curve changes nothing.
    void setCurve(const ChanceCurve& curve);
    const ChanceCurve& curve() const { return m_curve; }
    // What stands here while the curve has no points.
    void setPlaceholder(const QString& text);

    // Some lines that say what the picture shows; the placeholder when there is none.
    QString textAlternative() const;
    // The point being read, else the present one: "10 % loss: 99.2 % ± 0.1 %".
    QString valueText() const;

    QAction* copyPictureAction() const;
    QAction* copyDataAction() const;
    QAction* saveAction() const;
    // A picture, a document or the numbers, by the suffix: png, pdf, csv. Answers by a signal.
    void saveTo(const QString& path);

    QSize sizeHint() const override;

Q_SIGNALS:
    void saved(const QString& path);
    void saveFailed(const QString& path, const QString& reason);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFigure();
    void showCurve();
    void showReading();
    void hoverPoint(qsizetype point);
    void endHover();
    bool moveCursor(int key);
    std::optional<qsizetype> readPoint() const;
    void reserveLines();

    ChanceCurve m_curve;
    QString m_placeholder;
    std::optional<qsizetype> m_cursor; // moved by keys
    std::optional<qsizetype> m_hovered; // the pointer is here: goes first
    QStackedLayout* m_stack = nullptr;
    QLabel* m_empty = nullptr;
    ChanceCanvas* m_canvas = nullptr;
    ChanceExport* m_export = nullptr;
    SteadyLabel* m_value = nullptr;
    QToolButton* m_exportButton = nullptr;
};

} // namespace fuotadesk
