#pragma once

#include "campaign/scopechoices.h"
#include "iotwireless/wirelessdevice.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace fuotadesk {

// What the list of devices is narrowed to by the service: a task, a group, a profile or a
// destination, chosen by name or typed as an ID.
class ScopeBar : public QWidget {
    Q_OBJECT

public:
    explicit ScopeBar(Session& session, QWidget* parent = nullptr);

    // The ones seen so far: the service lists none.
    void setDestinations(const QStringList& names);
    void clear();

Q_SIGNALS:
    void filterChosen(const fuotadesk::WirelessDeviceFilter& filter);
    // The choices could not be read; an ID can be typed all the same.
    void choicesFailed(const fuotadesk::Error& error);

private:
    DeviceScope scope() const;
    void takeScope();
    void fill(const QList<NamedId>& choices);
    void tell();
    QString chosenId() const;

    Session& m_session;
    QComboBox* m_scope;
    QComboBox* m_value;
    QStringList m_destinations;
    std::unique_ptr<QObject> m_reading; // owns the call under way
};

} // namespace fuotadesk
