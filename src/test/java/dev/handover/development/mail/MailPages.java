package dev.handover.development.mail;

import dev.handover.development.http.Handler;
import dev.handover.development.http.Request;
import dev.handover.development.http.Response;
import dev.handover.development.http.Routes;
import dev.handover.development.http.Templates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The pages of the web mail. Work without script; a mail's HTML is shown in a frame that may do nothing but open links. */
final class MailPages {

    private static final int PAGE_SIZE = 50;

    /** What a mail's HTML may do: show its own pictures and styles, and open links in a new tab. */
    private static final String MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; frame-ancestors 'self'";

    private static final Pattern HEAD = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE);

    /** Answers a request about one mail. */
    private interface MailHandler {
        Response answer(Request request, ReceivedMail mail);
    }

    private final MailServer server;
    private final Templates templates = new Templates();
    private final Set<Integer> opened = ConcurrentHashMap.newKeySet();

    MailPages(MailServer server) {
        this.server = server;
    }

    void addTo(Routes routes) {
        routes.get("/", this::list)
                .get("/messages/{number}", ofMail(this::show))
                .get("/messages/{number}/html", ofMail(this::html))
                .get("/messages/{number}/raw", ofMail((request, mail) -> raw(mail)))
                .get("/messages/{number}/parts/{index}", ofMail(this::part))
                .post("/messages/deletion", this::deleteAll)
                .post("/switches/mail-server", this::switchServer)
                .post("/switches/slow", this::switchPace);
    }

    private Handler ofMail(MailHandler handler) {
        return request -> MailReader.mail(server, request)
                .map(mail -> handler.answer(request, mail))
                .orElseGet(() -> notice(404, "This mail is not here (any more)."));
    }

    private Response list(Request request) {
        return list(200, request.query("to").orElse(""), page(request), "");
    }

    private static int page(Request request) {
        return request.query("page")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private Response notice(int status, String text) {
        return list(status, "", 0, text);
    }

    private Response list(int status, String recipient, int page, String notice) {
        var mailbox = server.mailbox();
        var mails = recipient.isEmpty() ? mailbox.all() : mailbox.to(recipient);
        var values = values(recipient);
        values.put("notice", notice);
        values.put("total", mailbox.all().size());
        values.put("recipients", MailView.recipients(mailbox.recipients()));
        values.put(
                "mails",
                mails.stream()
                        .skip((long) page * PAGE_SIZE)
                        .limit(PAGE_SIZE)
                        .map(mail -> MailView.of(mail, !opened.contains(mail.number())))
                        .toList());
        values.put("newer", page > 0 ? address(recipient, page - 1) : "");
        values.put("older", (page + 1) * PAGE_SIZE < mails.size() ? address(recipient, page + 1) : "");
        return templates.page(status, "mails", values);
    }

    private Response show(Request request, ReceivedMail mail) {
        opened.add(mail.number());
        var recipient = request.query("to").orElse("");
        var content = mail.content();
        var values = values(recipient);
        values.put("mail", MailView.of(mail, false));
        values.put("content", content);
        values.put("calendar", content.calendarEntries());
        values.put("attachments", content.attachments());
        values.put("views", MailView.views(content));
        values.put(
                "view",
                request.query("view").orElse(MailView.views(content).get(0).name()));
        values.put("source", new String(mail.raw(), StandardCharsets.UTF_8));
        var mails =
                recipient.isEmpty() ? server.mailbox().all() : server.mailbox().to(recipient);
        values.put("newer", neighbour(mails, mail, -1));
        values.put("older", neighbour(mails, mail, 1));
        return templates.page("mail", values);
    }

    /** What every page shows: the state of the server, and the recipient the list is limited to. */
    private Map<String, Object> values(String recipient) {
        var values = new HashMap<String, Object>();
        values.put("up", server.isUp());
        values.put("slow", server.isSlow());
        values.put("smtpPort", server.port());
        values.put("slowSeconds", server.slowness().hold().toSeconds());
        values.put("recipient", recipient);
        values.put("toParameter", recipient.isEmpty() ? "" : "to=" + encode(recipient));
        return values;
    }

    /** The number of the mail before or after this one in the list; 0 if there is none. */
    private static int neighbour(List<ReceivedMail> mails, ReceivedMail mail, int distance) {
        var numbers = mails.stream().map(ReceivedMail::number).toList();
        var index = numbers.indexOf(mail.number()) + distance;
        return index >= 0 && index < numbers.size() && numbers.contains(mail.number()) ? numbers.get(index) : 0;
    }

    /** Links open in a new tab: in the frame, the pages of the application would refuse to be shown. */
    private Response html(Request request, ReceivedMail mail) {
        var content = mail.content();
        if (content.html() == null) {
            return Response.problem(404, "This mail has no HTML.");
        }
        var html = content.html();
        for (var part : content.parts()) {
            if (!part.contentId().isEmpty()) {
                html = html.replace(part.reference(), "/messages/" + mail.number() + "/parts/" + part.index());
            }
        }
        var head = HEAD.matcher(html);
        var at = head.find() ? head.end() : 0;
        var based = html.substring(0, at) + "<base target=\"_blank\">" + html.substring(at);
        return Response.page(200, based).with("Content-Security-Policy", MAIL_POLICY);
    }

    private static Response raw(ReceivedMail mail) {
        return Response.of(200, "text/plain; charset=utf-8", mail.raw());
    }

    /** Pictures are shown, everything else is saved, so that no part runs as a page of this site. */
    private Response part(Request request, ReceivedMail mail) {
        return mail.content().parts().stream()
                .filter(part -> String.valueOf(part.index()).equals(request.variable("index")))
                .findFirst()
                .map(part -> part.mediaType().matches("image/(png|jpeg|gif|webp)")
                        ? Response.of(200, part.mediaType(), part.bytes())
                        : Response.of(200, "application/octet-stream", part.bytes())
                                .with("Content-Disposition", "attachment; filename*=UTF-8''" + encode(part.name())))
                .orElseGet(() -> Response.problem(404, "This mail has no such part."));
    }

    private Response deleteAll(Request request) {
        server.mailbox().clear();
        opened.clear();
        return Response.seeOther("/");
    }

    private Response switchServer(Request request) {
        switch (request.form("state").orElse("")) {
            case "broken" -> server.takeDown();
            case "working" -> server.bringUp();
            default -> {
                return notice(400, "Say state=broken or state=working.");
            }
        }
        return Response.seeOther("/");
    }

    private Response switchPace(Request request) {
        switch (request.form("state").orElse("")) {
            case "broken" -> server.setSlow(true);
            case "working" -> server.setSlow(false);
            default -> {
                return notice(400, "Say state=broken or state=working.");
            }
        }
        return Response.seeOther("/");
    }

    private static String address(String recipient, int page) {
        return "/?page=" + page + (recipient.isEmpty() ? "" : "&to=" + encode(recipient));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
