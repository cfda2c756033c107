#include "fuota/recipientcolumns.h"

#include <algorithm>
#include <array>
#include <optional>

namespace fuotadesk {

namespace {

constexpr qsizetype UuidLength = 36;
constexpr std::array UuidDashes = {8, 13, 18, 23};
constexpr int EuiDigits = 16;

bool isHexDigit(char each)
{
    return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'f')
        || (each >= 'A' && each <= 'F');
}

bool isUuid(QByteArrayView cell)
{
    if (cell.size() != UuidLength)
        return false;
    for (qsizetype i = 0; i < UuidLength; ++i) {
        const bool wantsDash = std::ranges::find(UuidDashes, i) != UuidDashes.end();
        if (wantsDash ? cell.at(i) != '-' : !isHexDigit(cell.at(i)))
            return false;
    }
    return true;
}

bool isEuiSeparator(char each)
{
    return each == '-' || each == ':' || each == ' ';
}

bool isEui(QByteArrayView cell)
{
    int digits = 0;
    for (const char each : cell) {
        if (isHexDigit(each))
            ++digits;
        else if (!isEuiSeparator(each) || digits % 2 != 0)
            return false;
    }
    return digits == EuiDigits;
}

QString euiText(QByteArrayView cell)
{
    QByteArray digits = cell.toByteArray().toLower();
    digits.removeIf(isEuiSeparator);
    return QString::fromLatin1(digits);
}

// The words of a header, the most telling first.
constexpr std::array HeaderWords = {
    std::pair{"wirelessdeviceid", RecipientForm::WirelessDeviceId},
    std::pair{"id", RecipientForm::WirelessDeviceId},
    std::pair{"deviceid", RecipientForm::WirelessDeviceId},
    std::pair{"deveui", RecipientForm::DevEui},
    std::pair{"eui", RecipientForm::DevEui},
    std::pair{"name", RecipientForm::Name},
    std::pair{"devicename", RecipientForm::Name},
};

struct NamedColumn {
    size_t column = 0;
    std::ptrdiff_t rank = 0;
    RecipientForm form = RecipientForm::Name;
};

std::optional<NamedColumn> namedColumn(const CsvRow& header, size_t column)
{
    QByteArray word = header.fields.at(column).text().toLower();
    word.removeIf([](char each) { return each == '_' || each == '-' || each == ' '; });
    const auto* const found = std::ranges::find_if(
        HeaderWords, [&](const auto& each) { return word == QByteArrayView(each.first); });
    if (found == HeaderWords.end())
        return {};
    return NamedColumn{column, found - HeaderWords.begin(), found->second};
}

std::vector<NamedColumn> namedColumns(const CsvRow& header)
{
    std::vector<NamedColumn> columns;
    for (size_t i = 0; i < header.fields.size(); ++i)
        if (const auto named = namedColumn(header, i))
            columns.push_back(*named);
    std::ranges::stable_sort(columns, {}, &NamedColumn::rank);
    return columns;
}

// A column of numbers may be called id as well: most cells must be what the word says.
bool looksLikeItsName(const NamedColumn& named, const std::vector<CsvRow>& rows)
{
    if (named.form == RecipientForm::Name)
        return true;
    size_t filled = 0;
    size_t fitting = 0;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
        if (named.column >= row->fields.size() || row->fields.at(named.column).raw.isEmpty())
            continue;
        ++filled;
        if (recipientFormOf(row->fields.at(named.column).raw) != RecipientForm::Name)
            ++fitting;
    }
    return fitting * 2 >= filled;
}

std::vector<size_t> orderOf(const std::vector<NamedColumn>& named, const std::vector<CsvRow>& rows)
{
    std::vector<size_t> order;
    for (const NamedColumn& each : named)
        if (looksLikeItsName(each, rows))
            order.push_back(each.column);
    if (order.empty())
        order.push_back(named.front().column);
    return order;
}

// The column with the most cells of that form; nothing where there is no such cell.
std::optional<size_t> columnWithMost(RecipientForm form, const std::vector<CsvRow>& rows)
{
    std::vector<int> counts;
    for (const CsvRow& row : rows) {
        counts.resize(std::max(counts.size(), row.fields.size()));
        for (size_t i = 0; i < row.fields.size(); ++i)
            counts.at(i) += recipientFormOf(row.fields.at(i).raw) == form ? 1 : 0;
    }
    const auto most = std::ranges::max_element(counts);
    if (most == counts.end() || *most == 0)
        return {};
    return size_t(most - counts.begin());
}

bool isRowOfRecipients(const std::vector<CsvRow>& rows)
{
    if (rows.size() != 1 || rows.front().fields.size() < 2)
        return false;
    const auto formOf = [](const CsvField& field) { return recipientFormOf(field.raw); };
    const RecipientForm form = formOf(rows.front().fields.front());
    return form != RecipientForm::Name
        && std::ranges::all_of(
               rows.front().fields, [form](RecipientForm each) { return each == form; }, formOf);
}

} // namespace

RecipientForm recipientFormOf(QByteArrayView cell)
{
    if (isUuid(cell))
        return RecipientForm::WirelessDeviceId;
    return isEui(cell) ? RecipientForm::DevEui : RecipientForm::Name;
}

RecipientText recipientTextFrom(QByteArrayView cell)
{
    const RecipientForm form = recipientFormOf(cell);
    if (form == RecipientForm::WirelessDeviceId)
        return {QString::fromLatin1(cell).toLower(), form};
    return {form == RecipientForm::DevEui ? euiText(cell) : QString::fromUtf8(cell), form};
}

RecipientColumns recipientColumnsOf(const std::vector<CsvRow>& sample)
{
    if (sample.empty())
        return {false, false, {0}};
    if (const auto named = namedColumns(sample.front()); !named.empty())
        return {true, false, orderOf(named, sample)};
    if (isRowOfRecipients(sample))
        return {false, true, {0}};
    const auto ids = columnWithMost(RecipientForm::WirelessDeviceId, sample);
    const auto euis = columnWithMost(RecipientForm::DevEui, sample);
    return {false, false, {ids.value_or(euis.value_or(0))}};
}

} // namespace fuotadesk
