#pragma once

#include "fuota/csvreader.h"

#include <QString>

namespace fuotadesk {

// What a device can be told by: its id at AWS (a UUID), its DevEUI, its name. A text is of one form
// only.
enum class RecipientForm { WirelessDeviceId, DevEui, Name };

// An identifier in the one way it is compared and sent: a UUID in lower case, an EUI as 16
// lower-case hex digits (between its bytes there may be - : or a space), a name as it stands.
struct RecipientText {
    QString text;
    RecipientForm form = RecipientForm::Name;

    friend bool operator==(const RecipientText&, const RecipientText&) = default;
};

RecipientForm recipientFormOf(QByteArrayView cell);
// cell is UTF-8.
RecipientText recipientTextFrom(QByteArrayView cell);

// Which cells of a row say who is meant. A first row with one of the words id, wirelessDeviceId,
// deviceId, DevEui, eui, name or deviceName (case, _, - and blanks aside) is a header. Of its
// columns the most telling one counts whose cells look like it; where a row leaves it empty, the
// next. Without a header it is the column with the most ids, else the most EUIs, else the first.
struct RecipientColumns {
    bool hasHeader = false;
    bool isOneRow = false; // of ids or EUIs: each cell is a recipient
    std::vector<size_t> order; // best first, never empty

    friend bool operator==(const RecipientColumns&, const RecipientColumns&) = default;
};

// sample: the first rows of a file, the faulty ones left out.
RecipientColumns recipientColumnsOf(const std::vector<CsvRow>& sample);

} // namespace fuotadesk
