#pragma once

#include <QStringList>

#include <functional>

class QMimeData;
class QWidget;

namespace fuotadesk {

// The template files (and documents of the aws CLI) of this machine among what is dragged.
QStringList templateFilesOf(const QMimeData& data);
// Asks for one; taken runs when it was chosen.
void chooseTemplateFile(QWidget* parent, std::function<void(const QString&)> taken);

} // namespace fuotadesk
