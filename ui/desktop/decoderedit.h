#pragma once

#include "fuota/planning.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QSpinBox;

namespace fuotadesk {

// The decoder in the devices: one of the known ones, a name from a file that is kept as it is, or
// the operator's own with its limits.
class DecoderEdit : public QWidget {
    Q_OBJECT

public:
    explicit DecoderEdit(QWidget* parent = nullptr);

    void setDecoder(const QString& name, const OwnDecoder& own);
    QString name() const;
    const OwnDecoder& own() const { return m_own; }
    QComboBox* box() const { return m_names; }

Q_SIGNALS:
    void decoderChanged();

private:
    void addLimit(QFormLayout* form, const QString& label, int OwnDecoder::*member, int minimum,
                  int maximum);
    void showLimits();

    OwnDecoder m_own;
    QComboBox* m_names;
    QWidget* m_limits;
    QList<std::pair<QSpinBox*, int OwnDecoder::*>> m_boxes;
    bool m_loading = false;
};

} // namespace fuotadesk
