#pragma once

#include "desktop/chancecurve.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace fuotadesk {

class ChanceCanvas;
class Worker;

// What can be taken away from a plot: the picture and the numbers, to the clipboard or into a file.
// The actions belong to the widget they are made for and work while it has the focus. Files are
// written by a worker, whole or not at all; an answer comes for each.
class ChanceExport : public QObject {
    Q_OBJECT

public:
    // canvas lives as long as plot does.
    ChanceExport(ChanceCanvas* canvas, QWidget* plot);

    void setCurve(const ChanceCurve& curve);

    QMenu* menu() const { return m_menu; }
    QAction* copyPictureAction() const { return m_copyPicture; }
    QAction* copyDataAction() const { return m_copyData; }
    QAction* saveAction() const { return m_save; }
    void saveTo(const QString& path);

Q_SIGNALS:
    void saved(const QString& path);
    void saveFailed(const QString& path, const QString& reason);

private:
    QAction* makeAction(const QString& text, const QString& icon, void (ChanceExport::*act)());
    void copyPicture();
    void copyData();
    void askWhereToSave();
    void write(const QString& path, const std::function<QByteArray()>& bytes);

    ChanceCurve m_curve;
    ChanceCanvas* m_canvas;
    QWidget* m_plot;
    QMenu* m_menu;
    QAction* m_copyPicture;
    QAction* m_copyData;
    QAction* m_save;
    Worker* m_writer = nullptr;
};

} // namespace fuotadesk
