#pragma once

#include <QDoubleSpinBox>

#include <optional>

namespace fuotadesk {

// A spin box for an optional whole number: empty means unset, and any number JSON keeps exactly can
// stand in it, because a value outside the limits is for the findings to tell, not for the box to
// cut. Stepping stays within floor and ceiling and starts at the suggested value.
class NumberBox : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit NumberBox(QWidget* parent = nullptr);

    std::optional<qint64> number() const;
    void setNumber(std::optional<qint64> number);

    // Shown behind a number: " bytes". What someone types or pastes of it is understood.
    void setUnit(const QString& unit);
    void setStepLimits(qint64 floor, qint64 ceiling);
    // Where stepping starts when nothing is set.
    void setSuggestion(qint64 number) { m_suggestion = number; }
    void setUnsetText(const QString& text);

    QValidator::State validate(QString& input, int& position) const override;
    double valueFromText(const QString& text) const override;
    QString textFromValue(double value) const override;
    void fixup(QString& input) const override;
    void stepBy(int steps) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void numberChanged();

protected:
    StepEnabled stepEnabled() const override;

private:
    // The digits of what stands in the box, without grouping and unit.
    QString bare(const QString& text) const;
    void showUnit();

    QString m_unit;
    qint64 m_floor = 0;
    qint64 m_ceiling;
    qint64 m_suggestion = 0;
};

} // namespace fuotadesk
