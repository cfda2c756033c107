#pragma once

#include "base/result.h"

#include <QListWidget>

#include <memory>

namespace fuotadesk {

class Session;
struct WirelessGateway;

// The gateways of the account, of which some are chosen. What was chosen before stays chosen,
// whether the account still has it or not.
class GatewayList : public QListWidget {
    Q_OBJECT

public:
    explicit GatewayList(QWidget* parent = nullptr);
    ~GatewayList() override;

    void setChosen(const QStringList& ids);
    QStringList chosen() const;
    void read(Session& session);

Q_SIGNALS:
    void chosenChanged();
    void readingFailed(const fuotadesk::Error& error);

private:
    void fill(const QList<WirelessGateway>& gateways);
    void addGateway(const QString& id, const QString& text, bool isChosen);

    std::unique_ptr<QObject> m_reading; // owns the call under way
};

} // namespace fuotadesk
