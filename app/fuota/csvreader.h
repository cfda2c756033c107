#pragma once

#include <QByteArray>

#include <vector>

namespace fuotadesk {

// A cell as it stands in the text, which must outlive it: without the blanks around it, and without
// its quotes.
struct CsvField {
    QByteArrayView raw;
    bool isQuoted = false;

    QByteArray text() const; // doubled quotes made single
};

enum class CsvFault {
    None,
    QuoteUnclosed, // not on its line, nor by a later one that ends a cell
    TextAfterQuote,
};

// line is the one the row begins in, from 1; where there is a fault, the one of the fault.
struct CsvRow {
    qint64 line = 0;
    std::vector<CsvField> fields;
    CsvFault fault = CsvFault::None;
};

// Reads separated text (RFC 4180, lines ending in LF, CR LF or CR) row by row, in linear time.
// Blank lines and those that begin with # are passed over. A faulty row ends with its line; what it
// had is not to be used, and the next row is read as if nothing had been.
class CsvReader {
public:
    // text must outlive the reader and every row.
    CsvReader(QByteArrayView text, char separator);

    // False at the end of the text.
    bool next(CsvRow& row);

private:
    void skipEmptyLines();
    bool readField(CsvRow& row);
    CsvField plainField();
    void readQuoted(CsvRow& row);
    void fail(CsvRow& row, CsvFault fault);
    qsizetype closingQuote() const;
    qsizetype behindBlanks(qsizetype at) const;
    qsizetype endOfLine(qsizetype at) const;
    bool endsField(qsizetype at) const;
    void enterNextLine();

    QByteArrayView m_text;
    char m_separator;
    qsizetype m_at = 0;
    qint64 m_line = 1;
};

// The one of tab, semicolon and comma that separates the cells of the most lines at the beginning
// of the text; a comma where none does.
char csvSeparatorOf(QByteArrayView text);

// How many lines a text has; a line end at its end begins no further one.
qint64 lineCount(QByteArrayView text);

} // namespace fuotadesk
