#include "fuota/recipientfile.h"

#include <QStringConverter>
#include <QUtf8StringView>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr size_t SampleRows = 100;
constexpr QByteArrayView Utf8Mark("\xef\xbb\xbf");

// Files that were put together have the mark within, too.
QByteArray trimmedCell(const CsvField& field)
{
    const QByteArray text = field.text();
    QByteArrayView cell = QByteArrayView(text).trimmed();
    while (cell.startsWith(Utf8Mark))
        cell = cell.sliced(Utf8Mark.size()).trimmed();
    return cell.toByteArray();
}

// Without a byte order mark; what spreadsheets call "Unicode text" is UTF-16.
QByteArray asUtf8(const QByteArray& bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    if (!encoding)
        return bytes;
    if (*encoding == QStringConverter::Utf8)
        return bytes.sliced(Utf8Mark.size());
    const QString text = QStringDecoder(*encoding).decode(bytes);
    return text.toUtf8();
}

std::vector<CsvRow> firstRows(QByteArrayView text, char separator)
{
    CsvReader reader(text, separator);
    std::vector<CsvRow> rows;
    CsvRow row;
    while (rows.size() < SampleRows && reader.next(row))
        if (row.fault == CsvFault::None)
            rows.push_back(row);
    return rows;
}

// 7.07E+15, 7E+15
bool isSpreadsheetNumber(QByteArrayView cell)
{
    const auto areDigits = [](QByteArrayView text) {
        return std::ranges::all_of(text, [](char each) { return each >= '0' && each <= '9'; });
    };
    const qsizetype mark = cell.indexOf("E+");
    if (mark < 1 || mark + 2 >= cell.size())
        return false;
    const bool hasPoint = mark > 1 && (cell.at(1) == '.' || cell.at(1) == ',');
    return (mark == 1 || hasPoint) && areDigits(cell.first(1))
        && areDigits(cell.sliced(std::min(qsizetype{2}, mark), std::max(mark - 2, qsizetype{0})))
        && areDigits(cell.sliced(mark + 2));
}

bool isText(QByteArrayView cell)
{
    if (!QUtf8StringView(cell.data(), cell.size()).isValidUtf8())
        return false;
    const QString text = QString::fromUtf8(cell);
    return std::ranges::none_of(text, [](QChar each) {
        return each.category() == QChar::Other_Control || each == QChar::ReplacementCharacter;
    });
}

std::optional<RecipientFault> faultOf(QByteArrayView cell)
{
    constexpr qsizetype MostBytesOfOne = 4; // of a character in UTF-8
    if (cell.isEmpty())
        return RecipientFault::Empty;
    if (cell.size() > LongestRecipientText * MostBytesOfOne)
        return RecipientFault::TooLong;
    if (!isText(cell))
        return RecipientFault::NotText;
    if (QString::fromUtf8(cell).size() > LongestRecipientText)
        return RecipientFault::TooLong;
    if (isSpreadsheetNumber(cell))
        return RecipientFault::SpreadsheetNumber;
    return {};
}

// Reads the rows of one text.
class Reading {
public:
    explicit Reading(QByteArrayView text)
        : m_separator(csvSeparatorOf(text)),
          m_columns(recipientColumnsOf(firstRows(text, m_separator))),
          m_reader(text, m_separator)
    {
    }

    RecipientFile result()
    {
        CsvRow row;
        bool isHeader = m_columns.hasHeader;
        while (m_reader.next(row)) {
            if (row.fault != CsvFault::None)
                addProblem(row.line,
                           row.fault == CsvFault::QuoteUnclosed ? RecipientFault::QuoteUnclosed
                                                                : RecipientFault::TextAfterQuote);
            else if (!std::exchange(isHeader, false))
                addRow(row);
        }
        return std::move(m_file);
    }

private:
    void addRow(const CsvRow& row)
    {
        if (m_columns.isOneRow) {
            for (const CsvField& field : row.fields)
                addCell(row.line, field);
            return;
        }
        const auto isFilled = [&](size_t column) {
            return column < row.fields.size() && !row.fields.at(column).raw.isEmpty();
        };
        const auto column = std::ranges::find_if(m_columns.order, isFilled);
        const size_t best = m_columns.order.front();
        if (column != m_columns.order.end())
            addCell(row.line, row.fields.at(*column));
        else
            addProblem(row.line,
                       best < row.fields.size() ? RecipientFault::Empty
                                                : RecipientFault::ColumnMissing);
    }

    void addCell(qint64 line, const CsvField& field)
    {
        const QByteArray cell = trimmedCell(field);
        if (const auto fault = faultOf(cell)) {
            addProblem(line, *fault);
            return;
        }
        const RecipientText found = recipientTextFrom(cell);
        const auto earlier = m_file.byText.constFind(found.text);
        if (earlier != m_file.byText.constEnd()) {
            addProblem(line, RecipientFault::Duplicate, m_file.entries.at(*earlier).line);
            return;
        }
        m_file.byText.insert(found.text, m_file.entries.size());
        m_file.entries.append({line, found.text, found.form});
    }

    void addProblem(qint64 line, RecipientFault fault, qint64 otherLine = 0)
    {
        m_file.problems.append({line, fault, otherLine});
    }

    char m_separator;
    RecipientColumns m_columns;
    CsvReader m_reader;
    RecipientFile m_file;
};

tl::unexpected<Error> tooLarge(const char* what, qint64 limit)
{
    return failure(ErrorKind::FileTooLarge, QString::fromLatin1(what), QString::number(limit));
}

} // namespace

qsizetype RecipientFile::indexOf(RecipientForm form, const QString& text) const
{
    const qsizetype index = byText.value(text, -1);
    return index >= 0 && entries.at(index).form == form ? index : -1;
}

Result<RecipientFile> readRecipients(const QByteArray& bytes)
{
    if (bytes.size() > LargestRecipientBytes)
        return tooLarge("bytes", LargestRecipientBytes);
    const QByteArray text = asUtf8(bytes);
    if (lineCount(text) > MostRecipientLines)
        return tooLarge("lines", MostRecipientLines);
    return Reading(text).result();
}

} // namespace fuotadesk
