#include "identity/devicepage.h"

namespace fuotadesk {

namespace {

QByteArray page(const QString& title, const QString& content)
{
    return QStringLiteral("<!DOCTYPE html>\n"
                          "<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width\">\n"
                          "<title>%1</title>\n"
                          "<style>body{font-family:sans-serif;max-width:32em;margin:4em auto;"
                          "padding:0 1em}code{font-size:2em;letter-spacing:.1em}"
                          "button{font-size:1em;padding:.5em 2em;margin-right:1em}</style>\n"
                          "</head><body>\n<h1>%1</h1>\n%2\n"
                          "<p>This is the sandbox of FUOTA Desk. Nothing leaves this computer.</p>"
                          "\n</body></html>\n")
        .arg(title, content)
        .toUtf8();
}

} // namespace

QByteArray devicePage(const QString& userCode)
{
    return page(
        QStringLiteral("Authorization requested"),
        QStringLiteral("<p>A program asks for access to your accounts. It shows this code:</p>\n"
                       "<p><code>%1</code></p>\n"
                       "<form method=\"post\" action=\"/device\">\n"
                       "<input type=\"hidden\" name=\"user_code\" value=\"%1\">\n"
                       "<button name=\"decision\" value=\"allow\">Allow</button>\n"
                       "<button name=\"decision\" value=\"deny\">Deny</button>\n</form>")
            .arg(userCode.toHtmlEscaped()));
}

QByteArray codeWantedPage(bool codeWasWrong)
{
    return page(
        QStringLiteral("Enter the code"),
        (codeWasWrong ? QStringLiteral("<p>No program waits with this code.</p>\n") : QString())
            + QStringLiteral(
                "<form method=\"get\" action=\"/device\">\n"
                "<label>Code <input name=\"user_code\" maxlength=\"16\" autofocus></label>"
                "\n<button>Next</button>\n</form>"));
}

QByteArray decidedPage(bool allowed)
{
    return page(allowed ? QStringLiteral("Request approved") : QStringLiteral("Request denied"),
                QStringLiteral("<p>You can close this page.</p>"));
}

} // namespace fuotadesk
