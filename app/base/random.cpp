#include "base/random.h"

#include <QRandomGenerator>
#include <QUuid>

namespace fuotadesk {

double SystemRandom::unit()
{
    return QRandomGenerator::global()->generateDouble();
}

QString SystemRandom::uuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace fuotadesk
