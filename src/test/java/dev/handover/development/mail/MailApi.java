package dev.handover.development.mail;

import dev.handover.development.http.Request;
import dev.handover.development.http.Response;
import dev.handover.development.http.Routes;
import java.time.Instant;
import java.util.List;

/** The mails as JSON, for tests and scripts. */
final class MailApi {

    /** One line of the list; {@code to} are the recipients of the envelope. */
    record Summary(
            int number,
            Instant receivedAt,
            String from,
            List<String> to,
            String subject,
            boolean html,
            int calendarEntries,
            int attachments) {

        static Summary of(ReceivedMail mail) {
            var content = mail.content();
            return new Summary(
                    mail.number(),
                    mail.receivedAt(),
                    content.from(),
                    mail.recipients(),
                    content.subject(),
                    content.html() != null,
                    content.calendarEntries().size(),
                    content.attachments().size());
        }
    }

    /** An attachment; {@code size} in bytes. */
    record Attachment(String name, String type, int size, String path) {

        static Attachment of(ReceivedMail mail, MailPart part) {
            var path = "/messages/" + mail.number() + "/parts/" + part.index();
            return new Attachment(part.name(), part.mediaType(), part.bytes().length, path);
        }
    }

    /** A whole mail; {@code text} and {@code html} are null if the mail has none. */
    record Message(
            int number,
            Instant receivedAt,
            String from,
            List<String> to,
            String subject,
            String messageId,
            List<MailContent.NamedValue> headers,
            String text,
            String html,
            List<CalendarEntry> calendar,
            List<Attachment> attachments) {

        static Message of(ReceivedMail mail) {
            var content = mail.content();
            return new Message(
                    mail.number(),
                    mail.receivedAt(),
                    content.from(),
                    mail.recipients(),
                    content.subject(),
                    content.messageId(),
                    content.headers(),
                    content.text(),
                    content.html(),
                    content.calendarEntries(),
                    content.attachments().stream()
                            .map(part -> Attachment.of(mail, part))
                            .toList());
        }
    }

    private final MailServer server;

    MailApi(MailServer server) {
        this.server = server;
    }

    void addTo(Routes routes) {
        routes.get("/api/messages", this::list)
                .delete("/api/messages", this::clear)
                .get("/api/messages/{number}", this::show);
    }

    private Response list(Request request) {
        var mailbox = server.mailbox();
        var mails = request.query("to").map(mailbox::to).orElseGet(mailbox::all);
        return Response.json(mails.stream().map(Summary::of).toList());
    }

    private Response clear(Request request) {
        server.mailbox().clear();
        return Response.empty(204);
    }

    private Response show(Request request) {
        return MailReader.mail(server, request)
                .map(mail -> Response.json(Message.of(mail)))
                .orElseGet(() -> Response.problem(404, "There is no such mail."));
    }
}
