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

QByteArray SystemRandom::unguessable(qsizetype bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    auto* system = QRandomGenerator::system();
    system->generate(random.begin(), random.end());
    return random;
}

} // namespace fuotadesk
