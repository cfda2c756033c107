#pragma once

#include "fuota/fieldtable.h"

namespace fuotadesk {

// How the form speaks of a field: its label with a mnemonic, and what F1 explains.
struct FieldWords {
    QString label;
    QString help;
};

FieldWords fieldWords(Field field);
FieldWords imageSizeWords();
// Of the recipients, likewise.
FieldWords recipientsWords();
// The API's own word: "LoRaWAN.RfRegion".
QString fieldToolTip(Field field);

} // namespace fuotadesk
