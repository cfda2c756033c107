#pragma once

#include "aws/credentialprovider.h"
#include "signin/signintools.h"

#include <QObject>

namespace fuotadesk {

class ChainRun;

// The credentials of one profile of the AWS tools, or those the environment names. They are kept
// in memory and obtained anew, once for all who wait: five minutes before they end, or after half
// their time where that is less. Those that had ended when they were given out are used for a
// minute: our clock is likely to be wrong, and wrong about the next ones too. The files are read
// afresh each time, so a change in them counts from then on.
class ProfileCredentials : public QObject, public CredentialProvider {
    Q_OBJECT

public:
    // profile empty: keys in the environment, else AWS_PROFILE, else "default", else the web
    // identity of the environment.
    ProfileCredentials(SignInTools& tools, QString profile, QObject* parent = nullptr);
    ~ProfileCredentials() override;

    // Errors: those of readProfileSet(), resolveChain() and of each source; CredentialsMissing,
    // code "no-profile", when nothing is set up at all. Detail tells the profile and the step.
    CallOf<IssuedCredentials>* credentials(QObject* owner);
    // What the files say has changed. Until they can be read again, what holds is used on.
    void forget() { m_isStale = true; }

    std::optional<Credentials> fresh() const override;
    CallOf<Credentials>* obtain(QObject* owner) override;
    bool discard(const Credentials& refused) override;

Q_SIGNALS:
    // None hold any more, and others can not be had before somebody signs in or the files change.
    void lost(const fuotadesk::Error& error);

private:
    bool isFresh() const;
    bool mayGoOn(const Error& error) const;
    void keep(const IssuedCredentials& issued);
    void begin();
    void resolve(const Result<ProfileSet>& set);
    void run(const ProfileChain& chain, const ServiceAddresses& addresses);
    std::optional<ProfileChain> environmentChain() const;
    void finish(const Result<IssuedCredentials>& issued);

    SignInTools& m_tools;
    QString m_profile;
    std::optional<IssuedCredentials> m_kept;
    QDateTime m_renewAt; // invalid: they last
    bool m_isStale = false;
    QList<QPointer<CallOf<IssuedCredentials>>> m_waiting;
    std::unique_ptr<ChainRun> m_run;
    bool m_isObtaining = false;
};

} // namespace fuotadesk
