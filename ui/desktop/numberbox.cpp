#include "desktop/numberbox.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>

#include <algorithm>

namespace fuotadesk {

namespace {
// The largest whole number a double, and so JSON, keeps exactly.
constexpr qint64 Largest = qint64(1) << 53;
constexpr double Unset = -double(Largest);
constexpr int MostDigits = 15;
} // namespace

NumberBox::NumberBox(QWidget* parent) : QDoubleSpinBox(parent), m_ceiling(Largest)
{
    setDecimals(0);
    setRange(Unset, double(Largest));
    setGroupSeparatorShown(true);
    setAccelerated(true);
    setValue(Unset);
    connect(this, &QDoubleSpinBox::valueChanged, this, [this] {
        showUnit();
        Q_EMIT numberChanged();
    });
}

std::optional<qint64> NumberBox::number() const
{
    if (value() <= Unset)
        return {};
    return qint64(value());
}

void NumberBox::setNumber(std::optional<qint64> number)
{
    // Not over what is being typed: "007" is 7 already.
    if (number == this->number())
        return;
    setValue(number ? double(std::clamp(*number, 1 - Largest, Largest)) : Unset);
}

void NumberBox::setUnit(const QString& unit)
{
    m_unit = unit;
    showUnit();
}

void NumberBox::setStepLimits(qint64 floor, qint64 ceiling)
{
    m_floor = floor;
    m_ceiling = ceiling;
}

void NumberBox::setUnsetText(const QString& text)
{
    lineEdit()->setPlaceholderText(text);
}

void NumberBox::showUnit()
{
    // Setting the same again would write the text anew under the cursor.
    const QString unit = value() <= Unset ? QString() : m_unit;
    if (unit != suffix())
        setSuffix(unit);
}

QString NumberBox::bare(const QString& text) const
{
    QString digits = text;
    const QString word = m_unit.trimmed();
    digits.remove(QRegularExpression(QStringLiteral("[\\s'_]")));
    digits.remove(locale().groupSeparator());
    while (!word.isEmpty() && digits.endsWith(word, Qt::CaseInsensitive))
        digits.chop(word.size());
    return digits;
}

QValidator::State NumberBox::validate(QString& input, int& position) const
{
    Q_UNUSED(position)
    static const QRegularExpression whole(QStringLiteral("^-?[0-9]{1,%1}$").arg(MostDigits));
    const QString digits = bare(input);
    if (digits.isEmpty() || whole.match(digits).hasMatch())
        return QValidator::Acceptable;
    // On the way to a number, or to a unit behind it.
    static const QRegularExpression onTheWay(
        QStringLiteral("^-?[0-9]{0,%1}(\\p{L}*)$").arg(MostDigits));
    const auto match = onTheWay.match(digits);
    const bool partOfUnit = m_unit.trimmed().startsWith(match.captured(1), Qt::CaseInsensitive);
    return match.hasMatch() && partOfUnit ? QValidator::Intermediate : QValidator::Invalid;
}

double NumberBox::valueFromText(const QString& text) const
{
    bool isNumber = false;
    const qint64 number = bare(text).toLongLong(&isNumber);
    return isNumber ? double(number) : Unset;
}

QString NumberBox::textFromValue(double value) const
{
    return value <= Unset ? QString() : locale().toString(qint64(value));
}

void NumberBox::fixup(QString& input) const
{
    static const QRegularExpression number(QStringLiteral("^-?[0-9]+"));
    input = number.match(bare(input)).captured();
}

void NumberBox::stepBy(int steps)
{
    const auto present = number();
    if (!present) {
        setNumber(m_suggestion);
        selectAll();
        return;
    }
    const qint64 step = qint64(singleStep());
    setNumber(std::clamp(*present + steps * step, std::min(m_floor, *present),
                         std::max(m_ceiling, *present)));
    selectAll();
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const
{
    const auto present = number();
    StepEnabled enabled = StepNone;
    if (!present || *present < m_ceiling)
        enabled |= StepUpEnabled;
    if (!present || *present > m_floor)
        enabled |= StepDownEnabled;
    return enabled;
}

// As wide as a firmware image's size, not as the widest number a double holds.
QSize NumberBox::sizeHint() const
{
    const QString widest = locale().toString(m_ceiling < 1000 ? 100 : 100'000'000) + m_unit + u' ';
    const QString unset = lineEdit()->placeholderText();
    const int text =
        std::max(fontMetrics().horizontalAdvance(widest), fontMetrics().horizontalAdvance(unset));
    const int frame = QDoubleSpinBox::sizeHint().height() * 2;
    return {text + frame, QDoubleSpinBox::sizeHint().height()};
}

} // namespace fuotadesk
