#pragma once

#include <QApplication>

namespace fuotadesk {

// Some dark themes leave the colour of hints in empty fields as it is on a light one, where nobody
// can read it: this gives them one with a contrast of at least 3:1, and again when the theme
// changes. The application owns it.
class PlaceholderTint : public QObject {
    Q_OBJECT

public:
    explicit PlaceholderTint(QApplication& application);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    static void adjust();
};

} // namespace fuotadesk
