#include "support/fakes.h"

namespace fuotadesk {

QString FakeRandom::uuid()
{
    return QStringLiteral("00000000-0000-4000-8000-%1").arg(++m_uuids, 12, 16, QLatin1Char('0'));
}

QByteArray FakeRandom::unguessable(qsizetype bytes)
{
    QByteArray counted(bytes, '\0');
    for (char& byte : counted)
        byte = m_byte++;
    return counted;
}

} // namespace fuotadesk
